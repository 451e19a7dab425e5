"""Acts on a candidate before its public notice: open, consult beforehand, write the plan, leave out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.selection.acts.lawful import days_told, today_of
from madang.apps.selection.events import designation as events
from madang.apps.selection.models import Call, Designation, Plan, PriorConsultation
from madang.apps.selection.queries.law_facts import PLAN_QUESTIONS
from madang.apps.selection.rules.calls import results_are_open
from madang.apps.selection.rules.completeness import known_items
from madang.apps.selection.rules.designation import MAY_COME_BACK, PLAN_IS_OPEN
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import APPLICANTS, Actor, Refused
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment, instant_of
from madang.core.written import one_line, paragraphs
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

#: characters in one item of the plan
ITEM = 10_000
PARTNERS = {
    "ministry": Words("중소벤처기업부", "the ministry"),
    "provincial_committee": Words("시·도 지방시대위원회", "the provincial committee"),
}


@dataclass(frozen=True)
class Candidate:
    """Who is to become a zone: from a shortlisted plan, or back after an earlier outcome, or added to a zone."""

    organisation: Organisation
    kind: str
    name_ko: str
    name_en: str = ""
    plan: Plan | None = None
    call: Call | None = None
    earlier: Designation | None = None
    is_addition: bool = False
    zone: Zone | None = None


@dataclass(frozen=True)
class ZonePlan:
    """What the applicant writes: the statutory name, items by the keys of PLN-01 and PLN-02, yes and no answers."""

    statutory_name: str
    items: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, bool] = field(default_factory=dict)


@act(may="selection.open_designation", records=events.DESIGNATION_OPENED)
def open_designation(*, actor: Actor, candidate: Candidate, at: Moment) -> Designation:
    """Begin the designation of a candidate (지정 절차 시작).

    Raises:
        Refused: an applicant may begin for itself only.
        Invalid: the plan was not shortlisted, or has its designation already; or nothing stands behind it.
    """
    if not actor.is_history:
        _refuse_for_another(actor, candidate)
        _refuse_unfounded(candidate, at)
    plan = candidate.plan
    designation = Designation(
        plan=plan, call=candidate.call or (plan.call if plan else None), organisation=candidate.organisation,
        region=candidate.organisation.region, kind=candidate.kind, earlier=candidate.earlier, zone=candidate.zone,
        name_ko=one_line(candidate.name_ko, most=120, field="name_ko"),
        name_en=one_line(candidate.name_en, most=160, field="name_en", needed=False),
        items=dict(plan.items) if plan else {}, is_addition=candidate.is_addition, is_record=actor.is_history,
    )  # fmt: skip
    begin(designation, at=at)
    told = {"name": designation.name_ko, "name_en": designation.title.en, "kind": designation.kind}
    record(events.DESIGNATION_OPENED, designation, actor=actor, at=at, facts=Facts(told))
    return designation


@act(may="selection.consult_beforehand", records=events.CONSULTED_BEFOREHAND, subject="designation")
def consult_beforehand(
    *, actor: Actor, designation: Designation, partner: str, on: date, note: str, at: Moment
) -> Designation:
    """Record the prior consultation with the ministry or the provincial committee (사전협의, PLN-03).

    Raises:
        Invalid: the day lies ahead, the partner is unknown or was consulted already.
        NotLawful: the plan is on public notice already.
    """
    if on > today_of(at):
        raise Invalid(_AHEAD, "on")
    if partner not in PARTNERS:
        raise Invalid(Words("협의 대상이 아닙니다.", "There is no such partner."), "partner")
    if designation.prior_consultations.filter(partner=partner).exists():
        raise Invalid(
            Words("이미 기록한 사전협의입니다.", "This prior consultation is on record already."), "partner"
        )
    advance(designation, "consult_beforehand", actor=actor, at=at)
    note = one_line(note, most=300, field="note", needed=False)
    PriorConsultation.objects.create(designation=designation, partner=partner, on=on, note=note)
    words = PARTNERS[partner]
    told = {"partner": words.ko, "partner_en": words.en, **days_told(on=on)}
    record(
        events.CONSULTED_BEFOREHAND, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-03")
    )
    return designation


@act(may="selection.save_zone_plan", records=events.ZONE_PLAN_SAVED, subject="designation")
def save_zone_plan(*, actor: Actor, designation: Designation, plan: ZonePlan, at: Moment) -> Designation:
    """Save the zone plan: name and statutory items (규제자유특구계획 작성). The first save begins the drafting.

    Raises:
        Invalid: prior consultation is missing (PLN-03), the name breaks PLN-04, an item or answer is unknown, or the
            plan lies with the ministry and cannot change now.
    """
    today = today_of(at)
    _refuse_closed(designation)
    _refuse_before_consultation(designation)
    name = one_line(plan.statutory_name, most=160, field="statutory_name")
    answer = evaluate("PLN-04", {"zone_name": name}, on=today)
    if not answer.is_satisfied:
        raise Invalid(answer.sentence, "statutory_name")
    before = {"statutory_name": designation.statutory_name}
    designation.statutory_name = name
    designation.items = {**designation.items, **_kept(plan.items)}
    designation.facts = {**designation.facts, **_answers(plan.answers)}
    designation.drafting_started_on = designation.drafting_started_on or today
    designation.version += 1
    designation.save()
    filled = sum(1 for text in designation.items.values() if text.strip())
    record(
        events.ZONE_PLAN_SAVED, designation, actor=actor, at=at,
        facts=Facts({"filled": filled, "statutory_name": name}, before=before, provision="PLN-01"),
    )  # fmt: skip
    return designation


@act(may="selection.leave_out", records=events.LEFT_OUT, subject="designation")
def leave_out(*, actor: Actor, designation: Designation, reason: str, at: Moment) -> Designation:
    """Record that a candidate was never put before the committees (심의 미상정).

    Raises:
        NotLawful: an application has been filed, and the Act wants a decision on it.
    """
    designation.note = one_line(reason, most=300, field="reason", needed=not actor.is_history)
    designation.save(update_fields=["note"])
    advance(designation, "leave_out", actor=actor, at=at, law=Law())
    record(events.LEFT_OUT, designation, actor=actor, at=at, facts=Facts({"reason": designation.note}))
    return designation


_AHEAD = Words("아직 오지 않은 날입니다.", "This day lies ahead.")


def _refuse_for_another(actor: Actor, candidate: Candidate) -> None:
    if actor.kind in APPLICANTS and candidate.organisation.pk != actor.office.organisation_id:
        raise Refused("selection.open_designation")


def _refuse_unfounded(candidate: Candidate, at: Moment) -> None:
    plan, earlier, now = candidate.plan, candidate.earlier, instant_of(at)
    if plan is None and earlier is None and not candidate.is_addition:
        raise Invalid(_NOT_FOUNDED)
    # before the embargo's end a selected plan is refused like one that was not selected
    if plan is not None and (
        plan.state != "shortlisted"
        or plan.organisation_id != candidate.organisation.pk
        or not (now and results_are_open(plan.call, now))
    ):
        raise Invalid(
            Words(
                "후보로 선정되어 결과가 공개된 계획서만 지정 절차를 시작할 수 있습니다.",
                "Only a shortlisted plan whose result is open may go on to designation.",
            ),
            "plan",
        )
    if plan is not None and Designation.objects.filter(plan=plan).exists():
        raise Invalid(
            Words("이미 지정 절차를 시작한 계획서입니다.", "Its designation has begun already."), "plan"
        )
    if earlier is not None:
        _refuse_wrong_return(candidate, earlier)


def _refuse_wrong_return(candidate: Candidate, earlier: Designation) -> None:
    if earlier.organisation_id != candidate.organisation.pk:
        raise Invalid(Words("다른 기관의 후보입니다.", "The earlier candidate was another's."), "earlier")
    if earlier.state not in MAY_COME_BACK:
        raise Invalid(
            Words(
                f"앞선 후보가 ‘{earlier.state_now.office_words.ko}’ 상태이므로 다시 신청할 수 없습니다.",
                f"The earlier candidate is “{earlier.state_now.office_words.en}”: it cannot come back now.",
            ),
            "earlier",
        )


_NOT_FOUNDED = Words(
    "선정된 계획서, 앞선 후보 또는 추가할 특구가 있어야 지정 절차를 시작할 수 있습니다.",
    "A designation needs a shortlisted plan, an earlier candidate, or a zone to add to.",
)


def _refuse_closed(designation: Designation) -> None:
    if designation.state not in PLAN_IS_OPEN:
        raise Invalid(
            Words(
                "신청한 뒤에는 보완을 요구받은 동안에만 계획을 고칠 수 있습니다.",
                "After the application the plan changes only while a supplement is asked for.",
            )
        )


def _refuse_before_consultation(designation: Designation) -> None:
    consulted = set(designation.prior_consultations.values_list("partner", flat=True))
    lacking = [words for key, words in PARTNERS.items() if key not in consulted]
    if lacking:
        ko, en = ", ".join(w.ko for w in lacking), ", ".join(w.en for w in lacking)
        raise Invalid(
            Words(
                f"계획을 작성하기 전에 미리 협의해야 합니다. 아직 기록하지 않은 사전협의: {ko}.",
                f"Consultation comes before drafting. Not on record yet: {en}.",
            )
        )


def _kept(items: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(items) - set(known_items()))
    if unknown:
        named = ", ".join(unknown)[:200]
        raise Invalid(
            Words(f"없는 계획 항목입니다: {named}", f"There are no such items of a plan: {named}"), "items"
        )
    return {key: paragraphs(text, most=ITEM, field=key) for key, text in items.items()}


def _answers(answers: Mapping[str, bool]) -> dict[str, bool]:
    unknown = sorted(set(answers) - set(PLAN_QUESTIONS))
    if unknown:
        raise Invalid(Words("없는 질문입니다.", "There is no such question."), "answers")
    return dict(answers)
