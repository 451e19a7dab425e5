"""Due dates of clocks that were lengthened by fewer days than the law allows at most."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from madang.kernel.clocks.counting import Conditions, Pause, Step, period
from madang.kernel.clocks.holidays import national_table
from madang.kernel.clocks.lengths import days
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.clocked import due_of, holidays_of
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import AnyDue
from madang.kernel.statutes.knowledge import knowledge_steps
from madang.kernel.statutes.parameters import parameter
from madang.kernel.words import Words


def lengthened_due(facts: Facts, clock_id: str, start: date, pauses: Sequence[Pause] = ()) -> AnyDue:
    """The due date with the days of extension that were stated; days beyond what the law allows do not count.

    Raises:
        WrongFact: the days of extension are no whole number.
        WrongPause, UnknownCalendar: see ``due_date``.
    """
    if not facts.has("period_extension_days"):
        return due_of(facts, clock_id, start=start, pauses=pauses)
    due = due_date(clock_id, start=start, on=facts.on, known_on=facts.known_on, pauses=pauses)
    asked = clock(clock_id)
    most = parameter(asked.extension, facts.on, facts.known_on).value * asked.extensions
    added = min(facts.count("period_extension_days"), most)
    return _longer(facts, due, asked, added) if added else due


def _longer(facts: Facts, due: DueDate, asked: Clock, added: int) -> DueDate:
    version = facts.on, facts.known_on
    number, each = parameter(asked.parameter, *version), parameter(asked.extension, *version)
    stop = parameter(asked.hard_stop, *version) if asked.hard_stop else None
    given = Conditions(
        due.pauses,
        due.pause_counting,
        hard_stop_days=stop.value if stop else None,
        table=holidays_of(facts),
        hard_stop_in=stop.citation if stop else None,
    )
    counted = period(due.start, days(number.value + added), given)
    said = spoken(counted.due_on)
    words = Words(f"{added}일 연장", f"extended by {added} days")
    longer = Step(due.start, counted.due_on, words, each.citation)
    known = knowledge_steps(counted, due.start, national_table(), facts.known_on) if facts.known_on else ()
    return replace(
        due,
        due_on=counted.due_on,
        steps=(due.steps[0], longer, *counted.steps, *known),
        sentence=Words(f"{asked.words.ko}: {said.ko}까지", f"{asked.words.en}: by {said.en}"),
    )
