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
