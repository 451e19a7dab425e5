"""Who convenes, votes and decides in the two committees, and who is excluded from an item (COI-01)."""

import re

from madang.apps.selection.models import BodyMember, Designation
from madang.core.authority import OfficeKind, permit
from madang.kernel.words import Words

SECRETARY = (OfficeKind.SECRETARY,)
DELIBERATION, ZONE = "deliberation_committee", "zone_committee"
BODY_WORDS = {
    DELIBERATION: Words("규제자유특구 심의위원회", "Deliberation Committee"),
    ZONE: Words("규제자유특구위원회", "Zone Committee"),
}
SLUGS = {DELIBERATION: "dc", ZONE: "zc"}
NOTICE_RULE = {DELIBERATION: "DC-06", ZONE: "ZC-04"}
#: the nearest term of the statute for each way in which an item may end
OUTCOME_WORDS = {
    "carried": Words("가결", "Carried"),
    "not_carried": Words("부결", "Not carried"),
    "deferred": Words("보류", "Deferred"),
    "no_quorum": Words("정족수 미달", "No quorum"),
    "not_reached": Words("미처리", "Not reached"),
}
VOTE_WORDS = {"yes": Words("찬성", "Yes"), "no": Words("반대", "No"), "abstain": Words("기권", "Abstained")}
GROUND_WORDS = {
    "member_is_party": Words("위원 본인이 당사자", "The member is a party"),
    "spouse_is_party": Words("(전) 배우자가 당사자", "The (former) spouse is a party"),
    "member_is_co_obliged": Words("공동권리자·공동의무자", "Co-entitled or co-obliged"),
    "relative_is_party": Words("(전) 친족이 당사자", "A (former) relative is a party"),
    "member_advised": Words("증언·자문·용역·연구·감정", "Testimony, advice, service, research or appraisal"),
    "member_represents_party": Words("당사자의 대리인", "Represents a party"),
    "member_employed_by_party": Words(
        "당사자에 재직 중이거나 최근 재직", "Is or was lately employed by a party"
    ),
    "challenged": Words("기피 의결", "Challenged, by vote"),
    "withdrew": Words("회피", "Withdrew"),
}
_BETWEEN_NAMES = re.compile(r"[,;·\n(]")
_SECRETARY = Words("위원회 운영은 간사가 맡습니다.", "The secretary runs the committee.")


def employed_by_party(member: BodyMember, designation: Designation) -> bool:
    """Whether the member's affiliation names a party: the applicant, or an operator listed in the plan.

    Names are compared whole; a likeness is for the secretary to judge and to record.
    """
    affiliation = member.affiliation.strip()
    if not affiliation:
        return False
    applicant = designation.organisation.name_ko
    operators = _BETWEEN_NAMES.split(str(designation.items.get("operators", "")))
    at_applicant = affiliation == applicant or affiliation.startswith(f"{applicant} ")
    return at_applicant or affiliation in {name.strip() for name in operators}


permit("selection.convene_sitting", SECRETARY, because=_SECRETARY)
permit("selection.enrol_member", SECRETARY, because=_SECRETARY)
permit("selection.open_sitting", SECRETARY, because=_SECRETARY)
permit("selection.recuse_member", SECRETARY, because=_SECRETARY)
permit("selection.record_votes", SECRETARY, because=_SECRETARY)
permit("selection.decide_item", SECRETARY, because=_SECRETARY)
permit("selection.defer_item", SECRETARY, because=_SECRETARY)
permit("selection.close_sitting", SECRETARY, because=_SECRETARY)
permit(
    "selection.cast_ballot",
    (OfficeKind.SECRETARY, OfficeKind.MEMBER),
    because=Words(
        "위원은 직접 투표하고, 간사는 회의에서 확인한 표를 기록합니다.",
        "Members cast their own vote; the secretary records a show of hands.",
    ),
)
