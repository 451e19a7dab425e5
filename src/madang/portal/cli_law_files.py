"""Files for `madang law`: JSON and CSV, from a path or from standard input, refused with a sentence when unreadable."""

import csv
import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

STDIN = "-"
#: a file of cases is small; what is larger was not meant
MOST_BYTES = 50_000_000


class UnreadableFile(Refusal):
    """A file is missing, may not be read, is too large, or is not what it should be."""


def read_json(name: str) -> Any:
    """Read a JSON file; decimals stay exact."""
    text = _text(name)
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            Words(f"{name}: JSON으로 읽을 수 없습니다({error}).", f"{name}: this is not JSON ({error}).")
        ) from error


def read_rows(name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Read a CSV file: its columns and its rows."""
    reader = csv.DictReader(io.StringIO(_text(name)), restval="", restkey="")
    try:
        return list(reader.fieldnames or ()), list(reader)
    except csv.Error as error:
        raise UnreadableFile(
            Words(f"{name}: 표로 읽을 수 없습니다({error}).", f"{name}: this is not a table ({error}).")
        ) from error


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _text(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1) if name == STDIN else _bytes(Path(name))
        if len(raw) > MOST_BYTES:
            raise UnreadableFile(Words(f"{name}: 파일이 너무 큽니다.", f"{name}: the file is too large."))
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            Words(f"{name}: UTF-8로 쓴 글이 아닙니다.", f"{name}: this is not text in UTF-8.")
        ) from error
    except OSError as error:
        raise UnreadableFile(
            Words(
                f"{name}: 파일을 읽을 수 없습니다({error.strerror}).",
                f"{name}: the file cannot be read ({error.strerror}).",
            )
        ) from error


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
