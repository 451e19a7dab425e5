"""Prior consultation, plan, public notice, hearing and opinions."""

from datetime import date, datetime

import pytest

from madang.apps.selection.acts.designation import Candidate, ZonePlan, open_designation, save_zone_plan
from madang.apps.selection.acts.notices import (
    HearingNotice,
    OutsideWindow,
    TooShort,
    announce_hearing,
    answer_opinion,
    give_notice,
    submit_opinion,
)
from madang.core.acts import Invalid
from madang.core.authority import PUBLIC, OfficeKind, Refused
from madang.core.moments import SEOUL
from madang.kernel.workflow import NotLawful
from tests.apps.selection.evaluation_builders import a_decided_call
from tests.apps.selection.zone_builders import (
    NAME,
    NOTICE,
    NOTICE_ENDS,
    a_candidate,
    a_notice,
    a_noticed,
    a_planned,
    consulted,
    noon,
    organisation_of,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def test_a_shortlisted_plan_goes_on_and_one_that_was_not_does_not() -> None:
    officer, _call, (chosen, declined) = a_decided_call()
    at = noon(date(2024, 12, 9))
    opened = open_designation(
        actor=officer, candidate=Candidate(chosen.organisation, "giz", chosen.title_ko, plan=chosen), at=at
    )
    assert (opened.state, opened.plan, opened.items) == ("preparing", chosen, chosen.items)
    with pytest.raises(Invalid, match="shortlisted"):
        open_designation(
            actor=officer, candidate=Candidate(declined.organisation, "giz", "나", plan=declined), at=at
        )


def test_an_applicant_begins_no_designation_for_another_province() -> None:
    _officer, _call, (chosen, _declined) = a_decided_call()
    stranger = an_actor(OfficeKind.PROVINCE, "gyeongnam", "gyeongnam")
    candidate = Candidate(chosen.organisation, "giz", "남의 후보", plan=chosen)
    with pytest.raises(Refused):
        open_designation(actor=stranger, candidate=candidate, at=noon(date(2024, 12, 9)))


def test_a_plan_is_not_written_before_both_prior_consultations() -> None:
    play = a_candidate()
    plan = ZonePlan(NAME)
    at = noon(date(2025, 1, 8))
    with pytest.raises(Invalid, match="provincial committee"):
        save_zone_plan(actor=play.applicant, designation=play.designation, plan=plan, at=at)
    consulted(play)
    saved = save_zone_plan(actor=play.applicant, designation=play.designation, plan=plan, at=at)
    assert saved.drafting_started_on == date(2025, 1, 8)


@pytest.mark.parametrize("name", ["대구 AI 로봇 글로벌 혁신특구", "대구 관광특구 규제자유특구"])
def test_a_name_without_the_mark_or_like_another_zone_is_refused(name: str) -> None:
    play = consulted(a_candidate())
    with pytest.raises(Invalid) as refusal:
        save_zone_plan(
            actor=play.applicant, designation=play.designation, plan=ZonePlan(name), at=noon(date(2025, 1, 8))
        )
    assert refusal.value.field == "statutory_name"
    assert play.fresh().statutory_name == ""


def test_a_notice_that_ends_a_day_before_thirty_days_is_refused() -> None:
    play = a_planned()
    with pytest.raises(TooShort, match="10 Feb") as refusal:
        give_notice(
            actor=play.applicant, designation=play.designation, at=noon(NOTICE),
            notice=a_notice(ends_on=date(2025, 2, 9)),
        )  # fmt: skip
    assert refusal.value.field == "ends_on"
    assert play.fresh().state == "preparing"
    give_notice(actor=play.applicant, designation=play.designation, notice=a_notice(), at=noon(NOTICE))
    assert play.fresh().state == "noticed"


def test_the_inspection_opens_after_six_days_and_lasts_to_the_end() -> None:
    notice = a_noticed().fresh().notice
    assert (notice.inspection_from, notice.inspection_until) == (date(2025, 1, 17), NOTICE_ENDS)


@pytest.mark.parametrize(
    ("start", "end", "is_enough"),
    [
        (date(2024, 9, 2), date(2024, 9, 18), False),  # the fifteenth day falls into Chuseok
        (date(2024, 9, 2), date(2024, 9, 19), True),
        (date(2024, 7, 18), date(2024, 8, 2), False),  # applied for on 3 August: thirty days still
        (date(2024, 7, 18), date(2024, 8, 19), True),
        (date(2024, 7, 22), date(2024, 8, 6), True),  # applied for on 7 August: fifteen suffice
        (date(2024, 7, 22), date(2024, 8, 5), False),
    ],
)
def test_a_change_is_noticed_for_the_days_of_its_application(start: date, end: date, is_enough: bool) -> None:
    play = a_planned(is_addition=True, on=date(2024, 7, 10))
    given = {"actor": play.applicant, "designation": play.designation, "notice": a_notice(start, end)}
    if not is_enough:
        with pytest.raises(TooShort):
            give_notice(**given, at=noon(start))
        return
    give_notice(**given, at=noon(start))
    notice = play.fresh().notice
    assert (notice.inspection_from, notice.inspection_until) == (None, None)


@pytest.mark.parametrize(("announced", "is_in_time"), [(date(2025, 1, 15), True), (date(2025, 1, 16), False)])
def test_a_hearing_is_announced_fourteen_days_before(announced: date, is_in_time: bool) -> None:
    play = a_noticed()
    hearing = HearingNotice(announced, date(2025, 1, 29), "시청 대강당", "의견 청취", "개요")
    given = {
        "actor": play.applicant,
        "designation": play.designation,
        "hearing": hearing,
        "at": noon(announced),
    }
    if is_in_time:
        announce_hearing(**given)
        assert play.fresh().hearings.count() == 1
        return
    with pytest.raises(NotLawful, match="too late"):
        announce_hearing(**given)
    assert play.fresh().hearings.count() == 0


@pytest.mark.parametrize(
    ("at", "is_taken"),
    [
        (datetime(2025, 1, 16, 23, 59, 59, tzinfo=SEOUL), False),
        (datetime(2025, 1, 17, 0, 0, 0, tzinfo=SEOUL), True),
        (datetime(2025, 2, 10, 23, 59, 59, tzinfo=SEOUL), True),
        (datetime(2025, 2, 11, 0, 0, 0, tzinfo=SEOUL), False),
    ],
)
def test_an_opinion_is_taken_inside_the_inspection_only(at: datetime, is_taken: bool) -> None:
    play = a_noticed()
    given = {
        "actor": PUBLIC,
        "designation": play.designation,
        "author": "주민",
        "text": "찬성합니다.",
        "at": at,
    }
    if is_taken:
        assert submit_opinion(**given).received_at == at
        return
    with pytest.raises(OutsideWindow, match="17 Jan"):
        submit_opinion(**given)
    assert play.fresh().opinions.count() == 0


def test_an_opinion_is_answered_by_its_own_province_with_a_reason() -> None:
    play = a_noticed()
    opinion = submit_opinion(
        actor=PUBLIC,
        designation=play.designation,
        author="주민",
        text="반대합니다.",
        at=noon(date(2025, 1, 20)),
    )
    at = noon(date(2025, 1, 21))
    stranger = an_actor(OfficeKind.PROVINCE, "busan", "busan")
    with pytest.raises(Refused):
        answer_opinion(actor=stranger, opinion=opinion, is_reflected=True, answer="", at=at)
    with pytest.raises(Invalid):
        answer_opinion(actor=play.applicant, opinion=opinion, is_reflected=False, answer=" ", at=at)
    answered = answer_opinion(
        actor=play.applicant, opinion=opinion, is_reflected=False, answer="법에 따름", at=at
    )
    assert (answered.is_reflected, answered.answer) == (False, "법에 따름")


def test_a_rejected_candidate_comes_back_and_one_in_progress_does_not() -> None:
    play = a_candidate()
    back = Candidate(organisation_of(play.applicant), "giz", "다시", earlier=play.designation)
    at = noon(date(2025, 1, 8))
    with pytest.raises(Invalid, match="cannot come back"):
        open_designation(actor=play.applicant, candidate=back, at=at)
