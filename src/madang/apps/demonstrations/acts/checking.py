"""What the acts of demonstrations refuse alike: days in the wrong order, days to come, too many files."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from django.core.files import File
from django.db import models

from madang.apps.accounts.models import Organisation
from madang.apps.accounts.queries import organisation_by_id
from madang.apps.demonstrations.models.rows import Row
from madang.apps.exemptions.acts.writing import instant
from madang.core.acts import Invalid
from madang.core.authority import Actor
from madang.core.files.attaching import Incoming, attach
from madang.core.files.models import Attachment
from madang.core.moments import Moment, exact_day
from madang.core.personal_numbers import refuse_numbers_in_file
from madang.kernel.words import Words

Changed = TypeVar("Changed", bound=Row)
MOST_FILES = 10


def in_order(first: date, before: date | None, field: str) -> None:
    """Refuse a half-open period that ends on its first day or earlier.

    Raises:
        Invalid: it does.
    """
    if before is not None and before <= first:
        raise Invalid(
            Words(
                "끝나는 날이 시작하는 날과 같거나 그보다 앞섭니다. 시작하는 날보다 뒤의 날을 입력하십시오.",
                "The end is not after the start. Enter a day later than the first day.",
            ),
            field,
        )


def not_to_come(day: date, at: Moment, field: str) -> None:
    """Refuse a day that has not come yet for something that is said to have happened.

    Raises:
        Invalid: the day lies after the day of the act, as far as that is known.
    """
    today = exact_day(at)
    if today is not None and day > today:
        raise Invalid(
            Words(
                "아직 오지 않은 날입니다. 이미 지난 일이면 그날을, 앞으로의 일이면 지난 뒤에 기록하십시오.",
                "That day has not come yet. Record what has happened, on the day it happened.",
            ),
            field,
        )


def within(day: date, first: date, before: date | None, *, field: str) -> None:
    """Refuse a day outside of a half-open period, and say which period that is.

    Raises:
        Invalid: the day lies outside.
    """
    if day < first or (before is not None and day >= before):
        end = before.isoformat() if before else ""
        raise Invalid(
            Words(
                f"정해진 기간을 벗어난 날입니다({first.isoformat()}부터 {end} 전까지). 그 안의 날을 입력하십시오.",
                f"That day lies outside the period (from {first.isoformat()}, before {end or 'no end'}).",
            ),
            field,
        )


def chosen(key: str, words: "dict[str, Words]", field: str) -> Words:
    """Return the words of a choice.

    Raises:
        Invalid: there is no such choice.
    """
    if key not in words:
        names = Words(", ".join(w.ko for w in words.values()), ", ".join(w.en for w in words.values()))
        raise Invalid(
            Words(f"다음 가운데 하나를 고르십시오: {names.ko}.", f"Choose one of: {names.en}."), field
        )
    return words[key]


def changed(row: Changed, *columns: str) -> Changed:
    """Save named columns of a row that people saw before, under the next version."""
    row.version += 1
    row.save(update_fields=["version", *columns])
    return row


def next_number(rows: "models.QuerySet[models.Model]") -> int:
    """The number after the highest of rows that belong to one locked row."""
    return int(rows.aggregate(highest=models.Max("number"))["highest"] or 0) + 1


def own_organisation(actor: Actor) -> Organisation | None:
    """The organisation from whose office something is done."""
    return organisation_by_id(actor.office.organisation_id)


def keep_files(row: Row, files: Sequence[File], paper: str, *, actor: Actor, at: Moment) -> None:
    """Keep files with a row; works inside an act.

    Raises:
        Invalid: too many, or one cannot be kept, or holds a resident registration number.
    """
    if Attachment.objects.filter(case_id=row.pk, is_removed=False).count() + len(files) > MOST_FILES:
        raise Invalid(
            Words(
                f"파일은 {MOST_FILES}개까지 붙일 수 있습니다.", f"At most {MOST_FILES} files can be attached."
            ),
            "upload",
        )
    for upload in files:
        refuse_numbers_in_file(upload, "upload")
        attach(row, Incoming(paper, upload), actor=actor, at=instant(at))


def needs_file(files: Sequence[File]) -> None:
    """Refuse when nothing proves what is claimed.

    Raises:
        Invalid: there is no file.
    """
    if not files:
        raise Invalid(
            Words(
                "증빙 파일을 하나 이상 붙이십시오. 사진이나 시험 결과도 됩니다.",
                "Attach at least one file as evidence; a photo or a test result will do.",
            ),
            "upload",
        )
