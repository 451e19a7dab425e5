"""Who may do what about a change: as for an extension, and the ministry that regulates answers."""

from madang.apps.exemptions.rules.tools import ASKEDS, MINISTRYS, OWN, operates, reads_tool, was_asked
from madang.core.authority import OfficeKind, permit

permit("exemptions.ask_change", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.handle_change", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.answer_change", (OfficeKind.OTHER_MINISTRY,), where=was_asked, because=ASKEDS)
