"""Resident registration numbers in text: found however they are written, so that none is kept by mistake.

Six figures of the birthday, one for sex and century, six more. The last one is a check figure, except for numbers
given since October 2020, whose later figures are chance: those are known by birthday and hyphen alone.
"""

import re
from dataclasses import dataclass
from datetime import date

from madang.kernel.korean import plain_digits

#: dashes of every script, dots, the underscore of file names and up to two spaces between the halves
_FORM = re.compile(
    r"(?<!\d)(\d{6})([ \u00a0\u3000]{0,2}[-\u2010-\u2015\u2212\uff0d.·_]?[ \u00a0\u3000]{0,2})([1-8]\d{6})(?!\d)"
)
#: characters without width: a number with them between its figures reads like one without
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
#: what stands between the figures of a day and a count in names of files, too: it does not tell a number by itself
_NO_PART = " \u00a0\u3000_"
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_CENTURY = {"1": 1900, "2": 1900, "3": 2000, "4": 2000, "5": 1900, "6": 1900, "7": 2000, "8": 2000}
#: from this birthday on numbers carry no check figure
NO_CHECK_SINCE = date(2020, 10, 1)
_AROUND = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A number: where it starts (from 0), its length as written, its line (from 1), and what stands before it there."""

    start: int
    length: int
    line: int
    before: str


def resident_numbers(text: str) -> list[Found]:
    """Return every number in a text, in order.

    >>> [one.line for one in resident_numbers("담당자\\n９００１０１－１２３４５６８ 홍")]
    [2]
    >>> resident_numbers("접수번호 260901-1000000")
    []
    """
    seen = _UNSEEN.sub("", text)
    places = (
        range(len(text)) if seen == text else [n for n, sign in enumerate(text) if not _UNSEEN.match(sign)]
    )
    return [
        _found(text, places[one.start()], places[one.end() - 1] + 1)
        for one in _FORM.finditer(plain_digits(seen))
        if _is_one(one[1] + one[3], bool(one[2].strip(_NO_PART)))
    ]


def _found(text: str, start: int, end: int) -> Found:
    begun = text.rfind("\n", 0, start) + 1
    before = text[max(begun, start - _AROUND) : start]
    return Found(start, end - start, text.count("\n", 0, start) + 1, before)


def _is_one(digits: str, parted: bool) -> bool:
    born = _birthday(digits)
    if born is None:
        return False
    return _checks(digits) or (parted and born >= NO_CHECK_SINCE)


def _birthday(digits: str) -> date | None:
    try:
        return date(_CENTURY[digits[6]] + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None


def _checks(digits: str) -> bool:
    """Whether the last figure fits: 11 minus the weighted sum, for foreigners 13 minus it."""
    total = sum(int(figure) * weight for figure, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    base = 13 if digits[6] in "5678" else 11
    return int(digits[12]) == (base - total) % 10
