"""Who may do what with a request for an exemption or interim permit, up to the decision: each office its own part."""

from madang.apps.exemptions.rules.tools import (
    ASKEDS,
    LOCAL,
    LOCALS,
    MINISTRYS,
    OWN,
    SECRETARYS,
    governs,
    operates,
    reads_tool,
    was_asked,
)
from madang.core.authority import OfficeKind, permit

permit("exemptions.ask_tool", (OfficeKind.FIRM,), because=OWN)
permit("exemptions.write_tool", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.examine_tool", LOCAL, where=governs, because=LOCALS)
permit("exemptions.handle_tool", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.reply_on_tool", (OfficeKind.OTHER_MINISTRY,), where=was_asked, because=ASKEDS)
permit("exemptions.file_tool_supplement", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.record_tool_vote", (OfficeKind.SECRETARY,), where=reads_tool, because=SECRETARYS)
