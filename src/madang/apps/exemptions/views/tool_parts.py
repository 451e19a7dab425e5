"""The parts of a tool's page up to its grant: decision, term, ministries, committee, conditions, review, course, request."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.exemptions.acts.conditions import EVIDENCE_PAPER, PROOF_PAPER
from madang.apps.exemptions.models import Condition, Tool
from madang.apps.exemptions.models.tools import REVIEW
from madang.apps.exemptions.queries.applications import (
    UNDECIDED,
    events_of,
    files_of,
    ground_of,
    parts_of,
    review_clock,
    review_due,
    tabling_clock,
    term_by_law,
)
from madang.apps.exemptions.views.parts import shown, timeline
from madang.apps.exemptions.views.tool_shapes import Reading, Section
from madang.core.audit.events import kind_of
from madang.core.files.models import Attachment
from madang.core.ui.shapes import Fact, Link

#: states of a condition that everybody may know of once the tool is granted
PUBLIC_CONDITIONS = ("set", "contested", "ended")
_FOLDER = "exemptions/tools/"


@dataclass(frozen=True)
class ConditionPart:
    """A condition with its papers, as far as the reader may see them."""

    row: Condition
    proofs: list[Link]
    evidence: list[Link]
    lacks_papers: bool


def decision(reading: Reading) -> Section | None:
    """What was decided and why, for those with a part in it."""
    tool = reading.tool
    if not reading.has_part or not tool.answer:
        return None
    part = {"tool": tool, "due": review_due(tool), "today": reading.today}
    return Section("decision", _("결정과 이유"), f"{_FOLDER}_decision.html", part)


def term(reading: Reading) -> Section | None:
    """The first term with the sum by which it may be no longer."""
    tool = reading.tool
    first = tool.terms.order_by("number").first() if tool.granted else None
    if first is None:
        return None
    is_exact = tool.granted_on is not None and first.starts_on is not None
    due = term_by_law(tool, tool.granted_on, first.starts_on) if is_exact else None  # type: ignore[arg-type]  # both are days when it is exact
    facts = [
        Fact(_("기간의 첫날"), first.starts_on or first.starts_text or None),
        Fact(_("기간의 마지막 날"), first.ends_on or first.ends_text or None),
        Fact(_("고시 번호"), tool.gazette_number or None),
    ]
    if reading.has_part and tool.certificate:
        facts.append(Fact(_("확인서 번호"), tool.certificate))
    return Section("first-term", _("부여와 첫 기간"), f"{_FOLDER}_term.html", {"facts": facts, "due": due})


def ministries(reading: Reading) -> Section | None:
    """Each ministry's part with its clock, for those with a part in it."""
    if not reading.has_part:
        return None
    asked = parts_of(reading.tool)
    if not asked:
        return None
    local = reading.tool.sees_regulation
    rows = [(one, shown(one.clock), _disagrees(local, one.reply.sees_regulation)) for one in asked]
    return Section(
        "ministries",
        _("관계기관의 회신"),
        f"{_FOLDER}_ministries.html",
        {"asked": rows, "today": reading.today},
    )


def committee(reading: Reading) -> Section | None:
    """The time to table it, and the votes."""
    if not reading.has_part:
        return None
    clock, votes = tabling_clock(reading.tool), list(reading.tool.votes.all())
    if clock is None and not votes:
        return None
    part = {"clock": shown(clock), "votes": votes, "today": reading.today}
    return Section("committee", _("규제자유특구위원회"), f"{_FOLDER}_committee.html", part)


def conditions(reading: Reading) -> Section | None:
    """The conditions: for everybody those that hold or held, for those with a part in it all of them, with their papers."""
    rows = list(reading.tool.conditions.select_related("organisation"))
    if not reading.has_part:
        rows = [row for row in rows if row.state in PUBLIC_CONDITIONS]
    if not rows:
        return None
    papers = list(
        Attachment.objects.filter(case_id__in=[row.pk for row in rows], is_removed=False).order_by("at", "id")
    )
    parts = [_condition(reading, row, papers) for row in rows]
    undecided = [row for row in rows if row.state in UNDECIDED]
    part = {"rows": parts, "has_part": reading.has_part, "undecided": undecided}
    return Section("conditions", _("부가조건"), f"{_FOLDER}_conditions.html", part)


def review(reading: Reading) -> Section | None:
    """The review of the result, once one was asked for."""
    row = (
        reading.tool.requests.filter(kind=REVIEW).exclude(state="drafting").first()
        if reading.has_part
        else None
    )
    if row is None:
        return None
    part = {"row": row, "clock": shown(review_clock(row)), "today": reading.today}
    return Section("review", _("재심의"), f"{_FOLDER}_review.html", part)


def request(reading: Reading) -> Section | None:
    """What was asked for, with the papers; nobody without a part in it reads it."""
    if not reading.has_part:
        return None
    part = {
        "tool": reading.tool,
        "ground": ground_of(reading.tool),
        "files": _links(reading.tool, files_of_request(reading.tool)),
    }
    return Section("request", _("신청 내용"), f"{_FOLDER}_request.html", part)


def course(reading: Reading) -> Section | None:
    """What happened so far; strangers read what is public of it."""
    events = list(events_of(reading.tool))
    if not reading.has_part:
        events = [event for event in events if kind_of(event.name).public]
    items = timeline(events)
    return (
        Section("course", _("지금까지의 경과"), f"{_FOLDER}_course.html", {"timeline": items})
        if items
        else None
    )


def files_of_request(tool: Tool) -> Iterable[Attachment]:
    """The papers of the tool itself; those of its conditions stand beside each."""
    return files_of(tool).filter(case_id=tool.pk)


def _disagrees(local: bool | None, ministry: bool | None) -> bool:
    return local is not None and ministry is not None and local != ministry


def _condition(reading: Reading, row: Condition, papers: list[Attachment]) -> ConditionPart:
    own = [one for one in papers if one.case_id == row.pk] if reading.has_part else []
    proofs = _links(reading.tool, [one for one in own if one.paper == PROOF_PAPER])
    evidence = _links(reading.tool, [one for one in own if one.paper == EVIDENCE_PAPER])
    return ConditionPart(row, proofs, evidence, row.state == "asked" and not row.has_papers)


def _links(tool: Tool, files: Iterable[Attachment]) -> list[Link]:
    return [Link(one.name, reverse("exemptions:tool_file", args=[tool.pk, one.pk])) for one in files]


SECTIONS = (decision, term, conditions, ministries, committee, review)
ENDING = (course, request)
