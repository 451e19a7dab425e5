"""Acts on the extension of a term (EX-15, EX-16, IP-08): asked in time, once, within the zone's period."""

from dataclasses import dataclass
from datetime import date, timedelta

from madang.apps.exemptions.acts.life import ask_for_cover
from madang.apps.exemptions.acts.writing import prose, refuse_zone_over, said, today_of
from madang.apps.exemptions.events import extensions as events
from madang.apps.exemptions.models import Tool, ToolRequest, ToolTerm
from madang.apps.exemptions.models.tools import CHANGE, EXEMPTION, EXTENSION
from madang.apps.exemptions.queries.life import is_law_revised, open_request, present_term, zone_end
from madang.apps.exemptions.rules import extensions as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.rulings import tool_terms
from madang.kernel.words import Words

#: states in which a term can be extended
OPEN = ("running", "active")
RENEW = Words("연장된 기간에 맞추어 보장 갱신", "Renew the cover for the longer term")
_REASON = Words("연장하려는 이유를 적으십시오.", "Write why it should be extended.")
_ANSWER = Words("결정의 이유를 적으십시오.", "Write the reasons of the decision.")
_DAY = timedelta(days=1)
_RULES = {EXEMPTION: ("EX-16", "EX-15"), "interim_permit": ("IP-08", "IP-08")}


@dataclass(frozen=True)
class Wish:
    """What a firm asks for: the new last day, why, and whether the demonstration was unavoidably delayed."""

    until: date
    reason: str
    is_delay: bool = False


@dataclass(frozen=True)
class Decision:
    """The Ministry's decision: whether it is extended, until when (the day asked for, or earlier), and why."""

    is_approved: bool
    answer: str
    until: date | None = None


@act(may="exemptions.ask_extension", records=events.ASKED, subject="tool")
def ask_extension(*, actor: Actor, tool: Tool, wish: Wish, at: Moment) -> ToolRequest:
    """Ask the local government for an extension, two months before the end at the latest (EX-16, IP-08).

    Raises:
        Invalid: one day late, a second extension, no ground, no room in the zone's period, or too long.
        NotLawful: the law does not let it be asked for.
    """
    today = today_of(at)
    reason = prose(wish.reason, "reason", needed=_REASON)
    if tool.kind == EXEMPTION:
        refuse_zone_over(tool.project.zone)
    ends_on = _may_be_extended(tool, wish, today)
    _refuse_length(tool, wish.until, ends_on)
    row = ToolRequest(
        tool=tool, kind=EXTENSION, reason=reason, until=wish.until, is_delay=wish.is_delay, asked_on=today,
        region=tool.region,
    )  # fmt: skip
    begin(row, at=at)
    law = Law(_facts(tool, ends_on, wish.until, wish.is_delay, today) | {"extension_requested_on": today})
    advance(row, f"ask_{tool.kind}", actor=actor, at=at, law=law)
    facts = Facts({"until": wish.until}, provision=_RULES[tool.kind][0])
    record(events.ASKED, row, actor=actor, at=at, facts=facts)
    return row


@act(may="exemptions.pass_tool_request", records=events.PASSED, subject="tool_request")
def pass_tool_request(*, actor: Actor, tool_request: ToolRequest, opinion: str, at: Moment) -> ToolRequest:
    """Pass an extension or a change on to the Ministry, with the local government's opinion (EX-16, EX-19).

    Raises:
        Invalid: it is neither of the two.
        NotLawful: it has been passed on before.
    """
    if tool_request.kind not in (EXTENSION, CHANGE):
        raise Invalid(Words("연장이나 변경 신청이 아닙니다.", "This is neither an extension nor a change."))
    tool_request.local_opinion = prose(opinion, "opinion")
    advance(tool_request, "pass", actor=actor, at=at, also=("local_opinion",))
    local = tool_request.tool.project.local
    told = said(kind=tool_request.kind_words, **({"local": local.words} if local else {}))
    record(events.PASSED, tool_request, actor=actor, at=at, facts=Facts(told, provision="EX-16"))
    return tool_request


@act(may="exemptions.decide_extension", records=(events.EXTENDED, events.DENIED), subject="tool_request")
def decide_extension(
    *, actor: Actor, tool_request: ToolRequest, decision: Decision, at: Moment
) -> ToolRequest:
    """Approve an extension, which writes the new term, or say why not (EX-15, IP-08).

    Raises:
        Invalid: no extension, no reasons, longer than asked for, or the term is over.
        NotLawful: the law does not allow the extension, or the zone's end is not on record.
    """
    today = today_of(at)
    if tool_request.kind != EXTENSION:
        raise Invalid(Words("연장 신청이 아닙니다.", "This is no extension."))
    answer = prose(decision.answer, "answer", needed=_ANSWER)
    tool = locked(Tool, tool_request.tool_id)
    tool_request.answer, tool_request.decided_on = answer, today
    if not decision.is_approved:
        advance(tool_request, "deny", actor=actor, at=at, also=("answer", "decided_on"))
        record(events.DENIED, tool_request, actor=actor, at=at, facts=Facts({"answer": answer}))
        return tool_request
    until = _granted_until(tool_request, decision)
    tool_request.until = until
    advance(tool_request, "approve", actor=actor, at=at, also=("answer", "decided_on", "until"))
    _extend(tool, tool_request, until, actor=actor, at=at)
    facts = Facts({"until": until}, provision=_RULES[tool.kind][1])
    record(events.EXTENDED, tool, actor=actor, at=at, facts=facts)
    return tool_request


def _may_be_extended(tool: Tool, wish: Wish, today: date) -> date:
    """Return the last day of the term that may be extended; every reason against it is said."""
    if tool.ends_on is None or tool.granted_on is None or tool.state not in OPEN:
        state = tool.state_now.public_words
        words = Words(
            f"지금 상태(‘{state.ko}’)에서는 연장을 신청할 수 없습니다. 시작한 뒤 첫 기간 중에 한 번만 신청할 수 있습니다.",
            f"From its present state (“{state.en}”) it cannot be extended: only once, in the first term after it began.",
        )
        raise Invalid(words)
    if open_request(tool) is not None:
        raise Invalid(Words("연장 신청이 이미 검토 중입니다.", "An extension is already being examined."))
    found = tool_terms.extension(
        _running(tool, tool.ends_on, tool.granted_on),
        tool_terms.Request(is_law_revised(tool, today), wish.is_delay, today),
        on=today,
    )
    if found.reasons:
        ko = " ".join(words.ko for words in found.reasons)
        en = " ".join(words.en[0].upper() + words.en[1:] for words in found.reasons)
        raise Invalid(Words(f"연장을 신청할 수 없습니다. {ko}", f"An extension cannot be asked for. {en}"))
    return tool.ends_on


def _running(tool: Tool, ends_on: date, granted_on: date) -> tool_terms.Running:
    kind: tool_terms.Tool = "exemption" if tool.kind == EXEMPTION else "interim_permit"
    return tool_terms.Running(kind, granted_on, ends_on, tool.extensions_used, zone_end(tool))


def _refuse_length(tool: Tool, until: date, ends_on: date) -> None:
    if until <= ends_on:
        day = spoken(ends_on)
        words = Words(
            f"지금 기간이 {day.ko}에 끝납니다. 그 뒤의 날을 적으십시오.",
            f"The present term ends on {day.en}: give a later day.",
        )
        raise Invalid(words, "until")
    assert tool.granted_on is not None  # a term that runs was granted
    latest = tool_terms.latest_new_end(_running(tool, ends_on, tool.granted_on))
    if latest is not None and until > latest:
        day = spoken(latest)
        words = Words(
            f"연장은 {day.ko}을 넘을 수 없습니다. 그날이나 그 전을 적으십시오.",
            f"No extension may go past {day.en}: give that day or an earlier one.",
        )
        raise Invalid(words, "until")


def _granted_until(row: ToolRequest, decision: Decision) -> date:
    until = decision.until or row.until
    assert until is not None  # an extension is asked for with its day
    if row.until is not None and until > row.until:
        words = Words(
            "신청한 날보다 뒤로 연장할 수 없습니다.", "It cannot be extended beyond what was asked for."
        )
        raise Invalid(words, "until")
    return until


def _extend(tool: Tool, row: ToolRequest, until: date, *, actor: Actor, at: Moment) -> None:
    today, ended_on = today_of(at), tool.ends_on
    if ended_on is None or today > ended_on:
        raise Invalid(
            Words("기간이 이미 끝나 연장할 수 없습니다.", "The term is over: it cannot be extended.")
        )
    if tool.kind == EXEMPTION:  # only exemptions are capped by the zone's period
        refuse_zone_over(tool.project.zone)
    facts = _facts(tool, ended_on, until, row.is_delay, today) | {"extension_requested_on": row.asked_on}
    tool.ends_on, tool.extensions_used = until, tool.extensions_used + 1
    also = ("ends_on", "extensions_used")
    advance(tool, "extend", actor=actor, at=at, law=Law(facts), also=also)
    earlier = present_term(tool)
    ToolTerm.objects.create(
        tool=tool, number=earlier.number + 1 if earlier else 1, kind=ToolTerm.EXTENDED, starts_on=ended_on + _DAY,
        ends_on=until, rule_id=_RULES[tool.kind][1],
    )  # fmt: skip
    ask_for_cover(tool, RENEW, at)


def _facts(tool: Tool, ends_on: date, until: date, is_delay: bool, on: date) -> dict[str, object]:
    facts: dict[str, object] = {
        "granted_on": tool.granted_on, "term_ends_on": ends_on, "extensions_used": tool.extensions_used,
        "law_revised": is_law_revised(tool, on), "delay_unavoidable": is_delay, "extended_to_on": until,
    }  # fmt: skip
    zone = zone_end(tool)
    return facts | ({"zone_ends_on": zone} if zone is not None else {})
