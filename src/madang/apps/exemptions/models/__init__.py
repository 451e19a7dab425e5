"""The tables of the exemptions, by procedure. Django finds models in a package only when it names them."""

from madang.apps.exemptions.models.conditions import Condition, Cover
from madang.apps.exemptions.models.confirmations import (
    Confirmation,
    ConfirmationReply,
    ConfirmationSupplement,
    ConfirmationVote,
)
from madang.apps.exemptions.models.follow_ups import FollowUp, FollowUpOutcome
from madang.apps.exemptions.models.life import ToolMeasure, ToolResults
from madang.apps.exemptions.models.menu import MenuUse
from madang.apps.exemptions.models.negative_list import RegulationEntry, RegulationList
from madang.apps.exemptions.models.outlooks import ToolOutlook
from madang.apps.exemptions.models.revisions import LawRevision, RevisionStep
from madang.apps.exemptions.models.tools import (
    Project,
    Tool,
    ToolReply,
    ToolRequest,
    ToolSupplement,
    ToolTerm,
    ToolVote,
)

__all__ = [
    "Condition", "Confirmation", "ConfirmationReply", "ConfirmationSupplement", "ConfirmationVote", "Cover", "FollowUp",
    "FollowUpOutcome", "LawRevision", "MenuUse", "Project", "RegulationEntry", "RegulationList", "RevisionStep", "Tool",
    "ToolMeasure", "ToolOutlook", "ToolReply", "ToolRequest", "ToolResults", "ToolSupplement", "ToolTerm", "ToolVote",
]  # fmt: skip
