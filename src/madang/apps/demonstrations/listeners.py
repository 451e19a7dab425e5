"""What demonstrations do after the events of other apps: a new zone needs a task force."""

from contextlib import suppress

from madang.apps.demonstrations.acts.task_forces import want_task_force
from madang.apps.zones.queries import zones_visible_to
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, SYSTEM
from madang.core.outbox.delivery import listen


def remind_of_task_force(event: Event) -> None:
    """Remind the Ministry of a zone that was designated; one that has a task force already needs no reminder."""
    zone = zones_visible_to(PUBLIC).filter(pk=event.subject_id).first()
    if zone is not None and event.at is not None:
        with suppress(Invalid):
            want_task_force(actor=SYSTEM, zone=zone, at=event.at)


listen("zones.designated", remind_of_task_force)
