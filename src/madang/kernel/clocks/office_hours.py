"""Office hours: when an office is open on a working day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words


class NoOfficeHours(Refusal, ValueError):
    """An office that closes before it opens."""

    def __init__(self, start: time, end: time) -> None:
        super().__init__(
            Words(
                f"근무시간의 끝({end:%H:%M})이 시작({start:%H:%M})보다 늦어야 합니다.",
                f"the office must close ({end:%H:%M}) after it opens ({start:%H:%M})",
            )
        )


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """Office hours of one day: from, until, and the break between (start and end; none when equal).

    Raises:
        NoOfficeHours: the end is not after the start, or the break leaves nothing.
    """

    start: time = time(9)
    end: time = time(18)
    break_start: time = time(12)
    break_end: time = time(13)

    def __post_init__(self) -> None:
        if not self._spans():
            raise NoOfficeHours(self.start, self.end)

    def stretches(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The working stretches of a day, in order; a break outside the hours takes nothing from them.

        >>> [b.hour for _, b in WorkingDay().stretches(date(2025, 4, 30))]
        [12, 18]
        """
        at = datetime.combine
        return tuple((at(day, begin), at(day, end)) for begin, end in self._spans())

    def _spans(self) -> list[tuple[time, time]]:
        if self.break_start >= self.break_end:
            spans = [(self.start, self.end)]
        else:
            before = (self.start, min(self.break_start, self.end))
            spans = [before, (max(self.break_end, self.start), self.end)]
        return [(begin, end) for begin, end in spans if begin < end]
