"""Permissions to read, each with the query that lists what may be read; both must say the same."""

from collections.abc import Callable

from django.db.models import QuerySet

from madang.apps.demonstrations.queries.safety import incidents_visible_to
from madang.apps.exemptions.queries.confirmations import confirmations_visible_to
from madang.apps.exemptions.queries.negative_list import draft_lists_visible_to
from madang.apps.exemptions.queries.tools import tools_visible_to
from madang.apps.firms.queries.files import files_visible_to
from madang.apps.selection.queries.consultation import consultations_visible_to
from madang.apps.selection.queries.plans import plans_visible_to
from madang.core.authority import Actor

READS: dict[str, Callable[[Actor], QuerySet]] = {
    "demonstrations.read_safety": incidents_visible_to,
    "exemptions.read_confirmation": confirmations_visible_to,
    "exemptions.read_tool": tools_visible_to,
    "exemptions.read_draft_list": draft_lists_visible_to,
    "firms.read_file": files_visible_to,
    "selection.read_consultation": consultations_visible_to,
    "selection.read_plan": plans_visible_to,
}
