"""What can have happened to a task force."""

from madang.apps.demonstrations.events.topics import TOPICS
from madang.core.audit.events import EventKind
from madang.kernel.words import Words

WANTED = EventKind(
    "demonstrations.task_force_wanted",
    Words(
        "새로 지정된 특구라 실증추진단을 구성해야 합니다.", "The zone is new: its task force is to be set up."
    ),
    audience="the Ministry",
    topics=TOPICS,
)
SET_UP = EventKind(
    "demonstrations.task_force_set_up",
    Words("{zone} 실증추진단을 구성했습니다.", "The task force of {zone_en} was set up."),
    audience="the local government and the Ministry",
    topics=TOPICS,
)
JOINED = EventKind(
    "demonstrations.task_force_joined",
    Words("{organisation} 참여: {role}.", "{organisation_en} joined: {role_en}."),
    audience="the members of the task force",
    topics=TOPICS,
)
LEFT = EventKind(
    "demonstrations.task_force_left",
    Words("{organisation} 참여를 마쳤습니다.", "{organisation_en} left."),
    audience="the members of the task force",
    topics=TOPICS,
)
CALLED = EventKind(
    "demonstrations.task_force_meeting_called",
    Words("제{number}차 회의를 {day}에 엽니다.", "Meeting no. {number} is called for {day}."),
    audience="the members of the task force",
    topics=TOPICS,
)
RECORDED = EventKind(
    "demonstrations.task_force_meeting_recorded",
    Words(
        "제{number}차 회의를 기록했습니다. 참석 {present}곳.",
        "Meeting no. {number} was recorded; {present} were present.",
    ),
    audience="the members of the task force",
    topics=TOPICS,
)
