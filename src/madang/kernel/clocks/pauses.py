"""Supplements: the time between asking and receiving that is taken out of a period (CAL-H)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from madang.kernel.clocks.spoken import spoken
from madang.kernel.clocks.steps import Step
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

PauseCounting = Literal["between", "both_ends"]

_DAY = timedelta(days=1)
PAUSE_ENDS = cite("procedure_decree", "제11조제1항")


class WrongPause(Refusal, ValueError):
    """A supplement that cannot be: ``pause`` is the one meant."""

    def __init__(self, pause: "Pause", ko: str, en: str) -> None:
        self.pause = pause
        asked, received = spoken(pause.asked), spoken(pause.received)
        super().__init__(
            Words(
                f"{asked.ko}에 요구하고 {received.ko}에 접수한 보완: {ko}",
                f"the supplement asked on {asked.en} and received on {received.en}: {en}",
            )
        )


class ReceivedBeforeAsked(WrongPause):
    """It was received before it was asked for."""

    def __init__(self, pause: "Pause") -> None:
        super().__init__(
            pause, "접수한 날이 요구한 날보다 앞섭니다.", "it was asked for later than it was received"
        )


class PausesOverlap(WrongPause):
    """It was asked for while an earlier one was still outstanding."""

    def __init__(self, pause: "Pause", earlier: "Pause") -> None:
        said = spoken(earlier.received)
        super().__init__(
            pause,
            f"앞선 보완을 접수한 {said.ko}보다 먼저 요구되어 두 보완 기간이 겹칩니다.",
            f"it overlaps the one before, which was received only on {said.en}",
        )


class PauseLeavesPeriod(WrongPause):
    """It was asked for before the period began or after it had ended; ``limit`` is that day."""

    def __init__(self, pause: "Pause", limit: date) -> None:
        self.limit, said = limit, spoken(limit)
        early = pause.asked < limit
        super().__init__(
            pause,
            f"기간이 시작된 {said.ko}보다 먼저 요구되었습니다."
            if early
            else f"기간이 {said.ko}에 끝난 뒤에 요구되었습니다.",
            f"it was asked before the period began on {said.en}"
            if early
            else f"the period had ended on {said.en}",
        )


@dataclass(frozen=True, slots=True)
class Pause:
    """A supplement: the day it was asked for and the day it was received.

    ``of_record``: it is taken from a record of what happened. Asked outside the period it then takes no day out, and
    the step says so; days that an earlier one took already are not taken twice. Entered by hand both are refused.

    Raises:
        ReceivedBeforeAsked: it was received before it was asked for.
    """

    asked: date
    received: date
    of_record: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        if self.received < self.asked:
            raise ReceivedBeforeAsked(self)

    def first_excluded(self, counting: PauseCounting) -> date:
        """The first day taken out: the day of asking itself, or the day after it."""
        return self.asked if counting == "both_ends" else self.asked + _DAY


def in_order(pauses: Iterable[Pause], start: date) -> list[Pause]:
    """The supplements of a period in order; one may be asked on the day the one before was received.

    Raises:
        PausesOverlap: one was asked while another was outstanding, and is not of record.
        PauseLeavesPeriod: one was asked before the start, and is not of record.
    """
    ordered = list(pauses)
    if len(ordered) > 1:
        ordered.sort(key=lambda p: (p.asked, p.received))
    for earlier, pause in pairwise(ordered):
        if pause.asked < earlier.received and not pause.of_record:
            raise PausesOverlap(pause, earlier)
    for pause in ordered:
        if pause.asked < start and not pause.of_record:
            raise PauseLeavesPeriod(pause, start)
    return ordered


def days_taken(ordered: Iterable[Pause], counting: PauseCounting) -> frozenset[date]:
    """Every single day that supplements take out."""
    taken = set[date]()
    for pause in ordered:
        first = pause.first_excluded(counting)
        taken |= {first + timedelta(days=n) for n in range((pause.received - first).days + 1)}
    return frozenset(taken)


class Taken(NamedTuple):
    """What a supplement took out of a period: how many days, so that it ends on a day.

    ``at_the_end``: it was asked on the very last day, or on the day to which that had moved. ``by_analogy``: the law
    of the period does not say which of the two end days count.
    """

    pause: Pause
    n: int
    end: date
    at_the_end: bool = False
    by_analogy: bool = True


def pause_step(taken: Taken, counting: PauseCounting) -> Step:
    """Say how many days a supplement took out, and the day on which the period ends by it."""
    pause, n = taken.pause, taken.n
    asked, received, said = spoken(pause.asked), spoken(pause.received), spoken(taken.end)
    if n <= 0:
        words = Words(
            f"보완({asked.ko} 요구, {received.ko} 접수)으로 빠지는 날이 없음",
            f"the supplement asked on {asked.en} and received on {received.en} takes no day out",
        )
        return Step(pause.asked, pause.received, words)
    how = _HOW[counting, taken.by_analogy]
    late = _AT_THE_END if taken.at_the_end else Words("", "")
    words = Words(
        f"보완 기간({asked.ko} 요구, {received.ko} 접수) {n}일을 뺌. {how.ko}{late.ko} 말일은 {said.ko}",
        f"{n} day{'s' if n > 1 else ''} of supplement (asked {asked.en}, received {received.en}) taken out;"
        f" {how.en}{late.en} it ends on {said.en}",
    )
    return Step(pause.asked, pause.received, words, PAUSE_ENDS if counting == "both_ends" else None)


_BETWEEN = Words(
    "요구한 날은 세고 접수한 날까지 뺌.", "the day of asking counts, the day of receiving is out;"
)
_HOW: dict[tuple[PauseCounting, bool], Words] = {
    ("both_ends", True): Words(
        "요구한 날과 접수한 날을 모두 뺌(행정절차법 시행령을 유추, 지역특구법에는 정함이 없음).",
        "the days of asking and receiving are both out (by analogy; the zone Act is silent);",
    ),
    ("both_ends", False): Words(
        "요구한 날과 접수한 날을 모두 뺌.", "the days of asking and receiving are both out;"
    ),
    ("between", True): _BETWEEN,
    ("between", False): _BETWEEN,
}
_AT_THE_END = Words(
    " 말일에 요구한 보완도 뺌(해석).", " one asked on the last day still stops the clock (interpretation);"
)
