"""From event to listener: enqueued with the act, run by the worker after commit, once for each listener."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django_tasks import task

from madang.core.audit.models import Event
from madang.core.authority import Actor
from madang.core.outbox.models import Delivered

Listener = Callable[[Event], None]
_listeners: dict[str, list[Listener]] = {}


def listen(event_name: str, listener: Listener) -> None:
    """Have a listener called after commit for every event of this name. Listeners act through acts."""
    _listeners.setdefault(event_name, []).append(listener)


def listeners_of(event_name: str) -> tuple[Listener, ...]:
    """Return who listens to an event."""
    return tuple(_listeners.get(event_name, ()))


def post(events: Iterable[Event], actor: Actor) -> None:
    """Enqueue the delivery of events that somebody listens to; the replayed record tells nobody."""
    for event in events:
        if not actor.is_history and listeners_of(event.name):
            deliver.enqueue(str(event.id))


@task()
def deliver(event_id: str) -> int:
    """Call each listener that has not had this event yet; return how many were called."""
    event = Event.objects.get(pk=event_id)
    called = 0
    for listener in listeners_of(event.name):
        name = f"{listener.__module__}.{listener.__name__}"
        with transaction.atomic():
            _, new = Delivered.objects.get_or_create(event_id=event.id, listener=name)
        if new:
            listener(event)
            called += 1
    return called
