"""Due dates of the statutory clocks, each with its sum, its counting mode and its article.

``due_date`` counts one with its explanation; ``DueDate`` (in ``due_record``) is what it returns.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TypedDict, Unpack

from madang.kernel.clocks.counting import Conditions, period_end
from madang.kernel.clocks.holidays import HolidayTable, national_table
from madang.kernel.clocks.pauses import Pause, PauseCounting
from madang.kernel.clocks.seoul import day_of, seoul_time
from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Counted, Step
from madang.kernel.clocks.working_time import CountedTime
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.knowledge import knowledge_steps
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.ways import (
    MAY_PAUSE,
    MAY_START_AT_MIDNIGHT,
    WAYS,
    NotADay,
    Start,
    length_of,
    lengthened,
)
from madang.kernel.words import Words

#: The zone Act says only that supplement time is not counted; the general rule of administrative procedure takes
#: out the day of asking and the day of receiving, and is followed by analogy (CAL-H).
DEFAULT_PAUSE_COUNTING: PauseCounting = "both_ends"


class NeedsCaseDate(Refusal, ValueError):
    """The version depends on a day that was not given, such as the day a change was applied for."""


class NotAllowedHere(Refusal, ValueError):
    """The clock does not stop for supplements, does not begin at 00:00, or is not extended that often."""


class Bends(TypedDict, total=False):
    """What bends a clock: supplements and how they are taken out, extensions, a start at 00:00, other holidays."""

    pauses: Sequence[Pause]
    pause_counting: PauseCounting
    extensions: int
    starts_at_midnight: bool
    table: HolidayTable | None


def due_date(
    rule_id: str,
    *,
    start: Start,
    on: date | None = None,
    known_on: date | None = None,
    **bends: Unpack[Bends],
) -> DueDate:
    """Count the due date of a rule's clock.

    ``start`` is the day (for clocks in hours the instant) the clock starts, for backward clocks the day of the event,
    for EVA-05 any day of the reported year; ``on`` the day that chooses the version (the case's date), the start when
    it is not given; ``known_on`` the day whose knowledge of the law and the holidays counts, all that is known when
    not given. Of ``bends``, ``extensions`` says how often it was extended; ``table`` the holidays, the national ones
    if not given.

    Raises:
        NoSuchRule: the rule has no clock.
        NeedsCaseDate: a change notice without the day the change was applied for.
        NeedsTime: the clock counts hours and only a day was given.
        NotADay: the start is no day, such as a date known to the month (see ``due_range``).
        NotInForce, NotVerified, UnknownCalendar: see ``parameter`` and ``HolidayTable``.
        NotAllowedHere: supplements, a start at 00:00 or extensions for a clock that has none, or too many.
        WrongPause: supplements overlap, or one was asked before the start or after the end.

    >>> due_date("DES-03", start=date(2020, 5, 26)).due_on
    datetime.date(2020, 8, 24)
    """
    asked, table = clock(rule_id), bends.get("table") or national_table()
    extensions = bends.get("extensions", 0)
    if not isinstance(start, date):
        raise NotADay(start)
    _refuse_bends(asked, bends)
    first = day_of(start)
    version_on = on or _version_day(asked, first)
    number = parameter(asked.parameter, version_on, known_on)
    given = _conditions(asked, version_on, table if known_on is None else table.as_known_on(known_on), bends)
    counted = WAYS[asked.way](start, _longer(asked, number, extensions, version_on), given)
    due_at = counted.due_at if isinstance(counted, CountedTime) else None
    due_on = counted.due_on if isinstance(counted, Counted) else day_of(counted.due_at)
    return DueDate(
        rule_id=rule_id,
        start=first,
        due_on=due_on,
        mode=counted.mode,
        citation=number.citation,
        steps=(
            *_length_steps(asked, (first, due_on), number, extensions, version_on),
            *counted.steps,
            *(knowledge_steps(counted, first, table, known_on) if known_on else ()),
        ),
        sentence=_sentence(asked, due_on, due_at),
        pauses=tuple(given.pauses),
        pause_counting=given.pause_counting,
        version_on=version_on,
        due_at=due_at,
        extensions=extensions,
        table_version=table.version,
        known_on=known_on,
        starts_at_midnight=given.starts_at_midnight,
    )


def paused_end(asked: Clock, start: date, on: date, bends: Bends) -> date:
    """The day of ``due_date`` alone, for a clock counted forward that only supplements bend; raises as it does."""
    _refuse_bends(asked, bends)
    table = bends.get("table") or national_table()
    number = parameter(asked.parameter, on)
    return period_end(start, length_of(number), _conditions(asked, on, table, bends))


def _conditions(asked: Clock, version_on: date, table: HolidayTable, bends: Bends) -> Conditions:
    stop = parameter(asked.hard_stop, version_on) if asked.hard_stop else None
    return Conditions(
        pauses=bends.get("pauses", ()),
        pause_counting=bends.get("pause_counting", DEFAULT_PAUSE_COUNTING),
        hard_stop_days=stop.value if stop else None,
        hard_stop_in=stop.citation if stop else None,
        starts_at_midnight=bends.get("starts_at_midnight", False),
        table=table,
    )


def _refuse_bends(asked: Clock, bends: Bends) -> None:
    if bends.get("pauses") and not (asked.may_pause and asked.way in MAY_PAUSE):
        raise NotAllowedHere(
            Words(
                f"{asked.rule_id}: 보완 기간을 빼고 세는 기한이 아닙니다.",
                f"{asked.rule_id}: this period does not stop for supplements",
            )
        )
    if bends.get("starts_at_midnight") and asked.way not in MAY_START_AT_MIDNIGHT:
        raise NotAllowedHere(
            Words(
                f"{asked.rule_id}: 0시에 시작하는지에 따라 달라지는 기한이 아닙니다.",
                f"{asked.rule_id}: a start at 00:00 makes no difference to this period",
            )
        )
    if not 0 <= bends.get("extensions", 0) <= asked.extensions:
        raise NotAllowedHere(_MOST_EXTENSIONS[asked.extensions].filled(rule=asked.rule_id))


def needs_case_date(asked: Clock, number: Parameter) -> bool:
    """Whether the start does not say if this version of the number governs: the day of the application does."""
    # A change is applied for after its notice began: once the new version is in force it surely governs.
    return asked.parameter == "change.notice_days" and number.in_force_until is not None


def _version_day(asked: Clock, start: date) -> date:
    if needs_case_date(asked, parameter(asked.parameter, start)):
        raise NeedsCaseDate(
            Words(
                "변경신청일에 따라 공고 기간이 달라지므로 변경신청일이 필요합니다.",
                "the length of the notice depends on the day the change was applied for: give that day",
            )
        )
    return start


def _longer(asked: Clock, number: Parameter, extensions: int, version_on: date) -> Parameter:
    if not extensions:
        return number
    return lengthened(number, parameter(asked.extension, version_on), extensions)


#: by how often the clock may be extended
_MOST_EXTENSIONS = (
    Words("{rule}: 연장할 수 없는 기한입니다.", "{rule}: this period is not extended"),
    Words("{rule}: 연장은 한 번만 할 수 있습니다.", "{rule}: this period is extended once at most"),
    Words("{rule}: 연장은 두 번까지만 할 수 있습니다.", "{rule}: this period is extended twice at most"),
)
_UNITS = {
    "days": Words("일", "days"),
    "day": Words("일", "day"),
    "month": Words("월", "month"),
    "months": Words("개월", "months"),
    "years": Words("년", "years"),
    "weeks": Words("주", "weeks"),
    "hours": Words("시간", "hours"),
    "working_hours": Words("근무시간", "working hours"),
}


def _length_steps(
    asked: Clock, span: tuple[date, date], number: Parameter, extensions: int, version_on: date
) -> tuple[Step, ...]:
    """The statutory length, and what extensions add to it."""
    plain = Step(*span, _length_words(number.citation.article, number.value, number.unit), number.citation)
    if not extensions:
        return (plain,)
    added = parameter(asked.extension, version_on)
    unit = _UNITS[added.unit]
    late = _CAPPED if asked.hard_stop else Words("", "")
    words = Words(
        f"{added.citation.article}: 연장 {extensions}회, 회당 {added.value}{unit.ko}."
        f" 처음 기간에 이어 하나의 기간으로 셈(해석){late.ko}",
        f"extended {extensions}× by {_counted(added.value, added.unit)}, counted on from the first period as one"
        f" (interpretation){late.en}",
    )
    return plain, Step(*span, words, added.citation)


_CAPPED = Words(
    ". 연장하여도 절대 기한을 넘지 못한다고 봄(해석)",
    "; that an extension does not pass the hard stop is an interpretation too",
)


@lru_cache(maxsize=1024)
def _length_words(article: str, n: int, counted_in: str) -> Words:
    return Words(f"{article}: {n}{_UNITS[counted_in].ko}", f"the law says {_counted(n, counted_in)}")


def _counted(n: int, counted_in: str) -> str:
    """So many of a unit in English; a day or month of the calendar has a number and no plural."""
    unit = _UNITS[counted_in].en
    if counted_in in ("day", "month"):
        return f"{unit} {n}"
    return f"{n} {unit.removesuffix('s') if n == 1 else unit}"


def _sentence(asked: Clock, due_on: date, due_at: datetime | None) -> Words:
    said, hour = spoken(due_on), f" {seoul_time(due_at):%H:%M}" if due_at else ""
    return Words(f"{asked.words.ko}: {said.ko}{hour}까지", f"{asked.words.en}: by {said.en}{hour}")
