"""What demonstrations do after events: a new zone needs a task force, an incident is told by mail as well."""

from contextlib import suppress

from madang.apps.accounts.queries import addresses_of, organisations_of
from madang.apps.demonstrations.acts.task_forces import want_task_force
from madang.apps.demonstrations.models import Incident
from madang.apps.zones.queries import zones_visible_to
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, SYSTEM, OfficeKind
from madang.core.moments import SEOUL
from madang.core.outbox.delivery import listen
from madang.core.outbox.mail import send_mail
from madang.kernel.words import Words


def remind_of_task_force(event: Event) -> None:
    """Remind the Ministry of a zone that was designated; one that has a task force already needs no reminder."""
    zone = zones_visible_to(PUBLIC).filter(pk=event.subject_id).first()
    if zone is not None and event.at is not None:
        with suppress(Invalid):
            want_task_force(actor=SYSTEM, zone=zone, at=event.at)


def mail_incident(event: Event) -> None:
    """Tell the people of the local government and the Ministry that there is an incident; what it is, they read here."""
    row = Incident.objects.select_related("tool__project__zone").filter(pk=event.subject_id).first()
    if row is None or event.at is None:
        return
    bodies = [*organisations_of(OfficeKind.MINISTRY.value).values_list("pk", flat=True)]
    if row.tool.project.local_id is not None:
        bodies.append(row.tool.project.local_id)
    zone = row.tool.project.zone.title
    send_mail(
        addresses_of(bodies, event.at.astimezone(SEOUL).date()),
        Words(f"실증 중 사고 신고 {row.number}", f"Incident {row.number}"),
        Words(
            f"{zone.ko} 특구에서 사고가 신고되었습니다. 마당에 로그인하여 내용을 확인하십시오: {row.path}",
            f"An incident was reported in {zone.en}. Sign in to read it: /en{row.path}",
        ),
    )


listen("demonstrations.incident_reported", mail_incident)
listen("zones.designated", remind_of_task_force)
