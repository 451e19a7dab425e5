"""Minutes and records: which meetings need them, what they hold, how long they are kept (MIN-01 to MIN-08).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("MIN-01", {"statutory_committee": True}, on=date(2025, 1, 2)).value
('statutory_committee',)
"""

from datetime import date

from madang.kernel.clocks.counting import duty
from madang.kernel.clocks.lengths import years
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present, checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, fact_label
from madang.kernel.statutes.findings import Finding, all_true, count_of, either, fails, holds
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.refusals import WrongFact
from madang.kernel.statutes.registry import rule
from madang.kernel.words import Words

#: Classes of meetings that one fact decides; that of directors-general needs two.
PLAIN_CLASSES = (
    "president_attends",
    "prime_minister_attends",
    "policy_body_of_vice_ministers",
    "party_consultation",
    "statutory_committee",
    "local_head_attends",
    "listed_head_attends",
    "minutes_deemed_needed",
)
DIRECTORS_GENERAL = "directors_general_attending"
WRITERS = ("convener", "closest_agency", "other")
#: Classes of retention that never end.
ENDLESS = ("permanent", "semi_permanent")


@rule("MIN-01")
def minutes_are_a_must(facts: Facts) -> Finding:
    """Satisfied when a class applies, breached when none does; the value names the classes that apply.

    Whether the minutes were then written is asked of MIN-05.
    """
    found = [name for name in PLAIN_CLASSES if facts.said(name)]
    of_directors = _directors_meet(facts)
    if of_directors:
        found.append(DIRECTORS_GENERAL)
    if found:
        labels = [fact_label(name) for name in found]
        ko, en = "; ".join(w.ko for w in labels), "; ".join(w.en for w in labels)
        return holds(f"회의록을 작성하여야 합니다({ko}).", f"minutes are a must ({en}).", tuple(found))
    of_meeting = (DIRECTORS_GENERAL, "meeting_matter_listed") if of_directors is None else ()
    facts.require(*PLAIN_CLASSES, *of_meeting)
    return fails("회의록을 작성하여야 하는 회의가 아닙니다.", "no class applies: minutes are no duty.", ())


@rule("MIN-02")
def minutes_are_complete(facts: Facts) -> Finding:
    """The nine fields, and registration; the value names the fields that are lacking."""
    found = all_present(facts, "MIN-02", "minutes_fields")
    if facts.said("minutes_registered") is False:
        return fails(
            "전자기록생산시스템에 등록하지 않았습니다.",
            "not registered in the e-records system.",
            found.value,
        )
    if found.value == ():
        facts.require("minutes_registered")
    return found


@rule("MIN-03")
def designated_meeting_is_on_record(facts: Facts) -> Finding:
    """Stenography alone, or audio with its transcript."""
    if facts.said("meeting_designated") is False:
        return holds("지정회의가 아닙니다.", "not a designated meeting.")
    facts.require("meeting_designated")
    if facts.said("stenographic_record_kept"):
        return holds("속기록을 남겼습니다.", "a stenographic record was kept.")
    facts.require("stenographic_record_kept", "audio_record_kept")
    if not facts.truth("audio_record_kept"):
        return fails("속기록도 녹음기록도 없습니다.", "neither a stenographic nor an audio record.")
    return either(
        facts.truth("transcript_kept"),
        Words("녹음기록과 녹취록을 남겼습니다.", "audio and its transcript were kept."),
        Words("녹음기록에 녹취록이 없습니다.", "the audio record has no transcript."),
    )


@rule("MIN-04")
def verbatim_record_is_closed_no_longer(facts: Facts) -> Finding:
    """The value is the last day the record may stay closed, counted from 1 January after it was closed."""
    facts.require("record_closed_on", "president_attends", "kept_closed_until_on")
    clock = "MIN-04.president" if facts.truth("president_attends") else "MIN-04"
    due = due_of(facts, clock, start=retention_start(facts.day("record_closed_on")))
    said = spoken(due.due_on)
    return either(
        facts.day("kept_closed_until_on") <= due.due_on,
        Words(f"{said.ko}까지 공개하지 않을 수 있습니다.", f"may stay closed until {said.en}."),
        Words(f"{said.ko} 뒤까지 공개하지 않을 수 없습니다.", f"may not stay closed beyond {said.en}."),
        due.due_on,
        count_of(due),
    )


@rule("MIN-05")
def convener_wrote_the_minutes(facts: Facts) -> Finding:
    """The convener; where it is unclear or no public body, the agency closest to the agenda."""
    if not facts.truth("minutes_written"):
        return fails("회의록을 작성하지 않았습니다.", "no minutes were written.")
    writer = facts.text("minutes_written_by")
    if writer not in WRITERS:
        raise WrongFact("minutes_written_by", fact_label("minutes_written_by"), writer)
    if writer == "other":
        return fails(
            "작성할 기관이 아닌 곳이 작성하였습니다.", "written by an agency that is not to write them."
        )
    return either(
        facts.truth("convener_is_public_body") is (writer == "convener"),
        Words("작성할 기관이 작성하였습니다.", "written by the agency that is to write them."),
        Words("작성할 기관이 작성하지 않았습니다.", "not written by the agency that is to write them."),
    )


@rule("MIN-06")
def record_is_registered(facts: Facts) -> Finding:
    return all_true(
        facts,
        ("registration_number_given", "registration_data_protected"),
        Words("등록번호와 보호된 등록정보가 있습니다.", "there is a number, and the data are protected."),
        Words("등록번호가 없거나 등록정보가 보호되지 않습니다.", "no number, or the data are not protected."),
    )


@rule("MIN-07")
def record_has_a_class_of_retention(facts: Facts) -> Finding:
    """The value is (first day, last day or None) of the retention."""
    facts.require("retention_class", "record_closed_on")
    found, closed = facts.text("retention_class"), facts.day("record_closed_on")
    item = next((item for item in checklist("MIN-07", on=facts.on) if item.key == found), None)
    if item is None:
        return fails("법정 보존기간의 구분이 아닙니다.", "no class of retention of the decree.")
    first, last = retention_start(closed), retention_end(closed, found, on=facts.on)
    since, until = spoken(first), spoken(last) if last else Words("기한 없음", "no end")
    return holds(
        f"{item.words.ko} 보존. 기산일은 {since.ko}, 마지막 날은 {until.ko}입니다.",
        f"kept {item.words.en}: from {since.en}, last day {until.en}.",
        (first, last),
    )


@rule("MIN-08")
def review_record_is_complete(facts: Facts) -> Finding:
    return all_present(facts, "MIN-08", "review_record_items")


def retention_start(closed_on: date) -> date:
    """1 January of the year after a record was closed (MIN-07).

    >>> retention_start(date(2025, 12, 31)), retention_start(date(2026, 1, 1))
    (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))
    """
    return date(closed_on.year + 1, 1, 1)


def retention_end(closed_on: date, retention_class: str, *, on: date) -> date | None:
    """The last day a record is kept; None for classes that never end.

    >>> retention_end(date(2025, 6, 30), "years_5", on=date(2025, 6, 30))
    datetime.date(2030, 12, 31)
    """
    if retention_class in ENDLESS:
        return None
    length = parameter(f"records.{retention_class}", on).value
    return duty(retention_start(closed_on), years(length)).due_on


def _directors_meet(facts: Facts) -> bool | None:
    """Enough officials of that rank on a listed matter; None while that is open."""
    if facts.said("meeting_matter_listed") is False:
        return False
    if not facts.has(DIRECTORS_GENERAL):
        return None
    enough = facts.count(DIRECTORS_GENERAL) >= facts.parameter("minutes.directors_general").value
    return facts.said("meeting_matter_listed") if enough else False
