"""The facts of a question, read strictly: JSON data in, typed values out, a sentence for whatever cannot be read.

A fact that is missing, null, or a date known only to the month or year makes an answer unknown; a fact that is
misspelt, of the wrong type or impossible is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, TypeVar

from madang.kernel.clocks.pauses import Pause, PauseCounting
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.statutes.due import DEFAULT_PAUSE_COUNTING
from madang.kernel.statutes.refusals import ContradictoryFacts, Refusal, WrongFact
from madang.kernel.words import Words

T = TypeVar("T")
#: Years that can be meant; what lies outside is a slip of the pen and overflows when days are added.
YEARS = range(1900, 2201)
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?")
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")


class WrongQuestion(Refusal, ValueError):
    """The question cannot be read: an unknown kind, a misspelt fact, a wrong type, an impossible day."""


class FactsMissing(Refusal, LookupError):
    """Facts that decide the answer were not stated, or not to the day."""

    def __init__(self, *names: str) -> None:
        self.names = names
        listed = ", ".join(names)
        super().__init__(
            Words(f"판단에 필요한 사실이 없습니다: {listed}.", f"undecided; a fact is missing: {listed}.")
        )


class KnownOnlyRoughly(FactsMissing):
    """A day was needed, and only the month or the year is known."""

    def __init__(self, name: str, given: PartialDate) -> None:
        super().__init__(name)
        self.sentence = Words(
            f"날짜를 일 단위로 알아야 합니다: {name}({given}).", f"the exact day is needed: {name} ({given})."
        )


@dataclass(frozen=True, slots=True)
class Lacking:
    """A field of an answer that cannot be told, and why."""

    why: Refusal


def tried(compute: Callable[[], T]) -> T | Lacking:
    """A field, or why it cannot be told; a question that is wrong in itself is refused as a whole."""
    try:
        return compute()
    except (WrongQuestion, ContradictoryFacts, WrongFact):
        raise
    except Refusal as refusal:
        return Lacking(refusal)


def wrong(name: str, given: object, wanted: Words) -> WrongQuestion:
    """A fact with a value that cannot be meant."""
    return WrongQuestion(
        Words(
            f"‘{name}’의 값이 알맞지 않습니다({_shown(given)}). {wanted.ko}",
            f"“{name}” cannot be {_shown(given)}. {wanted.en}",
        )
    )


def _shown(given: object) -> str:
    try:
        text = repr(given)
    except RecursionError:
        return "…"
    return text if len(text) <= 80 else f"{text[:77]}…"


def contradictory(ko: str, en: str, *names: str) -> ContradictoryFacts:
    return ContradictoryFacts(
        names, Words(f"사실이 서로 어긋납니다: {ko}", f"the facts contradict each other: {en}")
    )


DAY = Words("날짜는 2025-04-30처럼 적으십시오.", "Write a day as in 2025-04-30.")
INSTANT = Words("일시는 2025-04-30T10:00처럼 적으십시오.", "Write a day and hour as in 2025-04-30T10:00.")
CLOCK_TIME = Words("시각은 09:00처럼 적으십시오.", "Write a time as in 09:00.")
MONTH = Words("달은 2025-04처럼 적으십시오.", "Write a month as in 2025-04.")
WHOLE = Words("0 이상의 정수를 적으십시오.", "Write a whole number, none below zero.")
NUMBER = Words("숫자를 적으십시오.", "Write a number.")
YES_NO = Words("true 또는 false로 적으십시오.", "Write true or false.")
OBJECT = Words("이름과 값의 묶음을 적으십시오.", "Write an object of names and values.")
LIST = Words("목록을 적으십시오.", "Write a list.")


def read_partial(name: str, given: object) -> PartialDate:
    """A day, month or year as published; a date is taken as it is."""
    if type(given) is date:
        return PartialDate.of(given)
    if not isinstance(given, str) or not given.strip():
        raise wrong(name, given, DAY)
    try:
        found = PartialDate.parse(given)
    except NotADate as error:
        raise wrong(name, given, DAY) from error
    if found.first is None or found.first.year not in YEARS:
        raise wrong(
            name, given, Words("1900년에서 2200년 사이로 적으십시오.", "The year lies between 1900 and 2200.")
        )
    return found


def read_instant(name: str, given: object) -> datetime:
    """An instant as ISO text, local when it names no zone."""
    if not isinstance(given, str) or not (found := _INSTANT.fullmatch(given.strip())):
        raise wrong(name, given, INSTANT)
    read_partial(name, found.group(1))
    try:
        return datetime.fromisoformat(given.strip())
    except ValueError as error:
        raise wrong(name, given, INSTANT) from error


def read_pauses(name: str, given: object, *, of_record: bool = False) -> tuple[Pause, ...]:
    """Supplements as a list of objects with the days ``asked`` and ``received``; ``of_record``: see ``Pause``."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise wrong(name, given, LIST)
    return tuple(_pause(name, one, of_record) for one in given)


def _pause(name: str, given: object, of_record: bool) -> Pause:
    one = Asked(given, name)
    one.only(("asked", "received"))
    asked, received = one.day("asked"), one.day("received")
    if received < asked:
        raise contradictory(
            f"{asked}에 요구한 보완을 {received}에 받았다고 되어 있습니다.",
            f"a supplement asked for on {asked} is said to have been received on {received}",
            name,
        )
    return Pause(asked, received, of_record)


class Asked:
    """The facts of one question. ``inside`` names the fact of which they are a part, empty for the question itself."""

    def __init__(self, given: object, inside: str = "") -> None:
        if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
            raise wrong(inside or "facts", given, OBJECT)
        self.given: Mapping[str, Any] = given
        self.inside = inside

    def only(self, known: Iterable[str]) -> None:
        """Refuse facts that the question does not know, naming the nearest it does."""
        for name in self.given:
            if name not in known:
                raise self._misspelt(name, list(known))

    def has(self, name: str) -> bool:
        return self.given.get(name) is not None

    def require(self, *names: str) -> None:
        """Raise FactsMissing with all of these that were not stated."""
        lacking = [self._called(name) for name in names if not self.has(name)]
        if lacking:
            raise FactsMissing(*lacking)

    def value(self, name: str) -> Any:
        self.require(name)
        return self.given[name]

    def day(self, name: str) -> date:
        found = read_partial(self._called(name), self.value(name))
        if found.first is None or not found.is_exact:
            raise KnownOnlyRoughly(self._called(name), found)
        return found.first

    def day_or_none(self, name: str) -> date | None:
        return self.day(name) if self.has(name) else None

    def month(self, name: str) -> PartialDate:
        found = read_partial(self._called(name), self.value(name))
        if found.precision == "year":
            raise KnownOnlyRoughly(self._called(name), found)
        return found

    def instant(self, name: str) -> datetime:
        return read_instant(self._called(name), self.value(name))

    def day_of_instant(self, name: str) -> date:
        """The day of a fact that may name the hour too."""
        given = self.value(name)
        has_hour = isinstance(given, str) and len(given.strip()) > len("2025-04-30")
        return self.instant(name).date() if has_hour else self.day(name)

    def clock_time(self, name: str) -> time:
        given = self.value(name)
        if not isinstance(given, str) or not _TIME.fullmatch(given.strip()):
            raise wrong(self._called(name), given, CLOCK_TIME)
        try:
            return time.fromisoformat(given.strip())
        except ValueError as error:
            raise wrong(self._called(name), given, CLOCK_TIME) from error

    def whole(self, name: str, least: int = 0) -> int:
        """A whole number; below ``least`` is refused."""
        given = self.value(name)
        if isinstance(given, Decimal | float) and Decimal(str(given)).is_finite() and given == int(given):
            given = int(given)
        if isinstance(given, bool) or not isinstance(given, int) or given < least:
            raise wrong(self._called(name), given, WHOLE)
        return given

    def amount(self, name: str) -> Decimal:
        """An exact number, given as a number or as text."""
        given = self.value(name)
        try:
            found = Decimal(str(given))
        except InvalidOperation as error:
            raise wrong(self._called(name), given, NUMBER) from error
        if not found.is_finite():
            raise wrong(self._called(name), given, NUMBER)
        return found

    def money(self, name: str) -> Decimal:
        """A sum of money, none below zero."""
        found = self.amount(name)
        if found < 0:
            raise wrong(self._called(name), self.given[name], WHOLE)
        return found

    def truth(self, name: str) -> bool:
        given = self.value(name)
        if not isinstance(given, bool):
            raise wrong(self._called(name), given, YES_NO)
        return given

    def truth_or(self, name: str, otherwise: bool) -> bool:
        return self.truth(name) if self.has(name) else otherwise

    def choice(self, name: str, options: Iterable[str]) -> str:
        """One of a few words."""
        given, known = self.value(name), list(options)
        if not isinstance(given, str) or given not in known:
            listed = ", ".join(known)
            raise wrong(
                self._called(name),
                given,
                Words(f"다음 가운데 하나를 적으십시오: {listed}.", f"Write one of: {listed}."),
            )
        return given

    def text(self, name: str) -> str:
        given = self.value(name)
        if not isinstance(given, str):
            raise wrong(self._called(name), given, Words("글로 적으십시오.", "Write a text."))
        return given

    def texts(self, name: str) -> tuple[str, ...]:
        given = self.value(name)
        if (
            not isinstance(given, Sequence)
            or isinstance(given, str)
            or not all(isinstance(v, str) for v in given)
        ):
            raise wrong(self._called(name), given, LIST)
        return tuple(given)

    def pauses(self, *, of_record: bool = True) -> tuple[Pause, ...]:
        """Supplements; cases are records of what happened, a person who asks for a date is not."""
        if not self.has("pauses"):
            return ()
        return read_pauses(self._called("pauses"), self.given["pauses"], of_record=of_record)

    def pause_counting(self) -> PauseCounting:
        if not self.has("pause_counting"):
            return DEFAULT_PAUSE_COUNTING
        return (
            "between" if self.choice("pause_counting", ("between", "both_ends")) == "between" else "both_ends"
        )

    def part(self, name: str) -> "Asked":
        """A fact that is an object of facts itself."""
        return Asked(self.value(name), self._called(name))

    def in_order(self, earlier: str, later: str) -> None:
        """Refuse days that are the wrong way round; the same day is in order."""
        if self.has(earlier) and self.has(later) and self.day(later) < self.day(earlier):
            raise contradictory(
                f"‘{later}’이 ‘{earlier}’보다 앞섭니다.", f"“{later}” lies before “{earlier}”", earlier, later
            )

    def _called(self, name: str) -> str:
        return f"{self.inside}.{name}" if self.inside else name

    def _misspelt(self, name: str, known: list[str]) -> WrongQuestion:
        near = next(iter(get_close_matches(name, known, 1)), "")
        hint = Words(f" ‘{near}’을 뜻하십니까?", f" Is “{near}” meant?") if near else Words("", "")
        called = self._called(name)
        return WrongQuestion(
            Words(
                f"이 질문에 없는 사실 항목입니다: {called}.{hint.ko}",
                f"this question knows no fact “{called}”.{hint.en}",
            )
        )
