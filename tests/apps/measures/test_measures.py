"""Measures and tasks: a table taken over whole or not at all, dates that move with their reason, proof, targets."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from madang.apps.measures.acts.targets import NewTarget, report_figure, set_target
from madang.apps.measures.acts.tasks import begin_task, drop_task, finish_task, move_task, reopen_task
from madang.apps.measures.models import Measure, Task
from madang.apps.measures.queries.measures import progress_of, targets
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty
from madang.kernel.workflow import NotLawful
from tests.apps.measures.builders import (
    AT,
    HEADER,
    OWNER,
    a_measure,
    a_task,
    busan,
    ministry,
    rows,
    saved,
    workbook,
    written,
)
from tests.apps.selection.web import signed_in
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def send(client, data: bytes, name: str, button: str = "take"):
    page = client.get(reverse("measures:import"))
    upload = SimpleUploadedFile(name, data)
    return client.post(
        reverse("measures:import"), {"once": page.context["once"], "table": upload, button: "1"}
    )


def test_eight_hundred_and_ninety_tasks_come_in_at_once_with_an_event_each():
    actor, owner = ministry(), busan()
    client = signed_in(actor)
    looked = send(client, saved(workbook(rows(63, 890))), "과제.xlsx", "look")
    assert "대책 63개, 과제 890개" in looked.content.decode()
    assert Task.objects.count() == 0
    assert send(client, saved(workbook(rows(63, 890))), "과제.xlsx").status_code == 302
    assert (Measure.objects.count(), Task.objects.count()) == (63, 890)
    assert Event.objects.filter(name="measures.task_added").count() == 890
    assert Duty.objects.filter(organisation_id=owner.office.organisation_id, is_open=True).count() == 890
    again = send(client, saved(workbook(rows(63, 890))), "과제.xlsx")
    assert again.status_code == 422
    assert "이미 등록된 과제 번호입니다" in again.content.decode()
    assert Task.objects.count() == 890


def test_every_fault_of_a_table_is_told_with_its_row_and_nothing_is_kept():
    busan()
    table = [
        HEADER,
        ["1", "대책", "1", "과제", OWNER, "2027-02-30", ""],
        ["1", "대책", "2", "과제", "없는 기관", "", ""],
        ["1", "대책", "3", "", OWNER, "", ""],
        ["1", "대책", "4", "가", OWNER, "2027", ""],
        ["1", "대책", "4", "나", OWNER, "", ""],
        ["1", "다른 이름", "5", "다", OWNER, "", ""],
        ["1", "대책", "6", "라", OWNER, "", "주민번호 900101-1234568"],
    ]  # fmt: skip
    page = send(signed_in(ministry()), written(table, "cp949"), "과제.csv")
    told = {(fault.row, fault.column) for fault in page.context["faults"]}
    assert told == {
        (2, "기한"),
        (3, "담당 기관"),
        (4, "과제명"),
        (6, "과제 번호"),
        (7, "대책명"),
        (8, "내용"),
    }
    assert page.status_code == 422
    assert Task.objects.count() == Measure.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (written([["번호", "이름"], ["1", "가"]]), "첫 줄에 이 칸이 없습니다"),
        ("대책 번호,대책명\n1,".encode() + b"\xff\xfe", "인코딩"),
        (written([HEADER]), "표에 과제가 없습니다"),
    ],
)
def test_a_table_that_cannot_be_read_is_answered_with_what_to_do(data, said):
    page = send(signed_in(ministry()), data, "과제.csv")
    assert said in page.content.decode()
    assert Measure.objects.count() == 0


def test_a_moved_date_keeps_the_one_before_with_its_reason_for_everybody(client):
    owner = busan()
    task = a_task(owner)
    with pytest.raises(Invalid, match="Write why"):
        move_task(actor=owner, task=task, due="2027-03-31", reason=" ", at=AT)
    with pytest.raises(Invalid, match="another date"):
        move_task(actor=owner, task=task, due="2026. 12. 31.", reason="늦어짐", at=AT)
    move_task(actor=owner, task=task, due="2027-03-31", reason="장비 도입이 늦어졌습니다", at=AT)
    move_task(actor=owner, task=task, due="2027-06", reason="인증이 남았습니다", at=AT)
    slips = [(slip.before_text, slip.after_text, slip.days) for slip in task.slips.all()]
    assert slips == [("2026-12-31", "2027-03-31", 90), ("2027-03-31", "2027-06", None)]
    shown = client.get(reverse("measures:task", args=[task.pk])).content.decode()
    assert "장비 도입이 늦어졌습니다" in shown
    assert "+90일" in shown
    (duty,) = Duty.objects.filter(case_id=task.pk, is_open=True)
    assert duty.due_on.isoformat() == "2027-06-30"


def test_a_task_is_done_only_with_its_proof_and_only_by_its_owner():
    owner, other = busan(), an_actor(OfficeKind.PROVINCE, "daegu-city", "daegu")
    task = begin_task(actor=owner, task=a_task(owner), at=AT)
    with pytest.raises(Refused):
        finish_task(actor=other, task=task, proof="남의 과제", at=AT)
    with pytest.raises(Invalid, match="shows that it is done"):
        finish_task(actor=owner, task=task, proof="", at=AT)
    with pytest.raises(Invalid, match="no web address"):
        finish_task(actor=owner, task=task, proof="고시", proof_link="javascript:alert(1)", at=AT)
    task = finish_task(
        actor=owner, task=task, proof="고시 제2026-1호", proof_link="https://example.org/1", at=AT
    )
    assert not Duty.objects.filter(case_id=task.pk, is_open=True).exists()
    with pytest.raises(NotLawful):
        drop_task(actor=owner, task=task, reason="늦었습니다", at=AT)
    with pytest.raises(Refused):
        reopen_task(actor=owner, task=task, reason="다시", at=AT)
    task = reopen_task(actor=ministry(), task=task, reason="증빙이 다릅니다", at=AT)
    assert (task.state, task.done_on) == ("begun", None)
    assert Duty.objects.filter(case_id=task.pk, is_open=True).count() == 1


def test_what_is_late_is_counted_by_the_day_of_the_reader():
    owner, measure = busan(), a_measure()
    for number, due in (("1", "2026-08-31"), ("2", "2026-09"), ("3", "")):
        a_task(owner, number, due, measure)
    counted = progress_of([measure], AT.date())[measure.pk]
    assert (counted.total, counted.late, counted.done) == (3, 1, 0)


def test_a_target_shows_the_way_so_far_with_its_sum_and_its_sources(client):
    actor = ministry()
    new = NewTarget(
        "clusters-2027",
        "글로벌 혁신클러스터",
        "곳",
        Decimal(10),
        2027,
        ["https://example.org/t"],
        "Clusters",
        "clusters",
        True,
    )
    target = set_target(actor=actor, target=new, at=AT)
    assert targets()[0].percent is None
    report_figure(
        actor=actor,
        target=target,
        value=Decimal(7),
        as_of="2025-05",
        sources=["https://example.org/f"],
        at=AT,
    )
    with pytest.raises(Invalid, match="figure of that day"):
        report_figure(
            actor=actor,
            target=target,
            value=Decimal(8),
            as_of="2025-05",
            sources=["https://example.org/f"],
            at=AT,
        )
    with pytest.raises(Invalid, match="source"):
        report_figure(actor=actor, target=target, value=Decimal(8), as_of="2026", sources=[], at=AT)
    for path in ("/targets/", "/en/targets/"):
        assert "7 ÷ 10 = 70%" in client.get(path).content.decode()


def test_pages_are_open_to_everybody_and_their_forms_to_the_ministry_alone(client):
    owner = busan()
    task = a_task(owner)
    for path in ("/measures/", f"/measures/{task.measure.number}/", task.path, "/targets/"):
        assert client.get(path).status_code == client.get(f"/en{path}").status_code == 200
    for path in (
        "/measures/new/",
        "/measures/import/",
        "/measures/1/tasks/new/",
        "/targets/new/",
        f"{task.path}finish/",
    ):
        assert client.get(path).status_code == 404
    for path in (
        "/measures/new/",
        "/measures/import/",
        "/measures/1/tasks/new/",
        "/targets/new/",
        f"{task.path}move/",
    ):
        assert signed_in(ministry()).get(path).status_code == 200
    mine = signed_in(owner)
    assert "실증 기반 조성" in mine.get("/measures/").content.decode()
    page = mine.get(f"{task.path}move/")
    sent = {"once": page.context["once"], "seen": task.version, "due": "2027-02-30", "reason": "늦음"}
    assert "없는 날짜" in mine.post(f"{task.path}move/", sent).content.decode()
    assert mine.post(f"{task.path}move/", sent | {"due": "2027-02-28"}).status_code == 302


def test_address_with_a_sign_that_no_text_can_hold_is_no_measure(client):
    for who in (client, signed_in(ministry())):
        assert who.get("/measures/%00/").status_code == who.get("/en/measures/1%00/").status_code == 404
        assert who.get("/measures/%00/tasks/new/").status_code == 404
