"""Form fields, the summary of errors, filter bars and the autosave line."""

from django import forms, template
from django.forms import BoundField, widgets

from madang.core.ui.shapes import Text, WrongUse, one_of

register = template.Library()

_WIDTHS = ("", "short", "medium", "full")
_CHOICES = (widgets.RadioSelect, widgets.CheckboxSelectMultiple)


@register.inclusion_tag("ui/field.html")
def ui_field(field: BoundField, *, hint: Text = "", width: str = "") -> dict[str, object]:
    """A bound field with label, hint and errors: ``{% ui_field form.title %}``; widths short, medium, full."""
    if not isinstance(field, BoundField):
        raise WrongUse(f"ui_field wants a field of a form, not {field!r}: is its name spelled right?")
    one_of("width", width, _WIDTHS)
    widget = field.field.widget
    if isinstance(widget, widgets.DateInput):
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    return {
        "field": field,
        "control": field.as_widget(attrs=_attributes(field, hint or field.help_text)),
        "hint": hint or field.help_text,
        "width": width,
        "kind": _kind(widget),
    }


def _attributes(field: BoundField, hint: object) -> dict[str, str | bool]:
    """Tie hint and errors to the control, so that they are read out with it."""
    told_by = [f"{field.auto_id}_hint"] * bool(hint) + [f"{field.auto_id}_error"] * bool(field.errors)
    attributes: dict[str, str | bool] = {"class": "control"}
    if told_by and not isinstance(field.field.widget, _CHOICES):
        attributes["aria-describedby"] = " ".join(told_by)
    if field.errors and not isinstance(field.field.widget, _CHOICES):
        attributes["aria-invalid"] = "true"
    return attributes


def _kind(widget: widgets.Widget) -> str:
    if isinstance(widget, _CHOICES):
        return "choices"
    return "check" if isinstance(widget, widgets.CheckboxInput) else "line"


@register.inclusion_tag("ui/errors.html")
def ui_errors(form: forms.BaseForm, *, focus: bool = True) -> dict[str, object]:
    """What must be put right, with a link to each field: ``{% ui_errors form %}`` at the top of the form.

    It takes the focus when the page opens, unless ``focus=False``.
    """
    wrong = [(field, _anchor(field)) for field in form if field.errors] if form.is_bound else []
    return {"whole": form.non_field_errors() if form.is_bound else [], "wrong": wrong, "focus": focus}


def _anchor(field: BoundField) -> str:
    """The id that a link jumps to: the control, or the first choice of a group."""
    return f"{field.auto_id}_0" if isinstance(field.field.widget, _CHOICES) else field.auto_id


@register.inclusion_tag("ui/filter.html")
def ui_filter(
    form: forms.BaseForm, *, label: Text, action: str = "", reset: str = "?", count: int | None = None
) -> dict[str, object]:
    """A filter bar that asks by GET: ``{% ui_filter form label="…" count=page.paginator.count %}``."""
    return {"form": form, "label": label, "action": action, "reset": reset, "count": count}


@register.inclusion_tag("ui/autosave.html")
def ui_autosave(*, url: str, key: str, saved_at: object = None) -> dict[str, object]:
    """The line inside a draft form that keeps it safe: ``{% ui_autosave url=address key=plan.pk saved_at=… %}``.

    Changes are kept on the device and sent to ``url`` when the line is up; without script it says nothing.
    """
    return {"url": url, "key": key, "saved_at": saved_at}
