"""Facts and where they come from: key facts, provenance, checklist, stat tile, receipt, "why you see this"."""

from collections.abc import Sequence

from django import template

from madang.core.ui.cells import cell, stated
from madang.core.ui.shapes import Check, Conflict, Fact, Receipt, Source, Text, one_of

register = template.Library()

_CONFIDENCE = ("", "high", "medium", "low")


@register.inclusion_tag("ui/facts.html")
def ui_facts(facts: Sequence[Fact]) -> dict[str, object]:
    """Labelled values: ``{% ui_facts facts %}`` with a list of ``Fact(label, value, note)``."""
    return {"facts": [(fact.label, stated(fact.value), fact.note) for fact in facts]}


@register.inclusion_tag("ui/provenance.html")
def ui_provenance(
    sources: Sequence[Source], *, confidence: str = "", conflicts: Sequence[Conflict] = (), note: Text = ""
) -> dict[str, object]:
    """Where facts were read, how sure they are, and where sources disagree (both values stand).

    ``{% ui_provenance sources confidence="high" conflicts=conflicts %}``; confidence high, medium, low or "".
    """
    one_of("confidence", confidence, _CONFIDENCE)
    shown = [(c.about, [(cell(value), source) for value, source in c.values]) for c in conflicts]
    return {"sources": sources, "confidence": confidence, "conflicts": shown, "note": note}


@register.inclusion_tag("ui/checklist.html")
def ui_checklist(checks: Sequence[Check], *, title: Text = "") -> dict[str, object]:
    """Items met, not met or unknown, each with its article: ``{% ui_checklist checks title="…" %}``."""
    return {"checks": checks, "title": title, "met": sum(c.met is True for c in checks), "total": len(checks)}


@register.inclusion_tag("ui/stat.html")
def ui_stat(
    *, label: Text, value: object, unit: Text = "", note: Text = "", href: str = ""
) -> dict[str, object]:
    """One number with its unit and basis: ``{% ui_stat label="…" value=42 unit="개" note="2025. 5. 기준" href="…" %}``."""
    return {
        "label": label,
        "value": stated(value),
        "known": value is not None,
        "unit": unit,
        "note": note,
        "href": href,
    }


@register.inclusion_tag("ui/receipt.html")
def ui_receipt(receipt: Receipt) -> dict[str, object]:
    """A receipt card: ``{% ui_receipt receipt %}`` with ``Receipt(number, at, digest, title, files)``."""
    return {"receipt": receipt}


@register.inclusion_tag("ui/why.html")
def ui_why(reason: Text) -> dict[str, object]:
    """The line that says why the reader may see the page: ``{% ui_why reason %}``."""
    return {"reason": reason}
