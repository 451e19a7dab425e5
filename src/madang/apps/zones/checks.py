"""What people write about zones, checked before anything is kept: days, keys, regions."""

from collections.abc import Iterable, Sequence

from madang.core.acts import Invalid
from madang.kernel.korean import josa
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.regions import NoSuchRegion, region
from madang.kernel.words import Words

CONFIDENCES = ("high", "medium", "low")


def partial_day(text: str, field: str) -> str:
    """Return a partial date as it is kept; Invalid when the text is none."""
    try:
        return PartialDate.parse(text).text
    except NotADate as error:
        raise Invalid(
            Words(
                f"{josa(f'‘{text}’', '은/는')} 날짜가 아닙니다. 2024-09-04, 2024-09, 2024처럼 아는 데까지만 적어 주십시오.",
                f"“{text}” is not a date. Write what is known: 2024-09-04, 2024-09 or 2024.",
            ),
            field,
        ) from error


def one_of(ko: str, en: str, allowed: Iterable[str]) -> Words:
    """Return the sentence that lists what may be chosen."""
    names = ", ".join(allowed)
    return Words(f"쓸 수 있는 {ko}: {names}.", f"The {en} is one of: {names}.")


def known_confidence(given: str) -> str:
    """Return the confidence; Invalid when it is not high, medium or low."""
    if given not in CONFIDENCES:
        raise Invalid(one_of("신뢰도", "confidence", CONFIDENCES), "confidence")
    return given


def known_regions(ids: Sequence[str]) -> list[str]:
    """Return the ids of regions; Invalid when one never was."""
    try:
        return [region(region_id).id for region_id in ids]
    except NoSuchRegion as error:
        raise Invalid(error.sentence, "regions") from error


def not_a_key(slug: str) -> Words:
    """Return the sentence for a key that is taken or malformed."""
    return Words(
        f"{josa(f'‘{slug}’', '은/는')} 이미 쓰였거나 주소에 쓸 수 없는 이름입니다. 영문 소문자, 숫자, 붙임표로 적어 주십시오.",
        f"“{slug}” is taken or cannot stand in an address. Write small letters, digits and hyphens.",
    )
