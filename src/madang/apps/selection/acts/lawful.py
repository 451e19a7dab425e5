"""What acts on a designation share: answers asked beside a move's guards, and clocks that stop for supplements."""

from collections.abc import Iterable
from datetime import date

from madang.apps.selection.models import Consultation, Designation
from madang.apps.selection.queries.designation import open_supplements
from madang.apps.selection.queries.law_facts import DECISION_CLOCK, REPLY_CLOCKS
from madang.core.acts import Invalid
from madang.core.authority import Actor
from madang.core.case_models import Case
from madang.core.cases import keep_answer
from madang.core.duties import carry, pause, resume
from madang.core.moments import Moment, exact_day
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Answer
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful


def hold(case: Case, move: str, answers: Iterable[Answer], *, actor: Actor, at: Moment) -> None:
    """Keep answers with a move that is about to be made.

    Raises:
        NotLawful: a live act, and one of them is breached or unknown, or the state has no such move.
    """
    kept = list(answers)
    in_the_way = [a for a in kept if not a.is_satisfied]
    case.procedure.move(move, case.state)
    if in_the_way and not actor.is_history:
        ko = " ".join(a.sentence.ko for a in in_the_way)
        en = " ".join(a.sentence.en for a in in_the_way)
        raise NotLawful(
            Words(f"법이 정한 요건을 갖추지 못했습니다. {ko}", f"The law is not met. {en}"), in_the_way
        )
    for answer in kept:
        keep_answer(case, move, answer, at)


def days_told(**days: date) -> dict[str, object]:
    """Return days as an event keeps them: the day itself, and as each language says it."""
    told: dict[str, object] = {}
    for name, day in days.items():
        said = spoken(day)
        told |= {name: day, f"{name}_ko": said.ko, f"{name}_en": said.en}
    return told


def today_of(at: Moment) -> date:
    """Return the Korean day of a live act.

    Raises:
        Invalid: the moment is not known to the day; such an act cannot be done from the record.
    """
    day = exact_day(at)
    if day is None:
        raise Invalid(
            Words("날짜가 확인되어야 할 수 있는 처리입니다.", "This cannot be done without knowing the day.")
        )
    return day


def stop_decision_clock(designation: Designation, on: date) -> None:
    """Stop the clock of the decision from the day on which a supplement was asked for."""
    pause(designation, DECISION_CLOCK, on)
    carry(designation)


def restart_decision_clock(designation: Designation, on: date) -> None:
    """Take the decision's clock up again on the day a supplement came, unless another one is still awaited."""
    resume(designation, DECISION_CLOCK, on)
    if open_supplements(designation).exists():
        pause(designation, DECISION_CLOCK, on)
    carry(designation)


def stop_reply_clocks(designation: Designation, on: date) -> None:
    """Stop the clock of every ministry that has not replied."""
    for consultation in _waiting(designation):
        for rule_id in REPLY_CLOCKS:
            pause(consultation, rule_id, on)
        carry(consultation)


def restart_reply_clocks(designation: Designation, on: date) -> None:
    """Take up the clocks of the ministries that are not themselves waiting for a supplement."""
    for consultation in _waiting(designation):
        if consultation.state != "supplementing":
            restart_reply_clock(consultation, on)


def restart_reply_clock(consultation: Consultation, on: date) -> None:
    """Take up one ministry's clock, unless the ministry in charge still awaits a supplement."""
    for rule_id in REPLY_CLOCKS:
        resume(consultation, rule_id, on)
        if open_supplements(consultation.designation).filter(consultation__isnull=True).exists():
            pause(consultation, rule_id, on)
    carry(consultation)


def _waiting(designation: Designation) -> list[Consultation]:
    rows = designation.consultations.exclude(state="replied").select_related("organisation", "designation")
    return list(rows)
