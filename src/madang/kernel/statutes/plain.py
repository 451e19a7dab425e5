"""Values that survive JSON: what an answer may carry, written out with its kind and read back equal."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate

Plain = None | bool | int | str | date | Decimal | PartialDate | tuple["Plain", ...]


def to_plain_json(value: object) -> Any:
    """Write a value as JSON data; kinds JSON does not know are tagged.

    Beside what an answer carries, the facts it was asked with are written: instants, pauses, and collections, which
    are all read back as tuples.

    >>> to_plain_json((date(2024, 8, 7), 30))
    {'list': [{'date': '2024-08-07'}, 30]}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return {"instant": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, PartialDate):
        return {"partial_date": value.text}
    if isinstance(value, Pause):
        return {"pause": [value.asked.isoformat(), value.received.isoformat(), value.of_record]}
    if isinstance(value, tuple | list):
        return {"list": [to_plain_json(item) for item in value]}
    if isinstance(value, set | frozenset):
        return {"list": [to_plain_json(item) for item in sorted(value)]}
    raise TypeError(f"an answer cannot carry {type(value).__name__}")


def from_plain_json(data: Any) -> Any:
    """Read back what ``to_plain_json`` wrote."""
    value = data
    if isinstance(data, Mapping):
        kind, written = next(iter(data.items()))
        value = _READERS[kind](written)
    return value


_READERS: dict[str, Any] = {
    "date": date.fromisoformat,
    # kept with an answer, so it was looked at when it was asked
    "pause": lambda kept: Pause(date.fromisoformat(kept[0]), date.fromisoformat(kept[1]), of_record=kept[2]),
    "instant": datetime.fromisoformat,
    "decimal": Decimal,
    "partial_date": PartialDate.parse,
    "list": lambda items: tuple(from_plain_json(item) for item in items),
}


def canonical_json(data: Mapping[str, Any]) -> str:
    """Write JSON data in one fixed form, so that equal records are equal byte by byte.

    >>> canonical_json({"b": 1, "a": "지정"})
    '{"a":"지정","b":1}'
    """
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
