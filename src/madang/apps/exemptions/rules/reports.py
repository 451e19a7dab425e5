"""Who may do what after the demonstration: the operator reports, the Ministry follows the law, the local government closes."""

from madang.apps.exemptions.rules.tools import LOCAL, LOCALS, MINISTRYS, OWN, governs, operates, reads_tool
from madang.core.authority import OfficeKind, permit

permit("exemptions.file_results", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.follow_revision", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.close_tool", LOCAL, where=governs, because=LOCALS)
