"""A general rule and its exceptions: "…, unless …".

An exception that applies takes the place of the general rule. Two that apply at once must come to the same; where they
disagree, no text says which goes first, and the kernel refuses rather than choose. An exception that cannot be decided
leaves the answer open, unless it would change nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words

Outcome = Callable[[Facts], Finding]


class ConflictingExceptions(Refusal, ValueError):
    """Two exceptions apply at once and come to different answers."""

    def __init__(self, first: "Unless", second: "Unless") -> None:
        self.names = (first.words, second.words)
        super().__init__(
            Words(
                f"함께 적용되는 두 예외의 결과가 서로 다릅니다: ‘{first.words.ko}’, ‘{second.words.ko}’. "
                "어느 것이 앞서는지 정한 규정이 없습니다.",
                f"two exceptions apply and disagree: “{first.words.en}” and “{second.words.en}”; "
                "no provision says which goes first.",
            )
        )


@dataclass(frozen=True, slots=True)
class Unless:
    """One exception: what it is called, whether it applies, and what then holds."""

    words: Words
    applies: Callable[[Facts], bool]
    outcome: Outcome


def general(rule: Outcome, *, unless: Sequence[Unless]) -> Outcome:
    """The meaning of a rule with exceptions, as a function of the facts.

    The function raises ConflictingExceptions, and MissingFacts naming what would decide an exception.

    >>> from datetime import date
    >>> from madang.kernel.statutes.findings import fails, holds
    >>> closed = Unless(
    ...     Words("비공개", "closed"), lambda facts: facts.truth("closed_by_resolution"), lambda facts: holds("됨.", "so.")
    ... )
    >>> meaning = general(lambda facts: fails("안 됨.", "not so."), unless=[closed])
    >>> meaning(Facts({"closed_by_resolution": True}, date(2025, 1, 2))).sentence.en
    'so.'
    """
    exceptions = tuple(unless)

    def meaning(facts: Facts) -> Finding:
        applying, undecided, missing = _sorted_out(exceptions, facts)
        try:
            found = _common(applying, facts) if applying else rule(facts)
        except MissingFacts as lacking:
            raise MissingFacts([*missing, *lacking.names]) from None
        if any(_differs(exception, facts, found) for exception in undecided):
            raise MissingFacts(missing)
        return found

    return meaning


def _sorted_out(exceptions: Sequence[Unless], facts: Facts) -> tuple[list[Unless], list[Unless], list[str]]:
    """The exceptions that apply, those that cannot be decided, and the facts that would decide them."""
    applying, undecided, missing = [], [], list[str]()
    for exception in exceptions:
        try:
            if exception.applies(facts):
                applying.append(exception)
        except MissingFacts as lacking:
            undecided.append(exception)
            missing += lacking.names
    return applying, undecided, missing


def _common(applying: Sequence[Unless], facts: Facts) -> Finding:
    found = [exception.outcome(facts) for exception in applying]
    for exception, other in zip(applying, found, strict=True):
        if (other.status, other.value) != (found[0].status, found[0].value):
            raise ConflictingExceptions(applying[0], exception)
    return found[0]


def _differs(exception: Unless, facts: Facts, found: Finding) -> bool:
    """Whether an exception would change the answer; one whose outcome cannot be told might."""
    try:
        other = exception.outcome(facts)
    except MissingFacts:
        return True
    return (other.status, other.value) != (found.status, found.value)
