"""What the law answers, as JSON data with both languages: the same shapes for the API and for ``--json``."""

from datetime import date
from decimal import Decimal
from typing import Any

from madang.kernel.clocks.counting import Step
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.statutes.due import DueDate
from madang.kernel.statutes.facts import fact_label
from madang.kernel.statutes.inputs import FactAsked, facts_of
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.matters import matter_of_rule, succession_of
from madang.kernel.statutes.parameters import parameter_editions, parameter_names_of
from madang.kernel.statutes.plain import Plain
from madang.kernel.statutes.registry import WHY_NOT, RuleInfo
from madang.kernel.statutes.rules import computable_rule_ids, rule_ids, rule_info
from madang.kernel.statutes.standing import notes_on, standing_on
from madang.kernel.words import Words
from madang.portal.law_asked import Checked, Reckoned

Json = dict[str, Any]
NOT_VERIFIED = Words(
    "원문을 확인하지 못하여 판정하지 않습니다.", "its source was not verified: it is not computed."
)
MODES = {
    "CAL-A": Words(
        "첫날은 세지 않고, 말일이 쉬는 날이면 그다음 날", "first day not counted; the end moves off days off"
    ),
    "CAL-B": Words(
        "첫날부터 세고, 쉬는 날이어도 넘어가지 않음", "first day counted; the end stays on days off"
    ),
    "CAL-C": Words(
        "공포일은 세지 않고, 쉬는 날이어도 넘어가지 않음", "promulgation day not counted; no roll"
    ),
    "CAL-D": Words(
        "첫날부터 세고, 공휴일과 토요일은 뺌(민원)", "first day counted, days off left out (petitions)"
    ),
    "CAL-E": Words(
        "첫날부터 세고, 공휴일과 토요일은 뺌(정보공개)", "first day counted, days off left out (disclosure)"
    ),
    "CAL-F": Words("시간은 즉시 기산하며 휴일을 포함함", "hours run at once, days off included"),
    "CAL-G": Words("그날을 세지 않고 거꾸로 셈", "counted back from the day, which is not counted"),
}

#: ways of counting that say more than the mode does
WAYS = {
    "term": Words(
        "첫날 0시부터 세고, 말일이 쉬는 날이어도 그날까지",
        "counted from 00:00 of the first day; the end stays on days off",
    ),
    "report_day": Words(
        "법이 정한 날까지, 그날이 쉬는 날이면 그다음 날", "a fixed day of the law; it moves off days off"
    ),
    "month_end": Words(
        "정해진 달의 말일까지, 말일이 쉬는 날이면 그다음 날",
        "the end of a fixed month; it moves off days off",
    ),
    "working_hours": Words("근무시간만 세고 쉬는 날은 뺌", "working hours, days off left out"),
}
FROM_MIDNIGHT = Words(
    "0시에 시작하여 첫날부터 세고, 말일이 쉬는 날이면 그다음 날",
    "counted from 00:00 of the first day; the end moves off days off",
)


def two(words: Words) -> Json:
    """A text in both languages."""
    return {"ko": words.ko, "en": words.en}


def citation_told(citation: Citation | None) -> Json | None:
    if citation is None:
        return None
    return {
        "law": two(citation.law),
        "article": citation.article,
        "version": citation.version,
        **two(citation.words),
    }


def due_told(found: Reckoned) -> Json:
    """A due date, or the range in which it lies: ``due_on`` is null unless it is exact."""
    exact = found.is_exact
    due = found.earliest
    return {
        "rule": due.rule_id,
        "exact": exact,
        "due_on": due.due_on.isoformat() if exact else None,
        "due_at": due.due_at.isoformat() if exact and due.due_at else None,
        "earliest": due.due_on.isoformat(),
        "latest": found.latest.due_on.isoformat(),
        "mode": due.mode,
        "mode_words": two(counted_how(due)),
        "sentence": two(due.sentence if exact else range_sentence(found)),
        "citation": citation_told(due.citation),
        "version_on": due.version_on.isoformat(),
        "pause_counting": due.pause_counting,
        "steps": [_step_told(step) for step in due.steps] if exact else [],
        "notes": [two(note) for note in notes_of(due)],
    }


def counted_how(due: DueDate) -> Words:
    """How a due date was counted: by the clock's own way where that says more than the mode."""
    if due.due_at is not None and due.mode == "CAL-D":
        return WAYS["working_hours"]
    if due.starts_at_midnight:
        return FROM_MIDNIGHT
    return WAYS.get(clock(due.rule_id).way) or MODES.get(due.mode, Words(due.mode, due.mode))


def range_sentence(found: Reckoned) -> Words:
    """What can be said when the day is known only roughly."""
    first, last = found.earliest.due_on, found.latest.due_on
    return Words(
        f"정확한 날을 알 수 없어 기한은 {first}부터 {last} 사이입니다.",
        f"the exact day is not known: it is due between {first} and {last}.",
    )


def notes_of(due: DueDate) -> tuple[Words, ...]:
    """What must be said beside a due date: rules between which another day decides, texts not seen, versions passed over."""
    rule_id = due.rule_id if due.rule_id in rule_ids() else due.rule_id.split(".")[0]
    standing = standing_on(rule_info(rule_id).provisions, due.version_on, due.known_on)
    others = succession_of(rule_id)
    listed = ", ".join(others.rule_ids) if others else ""
    first = (Words(f"{others.name.ko}: {listed}", f"{others.name.en}: {listed}"),) if others else ()
    return (*first, *(notes_on(standing, due.version_on, due.known_on) if standing else ()))


def _step_told(step: Step) -> Json:
    return {
        "first": step.first.isoformat(),
        "last": step.last.isoformat(),
        **two(step.words),
        "citation": citation_told(step.citation),
    }


def answer_told(checked: Checked) -> Json:
    """The answer of a rule with the trace that led to it."""
    answer = checked.answer
    return {
        "rule": answer.rule_id,
        "status": answer.status.value,
        "value": plain(answer.value),
        "sentence": two(answer.sentence),
        "missing": [{"name": name, **two(fact_label(name))} for name in answer.missing],
        "unread": list(checked.unread),
        "citation": citation_told(answer.citation),
        "trace": [_trace_told(step) for step in answer.trace],
        "notes": [two(note) for note in answer.notes],
    }


def _trace_told(step: TraceStep) -> Json:
    return {
        **two(step.words),
        "value": plain(step.value),
        "fact": step.fact,
        "rule": step.rule_id,
        "citation": citation_told(step.citation),
    }


def plain(value: Plain) -> Any:
    """A value as JSON data that people read: days as text, decimals as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, Decimal | PartialDate) else value


def rule_told(rule_id: str) -> Json:
    """A rule: what it says, where it stood when, the facts it asks for, or why it is not computed."""
    info = rule_info(rule_id)
    return {
        **rule_line(rule_id),
        "versions": [
            {"from": p.first_on.isoformat(), "citation": citation_told(cite(p.law, p.article, p.first_on))}
            for p in info.provisions
        ],
        "numbers": [_number_told(name) for name in parameter_names_of(rule_id)],
        "clocks": [_clock_told(clock(clock_id)) for clock_id in clocks_of(rule_id)],
        "confidence": info.confidence,
        "refused": two(why_refused(info)) if why_refused(info).ko else None,
        "facts": [fact_told(fact) for fact in facts_of(rule_id)],
    }


def clocks_of(rule_id: str) -> tuple[str, ...]:
    """The clocks that a rule sets; a clock named after a part of it belongs to that part."""
    parts = set(rule_ids())
    return tuple(
        c for c in clock_rule_ids() if c == rule_id or (c not in parts and c.split(".")[0] == rule_id)
    )


def _clock_told(one: Clock) -> Json:
    return {
        "id": one.rule_id,
        "start": two(one.start),
        "may_pause": one.may_pause,
        "extensions": one.extensions,
        **two(one.words),
    }


def _number_told(name: str) -> Json:
    """A statutory number in all its editions; one that was not verified has none."""
    editions = parameter_editions(name)
    return {
        "name": name,
        "editions": [
            {"from": one.in_force_from.isoformat(), "value": one.value, "unit": one.unit} for one in editions
        ],
    }


def rule_line(rule_id: str) -> Json:
    """A rule in a list."""
    info, matter = rule_info(rule_id), matter_of_rule(rule_id)
    return {
        "id": rule_id,
        "subject": matter.key if matter else "",
        "computable": rule_id in computable_rule_ids(),
        **two(info.statement),
    }


def fact_told(fact: FactAsked) -> Json:
    return {"name": fact.name, "kind": fact.kind, **two(fact.label)}


def why_refused(info: RuleInfo) -> Words:
    """Why a rule is not computed; empty words when it is."""
    if info.confidence == "U":
        return NOT_VERIFIED
    return WHY_NOT.get(info.refused, Words(info.refused, info.refused))
