"""The consultation desk: each ministry's own thirty days, lateness that is no consent, supplements."""

from datetime import date, timedelta

import pytest

from madang.apps.selection.acts.consultation import (
    ask_consultation_supplement,
    file_consultation_supplement,
    open_consultation,
    reply_to_consultation,
)
from madang.apps.selection.acts.votes import table_deliberation
from madang.apps.selection.models import Consultation
from madang.apps.selection.queries.consultation import asked_for, consultations_visible_to
from madang.apps.selection.queries.designation import decision_clock
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.selection.zone_builders import (
    CONSULT,
    DC_DAY,
    OVERDUE,
    Play,
    a_consulted,
    a_sitting,
    all_replied,
    an_applied,
    noon,
    organisation_of,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def reply(play: Play, slug: str, on: date, position: str = "agree", opinion: str = "") -> None:
    """Reply as the ministry that was asked."""
    reply_to_consultation(
        actor=play.ministries[slug], consultation=play.consultation(slug), position=position, opinion=opinion,
        at=noon(on),
    )  # fmt: skip


def due_of(play: Play, slug: str) -> date | None:
    """The day on which a ministry's reply is due."""
    return Duty.objects.get(case_id=play.consultation(slug).pk, is_clock=True).due_on


def test_thirty_days_are_counted_from_the_notification_for_each_ministry() -> None:
    play = a_consulted(on=date(2025, 2, 14))
    # the thirtieth day, 16 March 2025, is a Sunday
    assert {due_of(play, slug) for slug in play.ministries} == {date(2025, 3, 17)}
    assert play.fresh().state == "consulting"


def test_the_committee_for_balanced_development_must_be_asked_too() -> None:
    play = an_applied()
    msit = organisation_of(an_actor(OfficeKind.OTHER_MINISTRY, "msit"))
    for nobody_enough in ([], [msit]):
        with pytest.raises(NotLawful, match="not notified"):
            open_consultation(
                actor=play.ministry, designation=play.designation, ministries=nobody_enough, notified_on=CONSULT,
                at=noon(CONSULT),
            )  # fmt: skip
    assert not Consultation.objects.exists()


def test_a_province_is_no_ministry_to_be_consulted() -> None:
    play = an_applied()
    with pytest.raises(Invalid, match="Only ministries"):
        open_consultation(
            actor=play.ministry, designation=play.designation, notified_on=CONSULT, at=noon(CONSULT),
            ministries=[organisation_of(play.applicant)],
        )  # fmt: skip


def test_one_ministry_can_neither_reply_for_another_nor_see_its_case() -> None:
    play = a_consulted()
    stranger = play.ministries["msit"]
    others = play.consultation("pclb")
    with pytest.raises(Refused):
        reply_to_consultation(
            actor=stranger, consultation=others, position="agree", opinion="", at=noon(OVERDUE)
        )
    assert list(consultations_visible_to(stranger)) == [play.consultation("msit")]
    assert consultations_visible_to(play.ministry).count() == 2


def test_a_late_reply_is_taken_and_marked_late() -> None:
    play = a_consulted()
    late = due_of(play, "msit") + timedelta(days=3)
    reply(play, "msit", late)
    kept = play.consultation("msit")
    assert (kept.state, kept.replied_on, kept.due_on) == ("replied", late, due_of(play, "msit"))
    told = Event.objects.get(name="selection.consultation_replied")
    assert told.facts["days_late"] == 3


def test_silence_is_shown_as_overdue_and_named_as_no_consent_when_tabled() -> None:
    play = a_consulted()
    reply(play, "msit", date(2025, 3, 3))
    sitting = a_sitting(play, "deliberation_committee", DC_DAY)
    table = {"actor": play.ministry, "designation": play.designation, "sitting": sitting}
    with pytest.raises(NotLawful, match="pclb"):
        table_deliberation(**table, at=noon(date(2025, 3, 17)))
    silent = next(a for a in asked_for(play.fresh(), OVERDUE) if a.is_waiting)
    assert silent.is_overdue
    assert silent.consultation.position == ""
    table_deliberation(**table, at=noon(OVERDUE))
    told = Event.objects.get(name="selection.designation_tabled")
    assert "동의로 보지 않습니다" in told.facts["no_reply"]
    statuses = Finding.objects.filter(rule_id="DES-02").values_list("status", flat=True)
    assert sorted(statuses) == ["breached", "satisfied"]
    assert play.fresh().state == "deliberating"


def test_a_reply_after_tabling_is_still_taken() -> None:
    play = a_consulted()
    reply(play, "msit", date(2025, 3, 3))
    sitting = a_sitting(play, "deliberation_committee", DC_DAY)
    table_deliberation(actor=play.ministry, designation=play.designation, sitting=sitting, at=noon(OVERDUE))
    reply(play, "pclb", DC_DAY, "disagree", "안전 대책이 부족함")
    assert play.consultation("pclb").state == "replied"


def test_a_disagreement_without_reasons_is_refused() -> None:
    play = a_consulted()
    with pytest.raises(Invalid) as refusal:
        reply(play, "msit", CONSULT, "disagree", " ")
    assert refusal.value.field == "opinion"
    assert play.consultation("msit").state == "waiting"


def test_a_ministrys_supplement_stops_its_own_clock_and_the_decision() -> None:
    play = a_consulted()
    before = (due_of(play, "msit"), due_of(play, "pclb"))
    ask = {"consultation": play.consultation("msit"), "what": "안전성 자료", "wanted_by": date(2025, 3, 10)}
    with pytest.raises(Refused):
        ask_consultation_supplement(actor=play.ministries["pclb"], **ask, at=noon(date(2025, 2, 20)))
    ask_consultation_supplement(actor=play.ministries["msit"], **ask, at=noon(date(2025, 2, 20)))
    clock = decision_clock(play.fresh())
    assert clock is not None
    assert clock.paused_on == date(2025, 2, 20)
    file_consultation_supplement(
        actor=play.applicant,
        consultation=play.consultation("msit"),
        answer="자료",
        at=noon(date(2025, 2, 24)),
    )
    assert due_of(play, "msit") == date(2025, 3, 20)
    assert (due_of(play, "pclb"), before) == (date(2025, 3, 17), (date(2025, 3, 17), date(2025, 3, 17)))
    resumed = decision_clock(play.fresh())
    assert resumed is not None
    assert resumed.due is not None
    assert resumed.due.due_on == date(2025, 5, 19)


def test_the_decision_waits_until_the_last_supplement_has_come() -> None:
    play = a_consulted()
    for slug, asked in (("msit", date(2025, 2, 17)), ("pclb", date(2025, 2, 19))):
        ask_consultation_supplement(
            actor=play.ministries[slug], consultation=play.consultation(slug), what="자료",
            wanted_by=date(2025, 3, 10), at=noon(asked),
        )  # fmt: skip
    for slug, filed in (("msit", date(2025, 2, 21)), ("pclb", date(2025, 2, 26))):
        file_consultation_supplement(
            actor=play.applicant, consultation=play.consultation(slug), answer="자료", at=noon(filed)
        )
    clock = decision_clock(play.fresh())
    assert clock is not None
    assert clock.due is not None
    # 17 to 26 February are out, ten days: 12 May becomes 22 May
    assert (clock.paused_on, clock.due.due_on) == (None, date(2025, 5, 22))


def test_a_ministry_that_replies_without_its_supplement_lets_the_clock_run() -> None:
    play = a_consulted()
    ask_consultation_supplement(
        actor=play.ministries["msit"], consultation=play.consultation("msit"), what="자료",
        wanted_by=date(2025, 3, 10), at=noon(date(2025, 2, 17)),
    )  # fmt: skip
    reply(play, "msit", date(2025, 2, 20))
    row = play.fresh().supplements.get()
    clock = decision_clock(play.fresh())
    assert clock is not None
    assert (row.filed_on, row.dropped_on, clock.paused_on) == (None, date(2025, 2, 20), None)


def test_all_replies_in_open_the_way_before_the_thirty_days_are_over() -> None:
    play = all_replied(a_consulted(), date(2025, 2, 20))
    sitting = a_sitting(play, "deliberation_committee", DC_DAY)
    table_deliberation(
        actor=play.ministry, designation=play.designation, sitting=sitting, at=noon(date(2025, 2, 21))
    )
    assert play.fresh().state == "deliberating"
