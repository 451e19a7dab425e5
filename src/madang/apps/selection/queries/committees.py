"""Reads on sittings, and the count of a vote: who is enrolled, present, excluded, and how many are needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from madang.apps.selection.models import Body, BodyMember, Designation, Item, Sitting
from madang.apps.selection.rules.committees import DELIBERATION, GROUND_WORDS, employed_by_party
from madang.core.authority import Actor, OfficeKind
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.rules import VoteCount, count_votes, evaluate, vote_result
from madang.kernel.words import Words


@dataclass(frozen=True)
class Tally:
    """The count of one item: members present who may vote, members excluded with the ground, votes by member."""

    body: str
    on: date
    enrolled: int
    present: tuple[BodyMember, ...]
    excluded: tuple[tuple[BodyMember, str], ...]
    votes: Mapping[UUID, str]

    def number_of(self, vote: str) -> int:
        """How many cast this vote."""
        return sum(1 for cast in self.votes.values() if cast == vote)

    @property
    def silent(self) -> list[BodyMember]:
        """Members present whose vote is not recorded; an abstention is a recorded vote."""
        return [member for member in self.present if member.pk not in self.votes]

    @property
    def has_quorum(self) -> bool:
        """Whether enough of the enrolled members are present for this item."""
        return self.enrolled > 0 and self.count.quorum is True

    @property
    def count(self) -> VoteCount:
        """How many must be present and how many must agree. A roster without members counts as one, and has no quorum."""
        return count_votes(
            self.body, enrolled=max(self.enrolled, len(self.present), 1), present=len(self.present)
        )

    @property
    def answer(self) -> Answer:
        """What the statute says of this count, with the sum."""
        return vote_result(
            self.body, self.enrolled or None, len(self.present), self.number_of("yes"), self.on
        )

    def to_json(self) -> dict[str, Any]:
        """Return the whole count as it is kept with the item."""
        return {
            "body": self.body, "on": self.on.isoformat(), "enrolled": self.enrolled, "present": len(self.present),
            "yes": self.number_of("yes"), "no": self.number_of("no"), "abstain": self.number_of("abstain"),
            "roster": [{"id": str(m.pk), "name": m.name_ko, "vote": self.votes.get(m.pk, "")} for m in self.present],
            "excluded": [{"id": str(m.pk), "name": m.name_ko, "ground": ground} for m, ground in self.excluded],
            "rule": self.answer.rule_id, "answer": self.answer.to_json(),
        }  # fmt: skip


def replayed(result: Mapping[str, Any]) -> Answer:
    """Count a kept result anew; the answer equals the one that was kept."""
    day = date.fromisoformat(result["on"])
    return vote_result(result["body"], result["enrolled"], result["present"], result["yes"], day)


def tally_of(item: Item, on: date) -> Tally:
    """Count an item as it stands: the frozen roster without the excluded members, and the votes recorded."""
    sitting = item.sitting
    recused = {r.member_id: r.ground for r in item.recusals.all()}
    present, excluded = [], []
    for member in sitting.present.all():
        ground = recused.get(member.pk) or derived_ground(member, item.designation, on)
        if ground:
            excluded.append((member, ground))
        else:
            present.append(member)
    votes = {b.member_id: b.vote for b in item.ballots.all()}
    return Tally(sitting.body.key, on, sitting.enrolled or 0, tuple(present), tuple(excluded), votes)


def derived_ground(member: BodyMember, designation: Designation, on: date) -> str:
    """Return the ground on which a member is excluded by what is on record (COI-01), or "" when there is none."""
    if not employed_by_party(member, designation):
        return ""
    facts = {
        "member_employed_by_party": True,
        "employment_ended_on": member.affiliation_until or on,
        "meeting_on": on,
    }
    return "member_employed_by_party" if evaluate("COI-01", facts, on=on).value is True else ""


def ground_words(ground: str) -> Words:
    """Return a ground as people read it; one that was written by hand stands as it is."""
    return GROUND_WORDS.get(ground, Words(ground, ground))


def sittings_visible_to(actor: Actor) -> QuerySet[Sitting]:
    """Every sitting: what was decided is public unless the committee resolved otherwise."""
    return Sitting.objects.select_related("body").order_by("-held_on", "slug")


def shows_results(actor: Actor, sitting: Sitting) -> bool:
    """Whether the reader may see what was decided: everybody, unless it was withheld by resolution (ZC-07)."""
    return not sitting.withheld_reason or actor.kind in (
        OfficeKind.SECRETARY,
        OfficeKind.MINISTRY,
        OfficeKind.MEMBER,
    )


def items_of(sitting: Sitting) -> QuerySet[Item]:
    """The agenda of a sitting with what a page needs of each item."""
    return sitting.items.select_related("designation__organisation").prefetch_related(
        "recusals__member", "ballots"
    )


def members_on(body: Body, day: date) -> QuerySet[BodyMember]:
    """Members of a body enrolled on a day."""
    return body.members.filter(starts_on__lte=day).filter(
        Q(ends_before__isnull=True) | Q(ends_before__gt=day)
    )


def seat_of(actor: Actor, sitting: Sitting) -> BodyMember | None:
    """Return the member who is asking, when they sit in this sitting."""
    if actor.kind is not OfficeKind.MEMBER or actor.person_id is None:
        return None
    return sitting.present.filter(person_id=actor.person_id).first()


def open_sittings(body: str) -> QuerySet[Sitting]:
    """Sittings of a body on whose agenda something can still be put."""
    return Sitting.objects.filter(body__key=body, closed_at__isnull=True, is_record=False).order_by("held_on")


def last_count(designation: Designation, body: str) -> dict[str, object]:
    """Return the facts of the last decided item before a body: notice and votes, as the rules ask for them."""
    decided = designation.agenda.filter(sitting__body__key=body, outcome="carried").select_related("sitting")
    item = next(iter(decided.order_by("-decided_at", "-id")[:1]), None)
    return vote_facts(item.sitting, body, item.result) if item else {}


def vote_facts(sitting: Sitting, body: str, result: Mapping[str, Any]) -> dict[str, object]:
    """Return the facts of a vote by name; what a reported result does not say is left out."""
    return {
        "meeting_on": PartialDate.parse(sitting.held_on),
        "meeting_notice_sent_on": sitting.notice_on,
        "meeting_is_urgent": None if sitting.is_record else sitting.is_urgent,
        "held_in_writing": sitting.is_written,
        "members_enrolled": result.get("enrolled"),
        "members_present": result.get("present"),
        "votes_yes": result.get("yes"),
        "result_published": None if sitting.is_record else not sitting.withheld_reason,
        "reported_to_zone_committee": body != DELIBERATION or None,
    }
