"""What is entered of the published record of exemptions and permits: projects, tools, and what became of them."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

TOPICS = ("tools",)
NOBODY = "nobody: it is entered from published reports"

PROJECT_FOUND = EventKind(
    "exemptions.project_found",
    Words("보도된 과제를 기록했습니다: {project}.", "A reported project was recorded: {project}."),
    audience=NOBODY,
    topics=TOPICS,
)
TOOL_FOUND = EventKind(
    "exemptions.tool_found",
    Words(
        "출처에 따르면 ‘{project}’ 과제에 {kind}가 부여되었습니다.",
        "According to the sources, “{project}” was granted: {kind_en}.",
    ),
    audience=NOBODY,
    topics=TOPICS,
)
OUTCOME_FOUND = EventKind(
    "exemptions.outcome_found",
    Words(
        "출처에 따르면 ‘{project}’ 과제의 결과는 ‘{outcome}’입니다.",
        "According to the sources, the outcome of “{project}” is: {outcome_en}.",
    ),
    audience=NOBODY,
    topics=TOPICS,
)
