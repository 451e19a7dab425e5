"""Who may apply, for whom, and on whose proposal (APP-01 to APP-11)."""

from collections.abc import Iterable
from datetime import date

from madang.kernel.regions import is_capital, launch_is_unverified, name_on, region
from madang.kernel.statutes.answers import Answer, TraceStep
from madang.kernel.statutes.asking import ask
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, MissingFacts, fact_label
from madang.kernel.statutes.findings import Finding, done_by, either, fails, holds
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.words import Words

PROVINCE, BASIC, SPECIAL = "province", "basic", "special_local_government"
#: The administrative mayors of Jeju count as basic-level heads.
ADMINISTRATIVE_CITY = "administrative_city"
OFFICES = (PROVINCE, BASIC, SPECIAL, ADMINISTRATIVE_CITY)
_FIRST_DAY_OF_BASIC = rule_info("APP-02").provisions[0].first_on


def applicant_eligible(
    office: str | None,
    *,
    region_id: str | None = None,
    member_region_ids: Iterable[str] | None = None,
    region_merger_took_effect: bool | None = None,
    on: date,
) -> Answer:
    """Whether a local government may apply on a day (APP-01, and from 2024-08-07 APP-02).

    >>> applicant_eligible("basic", region_id="gangwon", on=date(2024, 8, 6)).value
    False
    >>> applicant_eligible("basic", region_id="gangwon", on=date(2024, 8, 7)).value
    True
    """
    facts = {
        "applicant_office": office,
        "applicant_region_id": region_id,
        "member_region_ids": None if member_region_ids is None else tuple(member_region_ids),
        "region_merger_took_effect": region_merger_took_effect,
    }
    later = office in (BASIC, SPECIAL, ADMINISTRATIVE_CITY) and on >= _FIRST_DAY_OF_BASIC
    return ask("APP-02" if later else "APP-01", facts, on=on)


def must_inform_province(office: str, on: date) -> bool:
    """Whether the applicant must inform its province (APP-03); nobody had to before 2024-08-07."""
    return office in (BASIC, ADMINISTRATIVE_CITY) and on >= _FIRST_DAY_OF_BASIC


@rule("APP-01")
def province_may_apply(facts: Facts) -> Finding:
    """Provinces outside the capital area; the others of APP-02 once that is in force."""
    office = _office(facts)
    if office != PROVINCE and facts.on >= _FIRST_DAY_OF_BASIC:
        return basic_or_special_may_apply(facts)
    if office != PROVINCE:
        since = _FIRST_DAY_OF_BASIC
        return fails(
            f"이 조항으로는 시ㆍ도지사만 신청할 수 있습니다. 그 밖의 지방자치단체는 {since}부터 신청할 수 있습니다.",
            f"by this provision only provinces may apply; other local governments from {since}.",
        )
    facts.require("applicant_region_id")
    return _standing(facts, facts.text("applicant_region_id"))


@rule("APP-02")
def basic_or_special_may_apply(facts: Facts) -> Finding:
    """Basic-level governments outside the capital area, and special ones without a capital-area member."""
    office = _office(facts)
    if office == SPECIAL:
        return _special(facts)
    if office == PROVINCE:
        return province_may_apply(facts)
    facts.require("applicant_region_id")
    region_id = facts.text("applicant_region_id")
    if office == ADMINISTRATIVE_CITY and region_id != "jeju":
        return fails("행정시는 제주특별자치도에만 있습니다.", "administrative cities exist in Jeju only.")
    return _outside_capital(facts, (region_id,))


@rule("APP-03")
def province_is_informed(facts: Facts) -> Finding:
    """A basic-level applicant informs its province; the Act sets no period."""
    if not must_inform_province(_office(facts), facts.on):
        return holds("알릴 의무가 없는 신청자입니다.", "this applicant has no province to inform.")
    return either(
        facts.truth("province_informed"),
        Words("시ㆍ도지사에게 알렸습니다.", "the province was informed."),
        Words("시ㆍ도지사에게 알리지 않았습니다.", "the province was not informed."),
    )


@rule("APP-04")
def joint_applicants_file_one_plan(facts: Facts) -> Finding:
    """Two or more applicants have one joint plan."""
    applicants = facts.keys("applicant_region_ids")
    if len(applicants) < 2:
        return holds("단독 신청입니다.", "a single applicant.")
    return either(
        facts.truth("plan_is_joint"),
        Words("하나의 공동 계획입니다.", "one joint plan."),
        Words("공동 신청인데 공동 계획이 아닙니다.", "several applicants, but no joint plan."),
    )


@rule("APP-05")
def proposal_is_answered(facts: Facts) -> Finding:
    """A private proposal is answered within the period."""
    facts.require("proposed_on")
    facts.in_order("proposed_on", "answered_on")
    return done_by(facts, due_of(facts, "APP-05", start=facts.day("proposed_on")), "answered_on")


@rule("APP-06")
def zone_exists(facts: Facts) -> Finding:
    """Designated and gazetted, both."""
    facts.require("designation_decided_on", "gazetted_on")
    facts.in_order("designation_decided_on", "gazetted_on")
    day = facts.day("gazetted_on")
    return holds(
        f"{day} 고시로 특구가 성립하였습니다.", f"the zone exists since its gazette notice of {day}.", day
    )


@rule("APP-07")
def region_is_outside_the_capital(facts: Facts) -> Finding:
    """Seoul, Incheon and Gyeonggi are the capital area."""
    return _outside_capital(facts, (facts.text("applicant_region_id"),))


@rule("APP-08")
def outsider_may_ask(facts: Facts) -> Finding:
    """Since 2024-08-07 a firm outside the zone may ask if it takes part in the zone's project."""
    if not facts.truth("operator_outside_zone"):
        return holds("특구 안에 사업장이 있습니다.", "the firm is seated in the zone.")
    if facts.on < _FIRST_DAY_OF_BASIC:
        since = _FIRST_DAY_OF_BASIC
        return fails(
            f"특구 밖의 사업자는 {since}부터 신청할 수 있습니다.",
            f"firms outside the zone may ask from {since}.",
        )
    return either(
        facts.truth("takes_part_in_project"),
        Words(
            "특구 밖에 있으나 특구 사업에 참여합니다.",
            "seated outside, but takes part in the zone's project.",
        ),
        Words(
            "특구 밖에 있고 특구 사업에 참여하지 않습니다.",
            "seated outside and no part of the zone's project.",
        ),
    )


@rule("APP-09")
def special_case_applies(facts: Facts) -> Finding:
    """Only in the zone's area and only to operators named in the plan; one no is enough."""
    named, inside = facts.said("operator_in_plan"), facts.said("in_zone_area")
    if named is False or inside is False:
        return fails("규제특례가 적용되지 않습니다.", "the special case does not apply.")
    facts.require("operator_in_plan", "in_zone_area")
    return holds("규제특례가 적용됩니다.", "the special case applies.")


def _office(facts: Facts) -> str:
    office = facts.text("applicant_office")
    if office not in OFFICES:
        raise WrongFact("applicant_office", fact_label("applicant_office"), office)
    return office


def _standing(facts: Facts, region_id: str) -> Finding:
    """A province applies in its own name, so it must exist on that day."""
    found = region(region_id)
    if launch_is_unverified(region_id, facts.on):
        facts.trace["unverified"] = TraceStep(region(found.successor or region_id).note)
        if found.successor and facts.truth("region_merger_took_effect"):
            return fails(
                "통합으로 없어진 지방자치단체입니다.", "this local government ended with the merger."
            )
        if not found.successor and facts.said("region_merger_took_effect") is False:
            return fails(
                "통합이 시행되지 않아 아직 없는 지방자치단체입니다.", "the merger has not taken effect."
            )
    elif not found.existed_on(facts.on):
        name = name_on(region_id, facts.on)
        return fails(
            f"{facts.on}에는 없는 지방자치단체입니다: {name.ko}.", f"{name.en} did not exist on {facts.on}."
        )
    return _outside_capital(facts, (region_id,))


def _special(facts: Facts) -> Finding:
    members = sorted(facts.keys("member_region_ids"))
    if not members:
        raise MissingFacts(["member_region_ids"])
    return _outside_capital(facts, members)


def _outside_capital(facts: Facts, region_ids: Iterable[str]) -> Finding:
    inside = [name_on(region_id, facts.on) for region_id in region_ids if is_capital(region_id)]
    ko, en = ", ".join(name.ko for name in inside), ", ".join(name.en for name in inside)
    return either(
        not inside,
        Words("수도권이 아닌 지역입니다.", "outside the capital area."),
        Words(f"수도권입니다: {ko}.", f"in the capital area: {en}."),
    )
