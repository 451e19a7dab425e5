"""Who may register organisations, appoint people and delegate."""

from madang.apps.accounts.models import Delegation, Seat
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

EVERY_HOLDER = tuple(k for k in OfficeKind if k not in (OfficeKind.PUBLIC, OfficeKind.SYSTEM))


def own_seat(actor: Actor, subject: object) -> bool:
    """The seat is the one the actor sits in by their own appointment: a deputy cannot pass it on."""
    return isinstance(subject, Seat) and subject.pk == actor.office.id and actor.delegated_by is None


def own_delegation(actor: Actor, subject: object) -> bool:
    """The actor lent the seat, or is its deputy."""
    return isinstance(subject, Delegation) and actor.person_id in (subject.holder_id, subject.deputy_id)


permit(
    "accounts.register",
    (OfficeKind.MINISTRY, OfficeKind.SYSTEM),
    because=Words(
        "기관과 직위는 중소벤처기업부가 관리합니다.",
        "The ministry keeps the list of organisations and seats.",
    ),
)
permit(
    "accounts.delegate",
    EVERY_HOLDER,
    where=own_seat,
    because=Words("자기 직위만 대리를 맡길 수 있습니다.", "You may lend your own seat only."),
)
permit(
    "accounts.end_delegation",
    EVERY_HOLDER,
    where=own_delegation,
    because=Words("대리를 맡기거나 맡은 사람이 끝낼 수 있습니다.", "Holder and deputy may end a delegation."),
)
permit(
    "accounts.open_demo_seat",
    (OfficeKind.SYSTEM,),
    because=Words(
        "체험 자리는 체험 모드의 화면에서만 열립니다.",
        "Demo seats are opened by the demo page, in demo mode only.",
    ),
)
