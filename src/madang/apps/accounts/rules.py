"""Who may register organisations, appoint people, delegate, and issue and revoke tokens of the API."""

from madang.apps.accounts.models import ApiToken, Delegation, Seat
from madang.core.authority import Actor, Channel, OfficeKind, permit
from madang.kernel.words import Words

EVERY_HOLDER = tuple(k for k in OfficeKind if k not in (OfficeKind.PUBLIC, OfficeKind.SYSTEM))


def own_seat(actor: Actor, subject: object) -> bool:
    """The seat is the one the actor sits in by their own appointment: a deputy cannot pass it on."""
    return isinstance(subject, Seat) and subject.pk == actor.office.id and actor.delegated_by is None


def own_delegation(actor: Actor, subject: object) -> bool:
    """The actor lent the seat, or is its deputy."""
    return isinstance(subject, Delegation) and actor.person_id in (subject.holder_id, subject.deputy_id)


def own_seat_without_token(actor: Actor, subject: object) -> bool:
    """The seat is the actor's own, and no token is asking: one that made its successor would never end."""
    return own_seat(actor, subject) and actor.channel is not Channel.API


def own_token(actor: Actor, subject: object) -> bool:
    """The token is the actor's, of whichever seat."""
    return isinstance(subject, ApiToken) and subject.person_id == actor.person_id


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
    "accounts.issue_token",
    EVERY_HOLDER,
    where=own_seat_without_token,
    because=Words(
        "API 토큰은 자기 직위에 직접 앉은 사람만 발급할 수 있습니다. 대리인이나 다른 토큰은 발급할 수 없습니다.",
        "Only the holder of a seat may issue a token for it; neither a deputy nor another token may.",
    ),
)
permit(
    "accounts.revoke_token",
    EVERY_HOLDER,
    where=own_token,
    because=Words("자기 토큰만 취소할 수 있습니다.", "You may revoke your own tokens only."),
)
permit(
    "accounts.open_demo_seat",
    (OfficeKind.SYSTEM,),
    because=Words(
        "체험 직위는 체험 모드의 화면에서만 열립니다.",
        "Demo seats are opened by the demo page, in demo mode only.",
    ),
)
