"""Buttons, icons, state badges and notices."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from madang.core.ui.shapes import TONES, Badge, Text, one_of
from madang.core.ui.texts import text

register = template.Library()

_KINDS = ("primary", "secondary", "tertiary", "danger")
_STATES = ("", "busy", "disabled")
TONE_ICONS = {
    "neutral": "circle",
    "info": "circle-dot",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "octagon-alert",
}
_NOTICE_ICONS = TONE_ICONS | {"neutral": "info", "info": "info"}


@lru_cache(maxsize=4)
def _sprite(_static_url: str, _storage: str) -> str:
    """The address of the icon sheet, looked up once for each way of serving static files."""
    return static("madang/icons/sprite.svg")


def icon(name: str, label: str = "") -> SafeString:
    """Return the markup of one icon; without a label it is decoration and hidden from readers."""
    sheet = _sprite(settings.STATIC_URL, settings.STORAGES["staticfiles"]["BACKEND"])
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"/></svg>', label, sheet, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', sheet, name)


def badge(shown: Badge) -> SafeString:
    """Return the markup of a state badge."""
    mark = icon(shown.icon or TONE_ICONS[shown.tone])
    return format_html('<span class="badge {}">{}{}</span>', shown.tone, mark, text(shown.label))


@register.simple_tag
def ui_icon(name: str, *, label: Text = "") -> SafeString:
    """An icon of the sheet: ``{% ui_icon "calendar" %}``; with ``label`` when it stands alone."""
    return icon(name, text(label))


@register.simple_tag
def ui_state(label: Text, *, tone: str = "neutral", icon: str = "") -> SafeString:
    """A state: ``{% ui_state state.public_words tone=state.tone %}``. Words always; colour and icon are added."""
    return badge(Badge(label, tone, icon))


@register.inclusion_tag("ui/button.html")
def ui_button(
    *,
    label: Text,
    href: str = "",
    kind: str = "primary",
    icon: str = "",
    state: str = "",
    name: str = "",
    value: str = "",
) -> dict[str, object]:
    """A button that submits, or a link when ``href`` is given.

    ``{% ui_button label=words kind="secondary" icon="download" href="/files/1/" %}``;
    kinds primary, secondary, tertiary, danger; states "", busy, disabled.
    """
    one_of("kind", kind, _KINDS)
    one_of("state", state, _STATES)
    return {
        "label": label,
        "href": href,
        "kind": kind,
        "icon": icon,
        "state": state,
        "name": name,
        "value": value,
    }


@register.simple_block_tag
def ui_notice(content: str, *, tone: str = "info", title: Text = "", live: bool = False) -> SafeString:
    """A notice with its body between the tags: ``{% ui_notice tone="warning" title="…" %}…{% endui_notice %}``.

    ``live`` announces it to screen readers at once; use it for what has just happened, not for standing texts.
    """
    one_of("tone", tone, TONES)
    role = format_html(' role="{}"', "alert" if tone == "danger" else "status") if live else ""
    head = format_html('<p class="notice-title">{}</p>', text(title)) if title else ""
    return format_html(
        '<div class="notice {}"{}>{}<div class="notice-body">{}{}</div></div>',
        tone,
        role,
        icon(_NOTICE_ICONS[tone]),
        head,
        content,
    )


@register.simple_block_tag
def ui_details(content: str, *, summary: Text, open: bool = False) -> SafeString:
    """A part that opens on request: ``{% ui_details summary="…" %}…{% endui_details %}``."""
    return format_html(
        '<details class="more"{}><summary>{}</summary><div class="more-body">{}</div></details>',
        SafeString(" open") if open else "",
        text(summary),
        content,
    )


@register.inclusion_tag("ui/empty.html")
def ui_empty(*, title: Text, body: Text = "", label: Text = "", href: str = "") -> dict[str, object]:
    """An empty state: what would be here, and what to do: ``{% ui_empty title=t body=b label="…" href="…" %}``."""
    return {"title": title, "body": body, "label": label, "href": href}
