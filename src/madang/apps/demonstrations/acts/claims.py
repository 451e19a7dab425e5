"""Acts of the firm on a claim for damages: report it, pay or refuse it, report the outcome (LIA-06)."""

from dataclasses import dataclass
from datetime import date

from madang.apps.demonstrations.acts.checking import chosen, not_to_come
from madang.apps.demonstrations.events import safety as events
from madang.apps.demonstrations.models import Claim, Incident
from madang.apps.demonstrations.models.safety import HARM_WORDS
from madang.apps.demonstrations.rules import safety as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import prose, today_of
from madang.apps.exemptions.models import Tool
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin, keep_answer
from madang.core.moments import Moment
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

MOST_WON = 10**13


@dataclass(frozen=True)
class NewClaim:
    """A claim as it came to the firm; ``amount`` in won, None when no sum was named. The claimant is not named."""

    claimed_on: date
    harm: str
    is_user: bool
    is_told_of_cover: bool
    amount: int | None = None
    incident: Incident | None = None


@act(may="demonstrations.settle_claim", records=events.CLAIMED, subject="tool")
def report_claim(*, actor: Actor, tool: Tool, claim: NewClaim, at: Moment) -> Claim:
    """Report a claim for damages to the local government and the Ministry (손해배상 청구 보고, LIA-06).

    Without insurance the 30 days to pay run from the day of the claim.

    Raises:
        Invalid: no such harm, a sum that is none, a day to come, before the grant, or another project's incident.
    """
    chosen(claim.harm, HARM_WORDS, "harm")
    not_to_come(claim.claimed_on, at, "claimed_on")
    if tool.granted_on is None or claim.claimed_on < tool.granted_on:
        raise Invalid(
            Words("특례를 받기 전의 날입니다.", "That was before the tool was granted."), "claimed_on"
        )
    if claim.incident is not None and claim.incident.tool_id != tool.pk:
        raise Invalid(
            Words("이 특례의 사고가 아닙니다.", "The incident belongs to another tool."), "incident"
        )
    cover = tool.covers.first()
    row = Claim(
        tool=tool, region=tool.region, incident=claim.incident, claimed_on=claim.claimed_on, harm=claim.harm,
        is_user=claim.is_user, amount=_won(claim.amount, "amount"), is_told_of_cover=claim.is_told_of_cover,
        is_insured=cover is not None and cover.kind != "plan",
    )  # fmt: skip
    row.number = f"CL{today_of(at):%y%m%d}-{row.pk.hex[-8:].upper()}"
    begin(row, at=at)
    move = "report_insured" if row.is_insured else "report_uninsured"
    advance(row, move, actor=actor, at=at, law=Law(counted_from=row.claimed_on))
    told = Facts({"number": row.number, "claimed_on": row.claimed_on}, provision="LIA-06")
    record(events.CLAIMED, row, actor=actor, at=at, facts=told)
    return row


@act(may="demonstrations.settle_claim", records=events.PAID, subject="claim")
def pay_claim(*, actor: Actor, claim: Claim, paid: int, settled_on: date, at: Moment) -> Claim:
    """Record that a claim was paid (손해배상금 지급, LIA-06). What was done too late is recorded as late.

    Raises:
        Invalid: no sum above zero, a day to come or before the claim.
        NotLawful: it was paid or refused already.
    """
    claim.paid = _won(paid, "paid")
    _settle(actor, claim, "pay", settled_on, at, ("paid",))
    told = Facts({"sum": f"{claim.paid:,}", "settled_on": settled_on}, provision="LIA-06")
    record(events.PAID, claim, actor=actor, at=at, facts=told)
    return claim


@act(may="demonstrations.settle_claim", records=events.REFUSED, subject="claim")
def refuse_claim(*, actor: Actor, claim: Claim, refusal: str, settled_on: date, at: Moment) -> Claim:
    """Record that a claim was refused, with the reasons that were given in writing (청구 거절, LIA-06).

    Raises:
        Invalid: no reasons, a day to come or before the claim.
        NotLawful: it was paid or refused already.
    """
    needed = Words("서면으로 알린 거절 사유를 적으십시오.", "Write the reasons that were given in writing.")
    claim.refusal = prose(refusal, "refusal", needed=needed)
    _settle(actor, claim, "refuse", settled_on, at, ("refusal",))
    told = Facts({"settled_on": settled_on}, provision="LIA-06")
    record(events.REFUSED, claim, actor=actor, at=at, facts=told)
    return claim


@act(may="demonstrations.settle_claim", records=events.OUTCOME, subject="claim")
def report_claim_outcome(*, actor: Actor, claim: Claim, at: Moment) -> Claim:
    """Report the outcome of a claim, within 15 days of paying or refusing (결과 보고, LIA-06).

    Raises:
        NotLawful: it was neither paid nor refused, or reported already.
    """
    claim.reported_on = today_of(at)
    facts = {"claim_closed_on": claim.settled_on, "outcome_reported_on": claim.reported_on}
    answer = evaluate("LIA-06.outcome", facts, on=claim.reported_on)
    claim.procedure.move("report_outcome", claim.state)
    keep_answer(claim, "report_outcome", answer, at)
    advance(claim, "report_outcome", actor=actor, at=at, also=("reported_on",))
    record(events.OUTCOME, claim, actor=actor, at=at, facts=Facts(provision="LIA-06.outcome"))
    return claim


def _settle(
    actor: Actor, claim: Claim, move: str, settled_on: date, at: Moment, columns: tuple[str, ...]
) -> None:
    not_to_come(settled_on, at, "settled_on")
    if settled_on < claim.claimed_on:
        raise Invalid(Words("청구받은 날보다 앞섭니다.", "That was before the claim."), "settled_on")
    claim.procedure.move(move, claim.state)
    claim.settled_on = settled_on
    facts = {
        "claimed_on": claim.claimed_on, "operator_insured": claim.is_insured, "claim_closed_on": settled_on,
        "claimant_told_of_cover": claim.is_told_of_cover, "claim_reported": True, "claim_refused": move == "refuse",
        "refusal_reasons_written": move == "refuse",
    }  # fmt: skip
    keep_answer(claim, move, evaluate("LIA-06", facts, on=settled_on), at)
    advance(claim, move, actor=actor, at=at, law=Law(counted_from=settled_on), also=("settled_on", *columns))


def _won(sum_: int | None, field: str) -> int | None:
    if sum_ is not None and not 0 < sum_ <= MOST_WON:
        raise Invalid(Words("금액은 0보다 커야 합니다(원).", "The sum must be more than zero (won)."), field)
    return sum_
