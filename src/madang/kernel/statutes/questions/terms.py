"""Questions on the terms of exemptions and interim permits: how long, extended until when, asked for by when.

The law of the day of the grant decides. The Act caps exemptions by the zone's period; for permits it states no cap.
"""

from datetime import date
from typing import Any, get_args

from madang.kernel.statutes.questions.asked import Asked, FactsMissing, Lacking, contradictory, tried
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.statutes.questions.plans import backward_rule
from madang.kernel.statutes.rulings import tool_terms
from madang.kernel.statutes.rulings.reviews import review
from madang.kernel.statutes.rulings.tool_terms import Request, Running, Tool
from madang.kernel.words import Words

EXEMPTION: Tool = "exemption"


def _tool(asked: Asked) -> Tool:
    return EXEMPTION if asked.choice("tool", get_args(Tool)) == EXEMPTION else "interim_permit"


@question(
    "term",
    Words("실증특례ㆍ임시허가의 기간", "term of an exemption or a permit"),
    needs="tool granted",
    may="start zone_kind",
    gives="max_years latest_end",
    rules="EX-13 EX-14 IP-06 IP-07",
)
def term(asked: Asked) -> Found:
    """The kind of zone makes no difference: the Act knows one."""
    tool, granted = _tool(asked), asked.day("granted")
    if asked.has("zone_kind"):
        asked.text("zone_kind")
    asked.in_order("granted", "start")
    return {
        "max_years": tool_terms.longest_term(tool, granted).value,
        "latest_end": tried(
            lambda: tool_terms.latest_end(tool, granted_on=granted, starts_on=asked.day("start")).due_on
        ),
    }


@question(
    "extension",
    Words("연장", "an extension"),
    needs="tool granted",
    may="extensions_used law_revised start expiry zone_end requested backward_rule",
    gives="latest_request in_time allowed latest_new_end state_after_term",
    rules="EX-15 EX-16 IP-08 IP-09",
)
def extension(asked: Asked) -> Found:
    backward_rule(asked)
    for earlier, later in (("granted", "start"), ("start", "expiry"), ("granted", "expiry")):
        asked.in_order(earlier, later)
    asked.day_or_none("zone_end")
    request = Request(asked.truth_or("law_revised", False), requested_on=asked.day_or_none("requested"))
    running = _running(asked)
    found = _without_an_end(asked, request) if running is None else _with_an_end(running, request)
    lacking = [name for name in ("extensions_used", "law_revised") if not asked.has(name)]
    return {**found, **_left_open(found, lacking)}


def _left_open(found: Found, lacking: list[str]) -> Found:
    """What facts that were not stated leave open; refused under the most favourable ones is refused under all."""
    if not lacking:
        return {}
    open_ = Lacking(FactsMissing(*lacking))
    after = {} if found["state_after_term"] is None else {"state_after_term": open_}
    return after if found["allowed"] is False else {**after, "allowed": open_, "latest_new_end": open_}


def _with_an_end(running: Running, request: Request) -> Found:
    found = tool_terms.extension(running, request)
    new_end: Any = found.latest_new_end
    return {
        "latest_request": found.latest_request.due_on,
        "in_time": Lacking(FactsMissing("requested")) if found.in_time is None else found.in_time,
        "allowed": found.allowed,
        "latest_new_end": Lacking(FactsMissing("zone_end")) if found.allowed and new_end is None else new_end,
        "state_after_term": found.state_after_term,
    }


def _used(asked: Asked) -> int:
    return asked.whole("extensions_used") if asked.has("extensions_used") else 0


def _running(asked: Asked) -> Running | None:
    """The tool in its present term, which is used in full unless its last day is stated; None when nothing says it."""
    tool, granted, used = _tool(asked), asked.day("granted"), _used(asked)
    zone_end = asked.day_or_none("zone_end") if tool == EXEMPTION else None
    end = asked.day_or_none("expiry")
    if end is None and asked.has("start") and asked.has("extensions_used"):
        end = tool_terms.latest_end(tool, granted_on=granted, starts_on=asked.day("start")).due_on
        end = min(end, zone_end or end)
        if used:
            end = tool_terms.latest_new_end(Running(tool, granted, end, zone_ends_on=zone_end)) or zone_end
    return Running(tool, granted, end, used, zone_end) if end is not None else None


def _without_an_end(asked: Asked, request: Request) -> Found:
    """What hangs on the number of extensions and the state of the law alone."""
    running = Running(_tool(asked), asked.day("granted"), asked.day("granted"), _used(asked))
    found = tool_terms.extension(running, Request(request.law_revised))
    open_ = Lacking(FactsMissing("expiry"))
    depends = found.allowed and request.requested_on is not None
    return {
        "latest_request": open_,
        "in_time": open_,
        "allowed": open_ if depends else found.allowed,
        "latest_new_end": open_ if found.allowed else None,
        "state_after_term": open_ if depends else found.state_after_term,
    }


@question(
    "exemption_calendar",
    Words("실증특례의 주요 기한", "the calendar of an exemption"),
    needs="granted start zone_end",
    may="backward_rule",
    gives="latest_end latest_extended_end latest_extension_request latest_revision_request result_report_due",
    rules="EX-13 EX-14 EX-15 EX-16 EX-25 EX-27",
)
def exemption_calendar(asked: Asked) -> Found:
    """All of a term used in full and extended; the extension is asked for before the first end."""
    backward_rule(asked)
    granted, start, zone_end = asked.day("granted"), asked.day("start"), asked.day("zone_end")
    asked.in_order("granted", "start")
    if zone_end < start:
        raise contradictory(
            "특구가 특례의 시작보다 먼저 끝납니다.",
            "the zone ends before the exemption starts",
            "zone_end",
            "start",
        )
    found = tool_terms.exemption_calendar(granted_on=granted, starts_on=start, zone_ends_on=zone_end)
    return {
        "latest_end": found.latest_end,
        "latest_extended_end": found.latest_extended_end,
        "latest_extension_request": found.latest_extension_request,
        "latest_revision_request": found.latest_revision_request,
        "result_report_due": tried(lambda: _report_due(found)),
    }


def _report_due(calendar: tool_terms.ExemptionCalendar) -> date | None:
    due = calendar.result_report()
    return due.due_on if due else None


@question(
    "redeliberation",
    Words("재심의 요청", "request for another deliberation"),
    needs="notified",
    may="earlier_requests",
    gives="due allowed",
    rules="EX-17 IP-13",
)
def redeliberation(asked: Asked) -> Found:
    notified = asked.day("notified")
    return {
        "due": review(EXEMPTION, notified_on=notified, earlier_requests=0).due.due_on,
        "allowed": tried(lambda: _may_ask(notified, asked.whole("earlier_requests"))),
    }


def _may_ask(notified: date, earlier: int) -> bool:
    return review(EXEMPTION, notified_on=notified, earlier_requests=earlier).allowed
