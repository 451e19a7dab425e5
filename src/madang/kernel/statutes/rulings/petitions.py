"""Petitions: classes, periods, extensions, receipt and transfer (PET-01 to PET-05).

A petition known only by its day can be judged where the law counts days; where it counts hours, the hour is missing.

>>> from datetime import date, datetime
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"petition_class": "suggestion", "petition_received_at": datetime(2025, 4, 30, 10)}
>>> facts["petition_answered_at"] = datetime(2025, 5, 21, 17)
>>> evaluate("PET-02", facts, on=date(2025, 4, 30)).value
datetime.date(2025, 5, 21)
"""

from collections.abc import Sequence
from datetime import date, datetime

from madang.kernel.clocks.counting import Conditions
from madang.kernel.clocks.pauses import Pause, PauseLeavesPeriod
from madang.kernel.clocks.seoul import day_of
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Counted
from madang.kernel.clocks.working_time import (
    LAST_PERIOD_IN_HOURS,
    CountedTime,
    WorkingDay,
    petition_days,
    petition_hours,
)
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of, holidays_of
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.facts import Facts, MissingFacts, fact_label
from madang.kernel.statutes.findings import AnyDue, Finding, either, fails, holds, steps_of
from madang.kernel.statutes.refusals import ContradictoryFacts, NotComputable, NotVerified, WrongFact
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.statutes.rulings.pieces import done_by_moment, in_turn, joined
from madang.kernel.words import Words

#: The classes with a period of their own; questions are told apart by what they ask about.
TIMED_CLASSES = ("suggestion", "question_on_law", "question_other", "grievance", "other")
#: What the decree of 2026-05-06 says is no ground of an extension.
BARRED_GROUNDS = ("workload", "absence_of_staff", "delayed_assignment")
_EXTENSION = rule_info("PET-04")
_BARRED_SINCE = _EXTENSION.provisions[-1].first_on
_QUESTION = "question"
_OWN_LAW = Words(
    "법정민원의 처리기간은 그 민원을 정한 법령에 따릅니다(PET-03으로 계산).",
    "a statutory petition has the period of its own law: count it by PET-03.",
)


@rule("PET-01")
def petition_is_of_a_class(facts: Facts) -> Finding:
    """One of the five classes; both kinds of question are questions."""
    found = facts.text("petition_class")
    key = _QUESTION if found.startswith(_QUESTION) else found
    item = next((item for item in checklist("PET-01", on=facts.on) if item.key == key), None)
    if item is None:
        return fails("법이 정한 민원의 종류가 아닙니다.", "no class of petitions of the Act.")
    return holds(f"{item.words.ko}입니다.", f"class: {item.words.en}.")


@rule("PET-02")
def petition_was_answered_in_time(facts: Facts) -> Finding:
    """The period of the class, supplements and inquiries taken out; the value is the due day, or the due moment."""
    found = facts.text("petition_class")
    if found == "statutory":
        raise NotComputable("PET-02", _OWN_LAW)
    if found not in TIMED_CLASSES:
        raise WrongFact("petition_class", fact_label("petition_class"), found)
    received = _received(facts, in_hours=found == "other")
    in_turn(facts, "petition_received_at", "petition_answered_at")
    pauses = facts.pauses("petition_supplements")
    if found == "grievance":
        pauses += _inquiries(facts)
    if found != "other":
        return done_by_moment(facts, _due(facts, f"PET-02.{found}", received, pauses), "petition_answered_at")
    due = due_of(facts, "PET-02.other", start=received, pauses=pauses)
    return done_by_moment(facts, due, "petition_answered_at")


@rule("PET-03")
def period_was_counted_as_the_act_says(facts: Facts) -> Finding:
    """A period set for a petition, in hours up to five days and in days from six; the value is the due day or moment."""
    n = facts.count("petition_period_days")
    if n == 0:
        raise ContradictoryFacts(
            ("petition_period_days",), Words("처리기간이 0일일 수 없습니다.", "a period has at least one day")
        )
    in_hours = n <= LAST_PERIOD_IN_HOURS
    received = _received(facts, in_hours=in_hours)
    in_turn(facts, "petition_received_at", "petition_answered_at")
    given = Conditions(pauses=facts.pauses("petition_supplements"), table=holidays_of(facts))
    counted = petition_due(received, n, given)
    due: date = counted.due_at if isinstance(counted, CountedTime) else counted.due_on
    hour = f" {due:%H:%M}" if isinstance(due, datetime) else ""
    good, said = _done_by(facts, due), spoken(day_of(due))
    return either(
        good,
        Words(f"기한은 {said.ko}{hour}까지이며 지켰습니다.", f"due by {said.en}{hour}; in time."),
        Words(f"기한은 {said.ko}{hour}까지였으나 넘겼습니다.", f"due by {said.en}{hour}; too late."),
        due,
        steps_of(counted.steps, "PET-03"),
    )


@rule("PET-04")
def extension_was_lawful(facts: Facts) -> Finding:
    """Ground, number, length and notice of an extension.

    Raises:
        NotVerified: before 2026-05-06, whose grounds were not read.
    """
    if facts.on < _BARRED_SINCE:
        raise NotVerified("PET-04", _EXTENSION.citation_on(facts.on))
    return joined(facts, _ground, _extensions_so_far, _length, _told)


@rule("PET-05")
def petition_was_received_and_passed_on_in_time(facts: Facts) -> Finding:
    """Receipt of an electronic petition and transfer to its agency, each within its working hours."""
    return joined(facts, _receipt, _transfer)


def expressly_barred(ground: str, asked_on: date) -> bool:
    """Whether the decree says in so many words that a ground does not allow an extension.

    >>> expressly_barred("workload", date(2026, 5, 5)), expressly_barred("workload", date(2026, 5, 6))
    (False, True)
    """
    return asked_on >= _BARRED_SINCE and ground in BARRED_GROUNDS


def petition_due(
    received: date | datetime,
    period_days: int,
    given: Conditions | None = None,
    *,
    office: WorkingDay | None = None,
) -> Counted | CountedTime:
    """Count a period of so many days set for a petition (PET-03); ``given`` are the supplements and the holidays.

    Raises:
        TypeError: a period counted in hours, and only the day of receipt.

    >>> petition_due(date(2025, 4, 30), 6).due_on
    datetime.date(2025, 5, 9)
    """
    if period_days > LAST_PERIOD_IN_HOURS:
        return petition_days(day_of(received), period_days, given)
    if not isinstance(received, datetime):
        raise TypeError("a period counted in hours starts at an hour")
    return petition_hours(received, period_days, office, given)


def class_due(petition_class: str, received: date | datetime, *, extensions: int = 0) -> DueDate:
    """The due day or moment of a petition of one of ``TIMED_CLASSES``, without supplements (PET-02).

    >>> class_due("suggestion", date(2025, 4, 30)).due_on
    datetime.date(2025, 5, 21)
    """
    return due_date(f"PET-02.{petition_class}", start=received, extensions=extensions)


def _received(facts: Facts, *, in_hours: bool) -> date | datetime:
    return facts.instant("petition_received_at") if in_hours else facts.day_of("petition_received_at")


def _due(facts: Facts, clock: str, received: date | datetime, pauses: Sequence[Pause]) -> AnyDue:
    """The due date with the extensions there were; unstated, they matter only to what was not done before it."""
    if facts.has("petition_extensions"):
        n = facts.count("petition_extensions")
        return due_of(facts, clock, start=received, pauses=pauses, extensions=n)
    try:
        due = due_of(facts, clock, start=received, pauses=pauses)
    except PauseLeavesPeriod as late:
        raise MissingFacts(["petition_extensions"]) from late
    if facts.has("petition_answered_at") and facts.day_of("petition_answered_at") <= due.due_on:
        return due
    known_late = facts.known_on is not None and facts.known_on > due.due_on
    decided = known_late or facts.has("petition_answered_at")
    raise MissingFacts(["petition_extensions" if decided else "petition_answered_at"])


def _done_by(facts: Facts, due: date) -> bool:
    """Answered by a due moment or day; what was not answered is late once the facts are known beyond that day."""
    if not facts.has("petition_answered_at"):
        if facts.known_on is None or facts.known_on <= day_of(due):
            raise MissingFacts(["petition_answered_at"])
        return False
    if isinstance(due, datetime):
        return facts.instant("petition_answered_at") <= due
    return facts.day_of("petition_answered_at") <= due


def _inquiries(facts: Facts) -> tuple[Pause, ...]:
    """The on-site inquiries, each no longer than the decree allows."""
    return tuple(_within_its_limit(facts, inquiry) for inquiry in facts.pauses("onsite_inquiries"))


def _within_its_limit(facts: Facts, inquiry: Pause) -> Pause:
    limit = due_of(facts, "PET-02.inquiry", start=inquiry.asked).due_on
    if inquiry.received > limit and facts.truth("inquiry_extended"):
        limit = due_of(facts, "PET-02.inquiry", start=inquiry.asked, extensions=1).due_on
    return Pause(inquiry.asked, min(inquiry.received, limit))


def _ground(facts: Facts) -> Finding:
    ground = facts.text("extension_ground")
    if expressly_barred(ground, facts.on):
        return fails(
            "단순 업무과중이나 담당자의 지정 지연ㆍ부재를 사유로 연장할 수 없습니다.",
            "workload, or staff absent or not yet assigned, is expressly no ground.",
        )
    return either(
        any(item.key == ground for item in checklist("PET-04", on=facts.on)),
        Words("연장할 사유가 있습니다.", "there is a listed ground."),
        Words("연장할 사유가 아닙니다.", "no ground of the decree."),
    )


def _extensions_so_far(facts: Facts) -> Finding:
    """One extension is free, the next needs consent, and there is no third."""
    most, before = facts.parameter("petition.extensions").value, facts.count("extensions_before")
    if before >= most:
        return fails(f"연장은 {most}번까지입니다.", f"{most} extensions at most.")
    if not before:
        return holds("첫 번째 연장입니다.", "the first extension.")
    return either(
        facts.truth("petitioner_consented"),
        Words("민원인이 다시 연장하는 데 동의하였습니다.", "the petitioner consented to a second extension."),
        Words(
            "다시 연장하려면 민원인이 동의하여야 합니다.",
            "a second extension needs the petitioner's consent.",
        ),
    )


def _length(facts: Facts) -> Finding:
    facts.require("extension_days", "petition_original_days")
    longer, original = facts.count("extension_days"), facts.count("petition_original_days")
    return either(
        longer <= original,
        Words(f"본래의 처리기간({original}일) 안입니다.", f"not longer than the original {original} days."),
        Words(f"본래의 처리기간({original}일)을 넘습니다.", f"longer than the original {original} days."),
        original,
    )


def _told(facts: Facts) -> Finding:
    return either(
        facts.truth("extension_told_in_writing"),
        Words("사유와 예정일을 문서로 알렸습니다.", "reason and date were told in writing."),
        Words("사유와 예정일을 문서로 알리지 않았습니다.", "reason and date were not told in writing."),
    )


def _receipt(facts: Facts) -> Finding:
    if not facts.truth("petition_is_electronic"):
        return holds("전자민원이 아닙니다.", "not an electronic petition.", None)
    in_turn(facts, "petition_arrived_at", "petition_received_at")
    due = due_of(facts, "PET-05.receipt", start=facts.instant("petition_arrived_at"))
    return done_by_moment(facts, due, "petition_received_at")


def _transfer(facts: Facts) -> Finding:
    if not facts.truth("petition_belongs_elsewhere"):
        return holds("이송할 민원이 아닙니다.", "nothing to pass on.", None)
    in_turn(facts, "petition_received_at", "petition_transferred_at")
    due = due_of(facts, "PET-05.transfer", start=facts.instant("petition_received_at"))
    return joined(
        facts, lambda given: done_by_moment(given, due, "petition_transferred_at"), _told_of_transfer
    )


def _told_of_transfer(facts: Facts) -> Finding:
    return either(
        facts.truth("petitioner_told_of_transfer"),
        Words("민원인에게 알렸습니다.", "the petitioner was told."),
        Words("민원인에게 알리지 않았습니다.", "the petitioner was not told."),
    )
