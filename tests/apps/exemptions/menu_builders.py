"""Builders of special cases in zones and of lists of regulations; they act through the real acts."""

from datetime import date
from typing import Any

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.menu import Ground, attach_special_case
from madang.apps.exemptions.acts.negative_list import (
    Entry,
    ListVote,
    add_list_entry,
    begin_list,
    gazette_list,
    record_list_vote,
    table_list,
)
from madang.apps.exemptions.models import MenuUse, RegulationList
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.kernel.partial_dates import PartialDate
from tests.apps.exemptions.builders import noon
from tests.people import an_actor, an_organisation

GAZETTED = date(2026, 8, 3)
PLAN = Ground("제2026-77호", PartialDate.parse("2026-08-03"), "특구계획 제3장", is_named=True)
#: law, article, kind, what stays forbidden
ROBOTS = ("도로교통법", "제2조", "fine", "보도에서 자율주행 배달로봇을 운행하는 것")
DRUGS = ("약사법", "제50조", "crime", "약국이 아닌 곳에서 의약품을 파는 것")


def ministry() -> Actor:
    """Somebody in the Ministry."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def a_use(zone: Zone, key: str = "self_driving_cars", *, on: date = GAZETTED, **more: Any) -> MenuUse:
    """A special case that applies in a zone."""
    given: dict[str, Any] = {"actor": more.pop("by", None) or ministry(), "ground": PLAN} | more
    return attach_special_case(zone=zone, key=key, at=noon(on), **given)


def an_entry(values: tuple[str, str, str, str] = ROBOTS) -> Entry:
    """An entry of the police."""
    an_organisation("npa", OfficeKind.OTHER_MINISTRY)
    return Entry(*values, ministry=Organisation.objects.get(slug="npa"))


def a_draft_list(zone: Zone, *entries: tuple[str, str, str, str], on: date = GAZETTED) -> RegulationList:
    """A list that the Ministry is drawing up, with one entry unless told otherwise."""
    row = begin_list(actor=ministry(), zone=zone, at=noon(on))
    for values in entries or (ROBOTS,):
        add_list_entry(actor=ministry(), regulation_list=row, entry=an_entry(values), at=noon(on))
    return RegulationList.objects.get(pk=row.pk)


def a_resolved_list(zone: Zone, *entries: tuple[str, str, str, str], on: date = GAZETTED) -> RegulationList:
    """A list that the Zone Committee has resolved on."""
    row = a_draft_list(zone, *entries, on=on)
    table_list(actor=ministry(), regulation_list=row, at=noon(on))
    secretary = an_actor(OfficeKind.SECRETARY, "secretariat")
    record_list_vote(actor=secretary, regulation_list=row, vote=ListVote(on, 20, 12, 9), at=noon(on))
    return RegulationList.objects.get(pk=row.pk)


def a_list(zone: Zone, *entries: tuple[str, str, str, str], on: date = GAZETTED) -> RegulationList:
    """A list that stands."""
    row = a_resolved_list(zone, *entries, on=on)
    return gazette_list(
        actor=ministry(), regulation_list=row, gazette_number="제2026-78호", gazetted_on=on, at=noon(on)
    )
