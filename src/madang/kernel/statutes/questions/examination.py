"""Examining the kernel: worked cases with what is expected of them, and published effective dates.

A case passes when every expected field is found as expected, fails when one differs, and is unknown when one cannot
be told: a fact is missing, a source was not verified, a day lies outside the table of holidays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from madang.kernel.statutes.questions.asked import Lacking
from madang.kernel.statutes.questions.kind import KIND, written
from madang.kernel.statutes.questions.kinds import KINDS, found_fields
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words


class NotCases(Refusal, ValueError):
    """What was given is not a list of cases."""


class Verdict(StrEnum):
    """How a case ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Examined:
    """One case: how it ended; of a failed one the fields that differ, as expected and as found; else why it is open."""

    id: str
    verdict: Verdict
    expected: Mapping[str, Any]
    found: Mapping[str, Any]
    why: Words = Words("", "")

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "verdict": self.verdict.value,
            "expected": dict(self.expected),
            "found": dict(self.found),
            "ko": self.why.ko,
            "en": self.why.en,
        }


@dataclass(frozen=True, slots=True)
class Examination:
    """All cases in the order they came."""

    cases: tuple[Examined, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(case.verdict is verdict for case in self.cases)

    @property
    def closing_line(self) -> str:
        return ", ".join(f"{self.count(verdict)} {verdict}" for verdict in Verdict)

    @property
    def has_failed(self) -> bool:
        return self.count(Verdict.FAILED) > 0


def cases_of(data: object) -> Sequence[Mapping[str, Any]]:
    """The cases of a file: a list, or an object with a list called ``cases``.

    Raises:
        NotCases: it is neither, or an entry is no case; the sentence says which.
    """
    if isinstance(data, Mapping):
        data = data.get("cases")
    if not isinstance(data, list):
        raise NotCases(
            Words(
                '사례의 목록이 아닙니다. [{…}, …] 또는 {"cases": [{…}, …]} 꼴이어야 합니다.',
                'This is no list of cases: [{…}, …] or {"cases": [{…}, …]} is expected.',
            )
        )
    for place, case in enumerate(data, 1):
        for name in ("facts", "expected"):
            if not isinstance(case, Mapping) or not isinstance(case.get(name), Mapping):
                raise NotCases(
                    Words(
                        f"{place}번째 사례에 ‘{name}’ 묶음이 없습니다.",
                        f"case number {place} has no object called “{name}”",
                    )
                )
    return data


def examine(cases: Iterable[Mapping[str, Any]]) -> Examination:
    """Answer every case and compare; cases are as ``cases_of`` gives them."""
    return Examination(tuple(_guarded(place, case) for place, case in enumerate(cases, 1)))


def _guarded(place: int, case: Mapping[str, Any]) -> Examined:
    name = str(case.get("id") or place)
    try:
        return _examined(name, case)
    except RecursionError:
        return Examined(name, Verdict.UNKNOWN, {}, {}, _TOO_DEEP)


_TOO_DEEP = Words("사례의 값이 너무 깊이 겹쳐 있습니다.", "the values of the case are nested too deeply.")


def _examined(name: str, case: Mapping[str, Any]) -> Examined:
    expected = case["expected"]
    try:
        found = found_fields(case["facts"])
    except Refusal as refusal:
        return Examined(name, Verdict.UNKNOWN, _told(expected), {}, refusal.sentence)
    unlike = {field: value for field, value in expected.items() if not _agree(value, found.get(field))}
    if not unlike:
        return Examined(name, Verdict.PASSED, _told(expected), _found(expected, found))
    open_ = {field: why for field in unlike if (why := _why_open(field, found, case["facts"]))}
    if len(open_) == len(unlike):
        return Examined(name, Verdict.UNKNOWN, _told(unlike), {}, next(iter(open_.values())))
    failed = {field: value for field, value in unlike.items() if field not in open_}
    return Examined(name, Verdict.FAILED, _told(failed), _found(failed, found))


def _why_open(field: str, found: Mapping[str, Any], facts: Mapping[str, Any]) -> Words | None:
    """Why a field cannot be told; None when it can."""
    value = found.get(field)
    if isinstance(value, Lacking):
        return value.why.sentence
    if field in KINDS[facts[KIND]].gives:
        return None
    return Words(
        f"이 질문의 답에 없는 항목입니다: {field}.", f"the answer to this question has no field “{field}”."
    )


def _agree(expected: Any, found: Any) -> bool:
    """Whether what is expected was found; of an object only the fields that are expected count."""
    if isinstance(expected, Mapping):
        return isinstance(found, Mapping) and all(
            _agree(value, found.get(name)) for name, value in expected.items()
        )
    if isinstance(found, Lacking):
        return False
    given = written(found)
    if isinstance(expected, list):
        same_length = isinstance(given, list) and len(expected) == len(given)
        return same_length and all(map(_agree, expected, given))
    return _same_value(expected, given)


def _same_value(expected: Any, given: Any) -> bool:
    return _same(expected, given)


def _same(expected: Any, given: Any) -> bool:
    """Whether two plain values are one: numbers by value, times with or without seconds, truths as themselves."""
    if isinstance(expected, bool) or isinstance(given, bool):
        return expected is given
    if isinstance(expected, int | float | Decimal) and isinstance(given, int | float):
        return Decimal(str(expected)) == Decimal(str(given))
    return bool(expected == given) or _same_instant(expected, given)


def _same_instant(expected: Any, given: Any) -> bool:
    """Whether two times are one, written with or without seconds."""
    if not (isinstance(expected, str) and isinstance(given, str) and "T" in expected and "T" in given):
        return False
    try:
        return datetime.fromisoformat(expected) == datetime.fromisoformat(given)
    except ValueError:
        return False


def _found(expected: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    return {field: written(found.get(field)) for field in expected}


def _told(expected: Mapping[str, Any]) -> dict[str, Any]:
    return {field: written(value) for field, value in expected.items()}
