"""Reads the TOML tables that travel inside the kernel. Nothing else in the kernel opens a file."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml_table(package: str, name: str) -> dict[str, Any]:
    """Return one TOML file of a kernel package; decimals stay exact. Callers must not change the result.

    >>> sorted(toml_table("madang.kernel.clocks", "holidays.toml"))[:3]
    ['cabinet', 'election', 'fixed']
    """
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


@cache
def toml_chapters(package: str, name: str, chapters: tuple[str, ...]) -> dict[str, Any]:
    """Join ``name.toml`` and the ``name_<chapter>.toml`` there are, in the order of the chapters.

    Raises:
        ValueError: two files speak of the same thing.
    """
    folder, found = files(package) / "data", dict[str, Any]()
    for file in (f"{name}.toml", *(f"{name}_{chapter}.toml" for chapter in chapters)):
        if not (folder / file).is_file():
            continue
        table = toml_table(package, file)
        if twice := found.keys() & table.keys():
            raise ValueError(f"{file} speaks again of {sorted(twice)}")
        found |= table
    return found
