"""Sittings and votes: notice, frozen roster, exclusion, quorum, majority, tie, deferral."""

from datetime import date, timedelta

import pytest

from madang.apps.selection.acts.ballots import MayNotVote, cast_ballot, record_votes
from madang.apps.selection.acts.committees import (
    NoticeTooLate,
    close_sitting,
    open_sitting,
    recuse_member,
)
from madang.apps.selection.acts.votes import (
    NoQuorum,
    ReportedOutcome,
    decide_item,
    defer_item,
)
from madang.apps.selection.models import BodyMember, Item
from madang.apps.selection.queries.committees import replayed, tally_of
from madang.core.acts import Invalid
from madang.core.authority import Actor, Channel, Office, OfficeKind, Refused
from madang.core.case_models import Finding
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from tests.apps.selection.zone_builders import (
    DC_DAY,
    ZC_DAY,
    Play,
    a_candidate,
    a_consulted,
    a_sitting,
    all_replied,
    before_the_zone_committee,
    members,
    noon,
    opened,
    recorded,
    tabled,
    voted,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db
ZONE = "zone_committee"


def before(enrolled: int, present: int) -> tuple[Play, Item, list[BodyMember]]:
    """A designation before an open Zone Committee with so many members enrolled and present."""
    play, item = before_the_zone_committee(all_replied(a_consulted()))
    rows = members(play, ZONE, enrolled)[:present]
    opened(play, item.sitting, rows, ZC_DAY)
    return play, Item.objects.get(pk=item.pk), rows


def decided(play: Play, item: Item) -> Item:
    """Decide on the day of the Zone Committee."""
    return decide_item(actor=play.secretary, item=item, at=noon(ZC_DAY))


@pytest.mark.parametrize(("days", "is_in_time"), [(7, True), (6, False)])
def test_a_sitting_is_convened_seven_days_before_unless_urgent(days: int, is_in_time: bool) -> None:
    play = a_candidate()
    notice = ZC_DAY - timedelta(days=days)
    if is_in_time:
        assert a_sitting(play, ZONE, ZC_DAY, notice_on=notice).notice_on == notice
        return
    with pytest.raises(NoticeTooLate, match="8 Apr"):
        a_sitting(play, ZONE, ZC_DAY, notice_on=notice)
    assert a_sitting(play, ZONE, ZC_DAY, notice_on=notice, is_urgent=True).is_urgent


def test_a_majority_of_those_present_carries_with_a_quorum() -> None:
    play, item, rows = before(5, 3)
    voted(play, item, {rows[0]: "yes", rows[1]: "yes", rows[2]: "no"}, ZC_DAY)
    result = decided(play, item)
    assert (result.outcome, play.fresh().state) == ("carried", "approved")
    assert Answer.from_json(result.result["answer"]) == replayed(result.result)
    assert [r["vote"] for r in result.result["roster"]].count("yes") == 2


def test_without_a_quorum_nothing_is_decided_and_the_sum_is_said() -> None:
    play, item, rows = before(6, 3)
    voted(play, item, dict.fromkeys(rows, "yes"), ZC_DAY)
    with pytest.raises(NoQuorum, match="4 of 6 must be present, 3 were"):
        decided(play, item)
    assert (Item.objects.get(pk=item.pk).outcome, play.fresh().state) == ("", "tabled")


def test_a_sitting_without_a_quorum_ends_and_the_next_one_takes_the_item() -> None:
    play, item, _rows = before(6, 3)
    close_sitting(actor=play.secretary, sitting=item.sitting, at=noon(ZC_DAY))
    assert Item.objects.get(pk=item.pk).outcome == "no_quorum"
    later = ZC_DAY + timedelta(days=20)
    again = tabled(play, a_sitting(play, ZONE, later), ZC_DAY + timedelta(days=1))
    assert (again.number, play.fresh().state) == (1, "tabled")


def test_a_tie_is_not_carried_and_the_candidate_is_rejected() -> None:
    play, item, rows = before(4, 4)
    votes = dict(zip(rows, ("yes", "yes", "no", "no"), strict=True))
    voted(play, item, votes, ZC_DAY)
    assert decided(play, item).outcome == "not_carried"
    assert play.fresh().state == "rejected"
    assert Finding.objects.filter(rule_id="DES-03", move="reject", status="satisfied").exists()


def test_an_abstention_counts_as_present_and_not_as_yes() -> None:
    play, item, rows = before(4, 4)
    votes = dict(zip(rows, ("yes", "yes", "abstain", "abstain"), strict=True))
    voted(play, item, votes, ZC_DAY)
    result = decided(play, item)
    assert (result.outcome, result.result["present"], result.result["abstain"]) == ("not_carried", 4, 2)


def test_an_excluded_member_is_not_present_and_has_no_vote() -> None:
    play, item, rows = before(4, 4)
    recuse_member(actor=play.secretary, item=item, member=rows[0], ground="member_advised", at=noon(ZC_DAY))
    with pytest.raises(MayNotVote, match="excluded"):
        cast_ballot(actor=play.secretary, item=item, member=rows[0], vote="yes", at=noon(ZC_DAY))
    voted(play, item, {rows[1]: "yes", rows[2]: "yes", rows[3]: "no"}, ZC_DAY)
    result = decided(play, item)
    assert (result.outcome, result.result["present"]) == ("carried", 3)
    assert result.result["excluded"][0]["ground"] == "member_advised"


@pytest.mark.parametrize(
    ("until", "is_excluded"),
    [(None, True), (date(2022, 4, 15), True), (date(2022, 4, 14), False)],
)
def test_employment_by_the_applicant_excludes_for_three_years(until: date | None, is_excluded: bool) -> None:
    play, item = before_the_zone_committee(all_replied(a_consulted()))
    name = play.fresh().organisation.name_ko
    tied = members(play, ZONE, 1, affiliation=name, affiliation_until=until)
    free = members(play, ZONE, 3, affiliation="다른 대학교")
    opened(play, item.sitting, [*tied, *free], ZC_DAY)
    tally = tally_of(Item.objects.get(pk=item.pk), ZC_DAY)
    assert [m for m, _ground in tally.excluded] == (tied if is_excluded else [])
    assert len(tally.present) == (3 if is_excluded else 4)


def test_exclusion_can_cost_the_quorum_of_one_item() -> None:
    play, item, rows = before(5, 3)
    recuse_member(actor=play.secretary, item=item, member=rows[0], ground="withdrew", at=noon(ZC_DAY))
    voted(play, item, dict.fromkeys(rows[1:], "yes"), ZC_DAY)
    with pytest.raises(NoQuorum):
        decided(play, item)


def test_absent_members_cannot_vote_and_nobody_votes_twice() -> None:
    play, item, rows = before(4, 3)
    absent = BodyMember.objects.filter(body__key=ZONE).exclude(pk__in=[r.pk for r in rows]).get()
    voted(play, item, {rows[0]: "no"}, ZC_DAY)
    for member, why in ((absent, "not present"), (rows[0], "does not change")):
        with pytest.raises(MayNotVote, match=why):
            cast_ballot(actor=play.secretary, item=item, member=member, vote="yes", at=noon(ZC_DAY))
    assert item.ballots.get().vote == "no"


def test_a_member_votes_from_their_own_seat_and_for_nobody_else() -> None:
    _play, item, rows = before(3, 3)
    own = Actor(Office(OfficeKind.MEMBER), rows[0].person_id, None, Channel.WEB)
    with pytest.raises(Refused):
        cast_ballot(actor=own, item=item, member=rows[1], vote="yes", at=noon(ZC_DAY))
    cast_ballot(actor=own, item=item, member=rows[0], vote="yes", at=noon(ZC_DAY))
    assert item.ballots.get().member == rows[0]


def test_every_member_present_needs_a_recorded_vote() -> None:
    play, item, rows = before(3, 3)
    voted(play, item, {rows[0]: "yes", rows[1]: "yes"}, ZC_DAY)
    with pytest.raises(Invalid, match="missing"):
        decided(play, item)
    assert play.fresh().state == "tabled"


def test_the_second_secretary_finds_the_item_decided_and_changes_nothing() -> None:
    play, item, rows = before(3, 3)
    voted(play, item, dict.fromkeys(rows, "yes"), ZC_DAY)
    first, second = play.secretary, an_actor(OfficeKind.SECRETARY, "secretariat")
    stale = Item.objects.get(pk=item.pk)
    decide_item(actor=first, item=item, at=noon(ZC_DAY))
    with pytest.raises(Invalid, match="decided already"):
        decide_item(actor=second, item=stale, at=noon(ZC_DAY))
    with pytest.raises(Invalid, match="decided already"):
        defer_item(actor=second, item=stale, reason="보류", in_favour=3, at=noon(ZC_DAY))
    assert play.fresh().state == "approved"


def test_a_vote_after_the_sitting_has_closed_is_refused() -> None:
    play, item, rows = before(3, 3)
    close_sitting(actor=play.secretary, sitting=item.sitting, at=noon(ZC_DAY))
    with pytest.raises(Invalid, match="closed"):
        cast_ballot(actor=play.secretary, item=item, member=rows[0], vote="yes", at=noon(ZC_DAY))
    assert not item.ballots.exists()


def test_the_roster_is_frozen_when_the_sitting_opens() -> None:
    play, item, rows = before(4, 3)
    members(play, ZONE, 4)
    with pytest.raises(Invalid, match="open already"):
        open_sitting(actor=play.secretary, sitting=item.sitting, present=rows, at=noon(ZC_DAY))
    voted(play, item, dict.fromkeys(rows, "yes"), ZC_DAY)
    assert decided(play, item).result["enrolled"] == 4


def test_a_sitting_does_not_open_before_its_day_or_with_a_stranger() -> None:
    play, item = before_the_zone_committee(all_replied(a_consulted()))
    rows = members(play, ZONE, 3)
    with pytest.raises(Invalid, match="not before"):
        opened(play, item.sitting, rows, ZC_DAY - timedelta(days=1))
    strangers = list(BodyMember.objects.filter(body__key="deliberation_committee"))
    with pytest.raises(Invalid, match="enrolled"):
        opened(play, item.sitting, strangers, ZC_DAY)


def test_a_deferred_candidate_is_tabled_again_and_carried() -> None:
    play, item, rows = before(3, 3)
    with pytest.raises(Invalid, match="No motion"):
        defer_item(actor=play.secretary, item=item, reason="안전 대책 보완", in_favour=1, at=noon(ZC_DAY))
    defer_item(actor=play.secretary, item=item, reason="안전 대책 보완", in_favour=2, at=noon(ZC_DAY))
    assert play.fresh().state == "deferred"
    later = date(2025, 6, 10)
    again = tabled(play, a_sitting(play, ZONE, later), date(2025, 6, 2))
    opened(play, again.sitting, rows, later)
    voted(play, again, dict.fromkeys(rows, "yes"), later)
    decide_item(actor=play.secretary, item=again, at=noon(later))
    assert play.fresh().state == "approved"
    assert play.fresh().agenda.count() == 3


def test_a_candidate_that_failed_in_deliberation_goes_back_to_it() -> None:
    play = all_replied(a_consulted())
    item = tabled(play, a_sitting(play, "deliberation_committee", DC_DAY), DC_DAY - timedelta(days=7))
    rows = members(play, "deliberation_committee", 3)
    opened(play, item.sitting, rows, DC_DAY)
    voted(play, item, dict.fromkeys(rows, "no"), DC_DAY)
    decide_item(actor=play.secretary, item=item, at=noon(DC_DAY))
    assert play.fresh().state == "deferred"
    again = tabled(play, a_sitting(play, "deliberation_committee", ZC_DAY), DC_DAY + timedelta(days=1))
    assert (again.outcome, play.fresh().state) == ("", "deliberating")


def test_a_reported_outcome_is_taken_from_the_record_only() -> None:
    play, item, _rows = before(3, 3)
    with pytest.raises(Invalid, match="by its votes"):
        decide_item(actor=play.secretary, item=item, reported=ReportedOutcome("carried"), at=noon(ZC_DAY))
    decide_item(
        actor=recorded(play.secretary), item=item, reported=ReportedOutcome("carried"),
        at=PartialDate.parse("2025-04"),
    )  # fmt: skip
    kept = Item.objects.get(pk=item.pk)
    assert (kept.outcome, kept.result["yes"], play.fresh().state) == ("carried", None, "approved")
    assert Finding.objects.get(move="approve", rule_id="ZC-05").status == "unknown"


def test_a_show_of_hands_is_recorded_whole_or_not_at_all() -> None:
    play, item, rows = before(4, 3)
    absent = BodyMember.objects.filter(body__key=ZONE).exclude(pk__in=[r.pk for r in rows]).get()
    at = noon(ZC_DAY)
    with pytest.raises(MayNotVote):
        record_votes(
            actor=play.secretary, item=item, votes={str(rows[0].pk): "yes", str(absent.pk): "yes"}, at=at
        )
    assert not item.ballots.exists()
    record_votes(actor=play.secretary, item=item, votes={str(r.pk): "yes" for r in rows}, at=at)
    assert item.ballots.count() == 3
