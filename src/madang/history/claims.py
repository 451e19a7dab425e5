"""What the sources say about each zone, as claims: shown values, and beside them those of sources that disagree."""

from functools import cache

from madang.apps.zones.acts import StatedClaim
from madang.history.record import rows, sources

#: which cells of zones.csv become claims
ZONE_FIELDS = {
    "name_ko": "name", "decision_date": "designated_on", "candidate_date": "shortlisted_on",
    "decision_basis": "decided_by", "period_start": "starts_on", "period_end": "ends_on", "industry": "industry",
    "area_or_place": "place", "status": "standing",
}  # fmt: skip


def of_zone(row: dict[str, str]) -> list[StatedClaim]:
    """Return the claims of a zone's row and of the sources that disagree with it."""
    return [*_shown(row), *_disagreeing("zone", row["zone_id"])]


def _shown(row: dict[str, str]) -> list[StatedClaim]:
    notes = {"ends_on": row["period_note"], "standing": row["status_note"]}
    return [
        StatedClaim(
            field=field, value=row[cell], note=notes.get(field, ""), note_en=english(notes.get(field, "")), sources=sources(row["source"]),
            confidence=row["confidence"], is_shown=True,
        )
        for cell, field in ZONE_FIELDS.items()
        if row[cell]
    ]  # fmt: skip


def _disagreeing(kind: str, subject: str) -> list[StatedClaim]:
    return [
        StatedClaim(
            field=row["field"], value=row["other"], note=row["note_ko"], note_en=row["note_en"], sources=sources(row["source_other"]),
            confidence="medium", is_shown=False,
        )
        for row in conflicts(kind, subject)
        if row["other"]
    ]  # fmt: skip


def english(note: str) -> str:
    """Return a note of the record in English; "" for a note that has none."""
    return _english().get(note, "")


@cache
def _english() -> dict[str, str]:
    return {row["ko"]: row["en"] for row in rows("notes")}


def conflicts(kind: str, subject: str) -> list[dict[str, str]]:
    """Return the disagreements of sources about one subject."""
    return [row for row in rows("conflicts") if row["subject_kind"] == kind and row["subject"] == subject]
