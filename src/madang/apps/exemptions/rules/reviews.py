"""Who may do what with a review of the result: the operator asks, its local government passes it on, the committee votes."""

from madang.apps.exemptions.rules.tools import (
    LOCAL,
    LOCALS,
    MINISTRYS,
    OWN,
    SECRETARYS,
    governs,
    operates,
    reads_tool,
)
from madang.core.authority import OfficeKind, permit

permit("exemptions.ask_review", (OfficeKind.FIRM,), where=operates, because=OWN)
permit("exemptions.pass_review", LOCAL, where=governs, because=LOCALS)
permit("exemptions.table_review", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.record_review_vote", (OfficeKind.SECRETARY,), where=reads_tool, because=SECRETARYS)
