"""The legal audit of the record: what the rules answered, what stands out, and where sources disagree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from madang.apps.exemptions.models import FollowUp
from madang.apps.exemptions.queries.follow_ups import oddities, whole_sums
from madang.apps.selection.models import Call, Designation, FunnelCount
from madang.apps.zones.models import Zone
from madang.core.models import Finding
from madang.history.record import facts_of, rows, sources
from madang.history.rounds import all_rounds
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

GLOBAL_ROUNDS = ("G1", "G2")
PAST_ITS_END = Words(
    "보도된 운영기간은 {end}까지이나 {seen}에도 운영된 것으로 보도되었습니다. 기간 변경의 기록이 확인되지 않습니다.",
    "Reported to run until {end}, yet reported at work on {seen}. No change of the period was found.",
)
DEFERRED = Words("{round}차에서 보류되었습니다.", "Deferred in round {round}.")
DEFERRED_THEN_DESIGNATED = Words(
    "{round}차에서 보류된 뒤 {later}차에서 지정되었습니다. 보류는 법에 없는 처리입니다.",
    "Deferred in round {round} and designated in round {later}. The Act knows no deferral.",
)
NOT_EXAMINED = Words(
    "{round}차 우선협의 대상이었으나 심의에 오르지 않았습니다. 사유는 확인되지 않습니다.",
    "A priority candidate of round {round} that never came before the committees; no reason was found.",
)
FUNNEL = ("regions", "plans", "passed_paper", "shortlisted", "deliberated", "designated")


@dataclass(frozen=True)
class Anomaly:
    """Something in the record that a rule, or the record itself, cannot be squared with."""

    subject: str
    rule: str
    what: str
    source: str
    what_en: str = ""


@dataclass(frozen=True)
class Conflict:
    """Two sources that say different things about one field; both stand."""

    subject: str
    field: str
    shown: str
    other: str
    note: str
    sources: tuple[str, ...]
    note_en: str = ""


@dataclass
class Report:
    """Everything that ``madang replay`` prints, as facts."""

    running_totals: list[int]
    global_zones: int
    funnels: dict[str, dict[str, int | None]]
    rules: dict[str, int]
    missing: dict[str, int]
    anomalies: list[Anomaly]
    conflicts: list[Conflict]
    rounds: list[dict[str, Any]] = field(default_factory=list)
    follow_up: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return the report with stable keys."""
        return asdict(self)


def report() -> Report:
    """Read the report off the database into which the record was replayed."""
    answers = [*_found(), *_asked_of_the_facts()]
    return Report(
        running_totals=_running_totals(),
        global_zones=Zone.objects.filter(kind="giz").count(),
        funnels=_funnels(),
        rules={
            status: sum(a.status.value == status for a in answers)
            for status in ("satisfied", "breached", "unknown")
        },
        missing=dict(Counter(name for a in answers for name in a.missing).most_common()),
        anomalies=[
            *_breached(answers),
            *_past_their_end(),
            *_deferred(),
            *_never_examined(),
            *_renamed_period(),
            *(_anomaly(odd.zone, odd.rule_id, odd.words, " | ".join(odd.sources)) for odd in oddities()),
        ],
        conflicts=_conflicts(),
        rounds=[_round(call) for call in _in_order()],
        follow_up=[_session(one) for one in whole_sums()],
    )


def _found() -> list[Answer]:
    rows_ = Finding.objects.order_by("case_id", "id").values_list("answer", flat=True)
    return [Answer.from_json(answer) for answer in rows_]


def _asked_of_the_facts() -> list[Answer]:
    """Ask the rules about dated facts that a source names, where no move of a procedure asks."""
    answers = []
    for zone_id in dict.fromkeys(row["zone_id"] for row in rows("procedure_facts")):
        known = {name: day for name, (day, _) in facts_of(zone_id).items()}
        if "hearing_held_on" in known:
            hearing = {
                "hearing_on": known["hearing_held_on"],
                "hearing_announced_on": known.get("hearing_announced_on"),
            }
            answers.append(evaluate("PLN-08", hearing, on=known["hearing_held_on"]))
    return answers


def _running_totals() -> list[int]:
    founded = Counter(Zone.objects.filter(kind="rfz").values_list("round", flat=True))
    numbers = sorted((n for n in founded if n.isdigit()), key=int)
    return [sum(founded[n] for n in numbers[: i + 1]) for i in range(len(numbers))]


def _funnels() -> dict[str, dict[str, int | None]]:
    counts: dict[str, dict[str, int | None]] = {}
    for row in FunnelCount.objects.select_related("call"):
        counts.setdefault(row.call.round, {})[row.stage] = row.count
    return {call.round: _ordered(counts.get(call.round, {})) for call in _in_order()}


def _ordered(counts: dict[str, int | None]) -> dict[str, int | None]:
    return {stage: counts[stage] for stage in FUNNEL if stage in counts}


def _in_order() -> list[Call]:
    order = {one.number: place for place, one in enumerate(all_rounds())}
    return sorted(Call.objects.filter(is_record=True), key=lambda call: order[call.round])


def _round(call: Call) -> dict[str, Any]:
    outcomes = Counter(Designation.objects.filter(call=call).values_list("state", flat=True))
    return {
        "round": call.round,
        "kind": call.kind,
        "shortlisted_on": call.shortlisted_on,
        "outcomes": dict(outcomes),
    }


def _session(one: FollowUp) -> dict[str, Any]:
    """One session whose sum its source states whole; a permit that is new and one that is extended are one number."""
    stated = one.stated
    return {
        "session": one.held_text,
        "total": one.total,
        "ended": stated.get("ended", 0),
        "interim_permit": stated.get("interim_permit", 0) + stated.get("permit_extended", 0),
        "extended": stated.get("extended", 0),
    }


def _breached(answers: list[Answer]) -> Iterator[Anomaly]:
    return (_anomaly("", a.rule_id, a.sentence, "") for a in answers if a.status.value == "breached")


def _past_their_end() -> Iterator[Anomaly]:
    """Zones that reports show at work after the end of the period that other reports gave."""
    for row in rows("zones"):
        end, seen = PartialDate.parse(row["period_end"]), PartialDate.parse(row["status_date"])
        at_work = row["status"] in ("operating", "partly-ended")
        if at_work and end.last and seen.first and seen.first > end.last:
            yield _anomaly(row["zone_id"], "CHG-01", PAST_ITS_END.filled(end=end, seen=seen), row["source"])


def _deferred() -> Iterator[Anomaly]:
    for one in Designation.objects.filter(state="deferred").select_related("call"):
        later = one.later.filter(state="designated").select_related("call").first()
        words = DEFERRED if later is None else DEFERRED_THEN_DESIGNATED
        told = words.filled(round=_number(one), later=_number(later))
        yield _anomaly(f"{one.region}: {one.name_ko}", "ZC-05", told, _sources_of(one))


def _never_examined() -> Iterator[Anomaly]:
    for one in Designation.objects.filter(state="not_examined").select_related("call"):
        told = NOT_EXAMINED.filled(round=_number(one))
        yield _anomaly(f"{one.region}: {one.name_ko}", "DC-01", told, _sources_of(one))


def _renamed_period() -> Iterator[Anomaly]:
    """Zones of which one source gives a period that a later decision passes over."""
    for row in rows("conflicts"):
        if row["field"] == "ends_on" and not row["shown"]:
            told = Words(row["note_ko"], row["note_en"])
            yield _anomaly(row["subject"], "CHG-01", told, row["source_other"] or row["source_shown"])


def _number(one: Designation | None) -> str:
    return one.call.round if one and one.call else ""


def _anomaly(subject: str, rule: str, told: Words, source: str) -> Anomaly:
    return Anomaly(subject, rule, told.ko, source, told.en)


def _sources_of(one: Designation) -> str:
    found = next(
        (r for r in rows("candidates") if r["title_ko"] == one.name_ko and r["region_id"] == one.region), None
    )
    return found["source"] if found else ""


def _conflicts() -> list[Conflict]:
    return [
        Conflict(
            row["subject"], row["field"], row["shown"], row["other"], row["note_ko"],
            sources(row["source_shown"]) + sources(row["source_other"]), row["note_en"],
        )
        for row in rows("conflicts")
    ]  # fmt: skip
