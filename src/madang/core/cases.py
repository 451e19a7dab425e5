"""The only code that moves a case from state to state: guards, clocks, duties and findings in one place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from madang.core.audit.events import kind_name, open_ledger
from madang.core.authority import Actor
from madang.core.case_models import Case, Duty, Finding
from madang.core.duties import (
    carry,
    close_state_duties,
    extend,
    open_clock,
    open_state_duty,
    pause,
    resume,
    stop,
)
from madang.core.moments import Moment, day_of, exact_day, instant_of, text_of
from madang.kernel.procedures.editions import edition_on
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words
from madang.kernel.workflow import Move, NotLawful


@dataclass(frozen=True)
class Law:
    """What the rules are asked with: facts by name, the day that decides the version and the day from which clocks
    are counted, each when it is not the act's."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    decided_by: date | None = None
    counted_from: date | None = None


#: what is kept beside the cases of a table and follows each of their moves
_followers: dict[type[Case], Callable[[Any, Moment], None]] = {}
Follower = TypeVar("Follower", bound=Callable[[Any, Moment], None])


def follows(model: type[Case]) -> Callable[[Follower], Follower]:
    """Enter a function that ``advance`` calls after each move of a case of a table; a table has one."""

    def enter(follower: Follower) -> Follower:
        if _followers.setdefault(model, follower) is not follower:
            raise ValueError(f"{model.__name__} is followed twice")
        return follower

    return enter


def begin(case: Case, *, at: Moment) -> Case:
    """Put a new case into its procedure's first state under the edition of the day, and save it."""
    case.edition = edition_on(case.PROCEDURE, exact_day(at))
    case.state = case.procedure.initial
    _enter(case, at)
    case.save(force_insert=True)
    if not case.is_record:
        open_state_duty(case, at)
    return case


def advance(
    case: Case, move_name: str, *, actor: Actor, at: Moment, law: Law | None = None, also: Sequence[str] = ()
) -> tuple[Answer, ...]:
    """Move a case and return what the rules answered; ``also`` names columns that were set and are saved with it.

    A live act needs every guard satisfied; the replayed record keeps breached and unknown as findings.

    Raises:
        NotLawful: the state has no such move, or a guard is breached or unknown.
    """
    asked = law or Law()
    move = case.procedure.move(move_name, case.state)
    answers = tuple(_ask(rule, asked, at) for rule in move.guards)
    in_the_way = [a for a in answers if a.status is not Status.SATISFIED]
    if in_the_way and not actor.is_history:
        raise NotLawful(_refusal(move, in_the_way), in_the_way)
    _keep(case, move, answers, at)
    case.state = move.target
    case.version += 1
    _enter(case, at)
    case.save(update_fields=["state", "version", "entered_at", "entered_text", *also])
    if not actor.is_history:
        # what the record tells is over: it waits for nobody
        _turn_clocks(case, move, at, asked)
    if follower := _followers.get(type(case)):
        follower(case, at)
    return answers


def _ask(rule: str, asked: Law, at: Moment) -> Answer:
    try:
        return evaluate(rule, asked.facts, on=asked.decided_by or day_of(at))
    except Refusal as error:  # facts that contradict each other, or a day before the rule was in force
        raise NotLawful(error.sentence) from error


def _enter(case: Case, at: Moment) -> None:
    case.entered_at, case.entered_text = instant_of(at), text_of(at)


def _turn_clocks(case: Case, move: Move, at: Moment, law: Law) -> None:
    day = law.counted_from or exact_day(at)
    for rule_id in move.stops:
        stop(case, rule_id, at)
    for rule_id in move.pauses:
        pause(case, rule_id, day)
    for rule_id in move.resumes:
        resume(case, rule_id, day)
    for rule_id in move.extends:
        extend(case, rule_id)
    for clock in move.starts:
        open_clock(case, clock, at, started_on=day, decided_by=law.decided_by)
    if move.target != "" and move.sources != (move.target,):
        close_state_duties(case, at)
        open_state_duty(case, at)
    carry(case)


def _keep(case: Case, move: Move, answers: Sequence[Answer], at: Moment) -> None:
    open_ledger(move.name).findings.extend(
        Finding(
            case_kind=kind_name(case), case_id=case.pk, region=case.region, move=move.name,
            rule_id=a.rule_id, status=a.status.value, answer=a.to_json(), on_text=text_of(at),
        )
        for a in answers
    )  # fmt: skip


def keep_answer(case: Case, move_name: str, answer: Answer, at: Moment) -> None:
    """Keep the answer of a rule that an act asked beside the guards of the move."""
    _keep(case, case.procedure.move(move_name, case.state), [answer], at)


def _refusal(move: Move, answers: Sequence[Answer]) -> Words:
    ko = " ".join(a.sentence.ko for a in answers)
    en = " ".join(a.sentence.en for a in answers)
    return Words(f"‘{move.words.ko}’ 처리를 할 수 없습니다. {ko}", f"“{move.words.en}” is not possible. {en}")


def open_duties(case: Case) -> Sequence[Duty]:
    """Return what waits in this case now, earliest due day first."""
    return list(Duty.objects.filter(case_id=case.pk, is_open=True).order_by("due_on", "id"))
