"""The radar's line for a tool in force: its next decision day, what kind of choice that day forces, and what it was counted from.

The outlook of the law comes first; beside it stand what was asked for already, and a cover that ends before the term.

>>> from datetime import date
>>> seen = entry(Standing("exemption", "running", date(2024, 9, 2), date(2028, 9, 1)), Beside(), date(2026, 5, 4))
>>> seen.kind, seen.next_on, seen.clock
('ask', datetime.date(2028, 7, 1), 'EX-16')
"""

from dataclasses import dataclass, replace
from datetime import date

from madang.kernel.clocks.spoken import spoken
from madang.kernel.procedures import exemption, interim_permit, tool_record
from madang.kernel.procedures.outlook import Outlook, Standing, outlook
from madang.kernel.words import Words

#: what kind of choice a day forces
ASK, DECIDE, COVER, END, REPORT, LAW, PERMIT, UNKNOWN = (
    "ask", "decide", "cover", "end", "report", "law", "permit", "unknown",
)  # fmt: skip
KIND_WORDS = {
    ASK: Words("기간을 이어 갈 신청", "Ask for more time"),
    DECIDE: Words("연장 신청에 대한 결정", "Decide on the extension asked for"),
    COVER: Words("책임보험 갱신", "Renew the cover"),
    END: Words("기간의 끝", "The term ends"),
    REPORT: Words("실증 결과보고서 제출", "File the result report"),
    LAW: Words("법령정비 결과", "Outcome of the revision"),
    PERMIT: Words("정식 허가등으로 전환", "Turn it into the ordinary permit"),
    UNKNOWN: Words("끝나는 날 미상", "The end is not on record"),
}
#: states in which the law puts something in the place of the term
BY_LAW = ("continuing", "deemed")
_COVER = Words(
    "기간이 끝나기 전에 보장이 끝나므로 그 전에 책임보험 갱신",
    "The cover ends before the term does: renew it before that day",
)
_DECIDE = Words(
    "연장을 신청하여 검토 중: 기간이 끝나기 전에 승인 여부 결정",
    "An extension was asked for: it is to be decided before the term ends",
)
_SILENT = Words(
    "부여된 뒤의 일이 보도에서 확인되지 않음",
    "No report was found of what followed the grant",
)
_UNKNOWN = Words("끝나는 날이 기록되어 있지 않음", "The end is not on record")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a tool: the last day of its cover, an extension that waits for its decision, and whether it is
    of the published record, which waits for nobody."""

    cover_ends_on: date | None = None
    extension_asked: bool = False
    is_record: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the radar. ``kind`` is "" for a tool that is not on it; ``clock`` counts ``next_on`` from the last day of
    the term, "" where it is that day itself. ``legal_end`` and ``latest_end`` as in the outlook."""

    kind: str = ""
    next_on: date | None = None
    choices: tuple[Words, ...] = ()
    clock: str = ""
    rule_ids: tuple[str, ...] = ()
    legal_end: date | None = None
    latest_end: date | None = None


def entry(tool: Standing, beside: Beside, on: date) -> Entry:
    """Return the line of a tool on a day; one without kind for a request, or a tool that is over and owes nothing.

    >>> entry(Standing("exemption", "closed", None, None), Beside(), date(2026, 5, 4)).kind
    ''
    """
    if not _stands(tool, beside):
        return _report(tool, on) if tool.state == "expired" and not beside.is_record else Entry()
    if _has_no_known_end(tool, beside, on):
        return _unknown(tool)
    seen = outlook(replace(tool, state="extended") if beside.is_record else tool, on)
    found = Entry(
        _kind(tool, seen), seen.next_on, seen.choices, _clock(tool, seen), seen.rule_ids, seen.legal_end, seen.latest_end
    )  # fmt: skip
    if beside.extension_asked and tool.ends_on is not None:
        found = replace(found, kind=DECIDE, next_on=tool.ends_on, choices=(_DECIDE,), clock="")
    return _with_cover(found, tool, beside)


def _stands(tool: Standing, beside: Beside) -> bool:
    """Whether it is in force, of whichever kind; of the record, whether no report says that it ended."""
    if beside.is_record:
        return tool.state in tool_record.OPEN
    table = {"exemption": exemption.IN_FORCE, "interim_permit": interim_permit.IN_FORCE}
    return tool.state in table.get(tool.kind, ())


def _has_no_known_end(tool: Standing, beside: Beside, on: date) -> bool:
    if tool.state in BY_LAW:
        return False
    return tool.ends_on is None or (beside.is_record and tool.ends_on < on)


def _unknown(tool: Standing) -> Entry:
    if tool.ends_on is None:
        return Entry(UNKNOWN, choices=(_SILENT if tool.state == "reported" else _UNKNOWN,))
    said = spoken(tool.ends_on)
    words = Words(
        f"기간이 {said.ko}에 끝난 뒤의 일이 기록되어 있지 않음",
        f"What followed the end of the term on {said.en} is not on record",
    )
    return Entry(UNKNOWN, choices=(words,), legal_end=tool.ends_on)


def _report(tool: Standing, on: date) -> Entry:
    seen = outlook(tool, on)
    clock = "EX-25" if seen.next_on else ""
    return Entry(REPORT, seen.next_on, seen.choices, clock, seen.rule_ids, seen.legal_end)


def _kind(tool: Standing, seen: Outlook) -> str:
    if tool.law_revised:
        return PERMIT
    if tool.state in BY_LAW:
        return LAW
    return ASK if seen.latest_request_on else END


def _clock(tool: Standing, seen: Outlook) -> str:
    if seen.latest_request_on is None:
        return ""
    if tool.kind == "interim_permit":
        return "IP-08"
    return "EX-16" if "EX-15" in seen.rule_ids else "EX-27"


def _with_cover(found: Entry, tool: Standing, beside: Beside) -> Entry:
    """A cover that ends before the term forces its own choice, on its last day, when nothing comes before that."""
    ends = beside.cover_ends_on
    if ends is None or tool.ends_on is None or ends >= tool.ends_on:
        return found
    if found.next_on is not None and found.next_on < ends:
        return found
    return replace(
        found, kind=COVER, next_on=ends, choices=(_COVER, *found.choices), clock="",
        rule_ids=tuple(dict.fromkeys(("LIA-03", *found.rule_ids))),
    )  # fmt: skip
