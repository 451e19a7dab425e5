"""Who may enter what was published about exemptions and permits, and how a reported outcome moves a tool on record."""

from collections.abc import Mapping

from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

#: the move of the record that each reported outcome stands for
MOVES: Mapping[str, str] = {
    "ongoing": "report_running",
    "extended": "report_extension",
    "permit_extended": "report_extension",
    "interim_permit": "report_bridge",
    "law_revised": "report_revision",
    "standard_revised": "report_revision",
    "interpretation": "report_end",
    "zone_ended": "report_end",
    "ended": "report_end",
}
#: outcomes that sources state of an interim permit, of an exemption, or of either
OF_PERMITS, OF_EXEMPTIONS = ("permit_extended",), ("interim_permit", "extended")

permit(
    "exemptions.record",
    (OfficeKind.MINISTRY, OfficeKind.SYSTEM),
    because=Words(
        "공표된 실증특례ㆍ임시허가의 기록은 중소벤처기업부가 관리합니다.",
        "The Ministry keeps the record of published exemptions and permits.",
    ),
)
