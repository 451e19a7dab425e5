"""What can have happened to a demonstration plan."""

from madang.apps.demonstrations.events.topics import TOPICS
from madang.core.audit.events import EventKind
from madang.kernel.words import Words

WRITTEN = EventKind(
    "demonstrations.plan_written",
    Words("실증계획을 썼습니다.", "The demonstration plan was written."),
    audience="the local government",
    topics=TOPICS,
)
ADDED = EventKind(
    "demonstrations.milestone_added",
    Words("단계를 넣었습니다: {milestone}, {due}까지.", "A milestone was added: {milestone}, by {due}."),
    audience="the local government",
    topics=TOPICS,
)
MOVED = EventKind(
    "demonstrations.milestone_moved",
    Words(
        "단계의 날을 옮겼습니다: {milestone}, {from_on} → {to_on}.",
        "A milestone was moved: {milestone}, {from_on} → {to_on}.",
    ),
    audience="the local government and everybody who reads the plan",
    topics=TOPICS,
)
DONE = EventKind(
    "demonstrations.milestone_done",
    Words("단계를 마쳤습니다: {milestone}, {done}.", "A milestone is done: {milestone}, {done}."),
    audience="the local government",
    topics=TOPICS,
)
DROPPED = EventKind(
    "demonstrations.milestone_dropped",
    Words("단계를 뺐습니다: {milestone}.", "A milestone was dropped: {milestone}."),
    audience="the local government",
    topics=TOPICS,
)
CONFIRMED = EventKind(
    "demonstrations.plan_confirmed",
    Words("{local}에서 실증계획을 확인했습니다.", "{local_en} confirmed the demonstration plan."),
    audience="the firm",
    topics=TOPICS,
)
