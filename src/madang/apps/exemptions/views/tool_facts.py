"""The key facts of a tool, and where it waits in plain words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.exemptions.models import Tool
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.exemptions.views.tool_frame import project_link
from madang.apps.exemptions.views.tool_shapes import Reading
from madang.core.ui.shapes import Fact, Link
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words


def facts_of(reading: Reading) -> list[Fact]:
    """The key facts; who is not concerned reads what was granted to whom and where."""
    tool, project = reading.tool, reading.tool.project
    facts = [
        Fact(_("종류"), tool.kind_words),
        Fact(_("과제"), project_link(project)),
        Fact(_("사업할 특구"), Link(zone_words(project.zone), reverse("zone", args=[project.zone.slug]))),
    ]
    if project.operator is not None:
        facts.append(Fact(_("사업자"), project.operator.words))
    if project.local is not None:
        facts.append(Fact(_("관할 지방자치단체"), project.local.words))
    if reading.has_part and tool.receipt:
        facts.insert(0, Fact(_("접수번호"), tool.receipt))
    days = [(_("부여한 날"), tool.granted), (_("기간의 마지막 날"), _end(tool))]
    if reading.has_part:
        days = [
            (_("신청한 날"), tool.requested_on), (_("중소벤처기업부에 신청한 날"), tool.filed_on),
            (_("상정한 날"), tool.tabled_on), (_("의결한 날"), tool.decided_on), (_("결과를 알린 날"), tool.told_on), *days,
        ]  # fmt: skip
    return [*facts, *(Fact(label, on) for label, on in days if on)]


def waits_at(reading: Reading) -> Words:
    """Where a request waits, as its firm understands it; "" when there is nothing to wait for."""
    tool = reading.tool
    if tool.state == "in_review":
        return _with_ministries(tool)
    local = tool.project.local.words if tool.project.local else Words("지방자치단체", "the local government")
    return {
        "requested": Words(f"{local.ko}에서 필요성을 검토하고 있습니다.", f"{local.en} is examining the need."),
        "filed": Words("중소벤처기업부가 관계 부처에 전달할 차례입니다.", "The Ministry of SMEs and Startups is to pass it on."),
        "tabled": Words("규제자유특구위원회가 심의하고 있습니다.", "The Zone Committee is deliberating."),
        "resolved": Words("위원회가 의결했습니다. 중소벤처기업부가 부여할 차례입니다.", "The committee has carried it. The Ministry is to grant it."),
        "rejected": Words("위원회가 부결했습니다. 중소벤처기업부가 결과를 알릴 차례입니다.", "The committee has lost it. The Ministry is to tell the result."),
        "declined": Words("지방자치단체가 신청하지 않기로 했습니다. 이유는 아래에 있습니다.", "The local government declined to file it. Its reasons are below."),
        "returned": Words("중소벤처기업부가 반려했습니다. 이유는 아래에 있습니다.", "The Ministry returned it. Its reasons are below."),
        "refused": Words("부여하지 않기로 했습니다. 이유는 아래에 있습니다.", "It was refused. The reasons are below."),
        "withdrawn": Words("신청서를 거두었습니다.", "The draft was withdrawn."),
    }.get(tool.state, Words("", ""))  # fmt: skip


def _with_ministries(tool: Tool) -> Words:
    rows = tool.replies.select_related("organisation").order_by("organisation__name_ko")
    waiting = [row.organisation.words for row in rows if row.state == "waiting"]
    wanting = [row.organisation.words for row in rows if row.state == "supplementing"]
    if not waiting and not wanting:
        return Words(
            "회신이 모두 모였습니다. 중소벤처기업부가 위원회에 상정할 차례입니다.",
            "All replies are in. The Ministry is to table it at the Zone Committee.",
        )
    said = []
    if wanting:
        ko, en = _names(wanting)
        said.append(
            Words(
                f"{ko}에서 요구한 보완 자료를 신청한 기업이 낼 차례입니다.",
                f"The firm is to file what {en} asked for.",
            )
        )
    if waiting:
        ko, en = _names(waiting)
        said.append(Words(f"{ko}의 회신을 기다립니다.", f"Waiting for the reply of {en}."))
    return Words(*(" ".join(texts) for texts in zip(*said, strict=True)))


def _names(bodies: list[Words]) -> tuple[str, str]:
    return ", ".join(body.ko for body in bodies), ", ".join(body.en for body in bodies)


def _end(tool: Tool) -> object:
    return tool.ends_on or (PartialDate.parse(tool.ends_text) if tool.ends_text else None)
