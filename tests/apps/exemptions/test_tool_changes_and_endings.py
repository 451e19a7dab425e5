"""A change through the ministry that regulates; a correction and a cancellation with both sides heard and a vote."""

from datetime import date, timedelta

import pytest

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.ballots import Ballot
from madang.apps.exemptions.acts.changes import (
    answer_change,
    ask_change,
    consult_on_change,
    decide_change,
    extend_change_reply,
)
from madang.apps.exemptions.acts.endings import (
    apply_for_cancellation,
    cancel_tool,
    drop_measure,
    find_corrected,
    give_measure_opinion,
    order_correction,
    propose_measure,
    record_cancellation_vote,
    record_hearing,
    tell_stop,
)
from madang.apps.exemptions.acts.extensions import (
    Decision,
    Wish,
    ask_extension,
    decide_extension,
    pass_tool_request,
)
from madang.apps.exemptions.models import ToolMeasure, ToolRequest
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.apps.exemptions.queries.tools import tools_visible_to
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, noon
from tests.apps.exemptions.life_builders import a_running_tool, days_pass, extended, heard, revision_asked
from tests.apps.exemptions.tool_builders import CARRIED, LOST, ToolPlay
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
EARLY, ENDS, ASKED_BY = date(2023, 3, 2), date(2025, 3, 2), date(2025, 1, 2)
ON = date(2024, 5, 7)


def a_consulted_change(play: ToolPlay) -> ToolRequest:
    row = ask_change(actor=play.firm, tool=play.fresh(), what="시속 20km", reason="실증 결과", at=noon(ON))
    pass_tool_request(actor=play.local, tool_request=row, opinion="필요함", at=noon(ON))
    body = Organisation.objects.get(slug="molit")
    return consult_on_change(actor=play.ministry, tool_request=row, ministry=body, at=noon(ON))


def test_change_is_answered_within_thirty_days_and_thirty_more() -> None:
    play = a_running_tool(on=EARLY)
    row, ministry = a_consulted_change(play), play.ministries["molit"]
    clock = Duty.objects.get(case_id=row.pk, is_clock=True)
    assert (clock.rule_id, clock.started_on, clock.due_on) == ("EX-19", ON, date(2024, 6, 7))
    extend_change_reply(actor=ministry, tool_request=row, reason="자료 검토", at=noon(ON + DAY))
    clock.refresh_from_db()
    assert (clock.extensions, clock.due_on) == (1, date(2024, 7, 8))
    with pytest.raises(Invalid):
        extend_change_reply(actor=ministry, tool_request=row, reason="더 검토", at=noon(ON + DAY))
    given = {"tool_request": row, "is_in_favour": True, "opinion": "동의함", "at": noon(clock.due_on)}
    with pytest.raises(Refused):
        answer_change(actor=an_actor(OfficeKind.OTHER_MINISTRY, "npa"), **given)
    with pytest.raises(NotLawful):
        decide_change(actor=play.ministry, tool_request=row, is_approved=True, answer="사유", at=noon(ON))
    answer_change(actor=ministry, **given)
    assert Finding.objects.get(case_id=row.pk, rule_id="EX-19").status == "satisfied"
    with pytest.raises(NotLawful):
        answer_change(actor=ministry, **given)
    decided = {"actor": play.ministry, "tool_request": row, "at": noon(clock.due_on)}
    for approved, answer, field in ((None, "사유", "is_approved"), (True, "", "answer")):
        with pytest.raises(Invalid) as refused:
            decide_change(is_approved=approved, answer=answer, **decided)
        assert refused.value.field == field
    decide_change(is_approved=True, answer="안전함", **decided)
    assert ToolRequest.objects.get(pk=row.pk).state == "approved"


def test_request_of_one_kind_is_never_decided_as_another() -> None:
    play = a_running_tool(on=EARLY)
    change = a_consulted_change(play)
    answer_change(
        actor=play.ministries["molit"], tool_request=change, is_in_favour=True, opinion="동의", at=noon(ON)
    )
    decision = Decision(True, "사유", date(2027, 3, 2))
    with pytest.raises(Invalid, match="no extension"):
        decide_extension(actor=play.ministry, tool_request=change, decision=decision, at=noon(ON))
    wish = Wish(date(2027, 3, 2), "법령 미정비")
    extension = ask_extension(actor=play.firm, tool=play.fresh(), wish=wish, at=noon(ON))
    pass_tool_request(actor=play.local, tool_request=extension, opinion="", at=noon(ON))
    with pytest.raises(Invalid, match="no change"):
        decide_change(
            actor=play.ministry, tool_request=extension, is_approved=True, answer="사유", at=noon(ON)
        )
    assert (play.fresh().state, play.fresh().extensions_used) == ("running", 0)


def test_change_is_refused_input_that_cannot_be_and_late_answers_are_kept_as_late() -> None:
    play = a_running_tool(on=EARLY)
    for what, reason, field in (
        ("", "이유", "what"),
        ("내용", " ", "reason"),
        ("900101-1234568", "이유", "what"),
    ):
        with pytest.raises(Invalid) as refused:
            ask_change(actor=play.firm, tool=play.fresh(), what=what, reason=reason, at=noon(ON))
        assert refused.value.field == field
    with pytest.raises(Refused):
        ask_change(actor=a_firm("rival"), tool=play.fresh(), what="내용", reason="이유", at=noon(ON))
    row = a_consulted_change(play)
    with pytest.raises(Invalid, match="already being examined"):
        ask_change(actor=play.firm, tool=play.fresh(), what="내용", reason="이유", at=noon(ON))
    answer_change(
        actor=play.ministries["molit"],
        tool_request=row,
        is_in_favour=False,
        opinion="위험",
        at=noon(date(2024, 6, 8)),
    )
    assert Finding.objects.get(case_id=row.pk, rule_id="EX-19").status == "breached"
    decide_change(
        actor=play.ministry, tool_request=row, is_approved=False, answer="위험", at=noon(date(2024, 6, 9))
    )
    assert play.fresh().state == "running"


@pytest.mark.parametrize("kind", ["exemption", INTERIM_PERMIT])
def test_corrected_tool_goes_on_in_the_state_it_came_from(kind: str) -> None:
    play = heard(a_running_tool(kind, on=EARLY), "condition_unmet", on=ON)
    came_from = play.fresh().state
    given = {"actor": play.ministry, "tool": play.fresh()}
    with pytest.raises(Invalid, match="a day after today"):
        order_correction(order="감속", due_on=ON, at=noon(ON), **given)
    with pytest.raises(Invalid, match="what is to be corrected"):
        order_correction(order="", due_on=ON + DAY, at=noon(ON), **given)
    order_correction(order="감속", due_on=ON + 30 * DAY, at=noon(ON), **given)
    tool = play.fresh()
    assert (tool.state, tool.measure_due_on) == ("correcting", ON + 30 * DAY)
    find_corrected(actor=play.ministry, tool=tool, found="확인함", at=noon(ON + 9 * DAY))
    assert play.fresh().state == came_from
    assert ToolMeasure.objects.get().closed_on == ON + 9 * DAY


@pytest.mark.parametrize(
    ("kind", "state"), [("exemption", "extended"), ("exemption", "continuing"), (INTERIM_PERMIT, "deemed")]
)
def test_corrected_tool_in_a_later_term_goes_back_to_that_term(kind: str, state: str) -> None:
    play = a_running_tool(kind, on=EARLY)
    if state == "continuing":
        days_pass(revision_asked(play, on=ASKED_BY), ENDS + DAY)
    else:
        extended(play, date(2026, 3, 2), on=ASKED_BY)
    on = date(2025, 6, 3)
    if state == "deemed":
        on = date(2026, 3, 3)
        days_pass(play, on)
    assert play.fresh().state == state
    heard(play, "condition_unmet", on=on)
    order_correction(actor=play.ministry, tool=play.fresh(), order="감속", due_on=on + DAY, at=noon(on))
    find_corrected(actor=play.ministry, tool=play.fresh(), found="확인함", at=noon(on + DAY))
    assert play.fresh().state == state


def test_false_means_are_cancelled_on_the_local_governments_application_and_never_corrected() -> None:
    play = heard(a_running_tool(on=EARLY), "false_means", on=ON)
    record_cancellation_vote(actor=play.secretary, tool=play.fresh(), ballot=CARRIED, at=noon(ON))
    given = {"actor": play.ministry, "tool": play.fresh(), "at": noon(ON)}
    with pytest.raises(NotLawful, match="must be applied for and was not"):
        cancel_tool(reason="거짓 서류", gazette_number="고시 1호", **given)
    apply_for_cancellation(
        actor=play.local, tool=play.fresh(), ground="false_means", reason="거짓 서류", at=noon(ON)
    )
    with pytest.raises(NotLawful, match="false means must lead to cancellation"):
        order_correction(order="다시 제출", due_on=ON + DAY, **given)
    with pytest.raises(Invalid, match="applied for already"):
        apply_for_cancellation(
            actor=play.local, tool=play.fresh(), ground="false_means", reason="거짓", at=noon(ON)
        )
    cancel_tool(reason="거짓 서류", gazette_number="고시 1호", **given)
    assert play.fresh().state == "cancelled"


def test_nothing_is_cancelled_without_both_hearings_and_a_vote_that_carried() -> None:
    play = a_running_tool(on=EARLY)
    cancels = {"reason": "목적 달성 불가", "gazette_number": "고시 1호"}
    ministry = {"actor": play.ministry, "tool": play.fresh(), "at": noon(ON)}
    with pytest.raises(Invalid, match="No measure is under way"):
        cancel_tool(**cancels, **ministry)
    with pytest.raises(Invalid, match="Choose a ground"):
        propose_measure(ground="dislike", reason="사유", **ministry)
    assert play.tool.pk in set(tools_visible_to(play.secretary).values_list("pk", flat=True))
    propose_measure(ground="aim_impossible", reason="사유", **ministry)
    with pytest.raises(NotLawful, match="the local government was not heard"):
        cancel_tool(**cancels, **ministry)
    give_measure_opinion(actor=play.local, tool=play.fresh(), opinion="반대", at=noon(ON))
    for held_on in (ON - DAY, ON + DAY):
        with pytest.raises(Invalid, match="The hearing lies between"):
            record_hearing(held_on=held_on, record_text="청문", **ministry)
    with pytest.raises(NotLawful, match="no formal hearing"):
        cancel_tool(**cancels, **ministry)
    record_hearing(held_on=ON, record_text="청문", **ministry)
    with pytest.raises(NotLawful, match="without a vote"):
        cancel_tool(**cancels, **ministry)
    record_cancellation_vote(actor=play.secretary, tool=play.fresh(), ballot=LOST, at=noon(ON))
    with pytest.raises(Invalid, match="numbers do not fit"):
        record_cancellation_vote(
            actor=play.secretary, tool=play.fresh(), ballot=Ballot("사유", 40, 20, 21), at=noon(ON)
        )
    with pytest.raises(NotLawful, match="without a vote"):
        cancel_tool(**cancels, **ministry)
    record_cancellation_vote(actor=play.secretary, tool=play.fresh(), ballot=CARRIED, at=noon(ON))
    with pytest.raises(Refused):
        cancel_tool(**cancels, **ministry | {"actor": play.local})
    cancel_tool(**cancels, **ministry)
    stop = {"actor": play.firm, "tool": play.fresh(), "at": noon(ON + DAY)}
    assert Duty.objects.get(case_id=play.tool.pk, is_open=True).what_en.startswith("Stop the business")
    with pytest.raises(Invalid, match="until today"):
        tell_stop(stopped_on=ON + 2 * DAY, **stop)
    tell_stop(stopped_on=ON + DAY, **stop)
    assert Event.objects.get(name="exemptions.tool_stopped").facts["carried_out"] is True
    assert not Duty.objects.filter(case_id=play.tool.pk, is_open=True).exists()


def test_measure_is_dropped_when_its_ground_is_gone_and_one_runs_at_a_time() -> None:
    play = heard(a_running_tool(INTERIM_PERMIT, on=EARLY), "safety_problem", on=ON)
    given = {"actor": play.ministry, "tool": play.fresh(), "at": noon(ON)}
    with pytest.raises(Invalid, match="already under way"):
        propose_measure(ground="condition_unmet", reason="사유", **given)
    drop_measure(outcome="문제가 없음", **given)
    with pytest.raises(Invalid, match="No measure is under way"):
        drop_measure(outcome="문제가 없음", **given)
    assert play.fresh().state == "active"


def test_last_vote_on_a_cancellation_counts_when_the_committee_votes_again() -> None:
    play = heard(a_running_tool(on=EARLY), "aim_impossible", on=ON)
    given = {"actor": play.ministry, "reason": "목적 달성 불가", "gazette_number": "고시 1호"}
    for ballot, on in ((CARRIED, ON), (LOST, ON + DAY)):
        record_cancellation_vote(actor=play.secretary, tool=play.fresh(), ballot=ballot, at=noon(on))
    with pytest.raises(NotLawful, match="without a vote"):
        cancel_tool(tool=play.fresh(), at=noon(ON + DAY), **given)
    record_cancellation_vote(actor=play.secretary, tool=play.fresh(), ballot=CARRIED, at=noon(ON + 2 * DAY))
    assert cancel_tool(tool=play.fresh(), at=noon(ON + 2 * DAY), **given).state == "cancelled"
