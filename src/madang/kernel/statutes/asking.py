"""Asking one rule: its function is run on the facts, and what it finds becomes an answer with its trace.

Missing facts make the answer unknown. Dates known only to the month or year are tried for every day they may be, and
an answer stands only if it holds for all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial

from madang.kernel.clocks.holidays import national_table
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Asked, Status, Trace, TraceStep
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.facts import CoarseFact, Facts, MissingFacts, fact_label
from madang.kernel.statutes.inputs import names_of
from madang.kernel.statutes.parameters import Parameter, parameter_changes
from madang.kernel.statutes.plain import Plain
from madang.kernel.statutes.refusals import (
    ContradictoryFacts,
    NotComputable,
    NotInForce,
    NotVerified,
    OutOfReach,
    Refusal,
    WrongFact,
)
from madang.kernel.statutes.registry import (
    CASE_DAY,
    WHY_NOT,
    RuleInfo,
    is_rule,
    meaning_of,
    rule_ids,
    rule_info,
)
from madang.kernel.statutes.standing import Standing, notes_on, seen_until
from madang.kernel.words import Words

#: Most combinations of days tried for coarse dates before the answer is plainly unknown.
MOST_TRIES = 1000


#: What is said beside an answer whose rule was not read in the text of a statute.
_HOW_SURE = {
    "inference": (
        Words(
            "명문의 규정이 아니라 법문에서 추론한 것입니다.",
            "Inferred from the law, not laid down in so many words.",
        ),
    ),
    "S": (
        Words("법령이 아니라 2차 자료에 따른 것입니다.", "From a secondary source, not read in a statute."),
    ),
}
#: Kinds of facts that nobody can change after they were given.
_AS_THEY_ARE = frozenset((date, bool, int, str, tuple))


@dataclass(frozen=True, slots=True)
class _Question:
    """One rule on one day: where it stands then, what must be said beside it, and the days kept with the answer.

    ``asked_on`` is the day that chooses the version; ``names`` are the facts the rule may read.
    """

    info: RuleInfo
    standing: Standing
    notes: tuple[Words, ...]
    names: frozenset[str]
    asked_on: date
    on: date
    known_on: date | None

    def facts(self, given: Mapping[str, object]) -> Facts:
        return Facts(given, self.asked_on, self.known_on)

    def answer(
        self,
        facts: Facts,
        status: Status,
        sentence: Words,
        *,
        value: Plain = None,
        missing: tuple[str, ...] = (),
        steps: Sequence[TraceStep] = (),
    ) -> Answer:
        citation = self.standing.citation
        return Answer(
            self.info.id,
            status,
            value,
            missing,
            Trace(partial(_steps, self.info.id, citation, facts, steps)),
            sentence,
            citation,
            self.notes,
            Asked(
                _looked_at(facts.given, self.names),
                self.on,
                self.known_on,
                seen_until(),
                national_table().version,
            ),
        )


def _looked_at(given: Mapping[str, object], names: frozenset[str]) -> Mapping[str, object]:
    """The facts that the rule may read, as they are kept; what was given is a copy that is the answer's own."""
    if given.keys() <= names and _AS_THEY_ARE.issuperset(map(type, given.values())):
        return given
    return {name: _kept(value) for name, value in given.items() if name in names}


def _kept(value: object) -> object:
    """A given value as it is kept and read back: a collection becomes a tuple, which nobody can change later."""
    if isinstance(value, list):
        return tuple(value)
    return tuple(sorted(value)) if isinstance(value, set | frozenset) else value


def ask(
    rule_id: str, facts: Mapping[str, object], *, on: date | PartialDate, known_on: date | None = None
) -> Answer:
    """Ask one rule; ``rules.evaluate`` is the public door and says more."""
    _check_days(on, known_on)
    given = dict(facts)
    if isinstance(on, PartialDate):
        if on.first is None or on.first != on.last:
            return _ask_each_day_of_the_case(rule_info(rule_id), given, on, known_on)
        on = on.first
    question = _question(rule_id, on, known_on)
    return _ask_on(question, question.facts(given), tries=1)


def _check_days(on: object, known_on: object) -> None:
    # A datetime is a date to Python, but an instant has no day before its zone is chosen.
    if type(on) is not date and not isinstance(on, PartialDate):
        raise WrongFact(CASE_DAY, fact_label(CASE_DAY), on)
    if known_on is not None and type(known_on) is not date:
        raise WrongFact("known_on", Words("알려진 날", "day of knowledge"), known_on)


@lru_cache(maxsize=8192)
def _question(rule_id: str, on: date, known_on: date | None) -> _Question:
    info = rule_info(rule_id)
    standing = info.standing_on(on, known_on)
    if info.confidence == "U":
        raise NotVerified(info.id, standing.citation)
    if info.refused:
        raise NotComputable(info.id, WHY_NOT[info.refused])
    notes = _HOW_SURE.get(info.confidence, ()) + notes_on(standing, on, known_on)
    return _Question(info, standing, notes, names_of(rule_id), standing.asked_on(on), on, known_on)


def _ask_on(question: _Question, facts: Facts, tries: int) -> Answer:
    try:
        finding = meaning_of(question.info.id)(facts)
    except MissingFacts as missing:
        return _unknown(question, missing.names, facts)
    except CoarseFact as coarse:
        return _ask_each_day(question, facts, coarse, tries)
    except Refusal:
        raise
    except ArithmeticError as error:
        raise OutOfReach(question.info.id, [name for name in facts.trace if name in facts.given]) from error
    return question.answer(facts, finding.status, finding.sentence, value=finding.value, steps=finding.trace)


def _unknown(question: _Question, missing: tuple[str, ...], facts: Facts) -> Answer:
    return question.answer(facts, Status.UNKNOWN, _what_is_missing(missing), missing=missing)


def _ask_each_day(question: _Question, facts: Facts, coarse: CoarseFact, tries: int) -> Answer:
    days = list(coarse.given.days())
    if tries * len(days) > MOST_TRIES:
        facts.trace[coarse.name] = coarse.given
        return _unknown(question, (coarse.name,), facts)
    answers, contradiction = [], None
    for day in days:
        try:
            tried = question.facts({**facts.given, coarse.name: day})
            answers.append(_ask_on(question, tried, tries * len(days)))
        except ContradictoryFacts as error:
            contradiction = error
    if contradiction and not answers:
        raise contradiction
    return _agreed(answers, coarse.name, coarse.given, facts.given)


def _ask_each_day_of_the_case(
    info: RuleInfo, given: Mapping[str, object], on: PartialDate, known_on: date | None
) -> Answer:
    """Ask on each day the case may have been on; on a day not known at all, on the first day of every edition."""
    begins = info.provisions[0].first_on
    days = [day for day in (on.days() if on.is_known else editions()) if day >= begins]
    if not days:
        raise NotInForce(info.id, on.last or date.min, begins)
    questions = [_question(info.id, day, known_on) for day in days]
    answers = [_ask_on(question, question.facts(given), len(days)) for question in questions]
    answer = _agreed(answers, CASE_DAY, on, given)
    if on.first is not None and on.first < begins and answer.status is not Status.UNKNOWN:
        answer = _undecided(answer, (CASE_DAY,))
    return replace(answer, asked=answer.asked and answer.asked._replace(on=on))


@cache
def editions() -> tuple[date, ...]:
    """The days on which some rule of the register got a new version, and the days on which a parameter changed."""
    rules = {p.first_on for rule_id in rule_ids() for p in rule_info(rule_id).provisions}
    return tuple(sorted(rules | set(parameter_changes())))


def _agreed(answers: list[Answer], name: str, coarse: PartialDate, given: Mapping[str, object]) -> Answer:
    """One answer for all the days a coarse date may be; unknown unless they agree."""
    first, step = answers[0], TraceStep(fact_label(name), coarse, fact=name)
    first = replace(first, notes=_every_note(answers), asked=_asked_in_all(answers, given))
    missing = tuple(dict.fromkeys(m for answer in answers for m in answer.missing))
    if any(answer.status is not first.status for answer in answers):
        return replace(_undecided(first, (name, *missing)), trace=(step, *first.trace))
    same = all(answer.sentence == first.sentence and answer.value == first.value for answer in answers)
    if same:
        return replace(first, trace=(step, *first.trace))
    # The sums differ from day to day; only the conclusion is common to all of them.
    sentence = _HOLDS_ALL_THE_SAME[first.status] if not missing else _what_is_missing(missing)
    return replace(first, value=None, missing=missing, trace=(step,), sentence=sentence)


def _every_note(answers: list[Answer]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(note for answer in answers for note in answer.notes))


def _asked_in_all(answers: list[Answer], given: Mapping[str, object]) -> Asked | None:
    """The facts that any of the answers looked at, as they were given and not as they were tried."""
    names = {name: None for answer in answers if answer.asked for name in answer.asked.facts}
    asked = answers[0].asked
    return asked and asked._replace(facts={name: _kept(given[name]) for name in names})


_HOLDS_ALL_THE_SAME = {
    Status.SATISFIED: Words(
        "정확한 날은 알 수 없으나 어느 날이어도 요건을 갖춥니다.",
        "the exact day is not known, but the rule is met whichever day it was.",
    ),
    Status.BREACHED: Words(
        "정확한 날은 알 수 없으나 어느 날이어도 요건에 어긋납니다.",
        "the exact day is not known, but the rule is breached whichever day it was.",
    ),
}


def _undecided(answer: Answer, names: tuple[str, ...]) -> Answer:
    names = tuple(dict.fromkeys(names))
    return replace(answer, status=Status.UNKNOWN, value=None, missing=names, sentence=_what_is_missing(names))


@lru_cache(maxsize=1024)
def _what_is_missing(names: tuple[str, ...]) -> Words:
    labels = [fact_label(name) for name in names]
    return Words(
        f"판단에 필요한 사실이 없습니다: {', '.join(label.ko for label in labels)}.",
        f"undecided; a fact is missing: {'; '.join(label.en for label in labels)}.",
    )


def _steps(
    rule_id: str, citation: Citation, facts: Facts, found: Sequence[TraceStep]
) -> tuple[TraceStep, ...]:
    """The trace: first what was read, then what was found; a value is a stated fact or stands in a provision."""
    read = (_step_read(name, item) for name, item in facts.trace.items())
    return tuple(_placed(step, rule_id, citation) for step in (*read, *found))


def _step_read(name: str, item: Plain | Parameter | TraceStep) -> TraceStep:
    if isinstance(item, TraceStep):
        return item
    if isinstance(item, Parameter):
        words = Words(f"법정 수치: {item.value}", f"statutory number: {item.value} {item.unit}")
        return TraceStep(words, item.value, item.citation, item.rule_id)
    return TraceStep(fact_label(name), item, fact=name)


def _placed(step: TraceStep, rule_id: str, citation: Citation) -> TraceStep:
    # What a rule's function worked out stands in the rule itself, unless the step names a nearer provision; a clock
    # of a part of a rule ("EX-18.tabling") is named by the rule that was asked.
    if step.fact or step.value is None or (step.citation and is_rule(step.rule_id)):
        return step
    nearer = step.rule_id if is_rule(step.rule_id) else rule_id
    return replace(step, citation=step.citation or citation, rule_id=nearer)
