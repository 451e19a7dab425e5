"""Builders of projects with tools that stand somewhere, and of follow-up sessions on them."""

from datetime import date, datetime

from madang.apps.exemptions.acts.follow_ups import NewSession, note_follow_up_outcome, open_follow_up
from madang.apps.exemptions.models import FollowUp, Project, Tool
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.apps.zones.builders import a_zone
from tests.people import an_actor

HELD = date(2026, 7, 1)
AT = datetime(2026, 7, 2, 12, tzinfo=SEOUL)


def the_ministry() -> Actor:
    """Somebody in the Ministry."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def a_project(title: str, *tools: tuple[str, str], zone: Zone | None = None) -> Project:
    """A project at work with tools given as (kind, state), as they stand after what was done with them."""
    place = zone or Zone.objects.first() or a_zone()
    project = Project.objects.create(zone=place, title_public=title)
    for kind, state in tools:
        Tool.objects.create(
            project=project, kind=kind, edition="V1", state=state, granted_on=date(2024, 9, 2)
        )
    return project


def a_session(total: int, by: Actor | None = None, held_on: date = HELD, *, at: datetime = AT) -> FollowUp:
    """An open session."""
    return open_follow_up(actor=by or the_ministry(), session=NewSession(held_on, total), at=at)


def noted(
    session: FollowUp, project: Project, outcome: str, by: Actor | None = None, *, at: datetime = AT
) -> FollowUp:
    """A session with one more outcome."""
    return note_follow_up_outcome(
        actor=by or the_ministry(), follow_up=session, project=project, outcome=outcome, at=at
    )
