"""Acts on special cases of the Act in a zone: they apply by the gazetted plan, and end with a reason or the zone."""

from dataclasses import dataclass
from datetime import date

from madang.apps.exemptions.acts.writing import LINE, line, said, today_of
from madang.apps.exemptions.events import menu as events
from madang.apps.exemptions.models import MenuUse
from madang.apps.exemptions.queries.menu import holds_in
from madang.apps.exemptions.rules import menu as rules
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment, exact_day
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.special_cases import special_case, special_case_keys
from madang.kernel.words import Words

REASON = 300


@dataclass(frozen=True)
class Ground:
    """Why a special case applies: the gazette of the plan, where the plan names it, and that somebody read it there."""

    gazette_number: str
    gazetted_on: PartialDate
    place: str
    is_named: bool = False


@act(may="exemptions.attach_special_case", records=events.ATTACHED, subject="zone")
def attach_special_case(*, actor: Actor, zone: Zone, key: str, ground: Ground, at: Moment) -> MenuUse:
    """Record that a special case of the Act applies in a zone by its gazetted plan (MNU-01); nobody grants it.

    Raises:
        Invalid: no such special case, it applies there already, the zone is over, or the gazette is not said.
        NotLawful: Act and plan do not both name it, or the plan is gazetted only on a later day.
    """
    if key not in special_case_keys():
        raise Invalid(Words("법에 적힌 특례를 고르십시오.", "Choose a special case of the Act."), "key")
    _refuse_zone(zone, key, actor)
    on = ground.gazetted_on if ground.gazetted_on.is_exact else None
    day = on.first if on else None
    if day is None and not actor.is_history:
        raise Invalid(Words("관보에 고시된 날을 적으십시오.", "Write the day of the gazette."), "gazetted_on")
    use = MenuUse(
        zone=zone, key=key, region=zone.region, is_record=actor.is_history, gazetted_on=day,
        gazetted_text=ground.gazetted_on.text,
        gazette_number=line(ground.gazette_number, "gazette_number", most=60, needed=not actor.is_history),
        place=line(ground.place, "place", most=LINE, needed=not actor.is_history),
    )  # fmt: skip
    begin(use, at=at)
    advance(use, "apply", actor=actor, at=at, law=Law(_facts(use, ground, day)))
    told = {**_told(use), "gazette": use.gazette_number or "–", "gazetted_on": use.gazetted_text}
    record(events.ATTACHED, use, actor=actor, at=at, facts=Facts(told, provision="MNU-01"))
    return use


@act(may="exemptions.keep_special_case", records=events.KEPT, subject="use")
def keep_special_case(*, actor: Actor, use: MenuUse, ground: str, resolved_on: date, at: Moment) -> MenuUse:
    """Record that the Zone Committee keeps a special case beyond the zone, on a ground of the law (REV-06, CHG-05).

    Raises:
        Invalid: no ground of the law, or the vote lies in the future.
        NotLawful: the special case does not apply any more.
    """
    words = {item.key: item.words for item in checklist("CHG-05", on=today_of(at))}.get(ground)
    if words is None:
        raise Invalid(Words("유지하는 사유를 고르십시오.", "Choose why it is kept."), "ground")
    _refuse_future(resolved_on, "resolved_on", at)
    use.kept_ground, use.kept_on = ground, resolved_on
    facts = {"special_case_kept": True, "keeping_ground": ground, "committee_resolved": True}
    advance(use, "keep", actor=actor, at=at, law=Law(facts), also=("kept_ground", "kept_on"))
    told = {**_told(use), **said(ground=words), "resolved_on": resolved_on}
    record(events.KEPT, use, actor=actor, at=at, facts=Facts(told, provision="REV-06"))
    return use


@act(may="exemptions.end_special_case", records=events.ENDED, subject="use")
def end_special_case(*, actor: Actor, use: MenuUse, ended_on: date, reason: str, at: Moment) -> MenuUse:
    """Record that a special case applies no more in a zone, and why: the plan was changed, the Act was.

    Raises:
        Invalid: no reason, or a day before the gazette or in the future.
        NotLawful: it has ended already.
    """
    _refuse_future(ended_on, "ended_on", at)
    if use.gazetted_on and ended_on < use.gazetted_on:
        raise Invalid(
            Words("고시된 날보다 앞설 수 없습니다.", "This cannot lie before the day of the gazette."),
            "ended_on",
        )
    use.end_reason, use.ended_on = line(reason, "reason", most=REASON), ended_on
    advance(use, "end", actor=actor, at=at, also=("ended_on", "end_reason"))
    told = {**_told(use), "reason": use.end_reason, "ended_on": ended_on}
    record(events.ENDED, use, actor=actor, at=at, facts=Facts(told, provision="MNU-01"))
    return use


@act(may="exemptions.end_special_case_with_zone", records=events.ENDED_WITH_ZONE, subject="use")
def end_special_case_with_zone(*, actor: Actor, use: MenuUse, at: Moment) -> MenuUse:
    """Record that a special case has ended because its zone is over (REV-06). ``at`` is the end of the zone.

    Raises:
        Invalid: the zone is in force.
        NotLawful: it has ended already, or the committee keeps it.
    """
    if use.zone.state not in rules.ZONE_OVER:
        raise Invalid(Words("특구가 아직 끝나지 않았습니다.", "The zone is not over."))
    use.ended_on = exact_day(at)
    advance(
        use, "end_with_zone", actor=actor, at=at, law=Law({"special_case_kept": False}), also=("ended_on",)
    )
    record(events.ENDED_WITH_ZONE, use, actor=actor, at=at, facts=Facts(_told(use), provision="REV-06"))
    return use


def _refuse_zone(zone: Zone, key: str, actor: Actor) -> None:
    if zone.state in rules.ZONE_OVER and not actor.is_history:
        raise Invalid(Words("이미 끝난 특구입니다.", "This zone is over."), "zone")
    if holds_in(zone, key):
        raise Invalid(
            Words("이 특구에 이미 적용 중인 특례입니다.", "This special case applies in the zone already."),
            "key",
        )


def _refuse_future(day: date, field: str, at: Moment) -> None:
    if day > today_of(at):
        raise Invalid(Words("아직 오지 않은 날입니다.", "This day has not come yet."), field)


def _facts(use: MenuUse, ground: Ground, day: date | None) -> dict[str, object]:
    """What MNU-01 is asked with. A day that is not known is not stated; the record may leave it so."""
    known = ground.gazetted_on is not UNKNOWN_DATE and day is not None
    stated: dict[str, object] = {"menu_case_named_in_plan": ground.is_named}
    if known and day is not None:
        stated |= {"gazetted_on": day, "menu_case_in_act": special_case(use.key).is_in_force(day)}
    return stated


def _told(use: MenuUse) -> dict[str, str]:
    return said(zone=use.zone.title, case=use.title)
