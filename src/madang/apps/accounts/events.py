"""What can have happened to organisations, seats, delegations and tokens of the API."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

ORGANISATION_REGISTERED = EventKind(
    "accounts.organisation_registered",
    Words("{name} 기관을 등록했습니다.", "The organisation {name} was registered."),
    audience="ministry",
)
APPOINTED = EventKind(
    "accounts.appointed",
    Words("{seat} 직위에 {person} 님을 지정했습니다.", "{person} was appointed to {seat}."),
    audience="the person appointed",
)
DELEGATED = EventKind(
    "accounts.delegated",
    Words("{seat} 직무를 {days} 동안 {deputy} 님이 대리합니다.", "{deputy} deputises in {seat} for {days}."),
    audience="holder and deputy",
)
DELEGATION_ENDED = EventKind(
    "accounts.delegation_ended",
    Words("{seat} 직무 대리를 끝냈습니다.", "The delegation of {seat} was ended."),
    audience="holder and deputy",
)
TOKEN_ISSUED = EventKind(
    "accounts.token_issued",
    Words(
        "API 토큰을 발급했습니다: {name}({seat}, {last_on}까지).",
        "An API token was issued: {name} ({seat}, until {last_on}).",
    ),
    audience="the person whose token it is",
)
TOKEN_REVOKED = EventKind(
    "accounts.token_revoked",
    Words("API 토큰을 취소했습니다: {name}({seat}).", "An API token was revoked: {name} ({seat})."),
    audience="the person whose token it is",
)
DEMO_SEAT_OPENED = EventKind(
    "accounts.demo_seat_opened",
    Words("{seat} 직위를 체험합니다.", "Somebody tries the seat {seat}."),
    audience="nobody",
)
PERSON_REGISTERED = EventKind(
    "accounts.person_registered",
    Words("{seat} 직위에 {name} 님의 계정을 만들었습니다.", "An account was made for {name} in {seat}."),
    audience="the person and the ministry",
)
