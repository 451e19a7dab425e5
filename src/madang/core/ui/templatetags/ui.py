"""The library ``ui``: every tag and filter of the components, gathered from ``core/ui/tags``."""

from django import template

from madang.core.ui.tags import actions, charts, facts, forms, page, tables, texts, time

register = template.Library()
for part in (actions, charts, facts, forms, page, tables, texts, time):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
