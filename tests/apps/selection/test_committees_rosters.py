"""The roster and the challenge before the law: size by the day, terms, and the vote without the challenged member."""

from datetime import date, timedelta

import pytest

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.committees import (
    Challenge,
    NewMember,
    enrol_member,
    recuse_member,
)
from madang.apps.selection.models import Body, BodyMember, Item
from madang.apps.selection.rules.rosters import Term, term_answers
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.kernel.statutes.answers import Status
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.selection.zone_builders import (
    ZC_DAY,
    Play,
    a_consulted,
    all_replied,
    before_the_zone_committee,
    members,
    noon,
    opened,
    recorded,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db
ZONE, DELIBERATION = "zone_committee", "deliberation_committee"
LAST_OLD, FIRST_NEW = date(2021, 7, 20), date(2021, 7, 21)


def a_secretary() -> Actor:
    """The secretary of the committees."""
    return an_actor(OfficeKind.SECRETARY, "secretariat")


def a_full_body(key: str, size: int) -> Body:
    """A body with so many members, enrolled long before and without an end."""
    body = Body.objects.create(key=key, name_ko=key, name_en=key)
    BodyMember.objects.bulk_create(
        BodyMember(body=body, name_ko=f"위원 {n}", name_en=f"Member {n}", starts_on=date(2020, 1, 1))
        for n in range(size)
    )
    return body


def enrolled(key: str, starts_on: date, ends_before: date | None = None, **more: object) -> BodyMember:
    """One more member, enrolled live."""
    member = NewMember("새 위원", starts_on, ends_before=ends_before, **more)  # type: ignore[arg-type]
    return enrol_member(actor=a_secretary(), body=key, member=member, at=noon(starts_on))


def answers_kept() -> list[tuple[str, str]]:
    """Rule and status of what the last enrolment was told."""
    facts = Event.objects.filter(name="selection.member_enrolled").latest("id").facts
    return [(answer["rule_id"], answer["status"]) for answer in facts["answers"]]


@pytest.mark.parametrize(
    ("key", "on", "limit"),
    [
        (ZONE, LAST_OLD, 30), (ZONE, FIRST_NEW, 40), (DELIBERATION, LAST_OLD, 40), (DELIBERATION, FIRST_NEW, 45),
    ],
)  # fmt: skip
def test_a_body_takes_members_up_to_the_number_of_the_day(key: str, on: date, limit: int) -> None:
    a_full_body(key, limit - 1)
    enrolled(key, on, ends_before=FIRST_NEW if on == LAST_OLD else None)
    rule = "ZC-01" if key == ZONE else "DC-02"
    assert (rule, "satisfied") in answers_kept()
    with pytest.raises(Invalid, match=f"{limit + 1}, above the limit of {limit}"):
        enrolled(key, on)
    assert BodyMember.objects.count() == limit


def test_a_member_enrolled_for_later_days_counts_when_those_days_come() -> None:
    body = a_full_body(ZONE, 29)
    BodyMember.objects.create(body=body, name_ko="뒤", name_en="Later", starts_on=date(2021, 3, 1))
    with pytest.raises(Invalid, match="31, above the limit of 30"):
        enrolled(ZONE, date(2021, 2, 1))
    assert enrolled(ZONE, date(2021, 2, 1), ends_before=date(2021, 3, 1)).pk


def test_a_record_of_a_larger_body_is_kept_with_its_breach() -> None:
    a_full_body(ZONE, 30)
    member = NewMember("기록 위원", LAST_OLD)
    enrol_member(actor=recorded(a_secretary()), body=ZONE, member=member, at=noon(LAST_OLD))
    assert ("ZC-01", "breached") in answers_kept()


@pytest.mark.parametrize(("key", "rule"), [(ZONE, "ZC-02"), (DELIBERATION, "DC-04")])
def test_an_appointed_term_of_two_years_is_taken_and_a_day_more_refused(key: str, rule: str) -> None:
    starts, ends = date(2024, 1, 2), date(2026, 1, 2)
    with pytest.raises(Invalid, match="out of term, which ends on Thu 1 January 2026") as refused:
        enrolled(key, starts, ends + timedelta(days=1), is_appointed=True)
    assert refused.value.field == "ends_before"
    assert enrolled(key, starts, ends, is_appointed=True).ends_before == ends
    assert (rule, "satisfied") in answers_kept()


def test_a_term_that_is_not_known_is_taken_and_kept_as_unknown() -> None:
    enrolled(ZONE, date(2024, 1, 2), date(2030, 1, 2))
    assert answers_kept() == [("ZC-01", "satisfied"), ("ZC-02", "unknown")]
    enrolled(ZONE, date(2024, 1, 2), is_appointed=True)
    assert answers_kept()[1] == ("ZC-02", "unknown")
    enrolled(ZONE, date(2024, 1, 2), date(2030, 1, 2), is_appointed=False)
    assert answers_kept() == [("ZC-01", "satisfied")]


def test_a_member_is_appointed_again_once_and_not_twice() -> None:
    person = Person.objects.get(pk=an_actor(OfficeKind.MEMBER, "members").person_id)
    terms = [(date(year, 1, 2), date(year + 2, 1, 2)) for year in (2020, 2022, 2024)]
    for starts, ends in terms[:2]:
        enrolled(ZONE, starts, ends, is_appointed=True, person=person)
    with pytest.raises(Invalid, match="re-appointment is open 1 time"):
        enrolled(ZONE, *terms[2], is_appointed=True, person=person)
    assert BodyMember.objects.filter(person=person).count() == 2


def test_a_term_after_a_gap_is_a_first_term_again() -> None:
    held = [Term(date(2018, 1, 1), date(2020, 1, 1)), Term(date(2020, 1, 1), date(2022, 1, 1))]
    after = term_answers(ZONE, Term(date(2022, 6, 1), date(2024, 6, 1)), held, is_appointed=True)
    next_day = term_answers(ZONE, Term(date(2022, 1, 1), date(2024, 1, 1)), held, is_appointed=True)
    assert [a.status for a in after] == [Status.SATISFIED]
    assert Status.BREACHED in [a.status for a in next_day]


def test_before_there_was_an_act_nobody_asks_for_the_size() -> None:
    enrolled(ZONE, date(2019, 1, 2))
    assert answers_kept() == []


def before(enrolled_count: int) -> tuple[Play, Item, list[BodyMember]]:
    """A designation before an open Zone Committee with everybody present."""
    play, item = before_the_zone_committee(all_replied(a_consulted()))
    rows = members(play, ZONE, enrolled_count)
    opened(play, item.sitting, rows, ZC_DAY)
    return play, Item.objects.get(pk=item.pk), rows


def challenged(play: Play, item: Item, member: BodyMember, vote: Challenge | None) -> Item:
    """A challenge of a member with the counts of the vote on it."""
    return recuse_member(
        actor=play.secretary, item=item, member=member, ground="challenged", challenge=vote, at=noon(ZC_DAY)
    )


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        (None, "Give how many were present"),
        (Challenge(3, 4), "cannot exceed"),
        (Challenge(6, 4), "cannot exceed"),
        (Challenge(4, 2), "not carried: 2 in favour, 3 needed"),
        (Challenge(2, 2), "no quorum"),
        (Challenge(5, 5), "the challenged member voted"),
    ],
)
def test_a_challenge_without_a_lawful_vote_excludes_nobody(vote: Challenge | None, why: str) -> None:
    play, item, rows = before(5)
    with pytest.raises(Invalid, match=why):
        challenged(play, item, rows[0], vote)
    assert not item.recusals.exists()


def test_a_challenge_that_was_carried_is_kept_with_its_vote_and_article() -> None:
    play, item, rows = before(5)
    challenged(play, item, rows[0], Challenge(4, 3))
    event = Event.objects.filter(name="selection.member_recused").latest("id")
    assert (event.provision, event.facts["present"], event.facts["yes"]) == ("COI-02", 4, 3)
    assert (event.facts["answer"]["rule_id"], event.facts["answer"]["status"]) == ("COI-02", "satisfied")
    assert event.facts["vote"]["value"] is True
    recuse_member(actor=play.secretary, item=item, member=rows[1], ground="withdrew", at=noon(ZC_DAY))
    assert Event.objects.filter(name="selection.member_recused").latest("id").provision == "COI-01"


def test_the_form_of_the_secretary_takes_the_two_numbers_of_a_challenge() -> None:
    play, item, rows = before(5)
    at(noon(ZC_DAY))
    browser, page = signed_in(play.secretary), item.sitting.path
    assert "Members present at the vote on the challenge" in text_of(browser.get(f"/en{page}"))
    step, who = f"{page}items/{item.pk}/recuse/", str(rows[0].pk)
    refused = send(browser, step, member=who, ground="challenged", challenge_present="4")
    assert "출석위원 수와 찬성 수를 적으십시오" in text_of(refused)
    lost = send(browser, step, member=who, ground="challenged", challenge_present="4", challenge_yes="2")
    assert "부결" in text_of(lost)
    assert not item.recusals.exists()
    send(browser, step, member=who, ground="challenged", challenge_present="4", challenge_yes="3")
    assert item.recusals.get().ground == "challenged"
