"""Who may do what about a correction or cancellation: the Ministry leads, both sides are heard, the committee votes."""

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

permit("exemptions.propose_measure", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.apply_for_cancellation", LOCAL, where=governs, because=LOCALS)
permit("exemptions.give_measure_opinion", LOCAL, where=governs, because=LOCALS)
permit("exemptions.decide_measure", (OfficeKind.MINISTRY,), where=reads_tool, because=MINISTRYS)
permit("exemptions.record_cancellation_vote", (OfficeKind.SECRETARY,), where=reads_tool, because=SECRETARYS)
permit("exemptions.tell_stop", (OfficeKind.FIRM,), where=operates, because=OWN)
