"""Tables and pagers. Long lists keep their filters while one sorts and turns pages."""

from collections.abc import Sequence

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from madang.core.ui.cells import cell, lookup
from madang.core.ui.shapes import Column, Text, WrongUse, one_of
from madang.core.ui.texts import text

register = template.Library()
#: characters of a name and value of a query: what is longer is nobody's filter and would swell every link
MOST_ASKED = 200


@register.inclusion_tag("ui/table.html", takes_context=True)
def ui_table(
    context: Context,
    rows: Sequence[object],
    *,
    columns: Sequence[Column],
    caption: Text,
    sort: str = "",
    empty: Text = "",
    narrow: str = "cards",
) -> dict[str, object]:
    """A table of rows: ``{% ui_table zones columns=columns caption="…" sort=request.GET.sort %}``.

    ``columns`` are ``Column(label, value, numeric, sort)``; the first is the heading of its row. On phones rows
    become cards (``narrow="cards"``) or the table scrolls sideways (``narrow="scroll"``).
    """
    if not columns:
        raise WrongUse("a table needs at least one column")
    one_of("narrow", narrow, ("cards", "scroll"))
    return {
        "caption": caption,
        "heads": [_head(context, column, sort) for column in columns],
        "body": _body(rows, columns),
        "empty": empty,
        "narrow": narrow,
    }


@register.simple_block_tag
def ui_scroll(content: str, *, label: Text, narrow: str = "scroll") -> SafeString:
    """A region around a handwritten table that scrolls sideways, by keyboard too: ``{% ui_scroll label="…" %}``.

    With ``narrow="cards"`` rows become cards on phones; each ``td`` then needs its heading in ``data-label``.
    """
    one_of("narrow", narrow, ("cards", "scroll"))
    return format_html(
        '<div class="scroll table-{}" role="region" tabindex="0" aria-label="{}">{}</div>',
        narrow,
        text(label),
        content,
    )


@register.inclusion_tag("ui/pager.html", takes_context=True)
def ui_pager(context: Context, page: Page, *, name: str = "page") -> dict[str, object]:
    """The pager of a Django page: ``{% ui_pager page %}``; nothing when everything fits on one."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ellipsis = page.paginator.ELLIPSIS
    return {
        "page": page,
        "numbers": [(n, "" if n == ellipsis else address(context, **{name: n})) for n in numbers],
        "previous": address(context, **{name: page.number - 1}) if page.has_previous() else "",
        "next": address(context, **{name: page.number + 1}) if page.has_next() else "",
    }


def address(context: Context, **changes: object) -> str:
    """Return the query of this page with some values changed; the page number is dropped unless it is given."""
    request = context.get("request")
    query = QueryDict(mutable=True)
    for key, asked in request.GET.items() if request else ():
        if key != "page" and len(key) + len(asked) <= MOST_ASKED:
            query[key] = asked
    for key, value in changes.items():
        query[key] = str(value)
    return f"?{query.urlencode()}"


def _head(context: Context, column: Column, sort: str) -> dict[str, object]:
    """A column heading; its link turns the order round when the table is sorted by it already."""
    order = {column.sort: "ascending", f"-{column.sort}": "descending"}.get(sort, "") if column.sort else ""
    wanted = f"-{column.sort}" if order == "ascending" else column.sort
    href = address(context, sort=wanted) if column.sort else ""
    return {"label": column.label, "numeric": column.numeric, "order": order, "href": href}


def _body(rows: Sequence[object], columns: Sequence[Column]) -> SafeString:
    """The rows as markup. Written here and not in the template: a list has hundreds of cells."""
    labels = [format_html(' data-label="{}"', text(column.label)) for column in columns]
    return mark_safe("".join(_row(row, columns, labels) for row in rows))


def _row(row: object, columns: Sequence[Column], labels: Sequence[str]) -> str:
    cells: list[str] = []
    for column, label in zip(columns, labels, strict=True):
        value = lookup(row, column.value) if isinstance(column.value, str) else column.value(row)
        kind = ' class="number"' if column.numeric else ""
        opening, closing = ("<td", "</td>") if cells else ('<th scope="row"', "</th>")
        cells.append(f"{opening}{kind}{label}>{cell(value)}{closing}")
    return f"<tr>{''.join(cells)}</tr>"
