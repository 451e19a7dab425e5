"""What the law answers, as JSON data with both languages: the same shapes for the API and for ``--json``."""

from datetime import date
from decimal import Decimal
from typing import Any

from madang.kernel.clocks.counting import Step
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocks import Clock, clock, clock_rule_ids
from madang.kernel.statutes.facts import fact_label
from madang.kernel.statutes.inputs import FactAsked, facts_of
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.matters import matter_of_rule
from madang.kernel.statutes.parameters import parameter_editions, parameter_names_of
from madang.kernel.statutes.plain import Plain
from madang.kernel.statutes.reckoning import Reckoned
from madang.kernel.statutes.registry import WHY_NOT, RuleInfo
from madang.kernel.statutes.rules import computable_rule_ids, rule_ids, rule_info
from madang.kernel.statutes.stated import Checked
from madang.kernel.statutes.telling import counted_how, notes_beside
from madang.kernel.words import Words

Json = dict[str, Any]
NOT_VERIFIED = Words(
    "원문을 확인하지 못하여 판정하지 않습니다.", "its source was not verified: it is not computed."
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
        "sentence": two(found.sentence),
        "citation": citation_told(due.citation),
        "version_on": due.version_on.isoformat(),
        "pause_counting": due.pause_counting,
        "steps": [_step_told(step) for step in due.steps] if exact else [],
        "notes": [two(note) for note in notes_beside(due)],
    }


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
