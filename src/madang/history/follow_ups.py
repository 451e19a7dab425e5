"""The follow-up sessions of the record: the numbers that sources state, and the projects and zones that they name."""

from collections.abc import Iterable

from madang.apps.exemptions.acts.follow_ups import ReportedResult, ReportedSession, report_follow_up
from madang.apps.exemptions.models.follow_ups import PARTS
from madang.core.audit.events import citing
from madang.history.doing import do
from madang.history.exemptions import Exemptions
from madang.history.record import rows, sources
from madang.history.sittings import Sittings
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

TITLE = Words("{sitting} 후속조치", "{sitting}: follow-up")


def enter_all(exemptions: Exemptions, sittings: Sittings) -> None:
    """Enter every session in the order of its day."""
    results = rows("follow_up_outcomes")
    for row in sorted(rows("follow_ups"), key=lambda row: row["session"]):
        own = [result for result in results if result["session"] == row["session"]]
        with citing(*sources(row["source"])):
            do(
                report_follow_up, actor=exemptions.ministry, session=_session(row, sittings),
                results=list(_results(own, exemptions)), at=PartialDate.parse(row["session"]),
            )  # fmt: skip


def _session(row: dict[str, str], sittings: Sittings) -> ReportedSession:
    sitting = sittings.by_key(row["sitting"])
    title = Words(
        TITLE.ko.format(sitting=sitting.title_ko),
        TITLE.en.format(sitting=sitting.title_en or sitting.title_ko),
    )
    return ReportedSession(
        PartialDate.parse(row["session"]), title, total=int(row["total"]) if row["total"] else None,
        stated={part: int(row[part]) for part in PARTS if row[part]}, sitting=sitting.slug,
        note=Words(row["note_ko"], row["note_en"]), sources=sources(row["source"]), confidence=row["confidence"],
    )  # fmt: skip


def _results(found: Iterable[dict[str, str]], exemptions: Exemptions) -> Iterable[ReportedResult]:
    for row in found:
        yield ReportedResult(
            exemptions.zones[row["zone_id"]], row["outcome"], exemptions.projects.get(row["key"]),
            count=int(row["count"]) if row["count"] else None, note=Words(row["note_ko"], row["note_en"]),
            sources=sources(row["source"]),
        )  # fmt: skip
