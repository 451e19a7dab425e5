"""The tables of the demonstrations, by topic. Django finds models in a package only when it names them."""

from madang.apps.demonstrations.models.abroad import CustomsRecord, Track, TrackCertificate, TrackStep
from madang.apps.demonstrations.models.milestones import DemonstrationPlan, Milestone, Slip
from madang.apps.demonstrations.models.partners import Partner
from madang.apps.demonstrations.models.safety import Claim, Defect, Incident, IncidentMeasure, Inspection
from madang.apps.demonstrations.models.sites import DemonstrationSite, SiteUse
from madang.apps.demonstrations.models.task_forces import TaskForce, TaskForceMeeting, TaskForceMember

__all__ = [
    "Claim", "CustomsRecord", "Defect", "DemonstrationPlan", "DemonstrationSite", "Incident", "IncidentMeasure", "Inspection", "Milestone", "Partner", "SiteUse", "Slip", "TaskForce",
    "TaskForceMeeting", "TaskForceMember", "Track", "TrackCertificate", "TrackStep",
]  # fmt: skip
