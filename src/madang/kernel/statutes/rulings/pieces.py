"""Pieces that rulings of several chapters are put together from: rules of several parts, and moments."""

from collections.abc import Callable
from datetime import date, datetime

from madang.kernel.clocks.spoken import spoken
from madang.kernel.korean import josa
from madang.kernel.statutes.answers import Status, Trace, worst
from madang.kernel.statutes.facts import Facts, MissingFacts, fact_kind, fact_label
from madang.kernel.statutes.findings import AnyDue, Finding, count_of, done_by, either, timely
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.words import Words

Part = Callable[[Facts], Finding]


def joined(facts: Facts, *parts: Part) -> Finding:
    """All parts of a rule must hold: one breach decides, else a missing fact of any part leaves it open.

    The value is the tuple of the values of the parts that could be told, in their order.
    """
    findings: list[Finding] = []
    missing: list[str] = []
    for part in parts:
        try:
            findings.append(part(facts))
        except MissingFacts as lacking:
            missing += lacking.names
    status = worst([finding.status for finding in findings])
    if missing and status is not Status.BREACHED:
        raise MissingFacts(missing)
    sentence = Words(" ".join(f.sentence.ko for f in findings), " ".join(f.sentence.en for f in findings))
    trace = Trace(lambda: tuple(step for f in findings for step in f.trace))
    return Finding(status, sentence, tuple(f.value for f in findings), trace)


def done_by_moment(facts: Facts, due: AnyDue, name: str) -> Finding:
    """Whether a moment lies before the end of a clock: by the hour if the clock counts hours, else by the day.

    The value is the due moment, or the due day.
    """
    if due.due_at is None:
        return timely(facts.day_of(name), due) if facts.has(name) else done_by(facts, due, name)
    if not facts.has(name):
        return done_by(facts, due, name)
    done = facts.instant(name)
    said = spoken(done.date())
    yes = Words(
        f"{due.sentence.ko}이며 {said.ko} {done:%H:%M}에 이루어졌습니다.",
        f"{due.sentence.en}; done on {said.en} {done:%H:%M}, in time.",
    )
    no = Words(
        f"{due.sentence.ko}였으나 {said.ko} {done:%H:%M}에 이루어졌습니다.",
        f"{due.sentence.en}; done only on {said.en} {done:%H:%M}, too late.",
    )
    return either(done <= due.due_at, yes, no, due.due_at, count_of(due))


def in_turn(facts: Facts, earlier: str, later: str) -> None:
    """Refuse a moment that lies before the one it follows; where one is known by its day alone, the days are compared.

    Raises:
        ContradictoryFacts: the moments are the wrong way round.
    """
    if not facts.has(earlier) or not facts.has(later):
        return
    if all(
        fact_kind(name) == "instant" and isinstance(facts.given[name], datetime) for name in (earlier, later)
    ):
        is_wrong = facts.instant(later) < facts.instant(earlier)
    else:
        is_wrong = _day_of(facts, later) < _day_of(facts, earlier)
    if is_wrong:
        before, after = fact_label(earlier), fact_label(later)
        words = Words(
            f"사실이 서로 어긋납니다: {josa(f'‘{after.ko}’', '이/가')} ‘{before.ko}’보다 앞섭니다.",
            f"the facts contradict each other: “{after.en}” lies before “{before.en}”",
        )
        raise ContradictoryFacts((earlier, later), words)


def _day_of(facts: Facts, name: str) -> date:
    return facts.day(name) if fact_kind(name) == "day" else facts.day_of(name)


def at_most(facts: Facts, name: str, limit_name: str) -> Finding:
    """Whether a count keeps within a statutory limit; the value is the limit."""
    limit, found = facts.parameter(limit_name).value, facts.count(name)
    return either(
        found <= limit,
        Words(f"한도({limit}) 이내입니다: {found}.", f"{found}, within the limit of {limit}."),
        Words(f"한도({limit})를 넘습니다: {found}.", f"{found}, above the limit of {limit}."),
        limit,
    )


def at_least(facts: Facts, name: str, least_name: str) -> Finding:
    """Whether a count reaches a statutory minimum; the value is the minimum."""
    least, found = facts.parameter(least_name).value, facts.count(name)
    return either(
        found >= least,
        Words(f"{found}번으로 {least}번 이상입니다.", f"{found} times, {least} or more."),
        Words(f"{found}번으로 {least}번에 못 미칩니다.", f"{found} times, fewer than {least}."),
        least,
    )
