"""The record replayed through the acts, round by round, each act with the date that its source gives."""

from collections.abc import Callable, Iterator

from madang.apps.selection.acts.calls import CallDraft, FunnelReport, announce_call, draft_call, report_funnel
from madang.apps.selection.acts.evaluation import Decision, begin_paper_review, decide_shortlist
from madang.apps.selection.acts.plans import start_plan, submit_plan
from madang.apps.selection.models import Call, Plan
from madang.apps.zones.acts import NewOtherZone, list_other_zone
from madang.core.audit.events import citing
from madang.history import follow_ups
from madang.history.candidates import Candidacy, Path
from madang.history.doing import do
from madang.history.exemptions import Exemptions
from madang.history.offices import UNKNOWN, Offices, register_all
from madang.history.partners import list_partners
from madang.history.record import rows, sources
from madang.history.rounds import Candidate, Round, all_rounds
from madang.history.sittings import Sittings
from madang.history.standings import note_standings
from madang.history.targets import announce_targets
from madang.kernel.words import Words

Told = Callable[[Words], None]
TITLES = {
    "rfz": Words("{n}차 규제자유특구 후보 공모", "Candidate call, regulation-free zones, round {n}"),
    "giz": Words("{n}차 글로벌 혁신특구 후보 공모", "Candidate call, global innovation zones, round {n}"),
    "linked": Words(
        "광역연계형 규제자유특구 후보 공모(2026)", "Candidate call, linked regulation-free zones (2026)"
    ),
}


def replay(told: Told) -> None:
    """Replay the whole record into an empty database; ``told`` hears one sentence a round."""
    register_all()
    offices = Offices()
    sittings = Sittings(offices)
    candidacy = Candidacy(offices, sittings)
    for one in all_rounds():
        told(_round(one, offices, candidacy))
    sittings.convene_rest()
    exemptions = Exemptions(offices)
    exemptions.enter_all()
    follow_ups.enter_all(exemptions, sittings)
    note_standings(offices)
    _other_zones(offices)
    announce_targets(offices)
    list_partners(offices)


def _round(one: Round, offices: Offices, candidacy: Candidacy) -> Words:
    with citing(*one.sources):
        call = _call(one, offices)
    plans = [(candidate, _plan(candidate, call, offices)) for candidate in one.candidates]
    if plans:
        with citing(*one.sources):
            _shortlist(one, call, [plan for _, plan in plans], offices)
    paths = [candidacy.follow(Path(one, call, candidate, plan)) for candidate, plan in plans]
    return _sentence(one, paths)


def _call(one: Round, offices: Offices) -> Call:
    number = one.number.removeprefix("G")
    title = TITLES[one.kind].filled(n=number)
    if one.number == "2026":
        title = Words(
            "2026년 지정 규제자유특구·글로벌 혁신특구 후보 공모", "Candidate call for designation in 2026"
        )
    draft = CallDraft(
        slug=one.slug, round=one.number, kind=one.kind, title_ko=title.ko, title_en=title.en,
        summary_ko=one.row["note"], is_record=True, sources=one.sources, confidence=one.row["confidence"],
    )  # fmt: skip
    call = do(draft_call, actor=offices.ministry, call=draft, at=one.called_on)
    do(announce_call, actor=offices.ministry, call=call, at=one.called_on)
    counts = [
        FunnelReport(stage, count.number, count.text, one.sources, one.row["confidence"])
        for stage, count in one.counts()
    ]
    return do(report_funnel, actor=offices.ministry, call=call, counts=counts, at=UNKNOWN)


def _plan(candidate: Candidate, call: Call, offices: Offices) -> Plan:
    actor = offices.government(candidate.region)
    with citing(*candidate.sources):
        plan = do(start_plan, actor=actor, call=call, title_ko=candidate.title, at=UNKNOWN)
        plan.organisation = offices.organisation(candidate.region)
        return do(submit_plan, actor=actor, plan=plan, at=UNKNOWN)


def _shortlist(one: Round, call: Call, plans: list[Plan], offices: Offices) -> None:
    do(begin_paper_review, actor=offices.ministry, call=call, at=UNKNOWN)
    decisions = [Decision(plan, selected=True) for plan in plans]
    do(
        decide_shortlist,
        actor=offices.ministry,
        call=call,
        decisions=decisions,
        embargo_at=None,
        at=one.shortlisted_on,
    )


def _sentence(one: Round, outcomes: list[str]) -> Words:
    designated = outcomes.count("designated")
    others = ", ".join(
        f"{name} {outcomes.count(name)}" for name in dict.fromkeys(outcomes) if name != "designated"
    )
    day = str(one.decided_on) or "–"
    ko = f"{one.number:>5}차  {day:10}  지정 {designated}" + (f"  그 밖 {others}" if others else "")
    en = f"round {one.number:>5}  {day:10}  designated {designated}" + (
        f"  others: {others}" if others else ""
    )
    return Words(ko, en)


def _other_zones(offices: Offices) -> None:
    for other in _listed():
        do(list_other_zone, actor=offices.ministry, other=other, at=UNKNOWN)


def _listed() -> Iterator[NewOtherZone]:
    for row in rows("other_zones"):
        yield NewOtherZone(
            slug=row["zone_id"], scheme=row["scheme"], name_ko=row["name_ko"],
            regions=row["region_ids"].split(";"), ministry=row["ministry"], standing=row["status"],
            designated_on=row["designated"], date_basis=row["date_basis"], note=row["note"],
            sources=sources(row["source"]), confidence=row["confidence"],
        )  # fmt: skip
