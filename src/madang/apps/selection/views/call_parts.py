"""The parts of the call pages, built from what the queries found: window, facts, rule, funnel, sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.selection.models import Call, CallRule
from madang.apps.selection.queries.calls import StageCount, source_title
from madang.apps.selection.rules.applicants import applicant_rules
from madang.apps.selection.rules.calls import window_is_open
from madang.core.authority import OfficeKind
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Bar, Column, Fact, Funnel, Link, Source
from madang.core.ui.texts import moment, text
from madang.kernel.partial_dates import PartialDate
from madang.kernel.scoring.exact import plain
from madang.kernel.scoring.rule_parts import ROUNDING_WORDS, STAGE_WORDS, Criterion
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words


@dataclass(frozen=True)
class SumStep:
    """One line of the sum behind a day."""

    text: Words


@dataclass(frozen=True)
class WindowEnd:
    """The end of a window as the deadline component shows it. It is set by the call, not by law, and says so."""

    due_on: date
    sentence: Words
    citation: Words
    steps: tuple[SumStep, ...] = ()


@dataclass(frozen=True)
class Eligibility:
    """Who may apply under a provision of the day."""

    kind: Words
    statement: Words
    citation: Words


@dataclass(frozen=True)
class RuleShown:
    """A version of the evaluation rule as facts and a table for each stage."""

    version: CallRule
    facts: list[Fact]
    stages: list[tuple[Words, list[Criterion]]]
    columns: list[Column]


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the calls stands."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("공모"), reverse("selection:calls")), *below]


def call_link(call: Call) -> Link:
    """A call as a link."""
    return Link(call.title, reverse("selection:call", args=[call.slug]))


def window_end(call: Call) -> WindowEnd | None:
    """The closing day with the rule by which an arrival is judged; None without a window."""
    if call.opens_at is None or call.closes_at is None:
        return None
    opens, closes = (f"{i.astimezone(SEOUL):%Y-%m-%d %H:%M:%S}" for i in (call.opens_at, call.closes_at))
    return WindowEnd(
        call.closes_at.astimezone(SEOUL).date(),
        Words(
            f"{closes} 전에 서버에 도달한 제출만 받습니다. 마감 시각에 도달한 것은 받지 않습니다.",
            f"Only what reaches the server before {closes} KST is taken; what arrives at the closing second is late.",
        ),
        Words("공모 공고로 정한 기한(법정 기한 아님)", "set by the call, not by law"),
        (
            SumStep(Words(f"접수 시작: {opens}", f"Opens: {opens} KST")),
            SumStep(Words(f"접수 마감: {closes}", f"Closes: {closes} KST")),
        ),
    )


def call_facts(call: Call) -> list[Fact]:
    """What the call says about itself; what nobody published stays unknown."""
    window = (
        f"{moment(call.opens_at)} ~ {moment(call.closes_at)}" if call.opens_at and call.closes_at else None
    )
    caps = (
        _("%(count)d건까지") % {"count": call.plans_per_applicant}
        if call.plans_per_applicant
        else _("제한 없음")
    )
    places = _("%(count)d곳") % {"count": call.places} if call.places else None
    shown = [
        Fact(_("구분"), call.kind_words),
        Fact(_("회차"), call.round),
        Fact(_("공고일"), PartialDate.parse(call.announced_on) if call.announced_on else None),
        Fact(_("접수 기간"), window),
        Fact(_("선정 예정"), places),
    ]
    if not call.is_record:
        shown += [
            Fact(_("기관별 신청"), caps),
            Fact(_("결과 공개"), moment(call.embargo_at) if call.embargo_at else _("후보 선정을 확정할 때")),
        ]
    return shown


def eligibility(day: date) -> list[Eligibility]:
    """Who may apply under the law of a day, with the provisions."""
    found = []
    for rule_id, kind in applicant_rules(day):
        info = rule_info(rule_id)
        found.append(Eligibility(OfficeKind(kind).words, info.statement, info.citation_on(day).words))
    return found


def rule_shown(version: CallRule) -> RuleShown:
    """A version of the rule: shares, marks, drop rule, ties and rounding as facts; criteria by stage."""
    rule = version.rule
    stages = [(STAGE_WORDS[stage], list(rule.criteria_of(stage))) for stage in rule.stages]
    columns = [
        Column(_("심사항목"), "words"),
        Column(_("배점"), lambda c: plain(c.full_marks), numeric=True),
        Column(
            _("단계 안 비중"),
            lambda c: f"{plain(c.weight)}%" if c.weight is not None else _("배점대로"),
            numeric=True,
        ),
    ]
    return RuleShown(version, _rule_facts(rule), stages, columns)


def _rule_facts(rule: ScoringRule) -> list[Fact]:
    shares = " + ".join(f"{text(STAGE_WORDS[stage])} {plain(rule.share_of(stage))}%" for stage in rule.stages)
    own = rule.paper_round
    facts = [
        Fact(_("반영 비율"), shares),
        Fact(_("최고·최저점 제외"), _drop(rule)),
        Fact(_("합격 기준점"), _("%(mark)s점 이상") % {"mark": plain(rule.pass_mark)}),
        Fact(_("가점 상한"), _("%(mark)s점") % {"mark": plain(rule.bonus_cap)}),
        Fact(_("동점 처리"), " → ".join(text(rule.tie_words(link)) for link in rule.tie_chain) or _("정하지 않음")),
        Fact(_("끝자리"), _("소수 %(digits)d자리까지, %(how)s")
             % {"digits": rule.decimals, "how": text(ROUNDING_WORDS[rule.rounding])}),
        Fact(_("선정 수"), _("%(count)d곳") % {"count": rule.shortlist_size} if rule.shortlist_size else _("정하지 않음")),
    ]  # fmt: skip
    if own:
        places = _("%(count)d건까지") % {"count": own.size} if own.size else _("수 제한 없음")
        passed = _("%(mark)s점 이상") % {"mark": plain(own.pass_mark)}
        facts.insert(1, Fact(_("서면평가 통과"), f"{passed}, {places}"))
    return facts


def _drop(rule: ScoringRule) -> str:
    if rule.drop.kind == "none":
        return _("제외하지 않음")
    return _("평가위원 %(count)d명 이상이면 최고·최저점 하나씩 제외") % {"count": rule.drop.at_least}


def funnel_chart(call: Call, stages: Iterable[StageCount]) -> Funnel | None:
    """The funnel with its table; None when there is nothing to show yet."""
    bars = [Bar(_as_published(stage), stage.count) for stage in stages]
    if not bars:
        return None
    return Funnel("funnel", _("단계별 수"), bars, description=text(call.title))


def _as_published(stage: StageCount) -> Words:
    """The stage, with what was published in brackets where that says more than a number."""
    ko, en = stage.words
    return Words(f"{ko} ({stage.text})", f"{en} ({stage.text})") if stage.text else stage.words


def funnel_text(stages: Iterable[StageCount]) -> str:
    """The counts in one line for a list: known ones as numbers or as published, unknown ones as a dash."""
    return " → ".join(
        f"{text(s.words)} {s.text or (s.count if s.count is not None else '–')}" for s in stages
    )


def sources_of(addresses: Iterable[str]) -> list[Source]:
    """Addresses as sources, each once; a text that is no address is named as it is."""
    unique = dict.fromkeys(a.strip() for a in addresses if a.strip())
    return [Source(source_title(a), a if a.startswith(("https://", "http://")) else "") for a in unique]


def window_note(call: Call, at: datetime) -> str:
    """One word on the window at an instant."""
    if call.is_record:
        return ""
    if window_is_open(call, at):
        return _("접수 중")
    if call.state == "announced" and call.opens_at and at < call.opens_at:
        return _("접수 예정")
    return _("접수 마감") if call.state == "announced" else ""
