"""What comes next for a tool and by when: its next decision day, the choices that day forces, and the days behind them.

>>> from datetime import date
>>> seen = outlook(Standing("interim_permit", "active", date(2025, 1, 2), date(2028, 1, 1)), date(2026, 5, 4))
>>> seen.next_on, seen.latest_end, seen.rule_ids
(datetime.date(2027, 11, 1), datetime.date(2030, 1, 1), ('IP-08',))
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.clocks.spoken import spoken
from madang.kernel.procedures import exemption, interim_permit
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rulings.tool_terms import (
    Running,
    Tool,
    latest_new_end,
    latest_request,
    latest_revision_request,
    term_law,
)
from madang.kernel.words import Words

_DAY = timedelta(days=1)
_KINDS: dict[str, Tool] = {"exemption": "exemption", "interim_permit": "interim_permit"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A tool as it stands. ``ends_on`` is the last day of its term, None while the law lets it go on.

    ``zone_ends_on`` is None where the zone's end is not known to the day; ``granted_on`` likewise.
    """

    kind: str
    state: str
    granted_on: date | None
    ends_on: date | None
    extensions_used: int = 0
    zone_ends_on: date | None = None
    revision_requested: bool = False
    law_revised: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next decision day with the choices it forces, in the order in which they are open.

    ``latest_request_on``: last day to ask for the extension, or for the revision that keeps an exemption alive; None
    where nothing can be asked (any more). ``latest_end``: last day that an extension may
    reach; None where there is none or its end cannot be computed. ``legal_end``: last day on which it stands if nobody
    does anything more; None where the law lets it go on, or that day is not known.
    """

    next_on: date | None = None
    choices: tuple[Words, ...] = ()
    latest_request_on: date | None = None
    latest_end: date | None = None
    legal_end: date | None = None
    rule_ids: tuple[str, ...] = ()


def outlook(tool: Standing, on: date) -> Outlook:
    """Return what comes next for a tool on a day; nothing for a request, or for a tool that is over.

    >>> outlook(Standing("exemption", "filed", None, None), date(2026, 5, 4)).choices
    ()
    """
    if tool.kind not in _KINDS:
        return Outlook()
    live = exemption.IN_FORCE if tool.kind == "exemption" else interim_permit.IN_FORCE
    if tool.state not in live:
        return _after(tool)
    found = _goes_on(tool) if tool.ends_on is None else _in_term(tool, tool.ends_on, on)
    if not tool.law_revised:
        return found
    rule_id = "EX-24" if tool.kind == "exemption" else "IP-10"
    return replace(found, choices=(_ORDINARY, *found.choices), rule_ids=(rule_id, *found.rule_ids))


_ORDINARY = Words(
    "법령이 정비되었으므로 지체 없이 정식 허가등으로 전환",
    "The law has been revised: turn it into the ordinary permit without delay",
)
_NO_GRANT_DAY = Words(
    "부여한 날이 기록되어 있지 않아 기한을 계산하지 않음",
    "The day of the grant is not on record: no day is computed",
)
_NO_ZONE_END = Words(
    "기간 연장: 특구의 지정기간이 끝나는 날이 기록되어 있지 않아 언제까지인지 계산하지 않음",
    "Extension: the zone's end is not on record, so how far it may reach is not computed",
)
_REVISION = Words(
    "결과를 붙여 법령정비 요청: 검토하는 동안 기간이 끝나지 않은 것으로 봄(특구 지정기간 안에서)",
    "Ask for the revision of the law with the results: the exemption goes on meanwhile, within the zone's period",
)


def _in_term(tool: Standing, ends_on: date, on: date) -> Outlook:
    """Within a term that has a last day: ask in time, or see it end."""
    if tool.granted_on is None:
        return Outlook(ends_on, (_NO_GRANT_DAY,), legal_end=ends_on)
    running = Running(_KINDS[tool.kind], tool.granted_on, ends_on, tool.extensions_used, tool.zone_ends_on)
    end, due = _at_the_end(tool, ends_on), latest_request(running).due_on
    asks = (*_extension(tool, running), *_revision(tool, ends_on))
    if on > due or not asks:
        return end
    return Outlook(
        next_on=due,
        choices=(*(words for words, _ in asks), *(_otherwise(words) for words in end.choices)),
        latest_request_on=due,
        latest_end=latest_new_end(running) if _may_extend(tool, running) and _is_known(tool) else None,
        legal_end=end.legal_end,
        rule_ids=tuple(dict.fromkeys((*(rule_id for _, rule_id in asks), *end.rule_ids))),
    )


def _may_extend(tool: Standing, running: Running) -> bool:
    """Whether an extension is left, and there is room for it as far as one knows."""
    law = term_law(running.tool, running.granted_on)
    used_up = tool.extensions_used >= parameter(law.extensions, running.granted_on).value
    return (
        not used_up and not tool.law_revised and (not _is_known(tool) or latest_new_end(running) is not None)
    )


def _is_known(tool: Standing) -> bool:
    """Only an exemption is held to the zone's end, so only there it must be known."""
    return tool.kind == "interim_permit" or tool.zone_ends_on is not None


def _extension(tool: Standing, running: Running) -> tuple[tuple[Words, str], ...]:
    rule_id = "EX-15" if tool.kind == "exemption" else "IP-08"
    if not _may_extend(tool, running):
        return ()
    latest = latest_new_end(running) if _is_known(tool) else None
    if latest is None:
        return ((_NO_ZONE_END, rule_id),)
    said = spoken(latest)
    return (
        (Words(f"기간 연장 신청: 늦어도 {said.ko}까지, 한 번만", f"Ask for the extension: once, until {said.en} at the latest"), rule_id),
    )  # fmt: skip


def _revision(tool: Standing, ends_on: date) -> tuple[tuple[Words, str], ...]:
    has_room = tool.zone_ends_on is None or tool.zone_ends_on > ends_on
    is_open = tool.kind == "exemption" and not tool.revision_requested and has_room
    return ((_REVISION, "EX-27"),) if is_open and latest_revision_request(ends_on) else ()


def _otherwise(words: Words) -> Words:
    return Words(
        f"아무것도 하지 않으면: {words.ko}", f"If nothing is asked: {words.en[0].lower()}{words.en[1:]}"
    )


def _at_the_end(tool: Standing, ends_on: date) -> Outlook:
    """What the law makes of a tool on the day after its term."""
    if tool.kind == "exemption":
        return _exemption_ends(tool, ends_on)
    last, first = spoken(ends_on), spoken(ends_on + _DAY)
    if tool.extensions_used and not tool.law_revised:
        words = Words(
            f"{first.ko}부터 법령정비가 끝날 때까지 연장된 것으로 봄",
            f"Deemed extended from {first.en} until the law is revised",
        )
        return Outlook(ends_on, (words,), rule_ids=("IP-09",))
    words = Words(f"{last.ko}이 지나면 효력을 잃음", f"It lapses after {last.en}")
    return Outlook(ends_on, (words,), legal_end=ends_on, rule_ids=("IP-08",))


def _exemption_ends(tool: Standing, ends_on: date) -> Outlook:
    first, zone = spoken(ends_on + _DAY), tool.zone_ends_on
    if tool.revision_requested and zone is None:
        words = Words(
            "법령정비를 요청했으나 특구의 지정기간이 끝나는 날이 기록되어 있지 않아 언제까지 이어지는지 계산하지 않음",
            "The revision was asked for, but the zone's end is not on record: how far it goes on is not computed",
        )
        return Outlook(ends_on, (words,), rule_ids=("EX-27",))
    if tool.revision_requested and zone is not None and zone > ends_on:
        words = Words(
            f"{first.ko}부터 기간이 끝나지 않은 것으로 봄(늦어도 특구 지정기간의 끝인 {spoken(zone).ko}까지)",
            f"Deemed not to have ended from {first.en}, until the zone's period ends on {spoken(zone).en} at the latest",
        )
        return Outlook(ends_on, (words,), legal_end=zone, rule_ids=("EX-27",))
    due = _report_due(ends_on)
    by = Words(f"{spoken(due).ko}까지", f"by {spoken(due).en}") if due else Words("30일 안에", "in 30 days")
    words = Words(
        f"{spoken(ends_on).ko}에 끝나고 {by.ko} 결과보고서 제출",
        f"It ends on {spoken(ends_on).en}; the result report is due {by.en}",
    )
    return Outlook(ends_on, (words,), legal_end=ends_on, rule_ids=("EX-25",))


def _report_due(ends_on: date) -> date | None:
    """None where the holidays of that time are not known yet."""
    try:
        return due_date("EX-25", start=ends_on).due_on
    except UnknownCalendar:
        return None


def _goes_on(tool: Standing) -> Outlook:
    """The law lets it go on: an exemption within its zone's period, a permit until the law is revised."""
    if tool.kind == "interim_permit":
        words = Words(
            "법령정비가 끝나면 지체 없이 정식 허가등으로 전환", "The ordinary permit once the law is revised"
        )
        return Outlook(choices=(words,), rule_ids=("IP-10",))
    zone = tool.zone_ends_on
    if zone is None:
        ends = Words(
            "특구의 지정기간이 끝나는 날이 기록되어 있지 않아 언제 끝나는지 계산하지 않음",
            "The zone's end is not on record: when it ends is not computed",
        )
    else:
        ends = Words(
            f"특구 지정기간의 끝인 {spoken(zone).ko}에 종료",
            f"It ends with the zone's period on {spoken(zone).en}",
        )
    return Outlook(zone, (*_EXAMINED, ends), legal_end=zone, rule_ids=("EX-26", "EX-29", "EX-27"))


_EXAMINED = (
    Words("법령정비의 필요성을 검토하여 착수하거나 불필요로 판단", "Examine the need of revision: begin it, or find no need"),
    Words("정비에 착수했고 명백한 금지가 없으면 임시허가로 전환", "Once revision has begun and no law clearly forbids it: an interim permit"),
)  # fmt: skip
_AFTER: dict[tuple[str, str], tuple[tuple[Words, ...], tuple[str, ...]]] = {
    ("exemption", "revision_review"): (_EXAMINED[:1], ("EX-26",)),
    ("exemption", "revision_started"): (
        (_EXAMINED[1], Words("정비된 법령이 시행되면 지체 없이 정식 허가등으로 전환", "The ordinary permit once the revised law is in force")),
        ("EX-29", "EX-24"),
    ),
    ("exemption", "revision_unneeded"): (
        (Words("필요하면 규제합리화위원회에 올려 다시 검토하거나 종료", "Bring it up again before the regulatory committee, or close it"),),
        ("EX-28",),
    ),
    ("interim_permit", "lapsed"): ((Words("종료", "Close it"),), ("IP-08",)),
}  # fmt: skip


def _after(tool: Standing) -> Outlook:
    """When the term is over: the report, then the law."""
    if (tool.kind, tool.state) == ("exemption", "expired") and tool.ends_on is not None:
        words = Words("실증 결과보고서 제출", "File the result report")
        return Outlook(_report_due(tool.ends_on), (words,), legal_end=tool.ends_on, rule_ids=("EX-25",))
    choices, rules = _AFTER.get((tool.kind, tool.state), ((), ()))
    return Outlook(choices=choices, rule_ids=rules)
