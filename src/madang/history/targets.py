"""Numbers with a year that were announced, as the record has them; no figure on the way was found for them."""

from decimal import Decimal

from madang.apps.measures.acts.targets import NewTarget, set_target
from madang.history.doing import do
from madang.history.offices import Offices
from madang.history.record import rows, sources
from madang.kernel.partial_dates import PartialDate


def announce_targets(offices: Offices) -> None:
    """Register every target on the day of its announcement."""
    for row in rows("targets"):
        target = NewTarget(
            slug=row["slug"], title=row["title_ko"], title_en=row["title_en"], unit=row["unit_ko"],
            unit_en=row["unit_en"], number=Decimal(row["number"]), is_about=row["is_about"] == "Y",
            year=int(row["year"]), announced=row["announced"], sources=sources(row["source"]),
        )  # fmt: skip
        do(set_target, actor=offices.ministry, target=target, at=PartialDate.parse(row["announced"]))
