"""A country in the middle of its work, built through the real acts: what every office meets at every address.

On 24 April 2025 one call takes plans, one is under review, one is decided with its results open and one with its
results still closed; one designation is on public notice, one is with two ministries, one lies before an open sitting
of the Deliberation Committee, and one has become a zone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from madang.apps.accounts.acts import NewToken, delegate, issue_token
from madang.apps.accounts.models import Person, Seat
from madang.apps.exemptions.acts.asking import begin_confirmation
from madang.apps.exemptions.acts.follow_ups import close_follow_up
from madang.apps.exemptions.acts.revision_plans import ask_plan
from madang.apps.exemptions.views.follow_up_steps import STEPS as FOLLOW_UP_STEPS
from madang.apps.exemptions.views.revision_steps import BY_KEY as REVISION_STEPS
from madang.apps.exemptions.views.steps import BY_KEY as OF_REQUEST
from madang.apps.exemptions.views.steps import REPLY_BY_KEY as OF_REPLY
from madang.apps.law.acts import add_holiday
from madang.apps.law.entries import NewHoliday
from madang.apps.selection.acts.evaluation import begin_paper_review, decide_shortlist
from madang.apps.selection.acts.notices import HearingNotice, announce_hearing, give_notice, submit_opinion
from madang.apps.selection.acts.papers import attach_paper
from madang.apps.selection.acts.sheets import save_sheet
from madang.apps.selection.models import Call, EvaluationAssignment, Plan
from madang.apps.selection.views.committees import ITEM_STEPS
from madang.apps.selection.views.consultation import BY_KEY as CONSULTATION_STEPS
from madang.apps.selection.views.designation_steps import BY_KEY as DESIGNATION_STEPS
from madang.apps.zones.acts import NewOtherZone, list_other_zone
from madang.core import clock
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.apps.exemptions import builders as confirmations
from tests.apps.exemptions import follow_up_builders as sessions
from tests.apps.exemptions import revision_builders as revisions
from tests.apps.selection import builders, zone_builders
from tests.apps.selection import evaluation_builders as reviews
from tests.apps.zones.builders import a_zone
from tests.house import (
    scene_demonstrations,
    scene_firms,
    scene_measures,
    scene_menu,
    scene_safety,
    scene_tools,
)
from tests.people import a_person_in, an_actor

NOW = datetime(2025, 4, 24, 10, tzinfo=SEOUL)
TODAY = NOW.date()
OPENS = datetime(2025, 4, 1, 9, tzinfo=SEOUL)
CLOSES = datetime(2025, 5, 30, 18, tzinfo=SEOUL)
CLOSED_UNTIL = datetime(2025, 6, 30, 12, tzinfo=SEOUL)
DAY = timedelta(days=1)
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
NOBODY = "00000000-0000-7000-8000-000000000000"


@dataclass(frozen=True)
class Subject:
    """What an address speaks of: a few words, the value in the address, and what stands further on in it by name."""

    label: str
    value: Any
    more: Mapping[str, Any] = field(default_factory=dict)


Subjects = dict[str, tuple[Subject, ...]]
#: rules that facts decide and that nothing does, a number that no rule has, and the clock of a designation
LAW: Subjects = {
    "law/rules/": (
        Subject("on the hearing", "PLN-08"),
        Subject("a principle", "APP-10"),
        Subject("of no such number", "XXX-99"),
    ),
    "law/deadlines/": (Subject("of the decision", "DES-03"), Subject("of no such number", "XXX-99")),
    "api/v1/law/rules/": (Subject("on the hearing", "PLN-08"), Subject("of no such number", "XXX-99")),
}


#: parts of the scene in files of their own
PARTS = (
    scene_measures.measures, scene_demonstrations.demonstrations, scene_tools.subjects, scene_menu.menu_subjects,
    scene_firms.firm_subjects, scene_safety.safety,
)  # fmt: skip


@dataclass
class Scene:
    """The offices by column, and the subjects by the fixed beginning of their addresses."""

    people: dict[str, Actor]
    subjects: Subjects


class undone:  # noqa: N801 -- a context manager reads like a verb
    """A transaction in which acts may begin theirs, as in a test, and of which nothing stays."""

    def __enter__(self) -> None:
        self.block = transaction.atomic()
        self.block._from_testcase = True
        self.block.__enter__()

    def __exit__(self, *error: Any) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(*error)


def build() -> Scene:
    """Set the clock of the demonstration to NOW and build everything; call it inside a transaction."""
    clock.set_demo(NOW - clock.real_now())
    people = _people()
    found = {
        **_calls(people),
        **_designations(people),
        **_zones(people["ministry"]),
        **_confirmations(people),
        **_parts(people),
        **_follow_ups(people["ministry"]),
        **_revisions(people["ministry"]),
        **_accounts(people),
        **_calendar(people["ministry"]),
        **LAW,
    }
    return Scene(people, found)


def person_of(actor: Actor) -> Person:
    """The person behind an actor."""
    return Person.objects.get(pk=actor.person_id)


def _people() -> dict[str, Actor]:
    ministry = builders.ministry()
    reviews.a_conflict_rule(ministry)
    return {
        "ministry": ministry,
        "province daegu": builders.province("daegu"),
        "province gyeongnam": builders.province("gyeongnam"),
        "basic pohang": builders.basic("pohang", "gyeongbuk"),
        "ministry asked": an_actor(OfficeKind.OTHER_MINISTRY, "msit"),
        "ministry not asked": an_actor(OfficeKind.OTHER_MINISTRY, "me"),
        "secretary": an_actor(OfficeKind.SECRETARY, "secretariat"),
        "evaluator assigned": reviews.an_evaluator(ministry).actor,
        "evaluator of daegu": reviews.an_evaluator(ministry, region="daegu").actor,
        "firm": an_actor(OfficeKind.FIRM, "a-firm"),
        "agency": an_actor(OfficeKind.AGENCY, "an-agency"),
    }


def _calls(people: dict[str, Actor]) -> Subjects:
    ministry, daegu, gyeongnam = (people[k] for k in ("ministry", "province daegu", "province gyeongnam"))
    draft = builders.a_draft_call("giz-draft", by=ministry)
    window = {"opens_at": OPENS, "closes_at": CLOSES, "embargo_at": CLOSED_UNTIL}
    taking = builders.a_call("giz-open", by=ministry, **window)
    written = builders.a_plan(taking, gyeongnam, at=NOW - DAY)
    sent = builders.a_plan(taking, daegu, at=NOW - DAY)
    upload = SimpleUploadedFile("계획서.pdf", PDF)
    file = attach_paper(actor=daegu, plan=sent, paper="plan", upload=upload, at=NOW - DAY)
    builders.invite(sent, daegu, people["basic pohang"], at=NOW - DAY)
    builders.agree_to_partner(actor=people["basic pohang"], plan=sent, at=NOW - DAY)
    builders.submit_plan(actor=daegu, plan=sent, at=NOW - DAY)
    reviewed, plan = _under_review("giz-review", people)
    given = EvaluationAssignment.objects.get(plan=plan)
    decided, outcome = _decided("giz-closed", people)
    paper = {"stage": "paper", "number": 1, "file": file.pk}
    return {
        "calls/": (
            Subject("draft", draft.slug, {**paper, "pk": NOBODY}),
            Subject("taking plans", taking.slug, {**paper, "pk": NOBODY}),
            Subject("under review", reviewed.slug, {**paper, "pk": given.pk}),
            Subject("results not open yet", decided.slug, {**paper, "pk": NOBODY}),
        ),
        "plans/": (
            Subject("draft of gyeongnam", written.pk, paper),
            Subject("submitted by daegu with pohang", sent.pk, paper),
            Subject("of daegu under review", plan.pk, paper),
            Subject("of daegu, results not open yet", outcome.pk, paper),
        ),
        "evaluations/": (
            Subject("plan of daegu", plan.pk, paper),
            Subject("draft of gyeongnam", written.pk, paper),
        ),
    }


def _under_review(slug: str, people: dict[str, Actor]) -> tuple[Call, Plan]:
    """A call with the plan of Daegu, given to the evaluator who has begun a sheet."""
    call = builders.a_call(slug, by=people["ministry"])
    plan = builders.a_submitted_plan(call, people["province daegu"])
    begin_paper_review(actor=people["ministry"], call=call, at=reviews.REVIEW)
    scorer = _scorer(people)
    reviews.give(people["ministry"], plan, scorer)
    save_sheet(
        actor=scorer.actor,
        plan=plan,
        stage=reviews.PAPER,
        scores={"need": "30"},
        opinion="",
        at=reviews.SCORING,
    )
    call.refresh_from_db()
    return call, Plan.objects.get(pk=plan.pk)


def _decided(slug: str, people: dict[str, Actor]) -> tuple[Call, Plan]:
    """A call of a paper stage alone that chose the plan of Daegu; nobody else may know it before CLOSED_UNTIL."""
    ministry = people["ministry"]
    call = builders.a_call(slug, by=ministry, rule=reviews.PAPER_ONLY, places=1)
    plan = builders.a_submitted_plan(call, people["province daegu"])
    begin_paper_review(actor=ministry, call=call, at=reviews.REVIEW)
    reviews.a_computed_paper_result(ministry, call, {plan: reviews.FIT}, [_scorer(people)])
    call.refresh_from_db()
    chosen = reviews.decisions_by_result(call, reviews.PAPER)
    decide_shortlist(actor=ministry, call=call, decisions=chosen, embargo_at=CLOSED_UNTIL, at=NOW - DAY)
    return call, plan


def _scorer(people: dict[str, Actor]) -> reviews.Scorer:
    from madang.apps.selection.models import Evaluator

    actor = people["evaluator assigned"]
    return reviews.Scorer(actor, Evaluator.objects.get(person_id=actor.person_id))


def _designations(people: dict[str, Actor]) -> Subjects:
    noticed = zone_builders.a_planned("gyeongnam", on=date(2025, 4, 8))
    notice = zone_builders.a_notice(date(2025, 4, 10), date(2025, 5, 12))
    at = zone_builders.noon(date(2025, 4, 10))
    give_notice(actor=noticed.applicant, designation=noticed.designation, notice=notice, at=at)
    hearing = HearingNotice(date(2025, 4, 10), date(2025, 4, 28), "의견 수렴", "도청 강당", "계획의 개요")
    announce_hearing(actor=noticed.applicant, designation=noticed.designation, hearing=hearing, at=at)
    opinion = submit_opinion(
        actor=people["firm"], designation=noticed.designation, author="가나전자", text="찬성합니다.", at=NOW
    )
    asked = zone_builders.a_consulted("daegu", on=date(2025, 4, 10))
    tabled = zone_builders.all_replied(zone_builders.a_consulted("chungbuk"), on=date(2025, 3, 3))
    sitting = zone_builders.a_sitting(tabled, "deliberation_committee", TODAY)
    present = zone_builders.standing(tabled, "deliberation_committee")
    item = zone_builders.tabled(tabled, sitting, TODAY - 7 * DAY)
    zone_builders.opened(tabled, sitting, present, TODAY)
    people["member"] = _as_member(present[0].person_id)
    own = asked.consultation("msit")
    more = {"opinion_pk": opinion.pk, "pk": item.pk, "key": "notice"}
    return {
        "designations/": (
            Subject("of gyeongnam, on notice", noticed.designation.pk, more),
            Subject(
                "of daegu, in consultation", asked.designation.pk, {**more, "key": tuple(DESIGNATION_STEPS)}
            ),
            Subject("of chungbuk, before the committee", tabled.designation.pk, more),
        ),
        "consultations/": (
            Subject("of msit on the plan of daegu", own.pk, {"key": tuple(CONSULTATION_STEPS)}),
        ),
        "committees/": (Subject("open sitting", sitting.slug, {**more, "key": tuple(ITEM_STEPS)}),),
    }


def _as_member(person_id: Any) -> Actor:
    seat = Seat.objects.get(appointments__person_id=person_id)
    return Actor(seat.office, person_id)


def _zones(ministry: Actor) -> Subjects:
    play = zone_builders.a_designated("ulsan")
    other = NewOtherZone(
        "a-free-zone", "fez", "어느 경제자유구역", ("busan",), "산업통상자원부", "지정", sources=("관보",)
    )
    list_other_zone(actor=ministry, other=other, at=NOW)
    return {
        "zones/": (Subject("of ulsan", f"giz-2-{play.applicant.office.region_id}"),),
        "zones/others/": (Subject("of another ministry", other.slug),),
    }


def _confirmations(people: dict[str, Actor]) -> Subjects:
    """Requests about a zone of Daegu: a draft, one that has come in, one with two ministries, one before the committee."""
    zone = a_zone("rfz-scene-daegu", regions=("daegu",))
    draft = begin_confirmation(actor=people["firm"], question=confirmations.a_question(zone=zone), at=NOW)
    received = confirmations.an_asked(on=TODAY, zone=zone, region="daegu")
    asked = confirmations.with_ministries("msit", "molit", own=True, on=TODAY, zone=zone, region="daegu")
    before = confirmations.with_ministries("msit", "molit", on=TODAY - 2 * DAY, zone=zone, region="daegu")
    before.replies("msit", "needed", on=TODAY - DAY)
    before.replies("molit", "not_needed", on=TODAY - DAY)
    own = {"reply": asked.reply("msit").pk, "file": NOBODY}
    steps = {**own, "key": tuple({**OF_REQUEST, **OF_REPLY})}
    return {
        "confirmations/": (
            Subject("draft of the firm", draft.pk, {**own, "key": "send"}),
            Subject("come to daegu", received.confirmation.pk, {**own, "key": "send"}),
            Subject("with msit", asked.confirmation.pk, steps),
            Subject("before the committee", before.confirmation.pk, {**own, "key": "vote"}),
        )
    }


def _parts(people: dict[str, Actor]) -> Subjects:
    """What stands in files of its own: subjects of one address come together from all of them."""
    found: Subjects = {}
    for part in PARTS:
        for address, rows in part(people, NOW).items():
            more = (one if isinstance(one, Subject) else Subject(*one) for one in rows)
            found[address] = (*found.get(address, ()), *more)
    return found


def _revisions(ministry: Actor) -> Subjects:
    """A law of a ministry that is asked for its plan, with a tool that hangs on it, and one that nobody was asked about."""
    asked = revisions.a_law(revisions.a_tool(), owner="msit", on=TODAY, slug="asked-law")
    ask_plan(actor=ministry, revision=asked, at=NOW)
    watched = revisions.a_law(law="의료법", owner="me", on=TODAY, slug="watched-law")
    steps = {"key": tuple(REVISION_STEPS)}
    return {
        "revisions/": (
            Subject("asked of msit", asked.slug, steps),
            Subject("on the list", watched.slug, steps),
            Subject("of no such name", "no-such-law", {"key": "file"}),
        )
    }


def _follow_ups(ministry: Actor) -> Subjects:
    """A session that the Ministry has open, and one that is closed."""
    extended = (("exemption", "extended"),)
    still = sessions.a_session(2, ministry, TODAY - DAY, at=NOW)
    over = sessions.a_session(1, ministry, TODAY - 2 * DAY, at=NOW)
    sessions.noted(over, sessions.a_project("자율주행 배송", *extended), "extended", ministry, at=NOW)
    close_follow_up(actor=ministry, follow_up=over, at=NOW)
    steps = {"key": tuple(FOLLOW_UP_STEPS)}
    return {
        "follow-ups/": (
            Subject("open session", still.held_text, steps),
            Subject("closed session", over.held_text, steps),
        )
    }


def _calendar(ministry: Actor) -> Subjects:
    day = NewHoliday(
        date(2025, 12, 26), "cabinet", "임시공휴일", "Ad hoc holiday", TODAY, "국무회의 의결, 관보 제20200호"
    )
    row = add_holiday(actor=ministry, holiday=day, at=NOW)
    return {
        "law/holidays/": (Subject("recorded by the ministry", row.pk),),
        "law/holidays/years/": (Subject("a year of the table", 2025), Subject("a year beyond it", 2090)),
    }


def _accounts(people: dict[str, Actor]) -> Subjects:
    holder = people["secretary"]
    seat = Seat.objects.get(pk=holder.office.id)
    deputy = a_person_in(Seat.objects.get(pk=people["agency"].office.id), "대리인")
    lent = delegate(
        actor=holder, seat=seat, deputy=deputy, starts_on=TODAY, last_on=TODAY + DAY, reason="출장", at=NOW
    )
    new = NewToken("야간 집계", hashlib.sha256(b"a secret").hexdigest(), TODAY + DAY)
    token = issue_token(actor=holder, seat=seat, token=new, at=NOW)
    return {
        "seats/tokens/": (Subject("of the secretary", token.pk),),
        "seats/delegations/": (Subject("of the secretary", lent.pk),),
        "accounts/confirm-email/": (Subject("a key that nobody sent", "no-such-key"),),
        "accounts/password/reset/key/": (Subject("a key that nobody sent", "1", {"key": "no-such-key"}),),
        "accounts/oidc/": (Subject("a provider that is not set up", "nobody"),),
    }
