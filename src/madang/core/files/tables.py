"""Tables that people bring in a file (CSV or XLSX): rows of plain texts, or every place that cannot be read, at once.

Nothing is guessed: a formula, a merged cell, an error or an unknown encoding is named with its place and refused.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from madang.core.acts import Invalid
from madang.kernel.words import Words

MOST_BYTES, MOST_UNPACKED, MOST_ROWS, MOST_COLUMNS = 5_000_000, 60_000_000, 5_000, 50
#: the encodings that spreadsheets write here, by their first bytes or by trial
BY_MARK = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
ENCODINGS = ("utf-8", "cp949")
ZIP, COMPOUND = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_BROKEN = Words(
    "엑셀 파일이 깨져 있어 읽을 수 없습니다. 다시 저장해서 올리십시오.",
    "The workbook is damaged. Save it again and upload it.",
)
_OLD = Words(
    "옛 엑셀 파일(.xls)이거나 암호가 걸린 파일입니다. 암호를 풀고 .xlsx 또는 .csv로 저장해서 올리십시오.",
    "An old workbook (.xls) or one with a password. Save it without one as .xlsx or .csv.",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a table that cannot be taken: the row as the program of the sender counts it, the column, and why."""

    row: int
    column: str
    words: Words


class BadTable(Invalid):
    """The table cannot be taken; ``faults`` names every place."""

    def __init__(self, faults: Sequence[Fault], field: str = "") -> None:
        self.faults = tuple(faults)
        n = len(self.faults)
        super().__init__(
            Words(
                f"표에서 고칠 곳이 {n}군데 있어 아무것도 저장하지 않았습니다. 아래 목록을 보고 고쳐서 다시 올리십시오.",
                f"Nothing was kept: {n} places in the table must be mended. See the list below.",
            ),
            field,
        )


def read_rows(stream: BinaryIO, field: str = "") -> list[list[str]]:
    """Return the rows of a CSV file, or of the first sheet of a workbook; days are written as ``2027-12-31``.

    Raises:
        Invalid: no table, too large, or of an encoding or kind that cannot be read.
        BadTable: cells that hold no plain value; each is named.
    """
    stream.seek(0)
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        mb = MOST_BYTES // 1_000_000
        raise Invalid(
            Words(
                f"파일이 너무 큽니다. {mb}MB까지 올릴 수 있습니다.",
                f"The file is too large: at most {mb} MB.",
            ),
            field,
        )
    if data.startswith(COMPOUND):
        raise Invalid(_OLD, field)
    rows = _workbook(data, field) if data.startswith(ZIP) else _separated(data, field)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise Invalid(Words("표가 비어 있습니다.", "The table is empty."), field)
    if len(rows) > MOST_ROWS or max(map(len, rows)) > MOST_COLUMNS:
        raise Invalid(
            Words(
                f"표가 너무 큽니다. {MOST_ROWS:,}줄, {MOST_COLUMNS}칸까지 올릴 수 있습니다.",
                f"The table is too large: at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns.",
            ),
            field,
        )
    return rows


def _separated(data: bytes, field: str) -> list[list[str]]:
    text = _decoded(data, field)
    if "\0" in text:
        raise Invalid(Words("CSV나 XLSX 파일이 아닙니다.", "This is neither CSV nor XLSX."), field)
    delimiter = "\t" if text.partition("\n")[0].count("\t") > text.partition("\n")[0].count(",") else ","
    try:
        found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [[cell.strip() for cell in row] for row in found]
    except csv.Error as error:
        line = found.line_num
        raise BadTable(
            [
                Fault(
                    line,
                    "",
                    Words(
                        "따옴표가 닫히지 않았거나 줄이 깨져 있습니다.",
                        "A quotation mark is not closed, or the line is broken.",
                    ),
                )
            ],
            field,
        ) from error


def _decoded(data: bytes, field: str) -> str:
    marked = next((name for mark, name in BY_MARK if data.startswith(mark)), None)
    for name in (marked,) if marked else ENCODINGS:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    line = _first_broken_line(data)
    raise BadTable(
        [
            Fault(
                line, "",
                Words(
                    "글자 인코딩을 알 수 없거나 글자가 깨져 있습니다. UTF-8 CSV 또는 XLSX로 저장해서 올리십시오.",
                    "The encoding is unknown or characters are broken. Save it as UTF-8 CSV or XLSX.",
                ),
            )
        ],
        field,
    )  # fmt: skip


def _first_broken_line(data: bytes) -> int:
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
    return 1


def _workbook(data: bytes, field: str) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Invalid(
                    Words(
                        "압축을 풀면 너무 커지는 파일입니다.",
                        "The workbook would be too large when unpacked.",
                    ),
                    field,
                )
        book = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise Invalid(_BROKEN, field) from error
    sheet = book.worksheets[0] if book.worksheets else None
    if sheet is None:
        raise Invalid(_BROKEN, field)
    faults = [*_merged(sheet), *_unplain(sheet)]
    if faults:
        raise BadTable(faults, field)
    return [
        [_text(value) for value in row] for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 1)
    ]


def _merged(sheet: Worksheet) -> Iterator[Fault]:
    for area in sheet.merged_cells.ranges:
        yield Fault(
            area.min_row, area.coord,
            Words(
                "병합된 셀입니다. 병합을 풀고 칸마다 값을 적으십시오.",
                "Merged cells. Split them and write a value in each.",
            ),
        )  # fmt: skip


def _unplain(sheet: Worksheet) -> Iterator[Fault]:
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1):
        for cell in row:
            if cell.data_type == "f":
                yield Fault(
                    cell.row,
                    cell.coordinate,
                    Words(
                        "수식이 들어 있습니다. 값으로 바꾸어 저장하십시오.",
                        "A formula. Replace it by its value.",
                    ),
                )
            elif cell.data_type == "e":
                yield Fault(cell.row, cell.coordinate, Words("오류 값이 들어 있습니다.", "An error value."))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
