"""Acts on cover and the start (LIA-02 to LIA-05, EX-21): nobody begins without cover that lasts as long as the term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.files import File

from madang.apps.exemptions.acts.life import keep_if_known
from madang.apps.exemptions.acts.outlooks import refresh_outlook
from madang.apps.exemptions.acts.papers import keep_papers
from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.exemptions.events import covers as events
from madang.apps.exemptions.models import Cover, Tool
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.queries.life import IN_FORCE, RENEWED, cover_of, last_day, open_clock
from madang.apps.exemptions.rules import covers as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.duties import close_state_duties
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.rulings.liability import LEAST_SUMS, sums_too_small
from madang.kernel.words import Words

PLAN, PROOF, RENEWAL = "plan", "cover_proof", "LIA-03.renewal"
_NO_PROOF = Words("보장 증명(증권이나 증서)을 붙이십시오.", "Attach the proof: the policy or certificate.")
_WHY_NONE = Words("보험에 들 수 없는 이유를 적으십시오.", "Write why no insurance is to be had.")
_NOT_NOW = Words(
    "부여되어 효력이 있는 특례나 허가에만 보장을 낼 수 있습니다.",
    "Cover is filed for an exemption or permit that has been granted and is in force.",
)


@dataclass(frozen=True)
class Policy:
    """Insurance or mutual aid: who covers, from when until when, and the four sums in won (LIA-04).

    ``renewed_on`` is the day of the renewal where a term was extended or goes on by law.
    """

    kind: str
    provider: str
    policy: str
    begins_on: date
    ends_on: date
    sums: dict[str, int]
    renewed_on: date | None = None


@dataclass(frozen=True)
class CompensationPlan:
    """A plan in place of insurance: why there is none, and for which days it stands."""

    reason: str
    begins_on: date
    ends_on: date


@dataclass(frozen=True)
class UserNotice:
    """What users were told and when; ``items`` are keys of the list of the law (EX-21)."""

    told_on: date | None = None
    items: Sequence[str] = ()


@act(
    may="exemptions.file_cover",
    records=(events.COVER_FILED, events.COVER_RENEWED, events.PROOF_FILED),
    subject="tool",
)
def file_cover(*, actor: Actor, tool: Tool, policy: Policy, files: Sequence[File] = (), at: Moment) -> Tool:
    """File insurance or mutual aid (LIA-02 to LIA-04); after an extension it is a renewal, whose proof may follow.

    Raises:
        Invalid: a sum is too small, it ends before the term does, or the proof is missing.
    """
    today = today_of(at)
    _refuse_unless_in_force(tool)
    row = Cover(tool=tool, kind=_kind(policy.kind, today), **_sums(policy, today))
    row.provider, row.policy = line(policy.provider, "provider"), line(policy.policy, "policy", most=80)
    _set_days(row, tool, policy.begins_on, policy.ends_on)
    if tool.state in RENEWED:
        return _renew(tool, row, policy.renewed_on, files, actor=actor, at=at)
    if not files:
        raise Invalid(_NO_PROOF, "upload")
    row.filed_on = today
    row.save(force_insert=True)
    keep_papers(tool, PROOF, files, "upload", actor=actor, at=at)
    if tool.kind == EXEMPTION and tool.state == "granted":
        advance(tool, "make_ready", actor=actor, at=at, law=Law(_lasting(tool, row)))
    _record(events.COVER_FILED, tool, row, actor, at)
    refresh_outlook(tool, at)
    return tool


@act(may="exemptions.file_cover", records=events.PROOF_FILED, subject="tool")
def prove_renewal(*, actor: Actor, tool: Tool, files: Sequence[File], at: Moment) -> Tool:
    """File the proof of cover that was renewed, within thirty days of the renewal (LIA-03); late is late, and kept.

    Raises:
        Invalid: there is no renewal to prove, or no proof is attached.
    """
    row = cover_of(tool)
    if row is None or row.filed_on is not None or open_clock(tool, RENEWAL) is None:
        raise Invalid(Words("증명을 낼 갱신이 없습니다.", "There is no renewal to prove."))
    _prove(tool, row, files, actor=actor, at=at)
    return tool


@act(may="exemptions.file_cover", records=events.PLAN_FILED, subject="tool")
def file_compensation_plan(
    *, actor: Actor, tool: Tool, plan: CompensationPlan, files: Sequence[File] = (), at: Moment
) -> Tool:
    """File a compensation plan where no insurance is to be had; the local government has to agree (LIA-05).

    Raises:
        Invalid: no reason or plan, or it ends before the term does.
    """
    _refuse_unless_in_force(tool)
    row = Cover(tool=tool, kind=PLAN, reason=prose(plan.reason, "reason", needed=_WHY_NONE))
    _set_days(row, tool, plan.begins_on, plan.ends_on)
    if not files:
        raise Invalid(Words("배상계획을 붙이십시오.", "Attach the compensation plan."), "upload")
    row.filed_on = today_of(at)
    row.save(force_insert=True)
    keep_papers(tool, PROOF, files, "upload", actor=actor, at=at)
    _record(events.PLAN_FILED, tool, row, actor, at)
    refresh_outlook(tool, at)
    return tool


@act(may="exemptions.agree_to_plan", records=events.PLAN_AGREED, subject="tool")
def agree_to_plan(*, actor: Actor, tool: Tool, equal_level: bool, at: Moment) -> Tool:
    """Agree to a compensation plan that protects as much as insurance would (LIA-05).

    Raises:
        Invalid: there is no plan to agree to, or it does not protect as much.
    """
    row = cover_of(tool)
    if row is None or row.kind != PLAN or row.agreed_on is not None:
        raise Invalid(Words("합의할 배상계획이 없습니다.", "There is no plan to agree to."))
    if not equal_level:
        words = Words(
            "보험과 같은 수준으로 배상하는 계획이어야 합의할 수 있습니다(시행령 제61조).",
            "A plan can be agreed to only if it compensates as much as insurance would (Decree art. 61).",
        )
        raise Invalid(words, "equal_level")
    row.agreed_on = today_of(at)
    row.save(update_fields=["agreed_on"])
    local = tool.project.local
    told = said(local=local.words) if local else {}
    record(events.PLAN_AGREED, tool, actor=actor, at=at, facts=Facts(told, provision="LIA-05"))
    return tool


@act(may="exemptions.start_tool", records=events.STARTED, subject="tool")
def start_tool(*, actor: Actor, tool: Tool, notice: UserNotice | None = None, at: Moment) -> Tool:
    """Begin the demonstration or the business: with cover that lasts, and users told of what the law names (EX-21).

    Raises:
        Invalid: there is no cover, it does not stand today, the term has not begun or is over.
        NotLawful: it cannot begin from this state, the cover ends too early, or users were not told everything.
    """
    today, row = today_of(at), cover_of(tool)
    move = "start_on_plan" if row is not None and row.kind == PLAN else "start"
    cover = _standing_today(tool, row, today)
    facts = _plan_facts(cover, today) if cover.kind == PLAN else _policy_facts(tool, cover, today)
    if tool.kind == EXEMPTION:
        facts |= _notice_facts(tool, notice or UserNotice(), today)
    tool.began_on = today
    advance(tool, move, actor=actor, at=at, law=Law(facts), also=("began_on", "users_told_on"))
    _record(events.STARTED, tool, cover, actor, at)
    return tool


def _refuse_unless_in_force(tool: Tool) -> None:
    if tool.state not in IN_FORCE:
        raise Invalid(_NOT_NOW)


def _kind(kind: str, today: date) -> str:
    if kind not in {item.key for item in checklist("LIA-02", on=today)}:
        raise Invalid(Words("보장의 종류를 고르십시오.", "Choose the kind of cover."), "kind")
    return kind


def _sums(policy: Policy, today: date) -> dict[str, int]:
    """The four sums; the first that is missing or too small is named with the least sum."""
    given = {name: policy.sums.get(name, 0) for name in LEAST_SUMS}
    short = sums_too_small(given, today)
    if short:
        least = parameter(LEAST_SUMS[short[0]], today).value
        words = Words(
            f"{least:,}원 이상이어야 합니다(시행령 제60조제3항).",
            f"At least {least:,} won is needed (Decree art. 60(3)).",
        )
        raise Invalid(words, short[0])
    return given


def _set_days(row: Cover, tool: Tool, begins_on: date, ends_on: date) -> None:
    if ends_on < begins_on:
        words = Words("끝나는 날이 시작하는 날보다 빠릅니다.", "The end lies before the beginning.")
        raise Invalid(words, "ends_on")
    needed = last_day(tool)
    if needed is not None and ends_on < needed:
        day = spoken(needed)
        words = Words(
            f"보장이 너무 일찍 끝납니다. {day.ko}까지 또는 그 뒤까지 보장되어야 합니다(시행령 제60조제2항). "
            "보장 기간을 늘린 증권을 내십시오.",
            f"The cover ends too early: it is needed until {day.en} or longer (Decree art. 60(2)). "
            "File a policy that lasts that long.",
        )
        raise Invalid(words, "ends_on")
    row.begins_on, row.ends_on = begins_on, ends_on


def _renew(
    tool: Tool, row: Cover, renewed_on: date | None, files: Sequence[File], *, actor: Actor, at: Moment
) -> Tool:
    """Tell the renewal, which starts the thirty days, and prove it at once where the proof is there."""
    today = today_of(at)
    if renewed_on is None or renewed_on > today:
        raise Invalid(
            Words(
                "보장을 갱신한 날을 적으십시오(오늘까지).",
                "Give the day of the renewal, no later than today.",
            ),
            "renewed_on",
        )
    _refuse_gap(tool, row)
    if open_clock(tool, RENEWAL) is not None:
        words = Words(
            "갱신한 보장의 증명을 먼저 내십시오.", "First file the proof of the cover that was renewed."
        )
        raise Invalid(words)
    row.renewed_on = renewed_on
    row.save(force_insert=True)
    close_state_duties(tool, at)
    advance(tool, f"renew_{tool.state}", actor=actor, at=at, law=Law(counted_from=renewed_on))
    _record(events.COVER_RENEWED, tool, row, actor, at)
    if files:
        _prove(tool, row, files, actor=actor, at=at)
    return tool


def _refuse_gap(tool: Tool, row: Cover) -> None:
    """Renewed cover begins where the earlier one ends, or before: between them nobody would be covered."""
    earlier = cover_of(tool)
    if earlier is not None and row.begins_on > earlier.ends_on + timedelta(days=1):
        day = spoken(earlier.ends_on)
        words = Words(
            f"지금 보장이 {day.ko}에 끝나 그 뒤가 비게 됩니다. 늦어도 그 다음 날부터 보장되는 증권을 내십시오.",
            f"The present cover ends on {day.en}: nothing would cover the days after it. "
            "File a policy that begins on the day after at the latest.",
        )
        raise Invalid(words, "begins_on")


def _prove(tool: Tool, row: Cover, files: Sequence[File], *, actor: Actor, at: Moment) -> None:
    if not files:
        raise Invalid(_NO_PROOF, "upload")
    row.filed_on = today_of(at)
    row.save(update_fields=["filed_on"])
    keep_papers(tool, PROOF, files, "upload", actor=actor, at=at)
    facts = {
        "tool_was_extended": True, "cover_renewed_on": row.renewed_on, "renewal_proof_filed_on": row.filed_on,
    }  # fmt: skip
    move = f"prove_{tool.state}"
    keep_if_known(tool, move, RENEWAL, facts, at)
    advance(tool, move, actor=actor, at=at)
    _record(events.PROOF_FILED, tool, row, actor, at)


def _standing_today(tool: Tool, row: Cover | None, today: date) -> Cover:
    if tool.starts_on is not None and today < tool.starts_on:
        day = spoken(tool.starts_on)
        raise Invalid(
            Words(
                f"기간은 {day.ko}부터입니다. 그날부터 시작할 수 있습니다.",
                f"The term begins on {day.en}; begin then.",
            )
        )
    if tool.ends_on is not None and today > tool.ends_on:
        day = spoken(tool.ends_on)
        raise Invalid(Words(f"기간이 {day.ko}에 끝났습니다.", f"The term ended on {day.en}."))
    if row is None:
        raise Invalid(
            Words(
                "책임보험 등 보장 없이는 시작할 수 없습니다. 먼저 보장 증명을 내거나, 보험에 들 수 없으면 배상계획을 내십시오.",
                "It cannot begin without cover. First file proof of insurance, or a compensation plan if there is none.",
            )
        )
    if row.begins_on > today:
        day = spoken(row.begins_on)
        raise Invalid(
            Words(
                f"보장이 {day.ko}부터라 오늘 시작할 수 없습니다.", f"The cover begins on {day.en}: not today."
            )
        )
    if row.kind == PLAN and row.agreed_on is None:
        raise Invalid(
            Words(
                "배상계획에 지방자치단체가 아직 합의하지 않아 시작할 수 없습니다.",
                "The local government has not agreed to the plan yet.",
            )
        )
    return row


def _lasting(tool: Tool, row: Cover) -> dict[str, object]:
    return {"cover_ends_on": row.ends_on, "tool_ends_on": tool.ends_on}


def _policy_facts(tool: Tool, row: Cover, today: date) -> dict[str, object]:
    """What was filed earlier today was there before the start."""
    return {
        **_lasting(tool, row), "cover_kind": row.kind, "cover_begins_on": row.begins_on,
        "cover_proof_filed_on": row.filed_on, "operation_starts_on": today, "ready_before_start": True,
    }  # fmt: skip


def _plan_facts(row: Cover, today: date) -> dict[str, object]:
    return {
        "insurance_unavailable": True, "unavailability_reason_given": bool(row.reason), "compensation_level_equal": True,
        "compensation_plan_filed_on": row.filed_on, "compensation_agreed_on": row.agreed_on,
        "operation_starts_on": today, "ready_before_start": True,
    }  # fmt: skip


def _notice_facts(tool: Tool, notice: UserNotice, today: date) -> dict[str, object]:
    if notice.told_on is None or notice.told_on > today:
        raise Invalid(
            Words("이용자에게 알린 날을 적으십시오(오늘까지).", "Give the day on which users were told, no later than today."),
            "told_on",
        )  # fmt: skip
    tool.users_told_on = notice.told_on
    return {"operator_told_users": True, "user_notice_items": list(notice.items)}


def _record(kind: events.EventKind, tool: Tool, row: Cover, actor: Actor, at: Moment) -> None:
    facts = {**said(kind=row.kind_words), "begins_on": row.begins_on, "ends_on": row.ends_on}
    if row.renewed_on:
        facts["renewed_on"] = row.renewed_on
    rule_id = "LIA-05" if row.kind == PLAN else "LIA-02"
    record(kind, tool, actor=actor, at=at, facts=Facts(facts, provision=rule_id))
