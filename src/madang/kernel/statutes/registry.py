"""The register of rules: what each says and where, and the one way to ask it.

A rule function reads facts and returns a finding. The registry turns it into an answer: missing facts make it
unknown, dates known only to the month or year are tried for every day they may be, and an answer stands only if it
holds for all of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Status, TraceStep
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.facts import CoarseFact, Facts, MissingFacts, fact_label
from madang.kernel.statutes.findings import Finding
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.parameters import parameter_changes
from madang.kernel.statutes.refusals import (
    ContradictoryFacts,
    NoSuchRule,
    NotComputable,
    NotInForce,
    NotVerified,
)
from madang.kernel.words import Words

CASE_DAY = "case_on"
#: Most combinations of days tried for coarse dates before the answer is plainly unknown.
MOST_TRIES = 1000

RuleFunction = Callable[[Facts], Finding]
_functions: dict[str, RuleFunction] = {}

WHY_NOT = {
    "power": Words(
        "재량에 맡겨진 권한이므로 사실만으로 판정하지 않습니다.",
        "a power left to discretion: no fact decides it.",
    ),
    "principle": Words(
        "원칙을 정한 규정이므로 개별 사실로 판정하지 않습니다.", "a principle: single facts do not decide it."
    ),
    "unread": Words(
        "세부 항목의 원문을 모두 확인하지 못하여 판정하지 않습니다.",
        "its items were not all read: it is not computed.",
    ),
    "no_statute": Words(
        "법령에 정함이 없어 운영하는 곳이 정할 사항이므로 판정하지 않습니다.",
        "laid down in no statute and set by whoever runs it: nothing to judge by law.",
    ),
    "counting": Words(
        "기간을 세는 방법이므로 기한을 계산할 때 적용하고 따로 판정하지 않습니다.",
        "a way of counting: it is applied where a due date is counted and not judged by itself.",
    ),
}


@dataclass(frozen=True, slots=True)
class Provision:
    """Where a rule stands, from a day on."""

    law: str
    article: str
    first_on: date


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One rule of the register. ``refused`` says why it is not computed, empty when it is."""

    id: str
    statement: Words
    provisions: tuple[Provision, ...]
    confidence: str
    refused: str

    def citation_on(self, day: date) -> Citation:
        """The provision of a day.

        Raises:
            NotInForce: the rule did not exist yet.
        """
        found = next((p for p in reversed(self.provisions) if p.first_on <= day), None)
        if found is None:
            raise NotInForce(self.id, day, self.provisions[0].first_on)
        return cite(found.law, found.article, day)


def rule(rule_id: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as the meaning of a rule of the table.

    Raises:
        NoSuchRule: the table has no such rule.
        ValueError: the rule is refused there, or has a function already.
    """
    info = rule_info(rule_id)

    def register(function: RuleFunction) -> RuleFunction:
        if info.refused or rule_id in _functions:
            raise ValueError(f"{rule_id} cannot be given a function")
        _functions[rule_id] = function
        return function

    return register


def rule_ids() -> tuple[str, ...]:
    """Every rule of the register, refused ones included, in the order of the dossier."""
    return tuple(_infos())


def computable_rule_ids() -> tuple[str, ...]:
    """The rules that have a function."""
    return tuple(rule_id for rule_id in _infos() if rule_id in _functions)


def function_of(rule_id: str) -> RuleFunction | None:
    """The function that is the meaning of a rule; None when the rule is refused."""
    return _functions.get(rule_id)


def rule_info(rule_id: str) -> RuleInfo:
    """What a rule says and where it stands.

    Raises:
        NoSuchRule: no rule has that id.

    >>> rule_info("DES-03").citation_on(date(2025, 1, 2)).article
    '제44조제1항'
    """
    if rule_id not in _infos():
        raise NoSuchRule(rule_id)
    return _infos()[rule_id]


@cache
def _infos() -> dict[str, RuleInfo]:
    return {rule_id: _info(rule_id, row) for rule_id, row in data("rules").items()}


def _info(rule_id: str, row: Mapping[str, Any]) -> RuleInfo:
    provisions = tuple(Provision(law, article, day) for law, article, day in row["provisions"])
    return RuleInfo(
        rule_id, Words(row["ko"], row["en"]), provisions, row.get("confidence", "T"), row.get("refused", "")
    )


def ask(
    rule_id: str, facts: Mapping[str, object], *, on: date | PartialDate, known_on: date | None
) -> Answer:
    """Ask one rule; ``rules.evaluate`` is the public door and says more."""
    info = rule_info(rule_id)
    if isinstance(on, PartialDate):
        if not on.is_known:
            return _ask_each_edition(info, facts, on, known_on)
        if not on.is_exact:
            return _ask_each_version(info, facts, on, known_on)
    day = on if isinstance(on, date) else on.first or date.max
    _refuse(info, day)
    return _ask_on(info, Facts(facts, day, known_on), tries=1)


def _refuse(info: RuleInfo, day: date) -> None:
    citation = info.citation_on(day)
    if info.confidence == "U":
        raise NotVerified(info.id, citation)
    if info.refused:
        raise NotComputable(info.id, WHY_NOT[info.refused])


def _ask_on(info: RuleInfo, facts: Facts, tries: int) -> Answer:
    try:
        finding = _functions[info.id](facts)
    except MissingFacts as missing:
        return _unknown(info, missing, facts, facts.on)
    except CoarseFact as coarse:
        return _ask_each_day(info, facts, coarse, tries)
    trace = (*facts.trace.values(), *finding.trace)
    return Answer(
        info.id, finding.status, finding.value, (), trace, finding.sentence, info.citation_on(facts.on)
    )


def _ask_each_day(info: RuleInfo, facts: Facts, coarse: CoarseFact, tries: int) -> Answer:
    days = list(coarse.given.days())
    step = TraceStep(fact_label(coarse.name), coarse.given)
    if tries * len(days) > MOST_TRIES:
        facts.trace[coarse.name] = step
        return _unknown(info, MissingFacts([coarse.name]), facts, facts.on)
    answers, contradiction = [], None
    for day in days:
        tried = Facts({**facts.given, coarse.name: day}, facts.on, facts.known_on)
        try:
            answers.append(_ask_on(info, tried, tries * len(days)))
        except ContradictoryFacts as error:
            contradiction = error
    if contradiction and not answers:
        raise contradiction
    return _agreed(answers, coarse.name, step)


def _ask_each_version(
    info: RuleInfo, facts: Mapping[str, object], on: PartialDate, known_on: date | None
) -> Answer:
    answers = []
    for day in on.days():
        try:
            _refuse(info, day)
        except NotInForce:
            continue
        answers.append(_ask_on(info, Facts(facts, day, known_on), len(list(on.days()))))
    if not answers:
        _refuse(info, on.last or date.min)
    answer = _agreed(answers, CASE_DAY, TraceStep(fact_label(CASE_DAY), on))
    begins = info.provisions[0].first_on
    if on.first is not None and on.first < begins and answer.status is not Status.UNKNOWN:
        return _undecided(answer, (CASE_DAY,))
    return answer


def _ask_each_edition(
    info: RuleInfo, facts: Mapping[str, object], on: PartialDate, known_on: date | None
) -> Answer:
    """Ask on the first day of every edition of the law: an answer stands when it is the same under all of them."""
    days = [day for day in editions() if day >= info.provisions[0].first_on]
    for day in days:
        _refuse(info, day)
    answers = [_ask_on(info, Facts(facts, day, known_on), len(days)) for day in days]
    return _agreed(answers, CASE_DAY, TraceStep(fact_label(CASE_DAY), on))


@cache
def editions() -> tuple[date, ...]:
    """The days on which some rule of the register got a new version, and the days on which a parameter changed."""
    rules = {p.first_on for info in _infos().values() for p in info.provisions}
    return tuple(sorted(rules | set(parameter_changes())))


def _agreed(answers: list[Answer], name: str, step: TraceStep) -> Answer:
    """One answer for all the days a coarse date may be; unknown unless they agree."""
    first = answers[0]
    missing = tuple(dict.fromkeys(m for answer in answers for m in answer.missing))
    if any(answer.status is not first.status for answer in answers):
        return replace(_undecided(first, (name, *missing)), trace=(step, *first.trace))
    same = all(answer.sentence == first.sentence and answer.value == first.value for answer in answers)
    if same:
        return replace(first, missing=missing, trace=(step, *first.trace))
    # The sums differ from day to day; only the conclusion is common to all of them.
    sentence = _HOLDS_ALL_THE_SAME[first.status] if not missing else _what_is_missing(missing)
    return replace(first, value=None, missing=missing, trace=(step,), sentence=sentence)


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


def _unknown(info: RuleInfo, missing: MissingFacts, facts: Facts, day: date) -> Answer:
    trace = tuple(facts.trace.values())
    sentence = _what_is_missing(missing.names)
    return Answer(info.id, Status.UNKNOWN, None, missing.names, trace, sentence, info.citation_on(day))


def _what_is_missing(names: tuple[str, ...]) -> Words:
    labels = [fact_label(name) for name in names]
    return Words(
        f"판단에 필요한 사실이 없습니다: {', '.join(label.ko for label in labels)}.",
        f"undecided; a fact is missing: {'; '.join(label.en for label in labels)}.",
    )
