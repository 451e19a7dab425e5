"""What can have happened to a track abroad and to the register of partners."""

from madang.apps.demonstrations.events.topics import TOPICS
from madang.core.audit.events import EventKind
from madang.kernel.words import Words

BEGUN = EventKind(
    "demonstrations.track_begun",
    Words("{kind} 트랙을 열었습니다: {track}.", "A track was opened: {track} ({kind_en})."),
    audience="the local government",
    topics=TOPICS,
)
STEP_PLANNED = EventKind(
    "demonstrations.track_step_planned",
    Words("단계를 넣었습니다: {step}.", "A step was added: {step_en}."),
    audience="nobody: the page of the track shows it",
    topics=TOPICS,
)
STEP_DONE = EventKind(
    "demonstrations.track_step_done",
    Words("단계를 마쳤습니다: {step}, {done}.", "A step is done: {step_en}, {done}."),
    audience="nobody: the page of the track shows it",
    topics=TOPICS,
)
GOODS_OUT = EventKind(
    "demonstrations.track_goods_out",
    Words("물품을 내보냈습니다(HS {hs_code}).", "Goods left (HS {hs_code})."),
    audience="nobody: those who work on the track read it",
    topics=TOPICS,
)
GOODS_BACK = EventKind(
    "demonstrations.track_goods_back",
    Words("물품이 돌아왔습니다.", "Goods came back."),
    audience="nobody: those who work on the track read it",
    topics=TOPICS,
)
CERTIFIED = EventKind(
    "demonstrations.track_certified",
    Words("인증서를 받았습니다: {number}, {issuer}.", "A certificate was received: {number}, {issuer}."),
    audience="the local government",
    topics=TOPICS,
)
CERTIFICATE_ENDS = EventKind(
    "demonstrations.certificate_ends_soon",
    Words("인증서 {number}의 유효기간이 {until}에 끝납니다.", "Certificate {number} ends on {until}."),
    audience="whoever carries on the track",
    topics=TOPICS,
)
CLOSED = EventKind(
    "demonstrations.track_closed",
    Words("트랙을 마쳤습니다: {outcome}.", "The track was closed: {outcome_en}."),
    audience="the local government",
    topics=TOPICS,
)
PARTNER_LISTED = EventKind(
    "demonstrations.partner_listed",
    Words("협력기관을 목록에 올렸습니다: {partner}.", "A partner was listed: {partner_en}."),
    audience="nobody: the register shows it",
    topics=TOPICS,
)
