"""The parts of the committee pages: facts of a sitting, an agenda item with its count, rosters."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.selection.forms import committees as forms
from madang.apps.selection.models import Body, BodyMember, Item, Sitting
from madang.apps.selection.queries.committees import Tally, ground_words, members_on, tally_of
from madang.apps.selection.rules.committees import BODY_WORDS, NOTICE_RULE, VOTE_WORDS
from madang.apps.selection.views.designation_parts import (
    designation_link,
    outcome_badge,
    sitting_link,
    votes_shown,
)
from madang.core.authority import Actor, OfficeKind
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.words import Words

PUBLIC_WHY = Words(
    "위원회의 안건과 의결 결과는 공개합니다. 위원회가 공개하지 않기로 의결한 결과는 보이지 않습니다.",
    "Agenda and results are public, unless the committee resolved to withhold a result.",
)


@dataclass(frozen=True)
class AgendaLine:
    """An item as a page shows it: outcome, count, and the forms that are open to the reader."""

    item: Item
    designation: Link
    outcome: Badge
    votes: str
    answer: Answer | None
    tally: Tally | None = None
    sum: Answer | None = None
    excluded: tuple[tuple[Words, Words], ...] = ()
    cast: tuple[tuple[Words, Words], ...] = ()
    recuse: Any = None
    votes_form: Any = None
    own_vote: Any = None
    defer: Any = None
    refused: Any = None

    @property
    def needs(self) -> str:
        """The sum of the vote as it stands: who must be present, how many must agree."""
        if self.tally is None:
            return ""
        return _(
            "재적 %(enrolled)d명 가운데 %(quorum)d명 이상 출석해야 하고 %(present)d명이 출석했습니다. "
            "찬성이 %(needed)d명 이상이어야 가결이며 지금 찬성은 %(yes)d명입니다."
        ) % {
            "enrolled": self.tally.enrolled, "quorum": self.tally.count.quorum_min,
            "present": len(self.tally.present), "needed": self.tally.count.yes_min,
            "yes": self.tally.number_of("yes"),
        }  # fmt: skip


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the committees stands."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("위원회"), reverse("selection:committees")), *below]


def layout_of(actor: Actor) -> str:
    """Offices work in the dense layout."""
    return "layout/page.html" if actor.kind is OfficeKind.PUBLIC else "layout/office.html"


def list_columns() -> list[Column]:
    """Columns of the list of sittings."""
    return [
        Column(_("회의"), sitting_link),
        Column(_("소관 위원회"), "body.words"),
        Column(_("날짜"), lambda row: PartialDate.parse(row.held_on)),
        Column(_("안건"), _agenda_count, numeric=True),
        Column(_("진행 상태"), sitting_badge),
    ]


def _agenda_count(sitting: Sitting) -> int | str:
    """How many items the agenda has; a sitting of the record of which none is known had some all the same."""
    return len(sitting.items.all()) or (_("미상") if sitting.is_record else 0)


def sitting_badge(sitting: Sitting) -> Badge:
    """Where a sitting stands."""
    if sitting.is_record:
        return Badge(_("마친 회의"), "success")
    if sitting.closed_at:
        return Badge(_("마친 회의"), "success")
    return Badge(_("회의 중"), "info") if sitting.opened_at else Badge(_("소집"), "neutral")


def sitting_facts(sitting: Sitting) -> list[Fact]:
    """The facts of a sitting; what is not known is left out."""
    facts = [
        Fact(_("소관 위원회"), sitting.body.words),
        Fact(_("날짜"), PartialDate.parse(sitting.held_on)),
        Fact(_("끝난 날"), PartialDate.parse(sitting.ended_on) if sitting.ended_on else ""),
        Fact(_("장소"), sitting.place),
        Fact(_("위원장"), sitting.chair_name),
        Fact(_("방식"), _form(sitting)),
        Fact(_("소집 통지"), sitting.notice_on or ""),
        Fact(_("긴급"), _("긴급한 회의로 기록했습니다.") if sitting.is_urgent else ""),
        Fact(_("재적·출석"), _counts(sitting)),
    ]
    return [fact for fact in facts if fact.value != ""]


def _form(sitting: Sitting) -> str:
    if sitting.is_written is None:
        return ""
    return _("서면회의") if sitting.is_written else _("대면회의")


def _counts(sitting: Sitting) -> str:
    if sitting.enrolled is None:
        return ""
    return _("재적 %(enrolled)d명, 출석 %(present)d명") % {
        "enrolled": sitting.enrolled, "present": sitting.present.count(),
    }  # fmt: skip


def notice_due(sitting: Sitting) -> DueDate | None:
    """The latest day of the notice with its sum; None for a day that is not known."""
    day = PartialDate.parse(sitting.held_on)
    known = day.first if day.is_exact and not sitting.is_record else None
    return due_date(NOTICE_RULE[sitting.body.key], start=known) if known else None


def agenda_line(
    item: Item, today: date, bound: tuple[Any, str, Any] | None, runs: bool, seat: BodyMember | None
) -> AgendaLine:
    """Return an item with its count; the forms only where the reader can still act."""
    kept = item.result.get("answer")
    line = {
        "item": item, "designation": designation_link(item.designation), "outcome": outcome_badge(item),
        "votes": votes_shown(item), "answer": Answer.from_json(kept) if kept else None,
    }  # fmt: skip
    is_open = item.sitting.opened_at is not None and item.sitting.closed_at is None and not item.outcome
    if not is_open or not (runs or seat):
        return AgendaLine(**line)  # type: ignore[arg-type]  # the names are those of the record
    tally = tally_of(item, today)
    return AgendaLine(**line, **_open_part(item, tally, bound, runs, seat))  # type: ignore[arg-type]  # as above


def _open_part(
    item: Item, tally: Tally, bound: tuple[Any, str, Any] | None, runs: bool, seat: BodyMember | None
) -> dict[str, Any]:
    given = {bound[1]: bound[2]} if bound and bound[0] == item.pk else {}
    ids = f"{item.number}_%s"
    part = _secretarys_part(item, tally, given, ids) if runs else {}
    if seat is not None and seat in tally.silent:
        part["own_vote"] = given.get("vote") or forms.OwnVoteForm(auto_id=ids)
    return part


def _secretarys_part(item: Item, tally: Tally, given: dict[str, Any], ids: str) -> dict[str, Any]:
    """The count as it stands and the forms of the secretary; ids are told apart by the item's number."""
    names = {member.pk: named(member) for member in tally.present}
    cast = ((names[key], VOTE_WORDS[vote]) for key, vote in tally.votes.items() if key in names)
    return {
        "tally": tally,
        "sum": tally.answer,
        "excluded": tuple((named(member), ground_words(ground)) for member, ground in tally.excluded),
        "cast": tuple(cast),
        "recuse": given.get("recuse") or forms.RecuseForm(item=item, auto_id=ids),
        "votes_form": given.get("votes") or forms.VotesForm(tally=tally, auto_id=ids),
        "defer": given.get("defer") or forms.DeferForm(auto_id=ids),
        "refused": given.get("decide"),
    }


def named(member: BodyMember) -> Words:
    """A member's name in both languages."""
    return Words(member.name_ko, member.name_en or member.name_ko)


def rosters(today: date) -> list[tuple[Words, list[BodyMember]]]:
    """The enrolled members of each body today."""
    bodies = {body.key: body for body in Body.objects.all()}
    return [
        (words, list(members_on(bodies[key], today)) if key in bodies else [])
        for key, words in BODY_WORDS.items()
    ]


def member_columns() -> list[Column]:
    """Columns of a roster."""
    return [
        Column(_("이름"), "name_ko"),
        Column(_("직책"), "role_ko"),
        Column(_("소속"), "affiliation"),
        Column(_("위촉일"), "starts_on"),
    ]
