"""Who may consult and be consulted: one ministry never answers for another."""

from madang.apps.selection.models import Consultation
from madang.core.authority import APPLICANTS, Actor, OfficeKind, permit
from madang.kernel.words import Words

POSITION_WORDS = {
    "agree": Words("동의", "Agrees"),
    "conditional": Words("조건부 동의", "Agrees on conditions"),
    "disagree": Words("부동의", "Disagrees"),
    "no_comment": Words("의견 없음", "No comment"),
}
OTHER_MINISTRY = (OfficeKind.OTHER_MINISTRY,)
_OWN = Words("협의를 요청받은 기관이 스스로 회신합니다.", "The ministry that was asked replies for itself.")


def asked_itself(actor: Actor, subject: object) -> bool:
    """The consultation was asked of the actor's own organisation."""
    return isinstance(subject, Consultation) and subject.organisation_id == actor.office.organisation_id


def applicant_of_consultation(actor: Actor, subject: object) -> bool:
    """The consultation is about the plan of the actor's own organisation."""
    return (
        isinstance(subject, Consultation)
        and subject.designation.organisation_id == actor.office.organisation_id
    )


def reads_consultation(actor: Actor, subject: object) -> bool:
    """The ministry and the secretaries read all; a consulted ministry its own; an applicant those on its plan."""
    if actor.kind in (OfficeKind.MINISTRY, OfficeKind.SECRETARY):
        return isinstance(subject, Consultation)
    return asked_itself(actor, subject) or applicant_of_consultation(actor, subject)


permit(
    "selection.open_consultation",
    (OfficeKind.MINISTRY,),
    because=Words("협의는 중소벤처기업부가 요청합니다.", "The ministry opens the consultation."),
)
permit("selection.reply_to_consultation", OTHER_MINISTRY, where=asked_itself, because=_OWN)
permit("selection.ask_consultation_supplement", OTHER_MINISTRY, where=asked_itself, because=_OWN)
permit(
    "selection.file_consultation_supplement",
    APPLICANTS,
    where=applicant_of_consultation,
    because=Words("보완은 신청 기관이 제출합니다.", "The applicant files the supplement."),
)
permit(
    "selection.read_consultation",
    (*APPLICANTS, OfficeKind.MINISTRY, OfficeKind.SECRETARY, OfficeKind.OTHER_MINISTRY),
    where=reads_consultation,
    because=Words(
        "협의를 요청받은 기관, 신청 기관, 중소벤처기업부와 위원회 간사가 볼 수 있습니다.",
        "The ministry asked, the applicant, the ministry and the committees' secretary may read it.",
    ),
)
