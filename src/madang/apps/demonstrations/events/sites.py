"""What can have happened to the sites of a zone."""

from madang.apps.demonstrations.events.topics import TOPICS
from madang.core.audit.events import EventKind
from madang.kernel.words import Words

ADDED = EventKind(
    "demonstrations.site_added",
    Words("실증 장소를 등록했습니다: {site}.", "A site was entered: {site}."),
    audience="nobody: the page of the zone shows it",
    topics=TOPICS,
)
CHANGED = EventKind(
    "demonstrations.site_changed",
    Words("실증 장소의 내용을 고쳤습니다: {site}.", "A site was changed: {site}."),
    audience="nobody: the page of the zone shows it",
    topics=TOPICS,
)
CLOSED = EventKind(
    "demonstrations.site_closed",
    Words("실증 장소의 사용을 마쳤습니다: {site}.", "A site is no longer used: {site}."),
    audience="nobody: the page of the zone shows it",
    topics=TOPICS,
)
USED = EventKind(
    "demonstrations.site_used",
    Words("과제가 실증 장소를 씁니다: {site}.", "The project works at a site: {site}."),
    audience="the local government",
    topics=TOPICS,
)
USE_ENDED = EventKind(
    "demonstrations.site_use_ended",
    Words("과제가 실증 장소의 사용을 마쳤습니다: {site}.", "The project no longer works at a site: {site}."),
    audience="the local government",
    topics=TOPICS,
)
