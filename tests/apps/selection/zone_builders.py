"""Builders of designations and sittings for tests; they act through the real acts.

The plan is noticed on Friday 10 January 2025: thirty days end on Sunday 9 February, so on Monday the tenth.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from madang.apps.accounts.models import Organisation, Person
from madang.apps.selection.acts.applications import Application, apply_for_designation
from madang.apps.selection.acts.ballots import cast_ballot
from madang.apps.selection.acts.committees import (
    Convening,
    NewMember,
    convene_sitting,
    enrol_member,
    open_sitting,
)
from madang.apps.selection.acts.consultation import open_consultation, reply_to_consultation
from madang.apps.selection.acts.designation import (
    Candidate,
    ZonePlan,
    consult_beforehand,
    leave_out,
    open_designation,
    save_zone_plan,
)
from madang.apps.selection.acts.gazette import GazetteNotice, gazette_designation
from madang.apps.selection.acts.notices import Notice, give_notice
from madang.apps.selection.acts.votes import decide_item, table_deliberation
from madang.apps.selection.models import BodyMember, Consultation, Designation, Item, Sitting
from madang.apps.selection.rules.completeness import known_items
from madang.apps.zones.steps import NewZone
from madang.core.authority import Actor, Channel, OfficeKind
from madang.core.moments import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.checklists import checklist
from tests.people import an_actor

NOTICE = date(2025, 1, 10)
NOTICE_ENDS = date(2025, 2, 10)
APPLY = date(2025, 2, 11)
CONSULT = date(2025, 2, 13)
OVERDUE = date(2025, 3, 20)
DC_DAY = date(2025, 4, 1)
ZC_DAY = date(2025, 4, 15)
GAZETTE = date(2025, 4, 21)
NAME = "대구 AI 로봇 규제자유특구"
ANSWERS = {"land_use_plan_needed": False, "ministry_notice_items_set": False}
PAPER_ANSWERS = {
    "strategic_assessment_needed": False,
    "other_papers_asked": False,
    "change_touches_map": False,
}


def noon(day: date) -> datetime:
    """Noon in Korea."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def recorded(actor: Actor) -> Actor:
    """The same office speaking from the published record."""
    return replace(actor, channel=Channel.HISTORY)


@dataclass
class Play:
    """The offices of one designation and the designation itself."""

    applicant: Actor
    ministry: Actor
    secretary: Actor
    designation: Designation
    ministries: dict[str, Actor] = field(default_factory=dict)

    def fresh(self) -> Designation:
        """The designation as it is stored now."""
        return Designation.objects.get(pk=self.designation.pk)

    def consultation(self, slug: str) -> Consultation:
        """One ministry's consultation."""
        return Consultation.objects.get(designation=self.designation, organisation__slug=slug)


def a_candidate(
    region: str = "daegu", *, is_addition: bool = False, is_record: bool = False, **more: Any
) -> Play:
    """A candidate whose designation has begun: from the published record, or come back after one of the record."""
    applicant = an_actor(OfficeKind.PROVINCE, region, region)
    ministry, secretary = an_actor(OfficeKind.MINISTRY, "mss"), an_actor(OfficeKind.SECRETARY, "secretariat")
    given: dict[str, Any] = {
        "organisation": organisation_of(applicant), "kind": "giz", "name_ko": "AI 로봇", "name_en": "AI robots",
        "is_addition": is_addition, **more,
    }  # fmt: skip
    at = noon(date(2024, 6, 20))
    first = open_designation(actor=recorded(ministry), candidate=Candidate(**given), at=at)
    if not is_record:
        leave_out(actor=recorded(ministry), designation=first, reason="", at=at)
        earlier = Designation.objects.get(pk=first.pk)
        candidate = Candidate(**{**given, "earlier": earlier})
        first = open_designation(actor=applicant, candidate=candidate, at=at)
    return Play(applicant, ministry, secretary, Designation.objects.get(pk=first.pk))


def organisation_of(actor: Actor) -> Organisation:
    """The actor's organisation."""
    return Organisation.objects.get(pk=actor.office.organisation_id)


def consulted(play: Play, on: date = date(2025, 1, 6)) -> Play:
    """Both prior consultations are on record."""
    for partner in ("ministry", "provincial_committee"):
        consult_beforehand(
            actor=play.applicant, designation=play.designation, partner=partner, on=on, note="", at=noon(on)
        )
    return play


def a_planned(region: str = "daegu", *, on: date = date(2025, 1, 8), **more: Any) -> Play:
    """A candidate with a complete plan."""
    play = consulted(a_candidate(region, **more), on - timedelta(days=2))
    items = {key: f"{key} 항목의 내용" for key in known_items()}
    plan = ZonePlan(NAME, items, ANSWERS)
    save_zone_plan(actor=play.applicant, designation=play.designation, plan=plan, at=noon(on))
    return play


def a_notice(starts_on: date = NOTICE, ends_on: date = NOTICE_ENDS, other_law: str = "") -> Notice:
    """A notice in the province's gazette."""
    return Notice(starts_on, ends_on, "시보", "시청 경제정책과", other_law)


def a_noticed(region: str = "daegu") -> Play:
    """A plan on public notice from NOTICE to NOTICE_ENDS."""
    play = a_planned(region)
    give_notice(actor=play.applicant, designation=play.designation, notice=a_notice(), at=noon(NOTICE))
    return play


def an_application(rule: str = "PLN-10", on: date = APPLY) -> Application:
    """Every paper of the list."""
    papers = {item.key: f"문서 {n}" for n, item in enumerate(checklist(rule, on=on), 1)}
    return Application(papers, PAPER_ANSWERS)


def an_applied(region: str = "daegu") -> Play:
    """An application filed on APPLY."""
    play = a_noticed(region)
    apply_for_designation(
        actor=play.applicant, designation=play.designation, application=an_application(), at=noon(APPLY)
    )
    return play


def a_consulted(
    region: str = "daegu", *, on: date = CONSULT, slugs: tuple[str, ...] = ("msit", "pclb")
) -> Play:
    """An application on which ministries were asked on CONSULT."""
    play = an_applied(region)
    play.ministries = {slug: an_actor(OfficeKind.OTHER_MINISTRY, slug) for slug in slugs}
    open_consultation(
        actor=play.ministry, designation=play.designation, notified_on=on, at=noon(on),
        ministries=[organisation_of(actor) for actor in play.ministries.values()],
    )  # fmt: skip
    return play


def all_replied(play: Play, on: date = date(2025, 3, 3)) -> Play:
    """Every ministry agrees."""
    for slug, actor in play.ministries.items():
        reply_to_consultation(
            actor=actor, consultation=play.consultation(slug), position="agree", opinion="", at=noon(on)
        )
    return play


def a_sitting(play: Play, body: str, on: date, **more: Any) -> Sitting:
    """A sitting convened eight days before."""
    given: dict[str, Any] = {
        "body": body, "title_ko": f"{body} 회의", "title_en": f"Sitting of the {body}",
        "held_on": PartialDate.of(on), "notice_on": on - timedelta(days=8), **more,
    }  # fmt: skip
    at = noon(given["notice_on"])
    return convene_sitting(actor=play.secretary, convening=Convening(**given), at=at)


def members(play: Play, body: str, count: int, **more: Any) -> list[BodyMember]:
    """Members enrolled in a body, each with a person of their own."""
    rows = []
    for n in range(count):
        actor = an_actor(OfficeKind.MEMBER, f"{body.replace('_', '-')}-members")
        new = NewMember(f"위원 {n}", date(2024, 1, 1), person=Person.objects.get(pk=actor.person_id), **more)
        rows.append(enrol_member(actor=play.secretary, body=body, member=new, at=noon(date(2024, 1, 1))))
    return rows


def standing(play: Play, body: str) -> list[BodyMember]:
    """The three members of a body, enrolled when it has none yet."""
    return list(BodyMember.objects.filter(body__key=body)) or members(play, body, 3)


def tabled(play: Play, sitting: Sitting, on: date) -> Item:
    """The designation on the agenda of a sitting."""
    table_deliberation(actor=play.ministry, designation=play.designation, sitting=sitting, at=noon(on))
    return Item.objects.get(sitting=sitting, designation=play.designation)


def opened(play: Play, sitting: Sitting, present: list[BodyMember], on: date) -> Sitting:
    """The sitting with these members present."""
    return open_sitting(actor=play.secretary, sitting=sitting, present=present, at=noon(on))


def voted(play: Play, item: Item, votes: dict[BodyMember, str], on: date) -> None:
    """Votes recorded by the secretary."""
    for member, vote in votes.items():
        cast_ballot(actor=play.secretary, item=item, member=member, vote=vote, at=noon(on))


def before_the_zone_committee(play: Play) -> tuple[Play, Item]:
    """A designation that passed the Deliberation Committee and lies before the Zone Committee, which is not open yet."""
    dc = a_sitting(play, "deliberation_committee", DC_DAY)
    item = tabled(play, dc, DC_DAY - timedelta(days=7))
    present = standing(play, "deliberation_committee")
    opened(play, dc, present, DC_DAY)
    voted(play, item, dict.fromkeys(present, "yes"), DC_DAY)
    decide_item(actor=play.secretary, item=item, at=noon(DC_DAY))
    zc = a_sitting(play, "zone_committee", ZC_DAY)
    return play, tabled(play, zc, ZC_DAY - timedelta(days=7))


def an_approved(region: str = "daegu") -> Play:
    """A designation that the Zone Committee has approved."""
    play, item = before_the_zone_committee(all_replied(a_consulted(region)))
    present = standing(play, "zone_committee")
    opened(play, item.sitting, present, ZC_DAY)
    voted(play, item, dict.fromkeys(present, "yes"), ZC_DAY)
    decide_item(actor=play.secretary, item=item, at=noon(ZC_DAY))
    return play


def a_gazette(leave_out: str = "", **more: Any) -> GazetteNotice:
    """A gazette notice with its items, but for the one left out."""
    items = {i.key: f"{i.key}의 내용" for i in checklist("DES-05", on=GAZETTE) if i.key != leave_out}
    given: dict[str, Any] = {
        "number": "중소벤처기업부고시 제2025-40호", "published_on": PartialDate.of(GAZETTE), "items": items,
        "opinions_considered": True, "applicant_informed": True, "firms_informed": True, "other_items_needed": True,
        "map_needed": True, "map_gazetted_on": GAZETTE, **more,
    }  # fmt: skip
    return GazetteNotice(**given)


def a_designated(region: str = "daegu") -> Play:
    """A designation in the gazette, and its zone."""
    play = an_approved(region)
    zone = NewZone(f"giz-2-{region}", "AI 로봇", "AI robots", round="G2")
    gazette_designation(
        actor=play.ministry, designation=play.designation, gazette=a_gazette(), zone=zone, at=noon(GAZETTE)
    )
    return play
