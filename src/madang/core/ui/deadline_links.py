"""Where a deadline leads: to the rule behind it and to its sum again; the app that has such pages says so itself."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.urls import NoReverseMatch


class DeadlineLinks(NamedTuple):
    """The page of the rule, and the calculator filled in with the dates; empty where there is none."""

    rule: str = ""
    again: str = ""


_makers: list[Callable[[Any], DeadlineLinks]] = []


def lead_deadlines_by(maker: Callable[[Any], DeadlineLinks]) -> None:
    """Let deadlines lead where ``maker`` says; the last one named is asked."""
    _makers[:] = [maker]


def links_of(due: Any) -> DeadlineLinks:
    """Where a deadline leads; nowhere while no app has said, or where its pages are not served."""
    try:
        return _makers[0](due) if due and _makers else DeadlineLinks()
    except NoReverseMatch:
        return DeadlineLinks()
