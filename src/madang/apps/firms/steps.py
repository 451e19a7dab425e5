"""The step that acts of other apps take with the file of a firm: a paper goes into a case without a second upload."""

from datetime import datetime
from typing import Any

from madang.apps.firms import events
from madang.apps.firms.models import Company
from madang.apps.firms.queries.files import documents_of
from madang.core.acts import Invalid
from madang.core.audit.events import Facts, kind_name, record
from madang.core.authority import Actor
from madang.core.files.attaching import attach_kept
from madang.core.files.models import Attachment
from madang.kernel.words import Words


def attach_from_file(
    case: Any, paper: str, document: Attachment, *, actor: Actor, at: datetime
) -> Attachment:
    """Attach a paper of the actor's own file to a case; the offices with a part in the case read that copy alone.

    Works only inside an act, and records what was taken over in the file of the firm.

    Raises:
        Invalid: the paper is not in the actor's own file; the answer is the same when there is none.
    """
    own = actor.office.organisation_id
    kept = documents_of(own).filter(pk=document.pk).first()
    if own is None or kept is None:
        raise Invalid(Words("우리 기업 파일에 없는 서류입니다.", "Your file holds no such paper."), "papers")
    attached = attach_kept(case, paper, kept, actor=actor, at=at)
    company = Company.objects.select_related("organisation").get(organisation_id=own)
    told = {"name": kept.name, "case_kind": kind_name(case), "case_id": str(case.pk)}
    record(events.TAKEN_OVER, company, actor=actor, at=at, facts=Facts(told))
    return attached
