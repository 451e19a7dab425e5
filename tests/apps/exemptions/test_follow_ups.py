"""Follow-up sessions: an outcome agrees with the project's tools, one a project, and the sum fits or nothing is closed."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from madang.apps.exemptions.acts.follow_ups import (
    NewSession,
    ReportedResult,
    ReportedSession,
    close_follow_up,
    open_follow_up,
    report_follow_up,
    withdraw_follow_up_outcome,
)
from madang.apps.exemptions.acts.record import (
    ReportedOutcome,
    ReportedProject,
    ReportedTool,
    record_outcome,
    record_project,
    record_tool,
)
from madang.apps.exemptions.models import FollowUp, Project, Tool
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.exemptions.queries.record import project_facts, projects_in_zone
from madang.apps.exemptions.rules.follow_ups import agrees, sum_of, tally
from madang.core import clock
from madang.core.acts import Invalid
from madang.core.authority import Actor, OfficeKind, Refused
from madang.core.models import Event
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.follow_up_builders import AT, HELD, a_project, a_session, noted, the_ministry
from tests.apps.zones.builders import RECORD, a_zone, day
from tests.people import an_actor

pytestmark = pytest.mark.django_db
EXTENDED = (EXEMPTION, "extended")


@pytest.mark.parametrize(
    ("outcome", "tools", "fits"),
    [
        ("extended", [(EXEMPTION, "extended")], True),
        ("extended", [(EXEMPTION, "running")], False),
        ("extended", [(INTERIM_PERMIT, "extended")], False),
        ("interim_permit", [(EXEMPTION, "bridged"), (INTERIM_PERMIT, "active")], True),
        ("interim_permit", [(INTERIM_PERMIT, "extended")], False),
        ("interim_permit", [(INTERIM_PERMIT, "tabled")], False),
        ("permit_extended", [(INTERIM_PERMIT, "deemed")], True),
        ("permit_extended", [(INTERIM_PERMIT, "active")], False),
        ("revised", [(EXEMPTION, "normalised")], True),
        ("revised", [(EXEMPTION, "closed")], False),
        ("ended", [(EXEMPTION, "closed")], True),
        ("ended", [(EXEMPTION, "bridged"), (INTERIM_PERMIT, "active")], False),
        ("ended", [(EXEMPTION, "drafting")], False),
    ],
)
def test_outcome_agrees_only_with_tools_that_stand_there(outcome, tools, fits):
    assert agrees(outcome, [Tool(kind=kind, state=state) for kind, state in tools]) is fits


def test_session_whose_sum_does_not_fit_is_refused_with_the_sum_and_closes_when_it_fits():
    ministry = the_ministry()
    session = a_session(3, ministry)
    noted(session, a_project("가", EXTENDED), "extended", ministry)
    noted(session, a_project("나", (EXEMPTION, "normalised")), "revised", ministry)
    with pytest.raises(Invalid) as refused:
        close_follow_up(actor=ministry, follow_up=session, at=AT)
    assert "2건 = 종료 1 + 실증특례 연장 1" in refused.value.words.ko
    assert "1건의 결과가 더 필요합니다" in refused.value.words.ko
    assert "took up 3" in refused.value.words.en
    assert FollowUp.objects.get().closed_on is None
    noted(
        session,
        a_project("다", (EXEMPTION, "bridged"), (INTERIM_PERMIT, "active")),
        "interim_permit",
        ministry,
    )
    closed = close_follow_up(actor=ministry, follow_up=session, at=AT)
    assert (closed.ended, closed.interim_permit, closed.permit_extended, closed.extended) == (1, 1, 0, 1)
    assert closed.is_whole
    assert Event.objects.get(name="exemptions.follow_up_closed").facts["sum_en"].startswith("3 = ended 1")
    for again in (
        lambda: close_follow_up(actor=ministry, follow_up=session, at=AT),
        lambda: noted(session, a_project("라", EXTENDED), "extended", ministry),
    ):
        with pytest.raises(Invalid, match="closed session"):
            again()


def test_project_noted_twice_and_too_many_projects_are_refused_and_a_slip_is_taken_back():
    ministry, project = the_ministry(), a_project("가", EXTENDED)
    session = a_session(1, ministry)
    noted(session, project, "extended", ministry)
    with pytest.raises(Invalid, match="has an outcome in this session") as refused:
        noted(session, project, "extended", ministry)
    assert refused.value.field == "project"
    noted(session, a_project("나", EXTENDED), "extended", ministry)
    with pytest.raises(Invalid) as over:
        close_follow_up(actor=ministry, follow_up=session, at=AT)
    assert "1건이 더 많습니다" in over.value.words.ko
    slip = session.outcomes.get(project=project)
    withdraw_follow_up_outcome(actor=ministry, follow_up=session, result=slip, at=AT)
    with pytest.raises(Invalid, match="taken back already"):
        withdraw_follow_up_outcome(actor=ministry, follow_up=session, result=slip, at=AT)
    assert close_follow_up(actor=ministry, follow_up=session, at=AT).extended == 1


def test_outcome_against_the_tools_is_refused_when_noted_and_again_when_closed():
    ministry, project = the_ministry(), a_project("가", (EXEMPTION, "running"))
    session = a_session(1, ministry)
    with pytest.raises(Invalid) as refused:
        noted(session, project, "extended", ministry)
    assert (refused.value.field, session.outcomes.count()) == ("outcome", 0)
    assert "‘실증특례 연장’으로 적으려면 기간이 연장된 실증특례가 있어야" in refused.value.words.ko
    Tool.objects.update(state="extended")
    noted(session, project, "extended", ministry)
    Tool.objects.update(state="cancelled")
    with pytest.raises(Invalid, match="there must be"):
        close_follow_up(actor=ministry, follow_up=session, at=AT)


def test_session_of_tomorrow_or_of_a_taken_day_or_on_no_project_is_not_opened():
    ministry = the_ministry()
    a_session(2, ministry)
    for held_on, total, field in (
        (HELD, 2, "held_on"),
        (date(2026, 7, 3), 2, "held_on"),
        (date(2026, 6, 1), 0, "total"),
    ):
        with pytest.raises(Invalid) as refused:
            open_follow_up(actor=ministry, session=NewSession(held_on, total), at=AT)
        assert refused.value.field == field
    with pytest.raises(Refused):
        a_session(2, an_actor(OfficeKind.PROVINCE, "busan", "busan"), date(2026, 6, 1))


def a_report(total: int | None, **stated: int) -> ReportedSession:
    return ReportedSession(
        day("2021-07-01"), Words("제6차 후속조치", "6th follow-up"), total=total, stated=stated
    )


def reported(session: ReportedSession, *results: ReportedResult) -> FollowUp:
    return report_follow_up(actor=RECORD, session=session, results=results, at=day("2021-07-01"))


def test_reported_sums_that_cannot_be_are_refused_and_short_ones_stay_open():
    zone = a_zone()
    project = Project.objects.create(zone=zone, title_public="가", is_record=True)
    two = ReportedResult(zone, "ended", project), ReportedResult(zone, "extended", project)
    named = [ReportedResult(zone, "ended", count=3)]
    for session, results, said in (
        (a_report(24, ended=2, interim_permit=5, extended=18), [], "exceed the total of 24"),
        (a_report(24, ended=2), [*two], "has an outcome in this session"),
        (a_report(24, ended=2), named, "More projects are named"),
        (a_report(24, over=2), [], "wrong name"),
    ):
        with pytest.raises(Invalid, match=said):
            reported(session, *results)
    short = reported(a_report(24, ended=2, interim_permit=5))
    assert (short.is_whole, short.is_public, short.extended) == (False, True, None)
    with pytest.raises(Invalid, match="of that day already"):
        reported(a_report(24, ended=2, interim_permit=5, extended=17))


def test_sum_is_told_in_both_languages_with_parts_that_are_there():
    whole = FollowUp(total=24, ended=2, interim_permit=5, extended=17)
    assert whole.is_whole
    assert sum_of(24, whole.stated).ko == "24건 = 종료 2 + 임시허가 5 + 실증특례 연장 17"
    assert tally(whole, []).missing == 24


def a_recorded(code: str = "", **term: str) -> tuple[Project, Tool]:
    zone = a_zone()
    new = ReportedProject("ex-1", zone, "블록체인 물류", day("2019-07-23"))
    project = record_project(actor=RECORD, project=new, at=day("2019-07-23"))
    days = {name: PartialDate.parse(text) for name, text in term.items()}
    tool = record_tool(
        actor=RECORD,
        project=project,
        tool=ReportedTool(EXEMPTION, day("2019-07-23"), **days),
        at=day("2019-07-23"),
    )
    if code:
        tool = record_outcome(
            actor=RECORD,
            tool=tool,
            outcome=ReportedOutcome(code, day("2021-07"), "위원회"),
            at=day("2021-07"),
        )
    return project, tool


def test_record_keeps_the_precision_of_its_sources_and_unknown_stays_unknown():
    project, tool = a_recorded(starts="2019-08", ends="2021-08")
    assert (tool.state, project.outcome) == ("reported", "unknown")
    assert (tool.ends_text, tool.ends_on, tool.granted_on) == ("2021-08", None, date(2019, 7, 23))
    assert [(term.starts_text, term.ends_text) for term in tool.terms.all()] == [("2019-08", "2021-08")]
    assert projects_in_zone(project.zone_id)[0].standing.en == "Not reported"
    assert project_facts(project) == []


def test_permit_on_record_follows_only_an_exemption_that_became_one():
    project, bridged = a_recorded("interim_permit")
    assert (bridged.state, Project.objects.get().outcome_text) == ("bridged", "2021-07")
    permit = record_tool(
        actor=RECORD, project=project, tool=ReportedTool(INTERIM_PERMIT, follows=bridged), at=day("2021-07")
    )
    for tool, code in ((permit, "extended"), (permit, "no-such")):
        with pytest.raises(Invalid, match="One of"):
            record_outcome(actor=RECORD, tool=tool, outcome=ReportedOutcome(code), at=day(""))
    with pytest.raises(NotLawful):
        record_outcome(actor=RECORD, tool=bridged, outcome=ReportedOutcome("ended"), at=day(""))
    with pytest.raises(Invalid, match="Only a permit can follow"):
        record_tool(actor=RECORD, project=project, tool=ReportedTool(EXEMPTION, follows=bridged), at=day(""))
    with pytest.raises(Invalid, match="stands in the record already"):
        record_project(actor=RECORD, project=ReportedProject("ex-1", project.zone, "다시"), at=day(""))


def test_what_was_reported_never_changes_a_project_that_is_at_work_here():
    project = a_project("가", (EXEMPTION, "running"))
    with pytest.raises(Invalid, match="at work here"):
        record_tool(actor=RECORD, project=project, tool=ReportedTool(EXEMPTION), at=day(""))
    with pytest.raises(NotLawful):
        record_outcome(actor=RECORD, tool=project.tools.get(), outcome=ReportedOutcome("ended"), at=day(""))
    assert project.tools.get().state == "running"


def signed_in(actor: Actor) -> Client:
    from madang.apps.accounts.models import Person

    client = Client()
    client.force_login(Person.objects.get(pk=actor.person_id), "django.contrib.auth.backends.ModelBackend")
    return client


def test_ministry_opens_notes_and_closes_a_session_on_the_web_and_nobody_sees_it_before():
    clock.set_demo(AT - clock.real_now())
    ministry, web = (actor := the_ministry()), signed_in(actor)
    project = a_project("자율주행 배송", EXTENDED)
    assert web.post("/follow-ups/new/", {"held_on": "2026-07-01", "total": "1"}).status_code == 302
    page = "/follow-ups/2026-07-01/"
    assert Client().get(page).status_code == 404
    assert Client().get("/follow-ups/new/").status_code == 404
    assert "자율주행 배송" not in Client().get("/follow-ups/").content.decode()
    refused = web.post(f"{page}close/", {"once": ""})
    assert "1건의 결과가 더 필요합니다" in refused.content.decode()
    wrong = web.post(f"/en{page}note/", {"project": project.pk, "outcome": "interim_permit"})
    assert "there must be an interim permit in force" in wrong.content.decode()
    assert web.post(f"{page}note/", {"project": project.pk, "outcome": "extended"}).url == page
    row = FollowUp.objects.get()
    stale = web.post(f"{page}close/", {"once": "", "seen": row.version - 1})
    assert "다른 사람이 내용을 바꾸었습니다" in stale.content.decode()
    assert web.post(f"{page}close/", {"once": "", "seen": row.version}).url == page
    told = Client().get(page).content.decode()
    assert "1건 = 실증특례 연장 1" in told
    assert "자율주행 배송" in told
    assert "지금 할 수 있는 일" not in web.get(page).content.decode()
    late = web.post(f"/en{page}close/", {"once": ""}).content.decode()
    assert "The outcomes of a closed session cannot be changed." in late
    assert ministry.kind is OfficeKind.MINISTRY


def test_list_and_page_cost_the_same_queries_at_one_session_and_at_three():
    zone = a_zone()
    for number in range(3):
        session = ReportedSession(
            day(f"2021-07-0{number + 1}"), Words(f"{number}차", f"no. {number}"), total=2, stated={"ended": 2}
        )
        projects = [
            Project.objects.create(zone=zone, title_public=f"{number}-{n}", is_record=True) for n in (0, 1)
        ]
        results = [ReportedResult(zone, "ended", project) for project in projects[: number + 1]]
        report_follow_up(actor=RECORD, session=session, results=results, at=day("2021-07-01"))
    with translation.override("ko"):
        counts = [_queries(f"/follow-ups/2021-07-0{n}/") for n in (1, 2, 3)]
        assert len(set(counts)) == 1, counts
        assert _queries("/follow-ups/") <= counts[0]


def _queries(path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path).status_code == 200
    return len(asked)
