"""The sittings of the two committees as the record knows them."""

from madang.apps.selection.acts.committees import Convening, convene_sitting
from madang.apps.selection.models import Sitting
from madang.core.audit.events import citing
from madang.history.doing import do
from madang.history.offices import UNKNOWN, Offices
from madang.history.record import rows, sources
from madang.history.rounds import Round
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

ZONE, DELIBERATION = "zone_committee", "deliberation_committee"
#: which sitting of the Deliberation Committee took up which rounds; of the other rounds no report names one
DELIBERATED = {
    "3": "mt-del-2020a", "4": "mt-del-2020b", "5": "mt-del-2021a", "8": "mt-del-14",
    "9": "mt-del-2024a", "G1": "mt-del-2024a",
}  # fmt: skip
WRITTEN = {"서면": True, "대면": False}
ENGLISH = {ZONE: "Zone Committee", DELIBERATION: "Deliberation Committee"}


class Sittings:
    """Convenes each sitting of the record once and finds it again by round."""

    def __init__(self, offices: Offices) -> None:
        self.offices = offices
        self._by_key: dict[str, Sitting] = {}
        self._rows = {row["meeting_id"]: row for row in rows("sittings")}

    def zone_committee(self, one: Round) -> Sitting:
        """Return the Zone Committee's sitting on the day the round was decided."""
        found = (
            key
            for key, row in self._rows.items()
            if _body(row) == ZONE and row["date_start"] == one.decided_on.text
        )
        return self._convened(next(found))

    def deliberation(self, one: Round) -> Sitting:
        """Return the Deliberation Committee's sitting on a round; of many rounds neither day nor number is known."""
        key = DELIBERATED.get(one.number)
        return self._convened(key) if key else self._unknown(one)

    def convene_rest(self) -> None:
        """Convene the sittings that designated nothing, so that the list of sittings is whole."""
        for key in self._rows:
            self._convened(key)

    def by_key(self, key: str) -> Sitting:
        """Return the sitting with a key of the record."""
        return self._convened(key)

    def _convened(self, key: str) -> Sitting:
        if key not in self._by_key:
            row = self._rows[key]
            body, held = _body(row), PartialDate.parse(row["date_start"])
            number = int(row["seq"]) if row["seq"] and body == ZONE else None
            new = Convening(
                body=body, title_ko=row["title_ko"], title_en=_english(body, row["seq"], held.text), held_on=held,
                ended_on=PartialDate.parse(row["date_end"]), is_written=WRITTEN.get(row["mode"]), place=row["place"],
                number=number, chair_name=row["chair"],
            )  # fmt: skip
            self._by_key[key] = self._convene(new, sources(row["source"]), held)
        return self._by_key[key]

    def _unknown(self, one: Round) -> Sitting:
        if one.slug not in self._by_key:
            title = Words(
                "심의위원회({n}차 안건, 일자 미상)", "Deliberation Committee on round {n} (date not known)"
            )
            filled = title.filled(n=one.number)
            new = Convening(DELIBERATION, filled.ko, filled.en, UNKNOWN, is_written=None)
            self._by_key[one.slug] = self._convene(new, one.sources, UNKNOWN)
        return self._by_key[one.slug]

    def _convene(self, new: Convening, cited: tuple[str, ...], held: PartialDate) -> Sitting:
        with citing(*cited):
            return do(convene_sitting, actor=self.offices.secretary, convening=new, at=held)


def _body(row: dict[str, str]) -> str:
    return ZONE if row["meeting_id"].startswith("mt-com") else DELIBERATION


def _english(body: str, number: str, day: str) -> str:
    return f"{ENGLISH[body]}, sitting no. {number}" if number else f"{ENGLISH[body]}, {day}"
