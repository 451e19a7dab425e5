"""Who may do what about the end of a term: the operator asks for the revision, the clock does the rest."""

from madang.apps.exemptions.rules.tools import OWN, SYSTEMS, operates
from madang.core.authority import OfficeKind, permit

permit("exemptions.request_revision", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.pass_term", (OfficeKind.SYSTEM,), because=SYSTEMS)
