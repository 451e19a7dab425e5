"""How long exemptions and interim permits run, how they are extended, and what follows when they are not.

The law of the day of grant decides about a tool's terms for good (Act No. 20236, supplementary provisions 3 and 5).
The statute caps extended exemptions by the zone's period and says no such thing of permits; that a first term cannot
outlive its zone is inferred (REV-09). A term begins at 00:00 of its first day, which counts; its end does not roll over days off.

>>> from datetime import date
>>> latest_end("exemption", granted_on=date(2024, 8, 7), starts_on=date(2024, 9, 1)).due_on
datetime.date(2028, 8, 31)
>>> latest_end("exemption", granted_on=date(2024, 8, 6), starts_on=date(2024, 9, 1)).due_on
datetime.date(2026, 8, 31)
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.parameters import Parameter, parameter
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.registry import rule_info
from madang.kernel.words import Words

Tool = Literal["exemption", "interim_permit"]
State = Literal["lapsed", "deemed_extended"]
#: Grants from this day on stand under the longer terms.
LONGER_TERMS_FROM = rule_info("EX-14").provisions[0].first_on
#: Since this day an unavoidable delay of the demonstration is a ground of extension.
DELAY_COUNTS_FROM = rule_info("EX-15").provisions[1].first_on
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TermLaw:
    """The clocks that rule one tool. ``extension`` is empty where the law states no number of years."""

    first_term: str
    number: str
    extension: str
    request: str
    extensions: str


_EARLY_EXEMPTION = TermLaw("EX-13", "exemption.early_term_years", "", "EX-16", "exemption.extensions")
_EXEMPTION = TermLaw("EX-14", "exemption.term_years", "EX-15", "EX-16", "exemption.extensions")
_EARLY_PERMIT = TermLaw("IP-06", "permit.early_term_years", "IP-08.extension", "IP-08", "permit.extensions")
_PERMIT = TermLaw("IP-07", "permit.term_years", "IP-08.extension", "IP-08", "permit.extensions")
_LAWS: dict[tuple[Tool, bool], TermLaw] = {
    ("exemption", False): _EARLY_EXEMPTION,
    ("exemption", True): _EXEMPTION,
    ("interim_permit", False): _EARLY_PERMIT,
    ("interim_permit", True): _PERMIT,
}


def term_law(tool: Tool, granted_on: date) -> TermLaw:
    """The law of the day of grant."""
    return _LAWS[tool, granted_on >= LONGER_TERMS_FROM]


def day_of_law(granted_on: date, known_on: date | None) -> date:
    """The day whose law a grant stands under to the knowledge of another day (None: all that is known).

    Who could not know the longer terms judges every later grant by the last day of the law before them.

    >>> day_of_law(date(2024, 8, 10), date(2024, 2, 5)), day_of_law(date(2024, 8, 10), date(2024, 2, 6))
    (datetime.date(2024, 8, 6), datetime.date(2024, 8, 10))
    """
    is_known = rule_info("EX-14").provisions[0].is_known(known_on)
    return granted_on if is_known else min(granted_on, LONGER_TERMS_FROM - _DAY)


@dataclass(frozen=True, slots=True)
class Running:
    """A tool in its present term. ``expires_on`` is that term's last day, ``zone_ends_on`` the zone's.

    ``granted_on`` chooses the law: the day of grant, or the ``day_of_law`` of earlier knowledge.
    """

    tool: Tool
    granted_on: date
    expires_on: date
    extensions_used: int = 0
    zone_ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is said for an extension. ``requested_on`` is None while nobody asked for one."""

    law_revised: bool
    delay_unavoidable: bool = False
    requested_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """Whether a tool may be extended, and until when.

    ``latest_new_end`` is None when it may not, or when neither law nor zone says how far. ``in_time`` is None while
    nobody asked. ``state_after_term`` says what becomes of a permit that is not extended, None for exemptions.
    """

    allowed: bool
    in_time: bool | None
    latest_request: DueDate
    latest_new_end: date | None
    state_after_term: State | None
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ExemptionCalendar:
    """The outermost days of an exemption that uses its whole term and its whole extension.

    ``latest_extended_end`` and what hangs on it are None where the law states no years and the zone's end is unknown.
    """

    latest_end: date
    latest_extension_request: date
    latest_extended_end: date | None
    latest_revision_request: date | None

    def result_report(self) -> DueDate | None:
        """The due date of the result report, which needs the holidays of its time.

        Raises:
            UnknownCalendar: they are not known so far ahead.
        """
        end = self.latest_extended_end
        return due_date("EX-25", start=end) if end else None


def longest_term(tool: Tool, granted_on: date) -> Parameter:
    """The number of years a first term may last.

    >>> longest_term("interim_permit", date(2024, 8, 7)).value
    3
    """
    return parameter(term_law(tool, granted_on).number, granted_on)


def latest_end(tool: Tool, *, granted_on: date, starts_on: date) -> DueDate:
    """The last day a first term may reach, the zone's end left aside.

    Raises:
        ContradictoryFacts: the term starts before the grant.
        NotInForce: granted before the Act.
    """
    if starts_on < granted_on:
        raise ContradictoryFacts(
            ("granted_on", "term_starts_on"),
            Words("부여하기 전에 기간이 시작할 수 없습니다.", "a term cannot start before its grant"),
        )
    return due_date(term_law(tool, granted_on).first_term, start=starts_on, on=granted_on)


def latest_new_end(running: Running) -> date | None:
    """The last day an extended term may reach; None when there is no room, or nothing says how far.

    >>> latest_new_end(Running("exemption", date(2022, 1, 3), date(2024, 1, 2), zone_ends_on=date(2025, 6, 30)))
    datetime.date(2025, 6, 30)
    """
    zone_end = _cap(running)
    if zone_end is not None and zone_end <= running.expires_on:
        return None
    by_law = extension_end(running)
    ends = [end for end in (by_law.due_on if by_law else None, zone_end) if end is not None]
    return min(ends, default=None)


def extension_end(running: Running) -> DueDate | None:
    """The last day by the years of the law alone; None for exemptions granted before 2024-08-07."""
    clock = term_law(running.tool, running.granted_on).extension
    return due_date(clock, start=running.expires_on + _DAY, on=running.granted_on) if clock else None


def latest_request(running: Running) -> DueDate:
    """The last day on which the extension may be applied for; that day is in time."""
    clock = term_law(running.tool, running.granted_on).request
    return due_date(clock, start=running.expires_on, on=running.granted_on)


def extension(running: Running, request: Request, *, on: date | None = None) -> Extension:
    """Whether and how far a tool may be extended.

    ``on`` is the case's day, which says whether a delay is a ground; the day of the request when it is not given,
    else the last day for it.
    """
    due = latest_request(running)
    in_time = None if request.requested_on is None else request.requested_on <= due.due_on
    reasons = (
        *_used_up(running),
        *_no_ground(running, request, on or request.requested_on or due.due_on),
        *_no_room(running),
        *_too_late(in_time, due),
    )
    return Extension(
        allowed=not reasons,
        in_time=in_time,
        latest_request=due,
        latest_new_end=None if reasons else latest_new_end(running),
        state_after_term=_state_after(running, request, not reasons),
        reasons=reasons,
    )


def exemption_calendar(
    *, granted_on: date, starts_on: date, zone_ends_on: date | None = None
) -> ExemptionCalendar:
    """The outermost days of an exemption, none of them past the zone's end when that is given.

    Raises:
        ContradictoryFacts: the term starts before the grant, or after the zone's end.
    """
    if zone_ends_on is not None and zone_ends_on < starts_on:
        raise ContradictoryFacts(
            ("term_starts_on", "zone_ends_on"),
            Words(
                "특구가 끝난 뒤에 기간이 시작할 수 없습니다.", "a term cannot start after its zone has ended"
            ),
        )
    by_law = latest_end("exemption", granted_on=granted_on, starts_on=starts_on).due_on
    end = min(by_law, zone_ends_on or by_law)
    running = Running("exemption", granted_on, end, zone_ends_on=zone_ends_on)
    longest = latest_new_end(running) or (end if zone_ends_on is not None else None)
    return ExemptionCalendar(
        latest_end=end,
        latest_extension_request=latest_request(running).due_on,
        latest_extended_end=longest,
        latest_revision_request=latest_revision_request(longest) if longest else None,
    )


def latest_revision_request(expires_on: date) -> date | None:
    """The last day for a request that keeps an exemption alive; None for terms that ended before there was one."""
    since = rule_info("EX-27").provisions[0].first_on
    day = due_date("EX-27", start=expires_on, on=max(expires_on, since)).due_on
    return day if day >= since else None


def is_deemed_extended(running: Running, *, law_revised: bool, on: date) -> bool:
    """Whether a permit goes on by law on a day: only after its extended term has ended unrevised, never its first."""
    is_over = on > running.expires_on
    is_permit = running.tool == "interim_permit"
    return is_permit and running.extensions_used > 0 and is_over and not law_revised


def _used_up(running: Running) -> tuple[Words, ...]:
    law = term_law(running.tool, running.granted_on)
    limit = parameter(law.extensions, running.granted_on).value
    if running.extensions_used < limit:
        return ()
    return (Words(f"연장은 {limit}번만 할 수 있습니다.", f"it is extended {limit} time at most."),)


def _no_ground(running: Running, request: Request, day: date) -> tuple[Words, ...]:
    if not request.law_revised:
        return ()
    if running.tool == "exemption" and request.delay_unavoidable:
        if day >= DELAY_COUNTS_FROM:
            return ()
        since = spoken(DELAY_COUNTS_FROM)
        return (
            Words(
                f"실증의 지연은 {since.ko}부터 연장 사유입니다.", f"delay is a ground only since {since.en}."
            ),
        )
    return (Words("법령이 이미 정비되었습니다.", "the law has been revised."),)


def _cap(running: Running) -> date | None:
    """The zone's end caps extended exemptions (EX-15); for permits the statute states no such cap (IP-06 to IP-09)."""
    return running.zone_ends_on if running.tool == "exemption" else None


def _no_room(running: Running) -> tuple[Words, ...]:
    end = _cap(running)
    if end is None or end > running.expires_on:
        return ()
    said = spoken(end)
    words = Words(
        f"특구의 지정기간이 {said.ko}에 끝나므로 먼저 그 기간을 바꾸어야 합니다.",
        f"the zone's period ends on {said.en}: it must be changed first.",
    )
    return (words,)


def _too_late(in_time: bool | None, due: DueDate) -> tuple[Words, ...]:
    if in_time is not False:
        return ()
    said = spoken(due.due_on)
    return (Words(f"신청 기한 {said.ko}이 지났습니다.", f"it had to be applied for by {said.en}."),)


def _state_after(running: Running, request: Request, allowed: bool) -> State | None:
    if running.tool != "interim_permit" or (allowed and request.requested_on is not None):
        return None
    return "deemed_extended" if running.extensions_used and not request.law_revised else "lapsed"
