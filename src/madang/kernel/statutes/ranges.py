"""Due dates of a start that is known only to the month or the year: the first and the last it may be, never a guess."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack

from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import Bends, due_date
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words


class UnknownStart(Refusal, LookupError):
    """Nothing is known about the start: the due date is unknown."""

    def __init__(self, rule_id: str) -> None:
        self.rule_id = rule_id
        super().__init__(
            Words(
                f"{rule_id}: 시작일을 알 수 없어 기한도 알 수 없습니다. 시작일이 필요합니다.",
                f"{rule_id}: the start is not known, so the due date is unknown: the day of the start is needed",
            )
        )


@dataclass(frozen=True, slots=True)
class DueRange:
    """The first and the last possible due date, each with its sum; the same one when the start is an exact day."""

    start: PartialDate
    first: DueDate
    last: DueDate

    @property
    def is_exact(self) -> bool:
        """Whether every day the start may be leads to one due date."""
        return self.first.due_on == self.last.due_on

    @property
    def sentence(self) -> Words:
        """The due date, or that it lies between two."""
        first, last = self.first.sentence, self.last.sentence
        if self.is_exact:
            return first
        return Words(
            f"시작일({self.start})을 날까지 알 수 없음. 이르면 {first.ko}, 늦으면 {last.ko}",
            f"the day of the start ({self.start}) is not known. At the earliest: {first.en}; at the latest: {last.en}",
        )


def due_range(
    rule_id: str,
    *,
    start: PartialDate,
    on: date | None = None,
    known_on: date | None = None,
    **bends: Unpack[Bends],
) -> DueRange:
    """Count from every day the start may be.

    The earliest start need not have the earliest end: a new version of the law may have shortened the period.

    Raises:
        UnknownStart: nothing is known about the start.
        Refusal: see ``due_date``; also when only some of the days cannot be counted.

    >>> found = due_range("DES-03", start=PartialDate.parse("2020-05"))
    >>> found.first.due_on, found.last.due_on
    (datetime.date(2020, 7, 30), datetime.date(2020, 8, 31))
    """
    dues = [due_date(rule_id, start=day, on=on, known_on=known_on, **bends) for day in start.days()]
    if not dues:
        raise UnknownStart(rule_id)
    return DueRange(start, min(dues, key=_by_end), max(dues, key=_by_end))


def _by_end(due: DueDate) -> tuple[date, date]:
    return due.due_on, due.start
