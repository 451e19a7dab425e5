"""The facts a rule is asked about: typed, labelled for people, and missing until somebody states them.

A rule reads its facts through ``Facts``. A fact that is absent, None or a date of unknown precision counts as
missing; a date known only to the month or year is tried out day by day (see ``registry``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from madang.kernel.clocks.pauses import Pause
from madang.kernel.korean import josa
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import TraceStep
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.plain import Plain
from madang.kernel.statutes.refusals import ContradictoryFacts, Refusal, WrongFact
from madang.kernel.words import Words

#: day: a date or a PartialDate; instant: a datetime (local time of Seoul when it names no zone); yes_no;
#: count: a whole number, none below zero; amount: an exact number; text; keys: a collection of texts;
#: pauses: a collection of ``Pause``.
Kind = Literal["day", "instant", "yes_no", "count", "amount", "text", "keys", "pauses"]
_BY_ENDING: dict[str, Kind] = {"_on": "day", "_at": "instant"}
#: Days of cases lie between these; one outside is a slip of the pen.
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)
SEOUL = ZoneInfo("Asia/Seoul")


class NoSuchFact(Refusal, LookupError):
    """No fact has that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(Words(f"그런 사실 항목은 없습니다: {name}", f"there is no fact called {name}"))


class MissingFacts(Exception):
    """Facts the rule needs were not stated; the answer is unknown."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        super().__init__(", ".join(self.names))


class CoarseFact(Exception):
    """A day was needed but the fact is known only to the month or year."""

    def __init__(self, name: str, given: PartialDate) -> None:
        self.name, self.given = name, given
        super().__init__(f"{name}: {given}")


def fact_names() -> tuple[str, ...]:
    """Every fact a rule can ask for."""
    return tuple(_labels())


def fact_label(name: str) -> Words:
    """What a fact is called when people are told that it is missing.

    >>> fact_label("hearing_on").en
    'day of the public hearing'
    """
    if name not in _labels():
        raise NoSuchFact(name)
    return _labels()[name]


def fact_kind(name: str) -> Kind:
    """What a value of the fact looks like.

    Raises:
        NoSuchFact: no fact has that name.

    >>> fact_kind("hearing_on"), fact_kind("plan_is_joint"), fact_kind("plan_items")
    ('day', 'yes_no', 'keys')
    """
    label = fact_label(name)
    kind: Kind | None = next(iter(data("facts")[name][2:]), None)
    if kind is not None:
        return kind
    if label.en.startswith("whether "):
        return "yes_no"
    return next((kind for ending, kind in _BY_ENDING.items() if name.endswith(ending)), "text")


@cache
def _labels() -> dict[str, Words]:
    return {name: Words(*row[:2]) for name, row in data("facts").items()}


def _in_seoul(moment: datetime) -> datetime:
    return moment.astimezone(SEOUL) if moment.tzinfo else moment.replace(tzinfo=SEOUL)


@dataclass(slots=True)
class Facts:
    """The facts of one question, the day that chooses the version of the law, and the day of knowledge.

    ``known_on`` is the last day up to which facts are known, and of promulgations that are known. Nothing is built for
    people while a rule runs: ``trace`` keeps plain values by name. The readers try the plain kind first.
    """

    given: Mapping[str, object]
    on: date
    known_on: date | None = None
    trace: dict[str, "Plain | Parameter | TraceStep"] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the fact was stated."""
        value = self.given.get(name)
        return value is not None and (type(value) is not PartialDate or value.is_known)

    def require(self, *names: str) -> None:
        """Raise MissingFacts with all of these that were not stated."""
        if not all(map(self.has, names)):
            raise MissingFacts([name for name in names if not self.has(name)])

    def day(self, name: str) -> date:
        value = self.given.get(name)
        # A datetime is a date to Python, but an instant has no day before its zone is chosen.
        if type(value) is not date:
            value = self._exact_day(name)
        if not EARLIEST <= value <= LATEST:
            raise WrongFact(name, fact_label(name), value)
        self.trace[name] = value
        return value

    def _exact_day(self, name: str) -> date:
        value = self._read(name)
        if isinstance(value, PartialDate):
            if not value.is_exact or value.first is None:
                raise CoarseFact(name, value)
            return value.first
        raise WrongFact(name, fact_label(name), value)

    def year(self, name: str) -> int:
        """A calendar year of our time."""
        value = self.count(name)
        if not EARLIEST.year <= value <= LATEST.year:
            raise WrongFact(name, fact_label(name), value)
        return value

    def day_or_none(self, name: str) -> date | None:
        return self.day(name) if self.has(name) else None

    def instant(self, name: str) -> datetime:
        """A moment in the time of Seoul; a fact that names only the day leaves the hour missing."""
        value = self._read(name)
        if isinstance(value, PartialDate) or type(value) is date:
            raise MissingFacts([name])
        if not isinstance(value, datetime):
            raise WrongFact(name, fact_label(name), value)
        moment = _in_seoul(value) if EARLIEST.year <= value.year <= LATEST.year else None
        if moment is None:
            raise WrongFact(name, fact_label(name), value)
        self.trace[name] = moment
        return moment

    def day_of(self, name: str) -> date:
        """The day of a fact that may name the hour too."""
        value = self.given.get(name)
        return self.instant(name).date() if isinstance(value, datetime) else self.day(name)

    def truth(self, name: str) -> bool:
        value = self.given.get(name)
        if value is not True and value is not False:
            raise WrongFact(name, fact_label(name), self._read(name))
        self.trace[name] = value
        return value

    def said(self, name: str) -> bool | None:
        """A yes, a no, or not stated."""
        return self.truth(name) if self.has(name) else None

    def count(self, name: str) -> int:
        """A whole number, none below zero."""
        value = self._read(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise WrongFact(name, fact_label(name), value)
        self.trace[name] = value
        return value

    def amount(self, name: str) -> Decimal:
        """An exact number; floating point is refused."""
        value = self._read(name)
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            raise WrongFact(name, fact_label(name), value)
        exact = Decimal(value)
        self.trace[name] = exact
        return exact

    def text(self, name: str) -> str:
        value = self._read(name)
        if not isinstance(value, str):
            raise WrongFact(name, fact_label(name), value)
        self.trace[name] = value
        return value

    def keys(self, name: str) -> frozenset[str]:
        """A set of keys, given as any collection of texts."""
        value = self._read(name)
        if not isinstance(value, list | tuple | set | frozenset) or not all(
            isinstance(v, str) for v in value
        ):
            raise WrongFact(name, fact_label(name), value)
        found = frozenset(value)
        self.trace[name] = tuple(sorted(found))
        return found

    def pauses(self, name: str) -> tuple[Pause, ...]:
        """The supplements; none stated means that none was asked for."""
        if not self.has(name):
            return ()
        value = self._read(name)
        if not isinstance(value, list | tuple) or [v for v in value if not isinstance(v, Pause)]:
            raise WrongFact(name, fact_label(name), value)
        self.trace[name] = tuple([(p.asked, p.received) for p in value])
        return tuple(value)

    def parameter(self, name: str) -> Parameter:
        """The statutory number of the case's day, entered in the trace."""
        number = parameter(name, self.on, self.known_on)
        self.trace[f"parameter:{name}"] = number
        return number

    def in_order(self, earlier: str, later: str) -> None:
        """Refuse facts that contradict each other: the later day before the earlier one.

        Raises:
            ContradictoryFacts: the days are the wrong way round.
        """
        if not self.has(earlier) or not self.has(later):
            return
        if self.day(later) < self.day(earlier):
            first, last = fact_label(earlier), fact_label(later)
            raise ContradictoryFacts(
                (earlier, later),
                Words(
                    f"사실이 서로 어긋납니다: {josa(f'‘{last.ko}’', '이/가')} ‘{first.ko}’보다 앞섭니다.",
                    f"the facts contradict each other: “{last.en}” lies before “{first.en}”",
                ),
            )

    def _read(self, name: str) -> object:
        if name not in _labels():
            raise NoSuchFact(name)
        if not self.has(name):
            raise MissingFacts([name])
        return self.given[name]
