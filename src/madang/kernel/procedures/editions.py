"""Which edition of a procedure holds on a day; a case keeps the edition it began under."""

from datetime import date

from madang.kernel.procedures import (
    calls,
    claim,
    condition,
    confirmation,
    confirmation_reply,
    consultation,
    designation,
    exemption,
    incident,
    interim_permit,
    law_revision,
    measure_task,
    menu_case,
    plans,
    regulation_list,
    tool_record,
    tool_reply,
    tool_requests,
    zone,
)
from madang.kernel.workflow import Procedure, checked

ALL: tuple[Procedure, ...] = tuple(
    checked(p)
    for table in (
        calls,
        plans,
        designation,
        consultation,
        zone,
        confirmation,
        confirmation_reply,
        exemption,
        interim_permit,
        tool_record,
        tool_reply,
        tool_requests,
        condition,
        law_revision,
        measure_task,
        incident,
        claim,
        menu_case,
        regulation_list,
    )
    for p in table.EDITIONS
)
_BY_KEY = {(p.name, p.edition): p for p in ALL}


def procedure(name: str, edition: str) -> Procedure:
    """Return one edition; KeyError when there is none.

    >>> procedure("designation", "V3").initial
    'preparing'
    """
    return _BY_KEY[name, edition]


def edition_on(name: str, on: date | None) -> str:
    """Return the edition in force on a day (the first one when the day is unknown or earlier)."""
    editions = sorted((p for p in ALL if p.name == name), key=lambda p: p.in_force_from)
    held = [p.edition for p in editions if on is not None and p.in_force_from <= on]
    return held[-1] if held else editions[0].edition
