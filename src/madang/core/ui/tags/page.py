"""What frames a page: navigation, breadcrumbs, tabs, language, look, messages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.template import Context

from madang.core.ui.shapes import Link, LinkGroup, Text
from madang.core.ui.texts import in_english

register = template.Library()

LOOKS = ("light", "dark", "contrast")


@register.simple_tag(takes_context=True)
def ui_chosen_look(context: Context) -> str:
    """The look that the reader chose (light, dark, contrast), or "" to follow the device."""
    request = context.get("request")
    chosen = context.get("look") or (request.COOKIES.get("look") if request else "")
    return chosen if chosen in LOOKS else ""


@register.simple_tag
def ui_official() -> bool:
    """Whether this copy is an official government site (a setting, off by default)."""
    return bool(getattr(settings, "OFFICIAL_BANNER", False))


@register.inclusion_tag("ui/navigation.html")
def ui_navigation(
    links: Sequence[Link | tuple[Text, str, bool]], *, label: Text, inside: bool = False
) -> dict[str, object]:
    """The main navigation: ``{% ui_navigation navigation label="…" %}`` with (label, href, current); ``inside`` a section."""
    return {"links": _links(links), "label": label, "inside": inside}


@register.inclusion_tag("ui/sidenav.html")
def ui_sidenav(groups: Sequence[LinkGroup], *, label: Text) -> dict[str, object]:
    """Side navigation in groups: ``{% ui_sidenav groups label="…" %}`` with ``LinkGroup(title, links)``."""
    return {"groups": [LinkGroup(title, _links(links)) for title, links in groups or ()], "label": label}


@register.inclusion_tag("ui/breadcrumbs.html")
def ui_breadcrumbs(links: Sequence[Link | tuple[Text, str]]) -> dict[str, object]:
    """Where the page stands: ``{% ui_breadcrumbs crumbs %}``; the last one is the page itself."""
    return {"links": _links(links)}


@register.inclusion_tag("ui/tabs.html")
def ui_tabs(links: Sequence[Link], *, label: Text) -> dict[str, object]:
    """Tabs that are links: ``{% ui_tabs tabs label="…" %}`` with ``Link(label, href, current, count)``."""
    return {"links": _links(links), "label": label}


@register.inclusion_tag("ui/wordmark.html")
def ui_wordmark(*, href: str = "") -> dict[str, object]:
    """The name of the platform, the same in both languages; a link when ``href`` is given."""
    return {"href": href, "korean": "마당", "latin": "Madang"}


@register.inclusion_tag("ui/language.html", takes_context=True)
def ui_language(context: Context) -> dict[str, object]:
    """The switch to the other language, written in that language, when the page knows its other address."""
    code, name = ("ko", "한국어") if in_english() else ("en", "English")
    return {"path": context.get("other_language_path"), "code": code, "name": name}


@register.inclusion_tag("ui/look.html", takes_context=True)
def ui_look(context: Context) -> dict[str, object]:
    """The switch between device, light, dark and high contrast: a form that sets a cookie, without script."""
    request = context.get("request")
    return {"chosen": ui_chosen_look(context), "path": request.get_full_path() if request else "/"}


@register.inclusion_tag("ui/messages.html", takes_context=True)
def ui_messages(context: Context) -> dict[str, object]:
    """What the last act said, once: Django's messages as live notices."""
    return {"messages": context.get("messages") or ()}


def _links(links: Iterable[Link | tuple[Any, ...]] | None) -> list[Link]:
    """Links as records; a bare (label, href, current) will do."""
    return [link if isinstance(link, Link) else Link(*link) for link in links or ()]
