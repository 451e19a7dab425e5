"""Chart tags: each draws an SVG with title and description, and the same figures as a table."""

from django import template

from madang.core.ui import shapes
from madang.core.ui.charts import bars, funnel, gantt, lines, tiles

register = template.Library()


@register.inclusion_tag("ui/chart.html")
def ui_bars(chart: shapes.BarChart) -> dict[str, object]:
    """Horizontal bars: ``{% ui_bars chart %}`` with a ``BarChart``."""
    return bars.drawn(chart).context


@register.inclusion_tag("ui/chart.html")
def ui_lines(chart: shapes.LineChart) -> dict[str, object]:
    """Lines over common labels: ``{% ui_lines chart %}`` with a ``LineChart``."""
    return lines.drawn(chart).context


@register.inclusion_tag("ui/chart.html")
def ui_funnel(chart: shapes.Funnel) -> dict[str, object]:
    """Stages and what was left at each: ``{% ui_funnel chart %}`` with a ``Funnel``."""
    return funnel.drawn(chart).context


@register.inclusion_tag("ui/chart.html")
def ui_gantt(chart: shapes.Gantt) -> dict[str, object]:
    """Spans of days with today marked: ``{% ui_gantt chart %}`` with a ``Gantt``."""
    return gantt.drawn(chart).context


@register.inclusion_tag("ui/tiles.html")
def ui_tiles(chart: shapes.TileMap) -> dict[str, object]:
    """The country as a grid of links: ``{% ui_tiles chart %}`` with a ``TileMap``."""
    return tiles.laid(chart)
