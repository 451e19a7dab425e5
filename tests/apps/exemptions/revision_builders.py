"""Builders of tools in force and of laws to be revised. Tools are put where a test needs them; laws act through the acts."""

from datetime import date, datetime
from typing import Any

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.revisions import NewLaw, register_revision
from madang.apps.exemptions.models import LawRevision, Project, Tool
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.apps.exemptions.builders import busan
from tests.people import an_actor

GRANTED, ENDS = date(2025, 1, 2), date(2027, 1, 1)


def noon(day: date) -> datetime:
    """Noon in Korea."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def a_tool(
    kind: str = "exemption", state: str = "running", *, title: str = "", zone: Zone | None = None, **more: Any
) -> Tool:
    """A tool of a project of its own, in a state, with the term that the test names."""
    place = zone or busan()
    firm, local = an_actor(OfficeKind.FIRM, "a-firm"), an_actor(OfficeKind.PROVINCE, "busan", "busan")
    name = title or f"과제 {Project.objects.count() + 1}"
    project = Project.objects.create(
        zone=place, title_public=name, operator_id=firm.office.organisation_id, local_id=local.office.organisation_id
    )  # fmt: skip
    given = {"granted_on": GRANTED, "starts_on": GRANTED, "ends_on": ENDS} | more
    return Tool.objects.create(
        project=project, kind=kind, edition="V1", state=state, region=place.region, **given
    )


def a_ministry() -> Actor:
    """Somebody in the Ministry of SMEs and Startups."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def an_owner(slug: str = "molit") -> Actor:
    """Somebody in a ministry whose law it is."""
    return an_actor(OfficeKind.OTHER_MINISTRY, slug)


def a_law(
    *tools: Tool, law: str = "도로교통법", owner: str = "molit", on: date = date(2026, 3, 2), **more: Any
) -> LawRevision:
    """A law on the list, with tools that hang on it."""
    an_owner(owner)
    given = {"provision": "제2조", "owner": Organisation.objects.get(slug=owner)} | more
    return register_revision(actor=a_ministry(), law=NewLaw(law, **given), tools=tools, at=noon(on))
