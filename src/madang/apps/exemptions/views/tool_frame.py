"""What stands around every page about a tool: where it is, its state, and why the reader may see it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.exemptions.models import Project, Tool
from madang.core.authority import Actor, OfficeKind, may
from madang.core.ui.shapes import Badge, Link
from madang.kernel.words import Words

WHY_FIRM = Words(
    "우리 기업의 과제라 볼 수 있습니다. 검토 중인 내용과 붙임 파일은 다른 기업에 보이지 않습니다.",
    "This is your own firm's project. No other firm can see what is under examination, or the files.",
)
WHY_OFFICE = Words(
    "이 특례에 할 일이 있는 기관이라 볼 수 있습니다.",
    "Your office has a part in this.",
)
WHY_PUBLIC = Words(
    "부여된 특례는 누구나 볼 수 있습니다. 신청서, 검토 의견, 붙임 파일은 나오지 않습니다.",
    "What was granted is open to everybody. The request, the opinions and the files are not shown.",
)


def crumbs(*below: Link) -> list[Link]:
    """Where a page about exemptions and permits stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("실증특례ㆍ임시허가"), reverse("exemptions:tools")),
        *below,
    ]


def frame(actor: Actor, tool: Tool, *below: Link) -> dict[str, Any]:
    """What every page about one tool shows around itself."""
    page = Link(tool.title, reverse("exemptions:tool", args=[tool.pk]) if below else "")
    return {
        "tool": tool, "crumbs": crumbs(page, *below), "why": why(actor, tool), "badge": badge(actor, tool),
    }  # fmt: skip


def why(actor: Actor, tool: Tool) -> Words:
    """Why the reader may see the tool."""
    if not may(actor, "exemptions.read_tool", tool):
        return WHY_PUBLIC
    return WHY_FIRM if actor.kind is OfficeKind.FIRM else WHY_OFFICE


def badge(actor: Actor, tool: Tool) -> Badge:
    """The state in the words of offices, or of everybody else."""
    state = tool.state_now
    is_office = actor.kind not in (OfficeKind.FIRM, OfficeKind.PUBLIC)
    return Badge(state.office_words if is_office else state.public_words, state.tone)


def project_link(project: Project) -> Link:
    """A project by its public title, as a link to its page."""
    return Link(project.title, reverse("exemptions:project", args=[project.pk]))
