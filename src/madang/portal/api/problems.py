"""Refusals of the API: one shape, a sentence in both languages."""

from typing import Any

from ninja import Schema

from madang.kernel.words import Words


class Problem(Schema):
    """A refusal: what happened and why, in both languages; the field it concerns; the rules in the way."""

    error: str
    ko: str
    en: str
    field: str = ""
    rules: list[dict[str, Any]] = []


def problem(
    error: str, words: Words, *, field: str = "", rules: list[dict[str, Any]] | None = None
) -> Problem:
    """Return a refusal in both languages."""
    return Problem(error=error, ko=words.ko, en=words.en, field=field, rules=rules or [])
