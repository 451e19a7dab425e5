"""Disclosure of information: decisions, objections, closed classes (FOI-01 to FOI-05).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"disclosure_requested_on": date(2025, 4, 30), "disclosure_decided_on": date(2025, 5, 15)}
>>> evaluate("FOI-01", facts, on=date(2025, 4, 30)).value
datetime.date(2025, 5, 15)
"""

from dataclasses import dataclass
from datetime import date

from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, done_by, either, fails, holds
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.pieces import joined
from madang.kernel.words import Words

IN_THE_MAKING = "internal_work"


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision with one extension: its clock and the facts it is judged by."""

    clock: str
    start: str
    done: str
    extended: str


_DISCLOSURE = _Decision("FOI-01", "disclosure_requested_on", "disclosure_decided_on", "disclosure_extended")
_OBJECTION = _Decision("FOI-02.decision", "objection_filed_on", "objection_decided_on", "objection_extended")


@rule("FOI-01")
def disclosure_was_decided_in_time(facts: Facts) -> Finding:
    """The value is the due day, the extension counted in if there was one."""
    return _decided(facts, _DISCLOSURE)


@rule("FOI-02")
def objection_was_filed_and_decided_in_time(facts: Facts) -> Finding:
    """The value lists the due days of filing and of the decision."""
    return joined(facts, _objection_filed, _objection_decided)


@rule("FOI-03")
def closed_on_a_ground_of_the_act(facts: Facts) -> Finding:
    """One of the eight; a decision in the making besides with its stage and end date."""
    ground = facts.text("closing_ground")
    if all(item.key != ground for item in checklist("FOI-03", on=facts.on)):
        return fails("비공개 대상이 아닙니다.", "no ground of the Act to close it.")
    if ground != IN_THE_MAKING or not facts.truth("decision_in_the_making"):
        return holds("비공개 대상입니다.", "a ground of the Act.")
    return either(
        facts.truth("stage_and_end_told"),
        Words("과정의 단계와 종료 예정일을 알렸습니다.", "its stage and end date were told."),
        Words("과정의 단계와 종료 예정일을 알리지 않았습니다.", "its stage and end date were not told."),
    )


@rule("FOI-04")
def third_party_was_told(facts: Facts) -> Finding:
    """The Act gives no number of days for "without delay"."""
    if not facts.truth("third_party_concerned"):
        return holds("제3자와 관련이 없습니다.", "no third party is concerned.")
    return either(
        facts.truth("third_party_told"),
        Words("제3자에게 알렸습니다.", "the third party was told."),
        Words("제3자에게 지체 없이 알리지 않았습니다.", "the third party was not told without delay."),
    )


@rule("FOI-05")
def as_much_as_possible_is_open(facts: Facts) -> Finding:
    """In part where that can be, in electronic form where asked, and by itself where classed open."""
    return joined(facts, _in_part, _in_electronic_form, _by_itself)


def disclosure_dues(received: date) -> tuple[date, date]:
    """The due day of a decision on disclosure, and the due day once extended (FOI-01).

    >>> [day.isoformat() for day in disclosure_dues(date(2025, 4, 30))]
    ['2025-05-15', '2025-05-29']
    """
    return (
        due_date("FOI-01", start=received).due_on,
        due_date("FOI-01", start=received, extensions=1).due_on,
    )


def _decided(facts: Facts, asked: _Decision) -> Finding:
    """In time without an extension, or in time with the one that was made."""
    start = facts.day(asked.start)
    facts.in_order(asked.start, asked.done)
    usual = due_of(facts, asked.clock, start=start)
    longest = due_of(facts, asked.clock, start=start, extensions=1)
    done = facts.day_or_none(asked.done)
    known_late = facts.known_on is not None and facts.known_on > usual.due_on
    if done is None and not known_late:
        raise MissingFacts([asked.done])
    if done is not None and not usual.due_on < done <= longest.due_on:
        return done_by(facts, usual if done <= usual.due_on else longest, asked.done)
    return done_by(facts, longest if facts.truth(asked.extended) else usual, asked.done)


def _objection_filed(facts: Facts) -> Finding:
    facts.require("disclosure_notified_on")
    facts.in_order("disclosure_notified_on", "objection_filed_on")
    due = due_of(facts, "FOI-02", start=facts.day("disclosure_notified_on"))
    return done_by(facts, due, "objection_filed_on")


def _objection_decided(facts: Facts) -> Finding:
    return _decided(facts, _OBJECTION)


def _in_part(facts: Facts) -> Finding:
    return _where(
        facts,
        ("open_part_separable", "open_part_disclosed"),
        Words("부분 공개의 의무를 지켰습니다.", "the duty to disclose in part was kept."),
        Words(
            "분리할 수 있는 부분을 공개하지 않았습니다.", "a part that can be separated was not disclosed."
        ),
    )


def _in_electronic_form(facts: Facts) -> Finding:
    return _where(
        facts,
        ("electronic_form_asked", "electronic_form_given"),
        Words("전자적 공개의 의무를 지켰습니다.", "the duty to give electronic form was kept."),
        Words("전자적 형태로 공개하지 않았습니다.", "not given in electronic form, though asked."),
    )


def _by_itself(facts: Facts) -> Finding:
    return _where(
        facts,
        ("document_classed_open", "full_text_published"),
        Words("원문 공개의 의무를 지켰습니다.", "the duty to publish the full text was kept."),
        Words(
            "공개로 분류된 원문을 공개하지 않았습니다.", "classed open, but its full text was not published."
        ),
    )


def _where(facts: Facts, names: tuple[str, str], yes: Words, no: Words) -> Finding:
    """A duty that arises where the first fact holds and is kept where the second does."""
    duty, kept = names
    return either(not facts.truth(duty) or facts.truth(kept), yes, no)
