"""The act that ends a designation: the gazette notice with its nine items, and the zone that begins with it (DES-04 to DES-06)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from madang.apps.selection.acts.designation import ITEM
from madang.apps.selection.events import designation as events
from madang.apps.selection.models import Designation, Gazette
from madang.apps.selection.queries.law_facts import facts_of
from madang.apps.zones.events import DESIGNATED
from madang.apps.zones.models import Zone
from madang.apps.zones.steps import NewZone, found_zone, zone_called
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, keep_answer
from madang.core.moments import Moment, day_of, exact_day
from madang.core.written import one_line, paragraphs
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words


@dataclass(frozen=True)
class GazetteNotice:
    """The gazette notice: number, day, items by the keys of DES-05, and what the ministry states with it.

    Statements that are None were not made; the published record leaves most of them open.
    """

    number: str
    published_on: PartialDate
    items: Mapping[str, str] = field(default_factory=dict)
    opinions_considered: bool | None = None
    applicant_informed: bool | None = None
    firms_informed: bool | None = None
    other_items_needed: bool | None = None
    map_needed: bool | None = None
    map_gazetted_on: date | None = None


@act(may="selection.gazette_designation", records=(events.GAZETTED, DESIGNATED), subject="designation")
def gazette_designation(
    *, actor: Actor, designation: Designation, gazette: GazetteNotice, zone: NewZone, at: Moment
) -> Designation:
    """Publish the designation in the gazette (지정·고시). A new zone begins; an addition joins the zone that exists.

    Raises:
        Invalid: the day of the gazette lies ahead, an item is unknown, or the zone's address is taken.
        NotLawful: not approved by the Zone Committee, an item is missing, or the map that is needed is not gazetted.
    """
    _refuse_wrong_day(designation, gazette, at)
    items = _kept(gazette.items, at)
    facts = {**facts_of(designation), **_stated(designation, gazette, items)}
    designation.procedure.move("gazette", designation.state)
    _keep_timing(designation, gazette, at)
    row = Gazette.objects.create(
        designation=designation, number=one_line(gazette.number, most=80, field="number", needed=not actor.is_history),
        published_on=gazette.published_on.text, items=items,
    )  # fmt: skip
    designation.zone = _zone(actor, designation, gazette, zone, at)
    designation.decided_on = gazette.published_on.text
    advance(designation, "gazette", actor=actor, at=at, law=Law(facts), also=("zone", "decided_on"))
    told = {
        "number": row.number, "published_on": row.published_on, "zone": designation.zone.name_ko,
        "zone_en": designation.zone.title.en, "is_addition": designation.is_addition,
    }  # fmt: skip
    # the record often knows the day of the decision but not the day of the gazette
    when = gazette.published_on if actor.is_history else at
    record(events.GAZETTED, designation, actor=actor, at=when, facts=Facts(told, provision="DES-05"))
    return designation


def _zone(actor: Actor, designation: Designation, gazette: GazetteNotice, new: NewZone, at: Moment) -> Zone:
    if designation.is_addition:
        return designation.zone or zone_called(new.slug)
    regions = new.regions or (designation.region,)
    decided = new.designated_on if new.designated_on.is_known else gazette.published_on
    founded = replace(
        new, kind=designation.kind, regions=regions, designated_on=decided, gazetted_on=gazette.published_on
    )
    return found_zone(
        actor=actor, new=founded, organisation=designation.organisation, at=at, provision="DES-05"
    )


def _stated(designation: Designation, gazette: GazetteNotice, items: Mapping[str, str]) -> dict[str, object]:
    resolved = designation.agenda.filter(sitting__body__key="zone_committee", outcome="carried").exists()
    return {
        "committee_resolved": resolved,
        "opinions_considered": gazette.opinions_considered,
        "gazette_items": [key for key, text in items.items() if text] or None,
        "other_gazette_items_needed": gazette.other_items_needed,
        "applicant_informed": gazette.applicant_informed,
        "firms_informed": gazette.firms_informed,
        "gazetted_on": gazette.published_on,
        "map_needed": gazette.map_needed,
        "map_gazetted_on": gazette.map_gazetted_on,
    }


def _keep_timing(designation: Designation, gazette: GazetteNotice, at: Moment) -> None:
    """Keep whether the decision came within its 90 days (DES-03); a late one is shown, not prevented."""
    known = gazette.published_on.is_known
    facts = {**facts_of(designation), "decided_on": gazette.published_on if known else day_of(at)}
    answer = evaluate("DES-03", facts, on=day_of(at))
    keep_answer(designation, "gazette", answer, at)


def _refuse_wrong_day(designation: Designation, gazette: GazetteNotice, at: Moment) -> None:
    today, first, last = exact_day(at), gazette.published_on.first, gazette.published_on.last
    if today and first and first > today:
        raise Invalid(
            Words("고시일이 오늘보다 뒤입니다.", "The gazette lies ahead of today."), "published_on"
        )
    applied = PartialDate.parse(designation.applied_on).first
    if applied and last and last < applied:
        raise Invalid(
            Words("고시일이 지정 신청일보다 앞섭니다.", "The gazette lies before the application."),
            "published_on",
        )


def _kept(items: Mapping[str, str], at: Moment) -> dict[str, str]:
    known = {item.key for item in checklist("DES-05", on=exact_day(at) or date.max)}
    if set(items) - known:
        raise Invalid(Words("고시 항목의 목록에 없는 항목입니다.", "This is no item of the notice."), "items")
    return {key: paragraphs(text, most=ITEM, field=key) for key, text in items.items()}
