"""What the acts of the measures share: numbers, texts, dates and sources as they may be kept."""

import re
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from madang.core.acts import Invalid
from madang.core.moments import Moment, exact_day
from madang.core.personal_numbers import without_numbers
from madang.core.written import one_line, paragraphs
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.words import Words

NUMBER, TITLE, TEXT, LINK = 20, 300, 5_000, 500
FIRST_YEAR, LAST_YEAR = 2010, 2099
#: letters and digits of any script; an underscore is neither
_NUMBER = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_is_address = URLValidator(schemes=["https", "http"])


def number(text: str, field: str) -> str:
    """Return a number as people write it: 12, 3-1, 가-2."""
    kept = one_line(text, most=NUMBER, field=field)
    if not _NUMBER.fullmatch(kept) or not any(sign.isdigit() for sign in kept):
        raise Invalid(
            Words(
                "번호는 숫자와 글자, 그 사이의 ‘-’나 ‘.’로만 적고 숫자가 들어가야 합니다(예: 3-1).",
                "Write numbers as digits and letters with “-” or “.” between them, one digit at least (3-1).",
            ),
            field,
        )
    return kept


def rank(written: str) -> str:
    """Return a number as it is sorted: every run of digits at the same width.

    >>> sorted(["11", "2", "3-10", "3-9"], key=rank)
    ['2', '3-9', '3-10', '11']
    """
    return re.sub(r"\d+", lambda digits: digits[0].zfill(8), written)


def title(text: str, field: str, *, most: int = TITLE) -> str:
    """Return a title that may be kept."""
    return without_numbers(one_line(text, most=most, field=field), field)


def prose(text: str, field: str, *, needed: Words | None = None) -> str:
    """Return a longer text that may be kept; ``needed`` says what is missing when it must not be empty."""
    kept = without_numbers(paragraphs(text, most=TEXT, field=field), field)
    if needed is not None and not kept:
        raise Invalid(needed, field)
    return kept


def partial(text: str, field: str) -> PartialDate:
    """Return a date as precise as it was written: 2027-12-31, 2027. 12. 31., 2027-12, 2027 or nothing."""
    plain = re.sub(r"\s*[./]\s*", "-", text.strip()).strip("-")
    parts = plain.split("-")
    padded = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    try:
        found = PartialDate.parse(padded)
    except NotADate as error:
        raise Invalid(
            Words(
                f"‘{text[:30]}’ – 없는 날짜이거나 읽을 수 없습니다. 2027-12-31, 2027-12, 2027처럼 적으십시오.",
                f"“{text[:30]}” is no date. Write 2027-12-31, 2027-12 or 2027.",
            ),
            field,
        ) from error
    if found.first is not None and not FIRST_YEAR <= found.first.year <= LAST_YEAR:
        raise Invalid(
            Words(
                f"연도는 {FIRST_YEAR}년부터 {LAST_YEAR}년까지 적을 수 있습니다.",
                f"The year must lie between {FIRST_YEAR} and {LAST_YEAR}.",
            ),
            field,
        )
    return found


def addresses(texts: Sequence[str], field: str, *, needed: bool = False) -> list[str]:
    """Return addresses of sources that may be kept.

    Raises:
        Invalid: one is no web address, or none is given although one is needed.
    """
    kept = [one_line(text, most=LINK, field=field) for text in texts if text.strip()]
    for one in kept:
        try:
            _is_address(one)
        except ValidationError as error:
            raise Invalid(
                Words(
                    f"‘{one[:60]}’ – 웹 주소가 아닙니다. https://로 시작하는 주소를 적으십시오.",
                    f"“{one[:60]}” is no web address. Write one that starts with https://.",
                ),
                field,
            ) from error
    if needed and not kept:
        raise Invalid(
            Words("출처의 주소를 하나 이상 적으십시오.", "Give the address of one source or more."), field
        )
    return kept


def today_of(at: Moment) -> date:
    """Return the Korean day of an act.

    Raises:
        Invalid: the moment is not known to the day.
    """
    day = exact_day(at)
    if day is None:
        raise Invalid(
            Words("날짜가 확인되어야 할 수 있는 처리입니다.", "This cannot be done without knowing the day.")
        )
    return day
