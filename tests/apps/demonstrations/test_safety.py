"""Safety: inspections on four points, incidents that reach two desks at once, claims with their clocks, and who may read."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from madang.apps.demonstrations.acts.claims import (
    NewClaim,
    pay_claim,
    refuse_claim,
    report_claim,
    report_claim_outcome,
)
from madang.apps.demonstrations.acts.incidents import Report, close_incident, handle_incident, report_incident
from madang.apps.demonstrations.acts.inspections import (
    Found,
    Inspected,
    confirm_remedy,
    inspect_demonstration,
    reexamine_danger,
    remedy_defect,
)
from madang.apps.demonstrations.listeners import mail_incident
from madang.apps.demonstrations.models import Claim, Defect, Incident, Inspection
from madang.apps.exemptions.models import Cover, Tool
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.demonstrations.builders import TODAY, a_firm, a_project, ministry, noon, province
from tests.apps.selection.web import at as set_clock
from tests.apps.selection.web import signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db
NUMBER = "900101-1234568"
DAY = timedelta(days=1)


def a_tool(firm: Actor) -> Tool:
    """A running exemption of a firm in Busan, granted the day before."""
    province()
    tool = a_project(firm, state="running").tools.get()
    tool.granted_on, tool.starts_on, tool.ends_on = TODAY - DAY, TODAY - DAY, date(2027, 3, 1)
    tool.save()
    return tool


def a_report(**more) -> Report:
    """A danger without harm."""
    given = {
        "happened_at": noon() - timedelta(minutes=20), "place": "문현동 물류센터 앞", "what": "로봇이 멈추지 않았습니다.",
        "harm": "none", "is_dangerous": True,
    }  # fmt: skip
    return Report(**given | more)


def an_incident(firm: Actor, tool: Tool) -> Incident:
    """A reported incident."""
    return report_incident(actor=firm, tool=tool, report=a_report(), at=noon())


def waiting(row) -> set[str]:
    """The kinds of office on whose desks a row stands."""
    return set(Duty.objects.filter(case_id=row.pk, is_open=True).values_list("office_kind", flat=True))


def seen(**more: Found) -> dict[str, Found]:
    """Four points, kept unless told otherwise."""
    return {key: Found("kept") for key in ("conditions", "cover", "notice", "safety")} | more


def test_an_incident_is_on_two_desks_with_the_report_and_in_the_mail_of_their_people():
    firm, official = a_firm(), ministry()
    tool = a_tool(firm)
    row = an_incident(firm, tool)
    assert waiting(row) == {"province", "ministry"}
    mail_incident(Event.objects.get(name="demonstrations.incident_reported"))
    told = {address for message in mail.outbox for address in message.to}
    assert len(told) == 2
    assert not any("멈추지" in message.body for message in mail.outbox)
    assert row.path in signed_in(official).get("/desk/").content.decode() or row.number in text_of(
        signed_in(official).get("/safety/")
    )


def test_measures_make_the_timeline_of_an_incident_and_the_local_government_closes_it():
    firm, local = a_firm(), province()
    row = an_incident(firm, a_tool(firm))
    with pytest.raises(NotLawful):
        close_incident(actor=local, incident=row, cause="밝혀지지 않음", at=noon())
    row = handle_incident(actor=firm, incident=row, kind="stop", text="모든 로봇을 세웠습니다.", at=noon())
    row = handle_incident(
        actor=ministry(), incident=row, kind="other", text="합동 조사를 시작했습니다.", at=noon()
    )
    with pytest.raises(Refused):
        close_incident(actor=firm, incident=row, cause="조작 실수", at=noon())
    row = close_incident(actor=local, incident=row, cause="브레이크 부품 결함", at=noon())
    assert (row.state, waiting(row)) == ("closed", set())
    with pytest.raises(NotLawful):
        handle_incident(actor=firm, incident=row, kind="fix", text="늦은 조치", at=noon())
    shown = text_of(signed_in(local).get(row.path))
    assert all(
        words in shown
        for words in ("모든 로봇을 세웠습니다.", "합동 조사를 시작했습니다.", "브레이크 부품 결함")
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"happened_at": noon() + DAY}, "future"),
        ({"happened_at": noon() - 30 * DAY}, "before the tool was granted"),
        ({"harm": "injury"}, "does not fit"),
        ({"harm": "none", "harmed": 2}, "does not fit"),
        ({"harm": "fire"}, "Choose one of"),
        ({"what": "  "}, "what happened"),
        ({"what": f"피해자 {NUMBER}"}, "resident registration number"),
        ({"place": "가" * 201}, "too long"),
    ],
)
def test_a_report_that_cannot_be_is_refused_and_nothing_is_kept(more, said):
    firm = a_firm()
    tool = a_tool(firm)
    with pytest.raises(Invalid, match=said):
        report_incident(actor=firm, tool=tool, report=a_report(**more), at=noon())
    assert Incident.objects.count() == 0


def test_a_resident_number_in_the_name_of_a_photo_is_refused_before_it_is_kept():
    firm = a_firm()
    photo = SimpleUploadedFile(f"{NUMBER}.txt", b"x")
    with pytest.raises(Invalid, match="resident registration number"):
        report_incident(actor=firm, tool=a_tool(firm), report=a_report(), files=[photo], at=noon())
    assert Incident.objects.count() == 0


def test_nothing_is_reported_about_a_tool_that_is_not_in_force():
    firm = a_firm()
    tool = a_tool(firm)
    Tool.objects.filter(pk=tool.pk).update(state="tabled")
    with pytest.raises(Invalid, match="not in force"):
        report_incident(actor=firm, tool=tool, report=a_report(), at=noon())


def test_a_defect_goes_from_the_inspection_over_the_firm_to_its_confirmation():
    firm, local = a_firm(), province()
    tool = a_tool(firm)
    points = seen(safety=Found("defect", "비상정지 단추가 없습니다.", TODAY + 7 * DAY))
    found = Inspected(TODAY, points, "문현동", is_dangerous=True)
    row = inspect_demonstration(actor=local, tool=tool, inspection=found, at=noon())
    (defect,) = row.defects.all()
    assert (waiting(row), waiting(defect)) == ({"ministry"}, {"firm"})
    with pytest.raises(Invalid, match="nothing to confirm"):
        confirm_remedy(actor=local, defect=defect, at=noon())
    with pytest.raises(Refused):
        remedy_defect(actor=a_firm("b-firm"), defect=defect, remedy="남의 것", at=noon())
    defect = remedy_defect(actor=firm, defect=defect, remedy="단추를 달았습니다.", at=noon())
    assert waiting(defect) == {"province"}
    confirm_remedy(actor=local, defect=defect, at=noon())
    reexamine_danger(
        actor=ministry(), inspection=row, reexamination="운행 속도를 낮추게 했습니다.", at=noon()
    )
    assert waiting(row) == waiting(defect) == set()
    shown = text_of(signed_in(firm).get(row.path))
    assert all(
        words in shown for words in ("비상정지 단추가 없습니다.", "단추를 달았습니다.", "운행 속도를 낮추게")
    )


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({"conditions": Found("kept")}, "Choose what was found"),
        (seen(safety=Found("defect", "", TODAY)), "what is to be mended"),
        (seen(safety=Found("defect", "고칠 것")), "by when"),
        (seen(safety=Found("defect", "고칠 것", TODAY - DAY)), "before the inspection"),
        (seen(safety=Found("fine")), "Choose one of"),
    ],
)
def test_an_inspection_says_something_on_every_point_or_is_refused(points, said):
    local, firm = province(), a_firm()
    tool = a_tool(firm)
    with pytest.raises(Invalid, match=said):
        inspect_demonstration(actor=local, tool=tool, inspection=Inspected(TODAY, points), at=noon())
    assert Inspection.objects.count() == Defect.objects.count() == 0


def a_claim(firm: Actor, tool: Tool, **more) -> Claim:
    """A claim of a user for property."""
    given = {
        "claimed_on": TODAY,
        "harm": "property",
        "is_user": True,
        "is_told_of_cover": True,
        "amount": 500_000,
    }
    return report_claim(actor=firm, tool=tool, claim=NewClaim(**given | more), at=noon())


def due_days(claim: Claim) -> dict[str, date]:
    """The open clocks of a claim."""
    clocks = Duty.objects.filter(case_id=claim.pk, is_clock=True, is_open=True)
    return dict(clocks.values_list("rule_id", "due_on"))


def test_without_insurance_thirty_days_run_from_the_claim_and_fifteen_from_the_payment():
    firm = a_firm()
    claim = a_claim(firm, a_tool(firm))
    assert due_days(claim) == {"LIA-06": date(2026, 4, 1)}
    paid_on = date(2026, 4, 10)
    claim = pay_claim(actor=firm, claim=claim, paid=500_000, settled_on=paid_on, at=noon(paid_on))
    assert due_days(claim) == {"LIA-06.outcome": date(2026, 4, 27)}
    late = Finding.objects.get(case_id=claim.pk, rule_id="LIA-06")
    assert late.status == "breached"
    report_claim_outcome(actor=firm, claim=claim, at=noon(date(2026, 4, 27)))
    assert Finding.objects.get(case_id=claim.pk, rule_id="LIA-06.outcome").status == "satisfied"
    assert due_days(claim) == {}


def test_an_insured_claim_may_be_refused_with_its_reasons_and_only_once():
    firm = a_firm()
    tool = a_tool(firm)
    Cover.objects.create(
        tool=tool, kind="insurance", begins_on=TODAY, ends_on=date(2027, 3, 1), filed_on=TODAY
    )
    claim = a_claim(firm, tool)
    assert due_days(claim) == {}
    with pytest.raises(Invalid, match="reasons"):
        refuse_claim(actor=firm, claim=claim, refusal=" ", settled_on=TODAY, at=noon())
    claim = refuse_claim(actor=firm, claim=claim, refusal="이용자의 고의입니다.", settled_on=TODAY, at=noon())
    assert due_days(claim) == {"LIA-06.outcome": date(2026, 3, 17)}
    with pytest.raises(NotLawful):
        pay_claim(actor=firm, claim=claim, paid=1, settled_on=TODAY, at=noon())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"claimed_on": TODAY + DAY}, "not come yet"),
        ({"claimed_on": TODAY - 2 * DAY}, "before the tool was granted"),
        ({"amount": 0}, "more than zero"),
        ({"harm": "anger"}, "Choose one of"),
    ],
)
def test_a_claim_that_cannot_be_is_refused(more, said):
    firm = a_firm()
    tool = a_tool(firm)
    with pytest.raises(Invalid, match=said):
        a_claim(firm, tool, **more)


def test_no_firm_and_no_stranger_reads_the_safety_of_another_firm(client):
    firm, local = a_firm(), province()
    tool = a_tool(firm)
    incident, claim = an_incident(firm, tool), a_claim(firm, tool)
    photo = SimpleUploadedFile("현장.txt", "사진".encode())
    found = Inspected(TODAY, seen())
    row = inspect_demonstration(actor=local, tool=tool, inspection=found, files=[photo], at=noon())
    mine = signed_in(firm)
    paths = (incident.path, claim.path, row.path)
    shown = "".join(text_of(mine.get(path)) for path in paths)
    assert "멈추지 않았습니다" in shown
    (file_path,) = [part.split('"')[0] for part in shown.split('href="') if part.startswith("/safety/files/")]
    assert mine.get(file_path).getvalue().decode() == "사진"
    strangers = [
        a_firm("b-firm"), province("daegu"), an_actor(OfficeKind.OTHER_MINISTRY, "me"), an_actor(OfficeKind.AGENCY, "x"),
        an_actor(OfficeKind.EVALUATOR, "e"),
    ]  # fmt: skip
    for reader in [client, *(signed_in(one) for one in strangers)]:
        assert {reader.get(path).status_code for path in (*paths, file_path)} == {404}
        assert reader.get(f"/demonstrations/tools/{tool.pk}/incident/").status_code == 404
    assert "멈추지" not in text_of(signed_in(a_firm("b-firm")).get("/safety/"))


def test_an_incident_is_reported_through_the_form_and_a_slip_keeps_what_was_typed():
    firm = a_firm()
    tool = a_tool(firm)
    set_clock(noon())
    mine = signed_in(firm)
    path = f"/demonstrations/tools/{tool.pk}/incident/"
    page = mine.get(path)
    fields = {
        "once": page.context["once"], "is_dangerous": "yes", "harm": "injury", "harmed": "0", "place": "문현동",
        "happened_at": datetime.strftime(noon() - timedelta(minutes=5), "%Y-%m-%dT%H:%M"), "what": "사람과 부딪혔습니다.",
    }  # fmt: skip
    wrong = mine.post(path, fields)
    assert "피해의 종류와 맞지 않습니다" in text_of(wrong)
    assert "사람과 부딪혔습니다." in text_of(wrong)
    sent = mine.post(path, fields | {"harmed": "1"}, follow=True)
    row = Incident.objects.get()
    assert sent.redirect_chain[-1][0].endswith(row.path)
    for prefix in ("", "/en"):
        assert row.number in text_of(mine.get(f"{prefix}/safety/"))
