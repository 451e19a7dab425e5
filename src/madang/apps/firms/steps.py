"""The step that acts of other apps take with the file of a firm: a paper goes into a case without a second upload."""

from datetime import datetime
from itertools import count
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
    kept.name = _free_name(case, paper, kept)
    attached = attach_kept(case, paper, kept, actor=actor, at=at)
    company = Company.objects.select_related("organisation").get(organisation_id=own)
    told = {"name": kept.name, "case_kind": kind_name(case), "case_id": str(case.pk)}
    record(events.TAKEN_OVER, company, actor=actor, at=at, facts=Facts(told))
    return attached


def _free_name(case: Any, paper: str, kept: Attachment) -> str:
    """The paper's name, numbered when the case has another paper of that name: certificates are often called alike."""
    others = Attachment.objects.filter(case_id=case.pk, paper=paper, is_removed=False).exclude(
        sha256=kept.sha256
    )
    taken = set(others.values_list("name", flat=True))
    stem, dot, ending = kept.name.rpartition(".")
    names = (f"{stem[:200]} ({number}){dot}{ending}" for number in count(2))
    return kept.name if kept.name not in taken else next(name for name in names if name not in taken)
