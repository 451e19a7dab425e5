"""Acts on a candidate call: draft, revise, publish its rule, announce, cancel, and record its reported counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from madang.apps.selection.events import calls as events
from madang.apps.selection.models import Call, CallRule, FunnelCount
from madang.apps.selection.models.calls import CALL_KIND_WORDS
from madang.apps.selection.rules import calls as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.selection.rules.completeness import default_items, known_items
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts
from madang.core.audit.events import record as record_event
from madang.core.authority import Actor
from madang.core.cases import advance, begin
from madang.core.moments import Moment, day_of, instant_of
from madang.core.written import one_line, paragraphs
from madang.kernel.scoring.rule_record import BadRule, ScoringRule
from madang.kernel.words import Words

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
#: words of addresses that are pages of their own beside the calls
TAKEN_SLUGS = ("new",)
STAGES = ("regions", "plans", "passed_paper", "shortlisted", "deliberated", "designated")


@dataclass(frozen=True)
class CallDraft:
    """What a call says before it is announced.

    Instants are aware. ``required_items`` are keys of PLN-01 and PLN-02 that a submission must hold; None means the
    items of the Act. ``sources`` and ``confidence`` belong to calls of the published record.
    """

    slug: str
    round: str
    kind: str
    title_ko: str
    title_en: str
    summary_ko: str = ""
    summary_en: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    embargo_at: datetime | None = None
    plans_per_applicant: int | None = None
    places: int | None = None
    required_items: tuple[str, ...] | None = None
    is_record: bool = False
    sources: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True)
class FunnelReport:
    """A count at one stage as reported; ``count`` None and a ``text`` when the report says no plain number."""

    stage: str
    count: int | None
    text: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""


@act(may="selection.draft_call", records=events.CALL_DRAFTED)
def draft_call(*, actor: Actor, call: CallDraft, at: Moment) -> Call:
    """Draft a candidate call (공모 작성).

    Raises:
        Invalid: a field cannot be kept, or another call has the same slug.
    """
    row = Call(slug=_slug(call.slug), **_fields(call))
    if Call.objects.filter(slug=row.slug).exists():
        raise Invalid(
            Words(
                "이미 쓰인 주소 이름입니다. 다른 이름을 정하십시오.",
                "Another call has this address name already.",
            ),
            "slug",
        )
    begin(row, at=at)
    record_event(events.CALL_DRAFTED, row, actor=actor, at=at, facts=_told(call, row))
    return row


@act(may="selection.revise_call", records=events.CALL_REVISED, subject="call")
def revise_call(*, actor: Actor, call: Call, draft: CallDraft, at: Moment) -> Call:
    """Change a call that has not been announced; its slug stays.

    Raises:
        Invalid: the call has been announced, or a field cannot be kept.
    """
    if call.state != "draft":
        raise Invalid(
            Words(
                f"공고한 공모의 내용은 바꿀 수 없습니다(현재 상태: {call.state_now.office_words.ko}). "
                "평가 기준만 사유를 적어 새 판으로 올릴 수 있습니다.",
                f"An announced call cannot be changed (state: {call.state_now.office_words.en}). "
                "Only its evaluation rule can get a new version, with a reason.",
            )
        )
    before = {"title": call.title_ko, "opens_at": call.opens_at, "closes_at": call.closes_at}
    for name, value in _fields(draft).items():
        setattr(call, name, value)
    call.version += 1
    call.save()
    told = _told(draft, call)
    record_event(
        events.CALL_REVISED, call, actor=actor, at=at, facts=Facts(told.after, before, sources=told.sources)
    )
    return call


@act(may="selection.publish_rule", records=events.RULE_PUBLISHED, subject="call")
def publish_rule(*, actor: Actor, call: Call, record: dict[str, Any], reason: str, at: Moment) -> CallRule:
    """Publish a version of the call's evaluation rule (평가 기준 공개).

    Raises:
        Invalid: the record contradicts itself, the reason is missing after the announcement, or the paper review
            has begun.
    """
    _refuse_late_rule(actor, call)
    try:
        rule = ScoringRule.from_json(record)
    except BadRule as error:
        raise Invalid(error.words, "record") from error
    why = one_line(
        reason, most=300, field="reason", needed=call.state == "announced" and not actor.is_history
    )
    number = call.rules.count() + 1
    row = CallRule.objects.create(
        call=call, number=number, record=rule.to_json(), reason=why, published_at=instant_of(at)
    )
    told = Facts({"number": number, "reason": why, "rule": row.record})
    record_event(events.RULE_PUBLISHED, call, actor=actor, at=at, facts=told)
    return row


@act(may="selection.announce_call", records=events.CALL_ANNOUNCED, subject="call")
def announce_call(*, actor: Actor, call: Call, at: Moment) -> Call:
    """Announce a call (공모 공고). A live call needs a window that lies ahead and a published rule.

    Raises:
        Invalid: window or rule is missing, or the window has begun already.
        NotLawful: the call is not a draft.
    """
    if not actor.is_history:
        _refuse_unready(call, at)
    call.announced_on = str(day_of(at))
    advance(call, "announce", actor=actor, at=at, also=("announced_on",))
    told = {"title": call.title_ko, "opens_at": call.opens_at, "closes_at": call.closes_at}
    record_event(
        events.CALL_ANNOUNCED, call, actor=actor, at=at, facts=Facts(told, sources=tuple(call.sources))
    )
    return call


@act(may="selection.cancel_call", records=events.CALL_CANCELLED, subject="call")
def cancel_call(*, actor: Actor, call: Call, reason: str, at: Moment) -> Call:
    """Cancel a call before its evaluation begins (공모 취소). What was submitted stays as it is.

    Raises:
        Invalid: the reason is missing.
        NotLawful: the evaluation has begun.
    """
    why = one_line(reason, most=300, field="reason", needed=not actor.is_history)
    advance(call, "cancel", actor=actor, at=at)
    record_event(
        events.CALL_CANCELLED, call, actor=actor, at=at, facts=Facts({"title": call.title_ko, "reason": why})
    )
    return call


@act(may="selection.report_funnel", records=events.FUNNEL_REPORTED, subject="call")
def report_funnel(*, actor: Actor, call: Call, counts: Sequence[FunnelReport], at: Moment) -> Call:
    """Record how many regions, plans and zones were reported at each stage of a call of the published record.

    Raises:
        Invalid: a stage is unknown or stands twice.
    """
    stages = [count.stage for count in counts]
    wrong = sorted({stage for stage in stages if stage not in STAGES or stages.count(stage) > 1})
    if wrong or not counts:
        named = ", ".join(wrong)
        raise Invalid(
            Words(f"없거나 겹치는 단계입니다: {named}", f"Unknown stages, or given twice: {named}"), "counts"
        )
    for report in counts:
        FunnelCount.objects.update_or_create(
            call=call, stage=report.stage,
            defaults={"count": report.count, "text": report.text, "sources": list(report.sources),
                      "confidence": report.confidence},
        )  # fmt: skip
    told = {report.stage: report.text or report.count for report in counts}
    sources = tuple(dict.fromkeys(source for report in counts for source in report.sources))
    said = ", ".join(f"{stage} {count}" for stage, count in told.items())
    record_event(
        events.FUNNEL_REPORTED,
        call,
        actor=actor,
        at=at,
        facts=Facts({"counts": said, **told}, sources=sources),
    )
    return call


def _slug(slug: str) -> str:
    if not SLUG.fullmatch(slug) or slug in TAKEN_SLUGS:
        raise Invalid(
            Words(
                "주소 이름은 영문 소문자·숫자·붙임표로 40자까지 쓸 수 있습니다(new 제외).",
                "An address name has up to 40 lower-case letters, digits and hyphens (and is not “new”).",
            ),
            "slug",
        )
    return slug


def _fields(draft: CallDraft) -> dict[str, Any]:
    if draft.kind not in CALL_KIND_WORDS:
        raise Invalid(Words("없는 공모 종류입니다.", "There is no such kind of call."), "kind")
    _refuse_odd_window(draft)
    return {
        "round": one_line(draft.round, most=6, field="round"),
        "kind": draft.kind,
        "title_ko": one_line(draft.title_ko, most=160, field="title_ko"),
        "title_en": one_line(draft.title_en, most=200, field="title_en", needed=not draft.is_record),
        "summary_ko": paragraphs(draft.summary_ko, most=5000, field="summary_ko"),
        "summary_en": paragraphs(draft.summary_en, most=5000, field="summary_en"),
        "opens_at": draft.opens_at,
        "closes_at": draft.closes_at,
        "embargo_at": draft.embargo_at,
        "plans_per_applicant": draft.plans_per_applicant,
        "places": draft.places,
        "required_items": _required(draft),
        "is_record": draft.is_record,
        "sources": list(draft.sources),
        "confidence": draft.confidence,
    }


def _required(draft: CallDraft) -> list[str]:
    if draft.required_items is None:
        return [] if draft.is_record else list(default_items())
    unknown = sorted(set(draft.required_items) - set(known_items()))
    if unknown:
        named = ", ".join(unknown)
        raise Invalid(
            Words(f"없는 계획서 항목입니다: {named}", f"There are no such items of a plan: {named}"),
            "required_items",
        )
    return list(draft.required_items)


def _refuse_odd_window(draft: CallDraft) -> None:
    if (draft.opens_at is None) != (draft.closes_at is None):
        raise Invalid(
            Words("접수 시작과 마감을 함께 정하십시오.", "Set both the opening and the closing."), "closes_at"
        )
    if draft.opens_at and draft.closes_at and draft.closes_at <= draft.opens_at:
        raise Invalid(
            Words("접수 마감은 시작보다 뒤여야 합니다.", "The closing must lie after the opening."),
            "closes_at",
        )
    if draft.embargo_at and draft.closes_at and draft.embargo_at < draft.closes_at:
        raise Invalid(
            Words(
                "결과 공개 시각은 접수 마감보다 앞설 수 없습니다.",
                "Results cannot be open before the closing.",
            ),
            "embargo_at",
        )


def _refuse_unready(call: Call, at: Moment) -> None:
    now = instant_of(at)
    if call.opens_at is None or call.closes_at is None or now is None:
        raise Invalid(
            Words(
                "접수 시작과 마감 시각이 없어 공고할 수 없습니다.",
                "Without a window the call cannot be announced.",
            ),
            "opens_at",
        )
    if call.opens_at < now:
        raise Invalid(
            Words(
                "접수 시작 시각이 이미 지났습니다. 공고보다 뒤의 시각으로 고친 다음 공고하십시오.",
                "The opening has passed already. Set a later one, then announce the call.",
            ),
            "opens_at",
        )
    if not call.rules.exists():
        raise Invalid(
            Words(
                "평가 기준을 먼저 공개해야 공고할 수 있습니다.",
                "Publish the evaluation rule first: applicants must know it.",
            )
        )


def _refuse_late_rule(actor: Actor, call: Call) -> None:
    if call.state in ("draft", "announced") or actor.is_history:
        return
    raise Invalid(
        Words(
            "서면평가가 시작되었거나 끝난 공모의 평가 기준은 바꿀 수 없습니다.",
            "The rule cannot be changed once the paper review has begun or the call is over.",
        )
    )


def _told(draft: CallDraft, call: Call) -> Facts:
    window = {"opens_at": call.opens_at, "closes_at": call.closes_at, "embargo_at": call.embargo_at}
    return Facts(
        {"title": call.title_ko, "kind": call.kind, "round": call.round, **window}, sources=draft.sources
    )
