"""Acts after the demonstration: the result report (EX-25), the need of revision (EX-26, EX-28), the bridge, the ordinary permit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files import File

from madang.apps.exemptions.acts.life import Results, keep_if_known, keep_results
from madang.apps.exemptions.acts.writing import line, prose, today_of
from madang.apps.exemptions.events import reports as events
from madang.apps.exemptions.models import Tool, ToolTerm
from madang.apps.exemptions.models.life import REPORT
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.exemptions.queries.life import zone_end
from madang.apps.exemptions.rules import reports as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.rulings.tool_terms import LONGER_TERMS_FROM
from madang.kernel.words import Words

_FILES = Words("결과보고서를 붙이십시오.", "Attach the result report.")
_REASON = Words("검토한 내용과 이유를 적으십시오.", "Write what was examined, and why.")


@dataclass(frozen=True)
class Bridge:
    """The interim permit that follows an exemption: its first term, its gazette, and whether a law clearly forbids it."""

    starts_on: date
    ends_on: date
    gazette_number: str
    is_forbidden: bool = False


@dataclass(frozen=True)
class Ordinary:
    """The law in force and the ordinary permit that it brings."""

    law: str
    in_force_on: date
    permit: str


@act(may="exemptions.file_results", records=events.REPORTED, subject="tool")
def file_results(
    *, actor: Actor, tool: Tool, results: Results, files: Sequence[File] = (), at: Moment
) -> Tool:
    """File the result report, within thirty days of the end (EX-25); late is late, and the finding keeps it.

    Raises:
        Invalid: an item of the decree is missing, or no report is attached.
        NotLawful: no report is due.
    """
    tool.procedure.move("report", tool.state)
    if not files:
        raise Invalid(_FILES, "upload")
    today = today_of(at)
    keep_results(tool, REPORT, results, files, actor=actor, at=at)
    facts: dict[str, object] = {
        "term_ends_on": tool.ends_on, "result_report_filed_on": today,
        "result_report_items": ["aims", "conditions", "accidents", "results", "need_to_revise"],
    } if tool.ends_on else {"deemed_continued": True}  # fmt: skip
    keep_if_known(tool, "report", "EX-25", facts, at)
    tool.reported_on = today
    advance(tool, "report", actor=actor, at=at, also=("reported_on",))
    record(events.REPORTED, tool, actor=actor, at=at, facts=Facts({"filed_on": today}, provision="EX-25"))
    return tool


@act(may="exemptions.follow_revision", records=events.REVISION_STARTED, subject="tool")
def start_revision(*, actor: Actor, tool: Tool, law: str, at: Moment) -> Tool:
    """Record that the revision of a law has begun (EX-26).

    Raises:
        Invalid: no law is named.
        NotLawful: nothing is being examined.
    """
    named = line(law, "law")
    advance(tool, "start_revision", actor=actor, at=at)
    record(events.REVISION_STARTED, tool, actor=actor, at=at, facts=Facts({"law": named}, provision="EX-26"))
    return tool


@act(may="exemptions.follow_revision", records=events.NO_NEED, subject="tool")
def find_no_need(*, actor: Actor, tool: Tool, reason: str, at: Moment) -> Tool:
    """Record that no revision was found needed, and why (EX-26).

    Raises:
        Invalid: no reasons.
        NotLawful: nothing is being examined.
    """
    given = prose(reason, "reason", needed=_REASON)
    advance(tool, "find_no_need", actor=actor, at=at)
    record(events.NO_NEED, tool, actor=actor, at=at, facts=Facts({"reason": given}, provision="EX-26"))
    return tool


@act(may="exemptions.follow_revision", records=events.BROUGHT_UP, subject="tool")
def bring_up_again(*, actor: Actor, tool: Tool, reason: str, at: Moment) -> Tool:
    """Bring the need of revision up again before the regulatory committee (EX-28).

    Raises:
        Invalid: no reasons.
        NotLawful: nobody found that there is no need.
    """
    given = prose(reason, "reason", needed=_REASON)
    advance(tool, "recommend_revision", actor=actor, at=at)
    record(events.BROUGHT_UP, tool, actor=actor, at=at, facts=Facts({"reason": given}, provision="EX-28"))
    return tool


@act(may="exemptions.follow_revision", records=(events.BRIDGED, events.PERMIT_GRANTED), subject="tool")
def bridge_tool(*, actor: Actor, tool: Tool, bridge: Bridge, at: Moment) -> Tool:
    """Grant an interim permit after an exemption whose law is being revised (EX-29); returns the permit.

    Raises:
        Invalid: no gazette, or a term that cannot be.
        NotLawful: revision has not begun, a law clearly forbids it, or the term is longer than the law allows.
    """
    today = today_of(at)
    tool.procedure.move("bridge", tool.state)
    facts = {"revision_started": True, "clearly_forbidden": bridge.is_forbidden}
    permit = _permit(tool, bridge, today)
    begin(permit, at=at)
    move = "bridge_grant" if today >= LONGER_TERMS_FROM else "bridge_early"
    advance(permit, move, actor=actor, at=at, law=Law(facts | _term_facts(permit)))
    rule_id = "IP-07" if today >= LONGER_TERMS_FROM else "IP-06"
    ToolTerm.objects.create(
        tool=permit, number=1, kind=ToolTerm.GRANTED, starts_on=permit.starts_on, ends_on=permit.ends_on,
        rule_id=rule_id,
    )  # fmt: skip
    advance(tool, "bridge", actor=actor, at=at, law=Law(facts))
    told = Facts({"until": permit.ends_on, "permit": str(permit.pk)}, provision="EX-29")
    record(events.BRIDGED, tool, actor=actor, at=at, facts=told)
    granted = Facts({"until": permit.ends_on, "exemption": str(tool.pk)}, provision="EX-29")
    record(events.PERMIT_GRANTED, permit, actor=actor, at=at, facts=granted)
    return permit


@act(may="exemptions.follow_revision", records=events.NORMALISED, subject="tool")
def normalise_tool(*, actor: Actor, tool: Tool, ordinary: Ordinary, at: Moment) -> Tool:
    """Turn a tool into the ordinary permit, without delay once the revised law is in force (EX-24, IP-10).

    Raises:
        Invalid: no law or permit is named, or the law is not in force yet.
        NotLawful: nothing that could become an ordinary permit.
    """
    today = today_of(at)
    law, permit = line(ordinary.law, "law", most=120), line(ordinary.permit, "permit", most=70)
    if ordinary.in_force_on > today:
        day = spoken(ordinary.in_force_on)
        words = Words(
            f"정비된 법령은 {day.ko}에 시행됩니다. 그날부터 정식 허가등으로 전환할 수 있습니다.",
            f"The revised law comes into force on {day.en}: the ordinary permit is given from that day.",
        )
        raise Invalid(words, "in_force_on")
    tool.normalised_on, tool.ordinary_permit = today, f"{permit} ({law})"
    given = Law({"law_in_force": True, "ordinary_permit_given": True})
    advance(tool, "normalise", actor=actor, at=at, law=given, also=("normalised_on", "ordinary_permit"))
    told = {"law": law, "permit": permit, "in_force_on": ordinary.in_force_on}
    provision = "EX-24" if tool.kind == EXEMPTION else "IP-10"
    record(events.NORMALISED, tool, actor=actor, at=at, facts=Facts(told, provision=provision))
    return tool


@act(may="exemptions.close_tool", records=events.CLOSED, subject="tool")
def close_tool(*, actor: Actor, tool: Tool, at: Moment) -> Tool:
    """Close a tool for which nothing is left to do.

    Raises:
        NotLawful: something is left to do.
    """
    advance(tool, "close", actor=actor, at=at)
    record(events.CLOSED, tool, actor=actor, at=at)
    return tool


def _permit(tool: Tool, bridge: Bridge, today: date) -> Tool:
    if bridge.starts_on < today:
        words = Words("오늘이나 그 뒤부터 시작할 수 있습니다.", "It begins today or later.")
        raise Invalid(words, "starts_on")
    if bridge.ends_on < bridge.starts_on:
        words = Words("끝나는 날이 시작하는 날보다 빠릅니다.", "The end lies before the beginning.")
        raise Invalid(words, "ends_on")
    permit = Tool(
        kind=INTERIM_PERMIT, project=tool.project, bridges=tool, region=tool.region, business=tool.business,
        permit_law=tool.permit_law, ground=tool.ground, granted_on=today, told_on=today, decided_on=today,
        starts_on=bridge.starts_on, ends_on=bridge.ends_on,
        gazette_number=line(bridge.gazette_number, "gazette_number", most=60),
    )  # fmt: skip
    number = f"{today:%y%m%d}-{permit.pk.hex[-8:].upper()}"
    permit.receipt, permit.certificate = f"IP{number}", f"IPC-{number}"
    return permit


def _term_facts(permit: Tool) -> dict[str, object]:
    facts: dict[str, object] = {
        "granted_on": permit.granted_on, "term_starts_on": permit.starts_on, "term_ends_on": permit.ends_on,
    }  # fmt: skip
    zone = zone_end(permit)
    return facts | ({"zone_ends_on": zone} if zone is not None else {})
