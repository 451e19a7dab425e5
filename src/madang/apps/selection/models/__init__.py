"""The tables of selection, by procedure. Django finds models in a package only when it names them."""

from madang.apps.selection.models.calls import Call, CallRule, FunnelCount, Plan, PlanPartner, Receipt
from madang.apps.selection.models.committees import Ballot, Body, BodyMember, Item, Recusal, Sitting
from madang.apps.selection.models.designation import (
    Consultation,
    Designation,
    Gazette,
    Hearing,
    Opinion,
    PriorConsultation,
    PublicNotice,
    Supplement,
)
from madang.apps.selection.models.evaluation import (
    AssignmentRun,
    Bonus,
    ConflictDeclaration,
    ConflictRule,
    EvaluationAssignment,
    Evaluator,
    OfficialResult,
    PresentationSlot,
    ScoreSheet,
)

__all__ = [
    "AssignmentRun", "Ballot", "Body", "BodyMember", "Bonus", "Call", "CallRule", "ConflictDeclaration", "ConflictRule",
    "Consultation", "Designation", "EvaluationAssignment", "Evaluator", "FunnelCount", "Gazette", "Hearing", "Item",
    "OfficialResult", "Opinion", "Plan", "PlanPartner", "PresentationSlot", "PriorConsultation", "PublicNotice",
    "Receipt", "Recusal", "ScoreSheet", "Sitting", "Supplement",
]  # fmt: skip
