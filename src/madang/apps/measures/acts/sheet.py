"""A table of tasks as people send it: its columns by name, its rows as tasks, and every fault with its row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from madang.apps.accounts.models import Organisation
from madang.apps.measures.acts.writing import number, partial, prose, title
from madang.core.acts import Invalid
from madang.core.files.tables import BadTable, Fault
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

Value = TypeVar("Value")
#: the columns, each by its name in both languages; spaces and capitals do not count
COLUMNS: Mapping[str, Words] = {
    "measure_number": Words("대책 번호", "Measure number"),
    "measure": Words("대책명", "Measure"),
    "number": Words("과제 번호", "Task number"),
    "title": Words("과제명", "Task"),
    "owner": Words("담당 기관", "Owner"),
    "due": Words("기한", "Due"),
    "description": Words("내용", "Description"),
}
NEEDED = ("measure_number", "measure", "number", "title", "owner")
_UNKNOWN = PartialDate.parse("")


@dataclass(frozen=True)
class Line:
    """One task of a table."""

    row: int
    measure: str
    number: str
    title: str
    owner: Organisation
    due: PartialDate
    description: str = ""


@dataclass(frozen=True)
class Lines:
    """A table without a fault: its measures by number, and its tasks."""

    measures: Mapping[str, str] = field(default_factory=dict)
    lines: Sequence[Line] = ()


def owners_in(rows: Sequence[Sequence[str]]) -> set[str]:
    """The names that stand in the column of the owners."""
    place = _places(rows[0]).get("owner") if rows else None
    return {row[place] for row in rows[1:] if place is not None and place < len(row)} - {""}


def lines_of(
    rows: Sequence[Sequence[str]], owners: Mapping[str, Organisation], taken: set[tuple[str, str]]
) -> Lines:
    """Return the tasks of a table whose first row names the columns.

    ``owners`` are the organisations by name, ``taken`` the numbers of tasks that exist (measure, task).

    Raises:
        BadTable: a column is missing, or rows cannot be taken; each fault says row, column and why.
    """
    places = _places(rows[0]) if rows else {}
    missing = [COLUMNS[key].ko for key in NEEDED if key not in places]
    if missing:
        named = ", ".join(missing)
        raise BadTable(
            [Fault(1, named, Words("첫 줄에 이 칸이 없습니다.", "The first row does not have this column."))],
            "table",
        )
    reader = _Reader(places, owners, taken)
    for at, row in enumerate(rows[1:], 2):
        if any(row):
            reader.read(at, row)
    if reader.faults:
        raise BadTable(reader.faults, "table")
    return Lines(reader.measures, reader.lines)


def numbers_of(rows: Sequence[Sequence[str]]) -> set[str]:
    """The numbers of measures that stand in a table."""
    place = _places(rows[0]).get("measure_number") if rows else None
    return {row[place] for row in rows[1:] if place is not None and place < len(row)}


def _places(header: Sequence[str]) -> dict[str, int]:
    names = {_bare(name): key for key, words in COLUMNS.items() for name in words}
    said = [_bare(cell) for cell in header]
    return {names[cell]: place for place, cell in reversed(list(enumerate(said))) if cell in names}


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()


class _Reader:
    """Reads row after row and goes on after a fault, so that all of them are told at once."""

    def __init__(
        self, places: Mapping[str, int], owners: Mapping[str, Organisation], taken: set[tuple[str, str]]
    ) -> None:
        self.places, self.owners, self.taken = places, owners, taken
        self.measures: dict[str, str] = {}
        self.lines: list[Line] = []
        self.faults: list[Fault] = []
        self.seen: dict[tuple[str, str], int] = {}

    def read(self, at: int, row: Sequence[str]) -> None:
        """Read one row."""
        before = len(self.faults)
        measure = self._take(at, row, "measure_number", number, "")
        name = self._take(at, row, "measure", lambda text, field: title(text, field, most=200), "")
        key = self._take(at, row, "number", number, "")
        said = self._take(at, row, "title", title, "")
        due = self._take(at, row, "due", partial, _UNKNOWN)
        text = self._take(at, row, "description", prose, "")
        owner = self._owner(at, self._cell(row, "owner"))
        if len(self.faults) == before and owner is not None and self._is_new(at, measure, name, key):
            self.lines.append(Line(at, measure, key, said, owner, due, text))

    def _take(
        self, at: int, row: Sequence[str], key: str, keep: Callable[[str, str], Value], otherwise: Value
    ) -> Value:
        try:
            return keep(self._cell(row, key), key)
        except Invalid as error:
            self._fault(at, key, error.words)
            return otherwise

    def _cell(self, row: Sequence[str], key: str) -> str:
        place = self.places.get(key)
        return row[place] if place is not None and place < len(row) else ""

    def _owner(self, at: int, name: str) -> Organisation | None:
        found = self.owners.get(name)
        if found is None:
            words = Words("담당 기관을 적으십시오.", "Write who owns it.")
            if name:
                words = Words(
                    f"‘{name[:40]}’ – 등록되지 않은 기관입니다. 등록된 이름 그대로 적으십시오.",
                    f"“{name[:40]}” is not a registered office. Write its registered name.",
                )
            self._fault(at, "owner", words)
        return found

    def _is_new(self, at: int, measure: str, name: str, key: str) -> bool:
        if (measure, key) in self.taken:
            self._fault(at, "number", Words("이미 등록된 과제 번호입니다.", "This task is there already."))
        elif (measure, key) in self.seen:
            first = self.seen[measure, key]
            self._fault(
                at,
                "number",
                Words(f"{first}번째 줄과 번호가 같습니다.", f"The same number as in row {first}."),
            )
        elif self.measures.setdefault(measure, name) != name:
            self._fault(
                at, "measure",
                Words(
                    f"{measure}번 대책의 이름이 앞줄(‘{self.measures[measure][:40]}’)과 다릅니다.",
                    f"Measure {measure} has another name further up (“{self.measures[measure][:40]}”).",
                ),
            )  # fmt: skip
        else:
            self.seen[measure, key] = at
            return True
        return False

    def _fault(self, at: int, key: str, words: Words) -> None:
        self.faults.append(Fault(at, COLUMNS[key].ko, words))
