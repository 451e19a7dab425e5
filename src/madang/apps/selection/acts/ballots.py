"""Acts of voting: a member from their own seat, or the secretary for a show of hands. A recorded vote does not change."""

from collections.abc import Mapping

from madang.apps.selection.acts.lawful import today_of
from madang.apps.selection.acts.votes import open_sitting_of
from madang.apps.selection.events import committees as events
from madang.apps.selection.models import Ballot, BodyMember, Item
from madang.apps.selection.queries.committees import Tally, tally_of
from madang.apps.selection.rules.committees import VOTE_WORDS
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind, Refused
from madang.core.moments import Moment, instant_of
from madang.kernel.words import Words


class MayNotVote(Invalid):
    """The member is not present, is excluded from the item, or has voted already."""


@act(may="selection.cast_ballot", records=events.BALLOT_CAST, subject="item")
def cast_ballot(*, actor: Actor, item: Item, member: BodyMember, vote: str, at: Moment) -> Item:
    """Record one member's vote: by the member, or by the secretary as shown in the sitting (표결).

    Raises:
        Refused: a member votes for somebody else.
        MayNotVote: absent, excluded, or voted already.
        Invalid: the sitting is not open, or the item is decided.
    """
    if actor.kind is OfficeKind.MEMBER and (actor.person_id is None or member.person_id != actor.person_id):
        raise Refused("selection.cast_ballot")
    open_sitting_of(item)
    _record(actor, item, member, vote, tally_of(item, today_of(at)), at)
    return item


@act(may="selection.record_votes", records=events.BALLOT_CAST, subject="item")
def record_votes(*, actor: Actor, item: Item, votes: Mapping[str, str], at: Moment) -> Item:
    """Record a show of hands: votes by the id of the member, all or none (거수 표결).

    Raises:
        MayNotVote: one of them is absent, excluded, or voted already.
        Invalid: no vote was given, the sitting is not open, or the item is decided.
    """
    open_sitting_of(item)
    if not votes:
        raise Invalid(Words("기록할 표를 고르십시오.", "Choose at least one vote."))
    known = {str(m.pk): m for m in item.sitting.present.all()}
    tally = tally_of(item, today_of(at))
    for key, vote in votes.items():
        if key not in known:
            raise MayNotVote(_ABSENT, "votes")
        _record(actor, item, known[key], vote, tally, at)
    return item


_ABSENT = Words("출석하지 않은 위원입니다.", "The member is not present.")


def _record(actor: Actor, item: Item, member: BodyMember, vote: str, tally: Tally, at: Moment) -> None:
    if vote not in VOTE_WORDS:
        raise Invalid(Words("찬성, 반대, 기권 가운데 고르십시오.", "Choose yes, no or abstention."), "vote")
    if member.pk in {m.pk for m, _ in tally.excluded}:
        raise MayNotVote(
            Words("이 안건에서 제척된 위원입니다.", "The member is excluded from this item."), "vote"
        )
    if member.pk not in {m.pk for m in tally.present}:
        raise MayNotVote(_ABSENT, "vote")
    if member.pk in tally.votes:
        raise MayNotVote(
            Words("이미 기록한 표는 바꿀 수 없습니다.", "A recorded vote does not change."), "vote"
        )
    instant = instant_of(at)
    assert instant is not None, "the count above asked for the day of the vote"
    Ballot.objects.create(item=item, member=member, vote=vote, at=instant)
    told = {"name": member.name_ko, "item": str(item.pk), "vote": vote}
    record(events.BALLOT_CAST, item.sitting, actor=actor, at=at, facts=Facts(told, provision="ZC-05"))
