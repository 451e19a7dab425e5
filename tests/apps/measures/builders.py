"""Builders of measures and tables; they act through the real acts."""

import io
from datetime import datetime

from openpyxl import Workbook

from madang.apps.accounts.models import Organisation
from madang.apps.measures.acts.measures import NewMeasure, NewTask, add_task, announce_measure
from madang.apps.measures.models import Measure, Task
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.people import an_actor

AT = datetime(2026, 9, 1, 12, tzinfo=SEOUL)
HEADER = ["대책 번호", "대책명", "과제 번호", "과제명", "담당 기관", "기한", "내용"]
OWNER = "기관 busan-city"


def ministry() -> Actor:
    """Somebody in the Ministry."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def busan() -> Actor:
    """Somebody in a province that owns tasks."""
    return an_actor(OfficeKind.PROVINCE, "busan-city", "busan")


def a_measure(number: str = "1", by: Actor | None = None) -> Measure:
    """A measure on the list."""
    new = NewMeasure(
        number, "지역 혁신클러스터 육성", announced="2023-07-14", sources=["https://example.org/a"]
    )
    return announce_measure(actor=by or ministry(), measure=new, at=AT)


def a_task(owner: Actor, number: str = "1", due: str = "2026-12-31", measure: Measure | None = None) -> Task:
    """A task of a measure, owned by the actor's organisation."""
    body = Organisation.objects.get(pk=owner.office.organisation_id)
    new = NewTask(number, "실증 기반 조성", body, due)
    return add_task(actor=ministry(), measure=measure or a_measure(), task=new, at=AT)


def rows(measures: int, tasks: int) -> list[list[str]]:
    """A table of tasks spread over measures."""
    return [HEADER] + [
        [
            f"{n % measures + 1}",
            f"대책 {n % measures + 1}",
            f"{n + 1}",
            f"과제 {n + 1}",
            OWNER,
            "2027. 12. 31.",
            "",
        ]
        for n in range(tasks)
    ]


def written(table: list[list[str]], encoding: str = "utf-8-sig") -> bytes:
    """A table as CSV."""
    return "\r\n".join(",".join(row) for row in table).encode(encoding)


def workbook(table: list[list[object]]) -> Workbook:
    """A table as a workbook."""
    book = Workbook()
    for row in table:
        book.active.append(row)
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
