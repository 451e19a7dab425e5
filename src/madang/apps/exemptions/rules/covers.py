"""Who may do what about the cover of a tool and its start: the operator acts, its local government agrees to a plan."""

from madang.apps.exemptions.rules.tools import LOCAL, LOCALS, OWN, governs, operates
from madang.core.authority import OfficeKind, permit

permit("exemptions.file_cover", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.agree_to_plan", LOCAL, where=governs, because=LOCALS)
permit("exemptions.start_tool", (OfficeKind.FIRM,), where=operates, because=OWN)
