"""The main navigation: only pages that exist, and only those that the reader may open."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from madang.core.authority import Actor, OfficeKind

PUBLIC_ENTRIES = (
    (_("특구"), "/zones/"),
    (_("공모"), "/calls/"),
    (_("지정 절차"), "/designations/"),
    (_("신속확인"), "/confirmations/"),
    (_("실증 레이더"), "/radar/"),
    (_("위원회"), "/committees/"),
    (_("법령·기한"), "/law/"),
)
OFFICE_ENTRIES = ((_("내 업무"), "/desk/"),)


class Entry(NamedTuple):
    """One link of the navigation."""

    label: object
    href: str
    current: bool


def entries_for(actor: Actor, path: str) -> list[Entry]:
    """Return the links for a reader; the one that holds the page is marked."""
    prefix, inner = ("/en", path[3:]) if path.startswith("/en/") else ("", path)
    shown = PUBLIC_ENTRIES if actor.kind is OfficeKind.PUBLIC else (*OFFICE_ENTRIES, *PUBLIC_ENTRIES)
    return [Entry(label, prefix + href, inner.startswith(href)) for label, href in shown]
