"""Days, times and supplements as people write them: with dots, in words, without separators, in full-width digits.

A day may be known only to the month or year; it stays so. What cannot be a day is refused with the reason.
"""

import calendar
import re
import unicodedata
from datetime import date, datetime, time
from typing import Any

from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.seoul import seoul_time
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_LETTERS = 40
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WEEKDAY = re.compile(
    r"\(?\s*[월화수목금토일](?:요일)?\s*\)|\(?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\)?,?", re.IGNORECASE
)
_SHAPES = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<y>\d{4})\s*[-./]\s*(?P<m>\d{1,2})(?:\s*[-./]\s*(?P<d>\d{1,2}))?\s*[-./]?"),
    re.compile(r"(?P<y>\d{4})\s*년(?:\s*(?P<m>\d{1,2})\s*월(?:\s*(?P<d>\d{1,2})\s*일)?)?\s*(?:까지|부터)?"),
    re.compile(r"(?P<y>\d{4})\s*[.]?"),
    re.compile(r"(?:(?P<d>\d{1,2})\s+)?(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})"),
)
_CLOCK = re.compile(
    r"(?P<half>오전|오후)?\s*(?P<h>\d{1,2})(?:\s*[:시]\s*(?P<m>\d{1,2})?\s*분?)?\s*(?P<late>am|pm)?",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r"(.*?)[\sT]+((?:오전|오후)?\s*\d{1,2}\s*(?::\s*\d{2}|시(?:\s*\d{1,2}\s*분)?)\s*(?:am|pm)?)\s*",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?")
_BETWEEN = re.compile(r"\.{2,}|~|∼|〜")


class CannotBeRead(Refusal, ValueError):
    """What was written is no day or no time that can be meant; the sentence says why and what to write."""


def read_day(written: str) -> PartialDate:
    """Read a day, a month or a year.

    Raises:
        CannotBeRead: it is no date, a day that no month has, or a year that no deadline lies in.

    >>> read_day("2026. 11. 3.").text, read_day("２０２６１１０３").text, read_day("2020-08").text
    ('2026-11-03', '2026-11-03', '2020-08')
    """
    plain = _WEEKDAY.sub(" ", unicodedata.normalize("NFKC", written)).strip()
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(plain))), None)
    if found is None:
        raise _no_day(written)
    parts = found.groupdict()
    year, month = int(parts["y"]), _month(parts, written)
    day = int(parts["d"]) if parts.get("d") else None
    _refuse_impossible(year, month, day)
    known = (year, month, day)
    return PartialDate.parse("-".join(f"{part:02}" for part in known if part is not None))


def _month(parts: dict[str, Any], written: str) -> int | None:
    if name := parts.get("name"):
        if name.lower() not in _MONTHS:
            raise _no_day(written)
        return _MONTHS[name.lower()]
    return int(parts["m"]) if parts.get("m") else None


def _refuse_impossible(year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        ko = f"{FIRST_YEAR}년부터 {LAST_YEAR}년 사이의 날짜를 적어 주십시오."
        raise CannotBeRead(Words(ko, f"Write a date between the years {FIRST_YEAR} and {LAST_YEAR}."))
    if month is None:
        return
    if not 1 <= month <= 12:
        ko = f"{month}월은 없는 달입니다. 1월부터 12월 가운데에서 적어 주십시오."
        raise CannotBeRead(Words(ko, f"There is no month {month}. Write a month from 1 to 12."))
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        ko = f"{year}년 {month}월은 {last}일까지입니다. {day}일은 없는 날입니다."
        name = calendar.month_name[month]
        raise CannotBeRead(Words(ko, f"{name} {year} has {last} days; there is no day {day}."))


def _no_day(written: str) -> CannotBeRead:
    return CannotBeRead(
        Words(
            f"날짜로 읽을 수 없습니다: {written[:MOST_LETTERS]}. 2026-11-03 또는 2026. 11. 3.처럼 적어 주십시오.",
            f"This cannot be read as a date: {written[:MOST_LETTERS]}. Write it like 2026-11-03 or 3 Nov 2026.",
        )
    )


def read_time(written: str) -> time:
    """Read a time of day.

    Raises:
        CannotBeRead: it is no time of day.

    >>> read_time("09:00"), read_time("오후 3시 30분"), read_time("0930")
    (datetime.time(9, 0), datetime.time(15, 30), datetime.time(9, 30))
    """
    plain = unicodedata.normalize("NFKC", written).strip()
    if re.fullmatch(r"\d{4}", plain):
        plain = f"{plain[:2]}:{plain[2:]}"
    found = _CLOCK.fullmatch(plain)
    hour, minute = (int(found["h"]), int(found["m"] or 0)) if found else (99, 99)
    half = ((found["half"] or found["late"] or "") if found else "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in ("오후", "pm") else 0)
    if hour > 23 or minute > 59:
        raise _no_time(written)
    return time(hour, minute)


def _no_time(written: str) -> CannotBeRead:
    return CannotBeRead(
        Words(
            f"시각으로 읽을 수 없습니다: {written[:MOST_LETTERS]}. 09:00 또는 오후 3시 30분처럼 적어 주십시오.",
            f"This cannot be read as a time: {written[:MOST_LETTERS]}. Write it like 09:00 or 3:30 pm.",
        )
    )


def read_day_and_time(written: str) -> tuple[PartialDate, time]:
    """Read a day with a time behind it.

    Raises:
        CannotBeRead: one of the two is missing, or is none.

    >>> read_day_and_time("2026. 9. 25. 오전 9시")[1]
    datetime.time(9, 0)
    """
    found = _TIME_BEHIND.fullmatch(unicodedata.normalize("NFKC", written).strip())
    if found is None:
        raise CannotBeRead(
            Words(
                "날짜와 시각을 함께 적어 주십시오. 예: 2026-09-25 09:00",
                "Write day and time together, for example 2026-09-25 09:00.",
            )
        )
    return read_day(found[1]), read_time(found[2])


def read_exact_day(written: str) -> date:
    """Read a day; a month or a year is not enough.

    Raises:
        CannotBeRead: see ``read_day``; or the day is not told.

    >>> read_exact_day("2026. 11. 3.")
    datetime.date(2026, 11, 3)
    """
    found = read_day(written)
    if found.first is None or not found.is_exact:
        raise CannotBeRead(
            Words(
                "연월일을 모두 적어 주십시오. 예: 2026-11-03",
                "Write the whole date with its day, for example 2026-11-03.",
            )
        )
    return found.first


def read_start(written: str) -> tuple[PartialDate, time | None]:
    """Read a day, perhaps known roughly, with the time behind it if there is one; a named zone becomes Seoul's.

    >>> read_start("2026-09-24T16:30+00:00")[1], read_start("2026. 9. 25.")[1]
    (datetime.time(1, 30), None)
    """
    plain = unicodedata.normalize("NFKC", written).strip()
    if _ISO.fullmatch(plain):
        read_day(plain[:10])
        at = _iso(plain, written)
        return PartialDate.of(at.date()), at.time()
    return read_day_and_time(plain) if _TIME_BEHIND.fullmatch(plain) else (read_day(written), None)


def _iso(plain: str, written: str) -> datetime:
    try:
        return seoul_time(datetime.fromisoformat(plain))
    except ValueError as error:
        raise _no_time(written) from error


def read_pause(written: str) -> Pause:
    """Read a supplement: the day of asking and the day of receiving, with ~ or .. between.

    Raises:
        CannotBeRead: there are not two days.
        ReceivedBeforeAsked: the second lies before the first.

    >>> read_pause("2026. 6. 3. ~ 2026. 6. 10.") == read_pause("2026-06-03..2026-06-10")
    True
    """
    parts = [part for part in _BETWEEN.split(unicodedata.normalize("NFKC", written)) if part.strip()]
    if len(parts) != 2:
        raise CannotBeRead(
            Words(
                "‘요구한 날 ~ 받은 날’로 적어 주십시오. 예: 2026-06-03 ~ 2026-06-10",
                "Write it as asked..received, for example 2026-06-03..2026-06-10.",
            )
        )
    return Pause(read_exact_day(parts[0]), read_exact_day(parts[1]))
