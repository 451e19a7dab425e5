"""Application, supplements with their pauses, return; and the clock of ninety days."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from madang.apps.selection.acts.applications import (
    Application,
    Return,
    apply_for_designation,
    ask_supplement,
    file_supplement,
    return_application,
)
from madang.apps.selection.acts.consultation import open_consultation
from madang.apps.selection.acts.designation import leave_out
from madang.apps.selection.acts.notices import give_notice, submit_opinion
from madang.apps.selection.models import Consultation
from madang.apps.selection.queries.designation import decision_clock
from madang.core.acts import Invalid
from madang.core.authority import PUBLIC, OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.partial_dates import PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.selection.zone_builders import (
    APPLY,
    CONSULT,
    NOTICE_ENDS,
    Play,
    a_candidate,
    a_consulted,
    a_notice,
    a_noticed,
    a_planned,
    an_application,
    an_applied,
    noon,
    recorded,
)
from tests.people import an_actor, an_organisation

pytestmark = pytest.mark.django_db


def decision_due(play: Play) -> date | None:
    """The day on which the ministry's decision is due."""
    clock = decision_clock(play.fresh())
    return clock.due.due_on if clock and clock.due else None


def test_an_application_on_the_last_day_of_the_notice_is_a_day_too_early() -> None:
    play = a_noticed()
    given = {"actor": play.applicant, "designation": play.designation, "application": an_application()}
    with pytest.raises(NotLawful, match="the period runs until"):
        apply_for_designation(**given, at=noon(NOTICE_ENDS))
    assert (play.fresh().state, play.fresh().papers) == ("noticed", {})
    apply_for_designation(**given, at=noon(APPLY))
    assert play.fresh().state == "applied"


def test_an_application_without_notice_or_without_a_paper_is_refused() -> None:
    planned = a_planned()
    with pytest.raises(NotLawful):
        apply_for_designation(
            actor=planned.applicant,
            designation=planned.designation,
            application=an_application(),
            at=noon(APPLY),
        )
    play = a_noticed("gyeongnam")
    papers = {key: text for key, text in an_application().papers.items() if key != "map"}
    with pytest.raises(NotLawful, match="map"):
        apply_for_designation(
            actor=play.applicant, designation=play.designation, at=noon(APPLY),
            application=replace(an_application(), papers=papers),
        )  # fmt: skip


def test_an_opinion_without_decision_keeps_the_application_back() -> None:
    play = a_noticed()
    at = noon(date(2025, 1, 20))
    submit_opinion(actor=PUBLIC, designation=play.designation, author="주민", text="의견", at=at)
    with pytest.raises(Invalid, match="1 opinions"):
        apply_for_designation(
            actor=play.applicant, designation=play.designation, application=an_application(), at=noon(APPLY)
        )


def test_a_notice_under_another_law_stands_in_for_the_thirty_days() -> None:
    play = a_planned()
    notice = a_notice(ends_on=date(2025, 1, 24), other_law="국토의 계획 및 이용에 관한 법률")
    give_notice(actor=play.applicant, designation=play.designation, notice=notice, at=noon(date(2025, 1, 10)))
    apply_for_designation(
        actor=play.applicant, designation=play.designation, application=an_application(), at=noon(APPLY)
    )
    assert play.fresh().state == "applied"


@pytest.mark.parametrize(("applied_on", "is_allowed"), [(date(2024, 8, 6), False), (date(2024, 8, 7), True)])
def test_a_basic_government_applies_from_the_seventh_of_august(applied_on: date, is_allowed: bool) -> None:
    play = a_candidate()
    basic = an_actor(OfficeKind.BASIC, "uiseong", "gyeongbuk")
    play.designation.organisation_id = basic.office.organisation_id
    play.designation.region = "gyeongbuk"
    play.designation.save()
    application = Application(province_informed_on=applied_on)
    apply_for_designation(
        actor=recorded(basic),
        designation=play.designation,
        application=application,
        at=PartialDate.of(applied_on),
    )
    found = Finding.objects.get(case_id=play.designation.pk, rule_id__in=["APP-01", "APP-02"])
    assert found.status == ("satisfied" if is_allowed else "breached")


def test_ninety_and_thirty_days_end_as_in_the_published_case() -> None:
    """Liquid hydrogen in Gangwon: filed on 26 May 2020; replies due on 25 June, the decision on 24 August."""
    play = a_planned("gangwon", on=date(2020, 4, 8))
    filed = date(2020, 5, 26)
    notice = a_notice(date(2020, 4, 24), date(2020, 5, 25))
    give_notice(actor=play.applicant, designation=play.designation, notice=notice, at=noon(notice.starts_on))
    application = an_application(on=filed)
    apply_for_designation(
        actor=play.applicant, designation=play.designation, application=application, at=noon(filed)
    )
    bodies = [an_organisation(slug, OfficeKind.OTHER_MINISTRY) for slug in ("motir", "pclb")]
    open_consultation(
        actor=play.ministry,
        designation=play.designation,
        ministries=bodies,
        notified_on=filed,
        at=noon(filed),
    )
    replies = Duty.objects.filter(rule_id="DES-02").values_list("due_on", flat=True)
    assert decision_due(play) == date(2020, 8, 24)
    assert set(replies) == {date(2020, 6, 25)}


def test_the_record_answers_unknown_where_nobody_reported_the_facts() -> None:
    play = a_candidate("gangwon", is_record=True)
    apply_for_designation(
        actor=recorded(play.applicant), designation=play.designation, application=Application(),
        at=PartialDate.parse("2020-05-26"),
    )  # fmt: skip
    found = Finding.objects.filter(case_id=play.designation.pk)
    unknown = set(found.filter(status="unknown").values_list("rule_id", flat=True))
    assert {"PLN-01", "PLN-03", "PLN-05", "PLN-10"} <= unknown
    assert not found.filter(status="breached").exists()


def test_an_application_in_the_record_without_a_day_has_no_due_day() -> None:
    play = a_candidate("gangwon", is_record=True)
    apply_for_designation(
        actor=recorded(play.applicant), designation=play.designation, application=Application(),
        at=PartialDate.parse("2020-05"),
    )  # fmt: skip
    assert (play.fresh().state, play.fresh().applied_on, decision_due(play)) == ("applied", "2020-05", None)


def test_a_supplement_stops_the_decision_and_every_reply_at_both_ends() -> None:
    play = a_consulted()
    assert decision_due(play) == date(2025, 5, 12)
    ask_supplement(
        actor=play.ministry, designation=play.designation, what="도면", wanted_by=date(2025, 3, 5),
        at=noon(date(2025, 2, 20)),
    )  # fmt: skip
    paused = Duty.objects.filter(is_clock=True, is_open=True, paused_on=date(2025, 2, 20))
    assert set(paused.values_list("rule_id", flat=True)) == {"DES-02", "DES-03"}
    assert paused.count() == 3
    file_supplement(
        actor=play.applicant, designation=play.designation, answer="도면 보완", at=noon(date(2025, 3, 1))
    )
    # 20 February to 1 March, both days out: ten days
    assert decision_due(play) == date(2025, 5, 22)
    replies = {play.consultation(slug).pk for slug in play.ministries}
    due = set(Duty.objects.filter(case_id__in=replies, is_clock=True).values_list("due_on", flat=True))
    assert due == {date(2025, 3, 25)}
    assert play.fresh().state == "consulting"


def test_a_supplement_asked_before_the_consultation_returns_to_the_ministry() -> None:
    play = an_applied()
    ask_supplement(
        actor=play.ministry, designation=play.designation, what="도면", wanted_by=date(2025, 2, 28),
        at=noon(date(2025, 2, 12)),
    )  # fmt: skip
    with pytest.raises(Refused):
        file_supplement(actor=play.ministry, designation=play.designation, answer="대신", at=noon(CONSULT))
    file_supplement(actor=play.applicant, designation=play.designation, answer="보완", at=noon(CONSULT))
    row = play.fresh().supplements.get()
    assert (play.fresh().state, row.filed_on) == ("applied", CONSULT)
    assert not Consultation.objects.exists()


def test_a_supplement_due_today_leaves_no_reasonable_period() -> None:
    play = an_applied()
    with pytest.raises(Invalid) as refusal:
        ask_supplement(
            actor=play.ministry,
            designation=play.designation,
            what="도면",
            wanted_by=CONSULT,
            at=noon(CONSULT),
        )
    assert refusal.value.field == "wanted_by"


def returned(play: Play, decision: Return, at: datetime) -> None:
    """Return the application as the ministry."""
    return_application(actor=play.ministry, designation=play.designation, decision=decision, at=at)


def test_an_application_is_returned_only_on_a_ground_and_the_clock_ends() -> None:
    play = an_applied()
    with pytest.raises(NotLawful, match="no ground"):
        returned(play, Return((), "사유 없음"), noon(CONSULT))
    returned(play, Return(("papers_missing",), "도면이 없음"), noon(CONSULT))
    assert (play.fresh().state, play.fresh().return_reason) == ("returned", "도면이 없음")
    assert not Duty.objects.filter(case_id=play.designation.pk, is_open=True).exists()


def test_from_july_2026_a_private_proposer_is_told_the_reasons() -> None:
    play = an_applied()
    late = noon(date(2026, 7, 1))
    untold = Return(("papers_missing",), "도면이 없음", is_privately_proposed=True)
    with pytest.raises(NotLawful, match="not told"):
        returned(play, untold, late)
    returned(play, replace(untold, proposer_is_told=True), late)
    assert play.fresh().state == "returned"


def test_a_candidate_that_applied_can_not_be_left_out_any_more() -> None:
    play = an_applied()
    with pytest.raises(NotLawful):
        leave_out(actor=play.ministry, designation=play.designation, reason="미상정", at=noon(CONSULT))
    early = a_candidate("jeju")
    leave_out(actor=early.ministry, designation=early.designation, reason="미상정", at=noon(CONSULT))
    assert early.fresh().state == "not_examined"


@pytest.mark.parametrize("is_record", [False, True])
def test_the_region_outside_the_capital_is_asked_by_its_own_rule(is_record: bool) -> None:
    play = a_noticed()
    actor = recorded(play.applicant) if is_record else play.applicant
    apply_for_designation(
        actor=actor, designation=play.designation, application=an_application(), at=noon(APPLY)
    )
    kept = Finding.objects.filter(move="apply", rule_id__in=("APP-01", "APP-07"))
    assert dict(kept.values_list("rule_id", "status")) == {"APP-01": "satisfied", "APP-07": "satisfied"}
