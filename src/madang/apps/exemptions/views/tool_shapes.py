"""What the page of a tool is made of: a reader in front of it, sections that show a part, and steps that can be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from madang.apps.exemptions.forms.confirmations import StepForm
from madang.apps.exemptions.models import Tool
from madang.core.authority import Actor
from madang.core.case_models import Case

#: where a step is taken: on the tool itself, or on a row that hangs on it (the word in its address)
TOOL, REPLIES, CONDITIONS, REQUESTS = "tool", "replies", "conditions", "requests"


@dataclass(frozen=True)
class Reading:
    """Somebody in front of the page of a tool on a day; ``has_part`` says whether they may read it whole."""

    request: HttpRequest
    actor: Actor
    tool: Tool
    today: date
    has_part: bool


@dataclass(frozen=True)
class Section:
    """A part of the page: its key and heading, its template, and what the template reads as ``part``."""

    key: str
    title: Any
    template: str
    part: Any


#: a function that makes a part of the page, or nothing when there is nothing to show to this reader
SectionMaker = Callable[[Reading], Section | None]


@dataclass(frozen=True)
class ToolStep:
    """One step: address key, words, hint, permission, states, form, act, the name of its subject, what it says when done.

    ``on`` says on which rows it is taken; ``only`` narrows it to some of them.
    """

    key: str
    label: Any
    hint: Any
    permission: str
    states: tuple[str, ...]
    form: type[StepForm]
    act: Callable[..., Any]
    done: Any
    on: str = TOOL
    only: Callable[[Any], bool] | None = None

    @property
    def subject(self) -> str:
        """The argument of the act that is the row."""
        return {TOOL: "tool", REPLIES: "reply", CONDITIONS: "condition", REQUESTS: "tool_request"}[self.on]

    def is_open(self, case: Case) -> bool:
        """Whether the row is in a state in which the step is taken, and of the kind it is meant for."""
        return case.state in self.states and (self.only is None or self.only(case))


@dataclass(frozen=True)
class Offer:
    """A step that is open to the reader now, on which row, and where its page is."""

    step: ToolStep
    case: Case
    href: str
    about: Any = ""
