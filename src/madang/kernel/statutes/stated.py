"""Facts as people and programs state them, read by their kinds, and a rule asked with them: one way for every door.

A page gives text, a command line gives text, the API gives JSON; ``read_fact`` reads all of them to the same values.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.seoul import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.facts import fact_kind
from madang.kernel.statutes.inputs import unread_facts
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words
from madang.kernel.written_days import CannotBeRead, read_day, read_exact_day, read_pause, read_start

#: more digits than any amount of money or area of a zone has
MOST_DIGITS = 15
_YES = frozenset({"true", "yes", "예", "네", "on"})
_NO = frozenset({"false", "no", "아니오", "아니요"})


class NoSuchNumber(Refusal, ValueError):
    """A fact is a number, and still no year of any calendar, or too large to count with."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "사실 가운데 달력에 없는 해나 너무 큰 수가 있습니다.",
                "a fact holds a year that no calendar has, or a number too large to count with.",
            )
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer of a rule, and the facts that were stated but that it does not read."""

    answer: Answer
    unread: tuple[str, ...]


def check(
    rule_id: str, facts: Mapping[str, object], *, on: PartialDate, known_on: date | None = None
) -> Checked:
    """Ask a rule about facts that were read by ``read_fact``; facts that are None are not stated.

    Raises:
        Refusal: the kernel does not answer; the sentence says why.

    >>> check("PLN-08", {"hearing_on": date(2020, 4, 29)}, on=PartialDate.parse("2020-05")).answer.missing
    ('hearing_announced_on',)
    """
    stated = {name: value for name, value in facts.items() if value is not None}
    try:
        answer = evaluate(rule_id, stated, on=_plain(on), known_on=known_on)
    except Refusal:
        raise
    except (ValueError, OverflowError) as error:
        raise NoSuchNumber from error
    return Checked(answer, unread_facts(rule_id, stated))


def read_fact(name: str, given: object) -> object:
    """Read a fact by its kind: text as people write it, or JSON data. Nothing written is None: not stated.

    Raises:
        NoSuchFact: no fact has that name.
        CannotBeRead: the value is of another kind; the sentence says how it is written.
        ReceivedBeforeAsked: a supplement was received before it was asked for.

    >>> read_fact("hearing_on", "2020. 4. 29."), read_fact("plan_is_joint", "아니오"), read_fact("report_year", "2,024")
    (datetime.date(2020, 4, 29), False, 2024)
    """
    reader = _READERS[fact_kind(name)]
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    return reader(given)


def _plain(found: PartialDate) -> date | PartialDate:
    """An exact day as the rules read it."""
    return found.first if found.first is not None and found.is_exact else found


def _day(given: object) -> date | PartialDate:
    return _plain(read_day(_written(given, DAY)))


def _instant(given: object) -> date | PartialDate | datetime:
    """An instant; a day without its hour stays one, and a rule that needs the hour names it as missing."""
    day, at = read_start(_written(given, INSTANT))
    return datetime.combine(day.first, at, SEOUL) if at is not None and day.first is not None else _plain(day)


def _truth(given: object) -> bool:
    if isinstance(given, bool):
        return given
    said = given.strip().lower() if isinstance(given, str) else ""
    if said not in _YES | _NO:
        raise CannotBeRead(YES_NO)
    return said in _YES


def _amount(given: object) -> Decimal:
    try:
        found = Decimal(_digits(given))
    except InvalidOperation as error:
        raise CannotBeRead(NUMBER) from error
    if not found.is_finite() or abs(found) >= Decimal(10) ** MOST_DIGITS:
        raise CannotBeRead(NUMBER)
    return found


def _digits(given: object) -> str:
    if not isinstance(given, str | int | float | Decimal) or len(str(given)) > 2 * MOST_DIGITS:
        raise CannotBeRead(NUMBER)
    return unicodedata.normalize("NFKC", str(given)).strip().replace(",", "")


def _count(given: object) -> int:
    found = _amount(given)
    if found < 0 or found != found.to_integral_value():
        raise CannotBeRead(WHOLE)
    return int(found)


def _text(given: object) -> str:
    return _written(given, TEXT).strip()


def _keys(given: object) -> tuple[str, ...]:
    parts = given.split(",") if isinstance(given, str) else given
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise CannotBeRead(KEYS)
    return tuple(part.strip() for part in parts if part.strip())


def read_pauses(given: object) -> tuple[Pause, ...]:
    """Read supplements: in text one a line or with commas between, in JSON objects with ``asked`` and ``received``.

    Raises:
        CannotBeRead: there are not two days for each.
        ReceivedBeforeAsked: one was received before it was asked for.
    """
    if isinstance(given, str):
        lines = given.replace(";", "\n").replace(",", "\n").splitlines()
        return tuple(read_pause(line) for line in lines if line.strip())
    if not isinstance(given, list | tuple):
        raise CannotBeRead(PAUSES)
    return tuple(map(_pause, given))


def _pause(given: object) -> Pause:
    if isinstance(given, str):
        return read_pause(given)
    if not isinstance(given, Mapping) or set(given) != {"asked", "received"}:
        raise CannotBeRead(PAUSES)
    asked, received = (read_exact_day(_written(given[name], DAY)) for name in ("asked", "received"))
    return Pause(asked, received)


def _written(given: object, wanted: Words) -> str:
    if not isinstance(given, str):
        raise CannotBeRead(wanted)
    return given


DAY = Words("날짜를 2025-04-30처럼 적어 주십시오.", "Write a day as in 2025-04-30.")
INSTANT = Words("일시를 2025-04-30 10:00처럼 적어 주십시오.", "Write a day and hour as in 2025-04-30 10:00.")
YES_NO = Words("예 또는 아니오(true, false)로 적어 주십시오.", "Write yes or no (true, false).")
WHOLE = Words("0 이상의 정수를 적어 주십시오.", "Write a whole number, none below zero.")
NUMBER = Words(
    f"숫자를 적어 주십시오({MOST_DIGITS}자리까지).", f"Write a number of {MOST_DIGITS} digits at most."
)
TEXT = Words("글로 적어 주십시오.", "Write a text.")
KEYS = Words(
    "목록을 적어 주십시오. 글로 적을 때에는 쉼표로 나눕니다.", "Write a list; in text, with commas between."
)
PAUSES = Words(
    "보완마다 요구한 날(asked)과 접수한 날(received)을 적어 주십시오.",
    "Write for each supplement the day it was asked for and the day it was received.",
)
_READERS: dict[str, Callable[[object], object]] = {
    "day": _day,
    "instant": _instant,
    "yes_no": _truth,
    "count": _count,
    "amount": _amount,
    "text": _text,
    "keys": _keys,
    "pauses": read_pauses,
}
