"""Who may do what in a rapid confirmation: each office its own part, and nobody another's."""

from madang.apps.exemptions.models import Confirmation, ConfirmationReply
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.regions import region
from madang.kernel.words import Words

LOCAL = (OfficeKind.PROVINCE, OfficeKind.BASIC)
#: states in which a request has not come to the Ministry
BEFORE_MINISTRY = ("drafting", "received", "answered")
#: states of the parent in which, or after which, the committee has a part
WITH_COMMITTEE = ("reviewing", "decided")
#: states in which the outcome stands and the asker knows it
TOLD = ("answered", "notified")
_OWN = Words("신청한 기업이 스스로 합니다.", "The firm that asks does it itself.")
_LOCAL = Words("특구를 관할하는 지방자치단체가 합니다.", "The local government of the zone does it.")
_MINISTRY = Words("중소벤처기업부가 합니다.", "The Ministry of SMEs and Startups does it.")
_ASKED = Words("통보받은 기관이 스스로 회신합니다.", "The ministry that was notified replies for itself.")
_SYSTEM = Words("기한이 지난 날 시스템이 기록합니다.", "The system records it on the day after the due day.")


def zone_words(zone: Zone) -> Words:
    """A zone as firms look for it: the short name of the region first."""
    found = region(zone.region) if zone.region else None
    return Words(*(f"{r} {z}" for r, z in zip(found.short, zone.title, strict=True))) if found else zone.title


def asks(actor: Actor, subject: object) -> bool:
    """The request is the actor's own firm's."""
    return isinstance(subject, Confirmation) and subject.asker_id == actor.office.organisation_id


def governs(actor: Actor, subject: object) -> bool:
    """The request was made to the actor's own local government and has been sent off by the firm."""
    return (
        isinstance(subject, Confirmation)
        and subject.state != "drafting"
        and subject.local_id == actor.office.organisation_id
    )


def was_notified(actor: Actor, subject: object) -> bool:
    """The reply was asked of the actor's own organisation."""
    return isinstance(subject, ConfirmationReply) and subject.organisation_id == actor.office.organisation_id


def asker_of_reply(actor: Actor, subject: object) -> bool:
    """The reply is about a request of the actor's own firm."""
    return isinstance(subject, ConfirmationReply) and asks(actor, subject.confirmation)


def reads(actor: Actor, subject: object) -> bool:
    """Whoever has a part in a request reads it; a draft is read by its firm alone."""
    if not isinstance(subject, Confirmation):
        return False
    if actor.kind is OfficeKind.MINISTRY:
        return subject.state not in BEFORE_MINISTRY
    if actor.kind is OfficeKind.SECRETARY:
        return subject.state in WITH_COMMITTEE or subject.votes.exists()
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        own = actor.office.organisation_id
        return own is not None and subject.replies.filter(organisation_id=own).exists()
    return asks(actor, subject) if actor.kind is OfficeKind.FIRM else governs(actor, subject)


permit("exemptions.begin_confirmation", (OfficeKind.FIRM,), because=_OWN)
permit("exemptions.write_confirmation", (OfficeKind.FIRM,), where=asks, because=_OWN)
permit("exemptions.file_supplement", (OfficeKind.FIRM,), where=asker_of_reply, because=_OWN)
permit("exemptions.route_confirmation", LOCAL, where=governs, because=_LOCAL)
permit("exemptions.tell_asker", LOCAL, where=governs, because=_LOCAL)
permit("exemptions.pass_on_confirmation", (OfficeKind.MINISTRY,), because=_MINISTRY)
permit("exemptions.confirm_own_field", (OfficeKind.MINISTRY,), because=_MINISTRY)
permit("exemptions.report_result", (OfficeKind.MINISTRY,), because=_MINISTRY)
permit("exemptions.reply", (OfficeKind.OTHER_MINISTRY,), where=was_notified, because=_ASKED)
permit("exemptions.ask_supplement", (OfficeKind.OTHER_MINISTRY,), where=was_notified, because=_ASKED)
permit(
    "exemptions.record_vote",
    (OfficeKind.SECRETARY,),
    because=Words("위원회 간사가 표결을 기록합니다.", "The secretary of the committee records the vote."),
)
permit("exemptions.deem_silence", (OfficeKind.SYSTEM,), because=_SYSTEM)
permit("exemptions.close_replies", (OfficeKind.SYSTEM,), because=_SYSTEM)
permit(
    "exemptions.read_confirmation",
    (OfficeKind.FIRM, *LOCAL, OfficeKind.MINISTRY, OfficeKind.OTHER_MINISTRY, OfficeKind.SECRETARY),
    where=reads,
    because=Words(
        "신청한 기업과, 이 신청에 할 일이 있는 기관이 볼 수 있습니다.",
        "The firm that asked and the offices with a part in it may read it.",
    ),
)
