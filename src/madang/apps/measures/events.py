"""What can have happened to measures, tasks and targets. Everybody reads it; what comes in by the hundred is no news."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("measures",)


def _kind(name: str, words: Words, audience: str, *, is_news: bool = True) -> EventKind:
    return EventKind(f"measures.{name}", words, audience, TOPICS, public=is_news)


ANNOUNCED = _kind(
    "announced", Words("대책을 등록했습니다: {title}.", "A measure was registered: {title}."), "everybody"
)
LISTED = _kind(
    "listed",
    Words("대책을 표에서 들여왔습니다: {title}.", "A measure came in with a table: {title}."),
    "everybody",
    is_news=False,
)
TASK_ADDED = _kind(
    "task_added",
    Words("과제를 추가했습니다: {title}. 기한 {due}.", "A task was added: {title}. Due {due}."),
    "its owner",
    is_news=False,
)
IMPORTED = _kind(
    "tasks_imported",
    Words(
        "표에서 대책 {measures}개와 과제 {tasks}개를 들여왔습니다.",
        "{measures} measures and {tasks} tasks were taken over from a table.",
    ),
    "the owners",
)
BEGUN = _kind("task_begun", Words("착수했습니다.", "It was begun."), "the Ministry")
FINISHED = _kind(
    "task_finished", Words("완료했습니다. 증빙: {proof}", "It is done. Proof: {proof}"), "the Ministry"
)
DROPPED = _kind(
    "task_dropped",
    Words("추진하지 않기로 했습니다. 이유: {reason}", "It was dropped. Why: {reason}"),
    "the Ministry",
)
REOPENED = _kind(
    "task_reopened",
    Words("다시 추진합니다. 이유: {reason}", "It was taken up again. Why: {reason}"),
    "its owner",
)
MOVED = _kind(
    "task_moved",
    Words("기한을 옮겼습니다: {before} → {after}. 이유: {reason}", "The date was moved: {before} → {after}. Why: {reason}"), "the Ministry and everybody",
)  # fmt: skip
TARGET_SET = _kind(
    "target_set",
    Words(
        "목표를 등록했습니다: {title}, {year}년까지 {number}{unit}.",
        "A target was registered: {title}, {number} {unit_en} by {year}.",
    ),
    "everybody",
)
FIGURE_REPORTED = _kind(
    "figure_reported", Words("{as_of} 현재 {value}{unit}.", "{value} {unit_en} as of {as_of}."), "everybody"
)
