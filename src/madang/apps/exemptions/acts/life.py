"""The end of a term as the law takes it (EX-25, EX-27, IP-08, IP-09), and the request that keeps an exemption alive.

The system records the end, dated on the day after the last day, however late it comes to write it down.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.core.files import File

from madang.apps.exemptions.acts.outlooks import refresh_outlook
from madang.apps.exemptions.acts.papers import keep_papers
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import life as events
from madang.apps.exemptions.models import Tool, ToolResults, ToolTerm
from madang.apps.exemptions.models.life import REVISION_REQUEST
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.life import (
    IN_FORCE,
    cover_of,
    is_law_revised,
    last_day,
    present_term,
    zone_end,
)
from madang.apps.exemptions.rules import life as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import EventKind, Facts, record
from madang.core.authority import Actor
from madang.core.case_models import Case
from madang.core.cases import Law, advance, keep_answer
from madang.core.duties import open_duty
from madang.core.moments import Moment, exact_day
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.tool_terms import latest_revision_request
from madang.kernel.words import Words

RENEW = Words("계속되는 기간에 맞추어 보장 갱신", "Renew the cover for the term that goes on")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Results:
    """Results of a demonstration by the items of the decree (EX-25), each in words."""

    aims: str = ""
    conditions: str = ""
    accidents: str = ""
    results: str = ""
    need_to_revise: str = ""


class NothingOver(Invalid):
    """No term of the tool ended on the day: it was recorded before, extended, or goes on."""

    def __init__(self) -> None:
        super().__init__(Words("그날 끝난 기간이 없습니다.", "No term ended on that day."))


@act(may="exemptions.request_revision", records=events.REVISION_REQUESTED, subject="tool")
def request_revision(
    *, actor: Actor, tool: Tool, results: Results, files: Sequence[File] = (), at: Moment
) -> Tool:
    """Ask for the revision of the law with results, two months before the end at the latest (법령정비 요청, EX-27).

    Raises:
        Invalid: too late, asked before, no exemption that runs, or an item of the results is missing.
    """
    today = today_of(at)
    _refuse_revision(tool, today)
    keep_results(tool, REVISION_REQUEST, results, files, actor=actor, at=at)
    tool.revision_requested_on = today
    tool.version += 1
    tool.save(update_fields=["revision_requested_on", "version"])
    record(events.REVISION_REQUESTED, tool, actor=actor, at=at, facts=Facts(provision="EX-27"))
    refresh_outlook(tool, at)
    return tool


@act(
    may="exemptions.pass_term",
    records=(events.EXPIRED, events.CONTINUED, events.LAPSED, events.DEEMED),
    subject="tool",
)
def pass_term(*, actor: Actor, tool: Tool, ended_on: date, at: Moment) -> Tool:
    """Record, once, what the law makes of a term that ended on a day. ``at`` is 00:00 in Korea on the day after.

    An exemption ends (EX-25) or goes on within its zone's period (EX-27); a permit lapses (IP-08) or, after an
    extended term under an unrevised law, is deemed extended (IP-09).

    Raises:
        Invalid: the day after has not come at ``at``.
        NothingOver: no term of the tool ended on that day, or its end was recorded before.
        NotLawful: it would go on until its zone ends, and that day is not on record.
    """
    if today_of(at) <= ended_on:
        raise Invalid(Words("기간이 아직 끝나지 않았습니다.", "The term is not over yet."), "ended_on")
    if tool.state not in IN_FORCE or last_day(tool) != ended_on:
        raise NothingOver
    if tool.kind == EXEMPTION:
        return _exemption_over(tool, ended_on, actor=actor, at=at)
    return _permit_over(tool, ended_on, actor=actor, at=at)


def keep_results(
    tool: Tool, kind: str, given: Results, files: Sequence[File], *, actor: Actor, at: Moment
) -> ToolResults:
    """Keep results item by item, none of them empty, with their papers; works only inside an act, which records it."""
    today = today_of(at)
    texts = {item.key: item.words for item in checklist("EX-25", on=today)}
    kept = {
        key: prose(text, key, needed=_missing(texts.get(key, Words(key, key))))
        for key, text in asdict(given).items()
    }
    row = ToolResults.objects.create(tool=tool, kind=kind, filed_on=today, **kept)
    keep_papers(tool, kind, files, "upload", actor=actor, at=at)
    return row


def keep_if_known(case: Case, move: str, rule_id: str, facts: Mapping[str, object], at: Moment) -> None:
    """Keep whether something was in time; where the holidays of that time are not known yet, nothing is said."""
    with suppress(UnknownCalendar):
        keep_answer(case, move, evaluate(rule_id, facts, on=today_of(at)), at)


def ask_for_cover(tool: Tool, words: Words, at: Moment) -> None:
    """Open the duty to renew cover that ends before the term that was extended or goes on; only inside an act."""
    row, needed = cover_of(tool), last_day(tool)
    if row is not None and (needed is None or row.ends_on < needed):
        open_duty(tool, tool.in_charge("firm"), words, at, row.ends_on)


def _missing(words: Words) -> Words:
    return Words(
        f"‘{words.ko}’ 항목을 적으십시오. 없으면 없다고 적으십시오.",
        f"Write about “{words.en}”; if there is nothing, say so.",
    )


def _refuse_revision(tool: Tool, today: date) -> None:
    if (
        tool.kind != EXEMPTION
        or tool.ends_on is None
        or tool.state not in ("running", "extended", "correcting")
    ):
        raise Invalid(
            Words(
                "실증 중인 실증특례에만 할 수 있는 요청입니다.",
                "Only an exemption that runs can ask for this.",
            )
        )
    if tool.revision_requested_on is not None:
        raise Invalid(Words("이미 법령정비를 요청했습니다.", "The revision has been asked for already."))
    latest = latest_revision_request(tool.ends_on)
    if latest is None or today > latest:
        end = spoken(tool.ends_on)
        by = spoken(latest) if latest else Words("–", "–")
        raise Invalid(
            Words(
                f"기간이 {end.ko}에 끝나므로 {by.ko}까지 요청했어야 합니다(제87조제9항). 이제는 요청해도 기간이 이어지지 않습니다.",
                f"The term ends on {end.en}: it had to be asked for by {by.en} (Article 87(9)). Asking now would not "
                "keep it alive.",
            )
        )


def _exemption_over(tool: Tool, ended_on: date, *, actor: Actor, at: Moment) -> Tool:
    zone = zone_end(tool)
    if tool.ends_on is not None and tool.revision_requested_on is not None:
        facts = {
            "term_ends_on": ended_on, "revision_requested_on": tool.revision_requested_on, "results_submitted": True,
        }  # fmt: skip
        if zone is not None:
            facts["zone_ends_on"] = zone
        answer = evaluate("EX-27", facts, on=ended_on + _DAY)
        if answer.status is not Status.BREACHED:
            move = "continue_correcting" if tool.state == "correcting" else "continue"
            _go_on(tool, move, ToolTerm.CONTINUED, Law(facts), actor=actor, at=at)
            latest = spoken(zone) if zone else Words("–", "–")
            _record(events.CONTINUED, tool, ended_on, "EX-27", said(latest=latest), actor=actor, at=at)
            ask_for_cover(tool, RENEW, at)
            return tool
        _keep_refusal(tool, answer, at)
    _end(tool, ended_on)
    advance(tool, "expire", actor=actor, at=at, law=Law(counted_from=ended_on), also=("ends_on",))
    _record(events.EXPIRED, tool, ended_on, "EX-25", {}, actor=actor, at=at)
    return tool


def _permit_over(tool: Tool, ended_on: date, *, actor: Actor, at: Moment) -> Tool:
    first = ended_on + _DAY
    facts = {
        "term_ends_on": ended_on, "extensions_used": tool.extensions_used, "law_revised": is_law_revised(tool, first),
    }  # fmt: skip
    answer = evaluate("IP-09", facts, on=first)
    if answer.is_satisfied:
        move = "deem_correcting" if tool.state == "correcting" else "deem"
        _go_on(tool, move, ToolTerm.DEEMED, Law(facts), actor=actor, at=at)
        _record(events.DEEMED, tool, ended_on, "IP-09", {}, actor=actor, at=at)
        ask_for_cover(tool, RENEW, at)
        return tool
    keep_answer(tool, "lapse", answer, at)
    advance(tool, "lapse", actor=actor, at=at)
    _record(events.LAPSED, tool, ended_on, "IP-08", {}, actor=actor, at=at)
    return tool


def _keep_refusal(tool: Tool, answer: Answer, at: Moment) -> None:
    """Why a request for revision did not keep the exemption alive."""
    keep_answer(tool, "expire", answer, at)


def _go_on(tool: Tool, move: str, kind: str, law: Law, *, actor: Actor, at: Moment) -> None:
    """The law puts a term without a last day in the place of the one that ended."""
    tool.ends_on = None
    advance(tool, move, actor=actor, at=at, law=law, also=("ends_on",))
    earlier = present_term(tool)
    number = earlier.number + 1 if earlier else 1
    rule_id = "EX-27" if kind == ToolTerm.CONTINUED else "IP-09"
    ToolTerm.objects.create(tool=tool, number=number, kind=kind, starts_on=exact_day(at), rule_id=rule_id)


def _end(tool: Tool, ended_on: date) -> None:
    """An exemption that went on by law ended with its zone: its report counts from that day."""
    if tool.ends_on is None:
        tool.ends_on = ended_on
        tool.terms.filter(ends_on__isnull=True).update(ends_on=ended_on)


def _record(
    kind: EventKind,
    tool: Tool,
    ended_on: date,
    rule_id: str,
    more: dict[str, str],
    *,
    actor: Actor,
    at: Moment,
) -> None:
    day = spoken(ended_on)
    told = {**said(ended=day), **more, "ended_on": ended_on}
    record(kind, tool, actor=actor, at=at, facts=Facts(told, provision=rule_id))
