"""Who may do what with a condition: the ministry asks and proves, the Ministry decides, the operator keeps or contests."""

from madang.apps.exemptions.rules.tools import ASKEDS, MINISTRYS, OWN, operates, reads_tool, was_asked
from madang.core.authority import OfficeKind, permit

permit("exemptions.ask_condition", (OfficeKind.OTHER_MINISTRY,), where=was_asked, because=ASKEDS)
permit("exemptions.file_condition_papers", (OfficeKind.OTHER_MINISTRY,), where=was_asked, because=ASKEDS)
permit("exemptions.decide_condition", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.keep_condition", (OfficeKind.FIRM,), where=operates, because=OWN)
