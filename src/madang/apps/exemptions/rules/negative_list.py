"""Who draws up, resolves on and gazettes a list of regulations, and who reads one that is not gazetted yet."""

from madang.apps.exemptions.models import RegulationList
from madang.apps.exemptions.models.negative_list import IN_THE_MAKING
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

#: states in which the committee has a part
WITH_COMMITTEE = ("tabled", "resolved")


def reads_draft(actor: Actor, subject: object) -> bool:
    """The Ministry reads what it draws up; the secretary what has come before the committee."""
    if not isinstance(subject, RegulationList) or subject.state not in IN_THE_MAKING:
        return False
    return actor.kind is OfficeKind.MINISTRY or subject.state in WITH_COMMITTEE


permit(
    "exemptions.write_list",
    (OfficeKind.MINISTRY,),
    because=Words(
        "법령규제목록은 중소벤처기업부가 작성하여 고시합니다.",
        "The Ministry draws the list up and gazettes it.",
    ),
)
permit(
    "exemptions.vote_on_list",
    (OfficeKind.SECRETARY,),
    because=Words("위원회 간사가 표결을 기록합니다.", "The secretary of the committee records the vote."),
)
permit(
    "exemptions.read_draft_list",
    (OfficeKind.MINISTRY, OfficeKind.SECRETARY),
    where=reads_draft,
    because=Words(
        "고시하기 전의 목록은 작성하는 중소벤처기업부와 심의하는 위원회의 간사만 봅니다.",
        "A list that is not gazetted is read by the Ministry and the secretary of the committee alone.",
    ),
)
