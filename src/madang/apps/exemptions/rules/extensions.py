"""Who may do what about an extension: the operator asks, its local government passes it on, the Ministry decides."""

from madang.apps.exemptions.rules.tools import LOCAL, LOCALS, MINISTRYS, OWN, governs, operates, reads_tool
from madang.core.authority import OfficeKind, permit

permit("exemptions.ask_extension", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.pass_tool_request", LOCAL, where=governs, because=LOCALS)
permit("exemptions.decide_extension", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
