"""Acts on the files of a plan: attach and remove, while the call is open. What a receipt names can always be read."""

from typing import Any

from django.core.files import File

from madang.apps.selection.acts.windows import refuse_unless_open
from madang.apps.selection.events import plans as events
from madang.apps.selection.models import Plan
from madang.apps.selection.queries.plans import files_now
from madang.apps.selection.rules import plans as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.files.attaching import Incoming, attach
from madang.core.files.models import Attachment
from madang.core.moments import Moment
from madang.kernel.words import Words

#: practice of the call: what an applicant may add to the written plan
PAPERS = {
    "plan": Words("계획서 본문", "The plan as a document"),
    "map": Words("위치도·지형도", "Maps"),
    "evidence": Words("증빙 자료", "Evidence"),
    "other": Words("그 밖의 자료", "Other papers"),
}
MOST_FILES = 30


@act(may="selection.attach_paper", records=events.PAPER_ATTACHED, subject="plan")
def attach_paper(*, actor: Actor, plan: Plan, paper: str, upload: File, at: Moment) -> Attachment:
    """Attach a file to a plan (첨부). The same name again is a new edition of that file.

    Raises:
        NotOpen: the call takes nothing any more.
        BadFile: the file cannot be taken.
        Invalid: no such paper, or too many files.
    """
    instant = refuse_unless_open(plan.call, at, plan=plan)
    if paper not in PAPERS:
        raise Invalid(Words("없는 자료 종류입니다.", "There is no such kind of paper."), "paper")
    if files_now(plan).count() >= MOST_FILES:
        raise Invalid(
            Words(
                f"파일은 {MOST_FILES}개까지 붙일 수 있습니다. 쓰지 않는 파일을 삭제하고 다시 올리십시오.",
                f"A plan takes up to {MOST_FILES} files. Remove one that you do not need.",
            ),
            "upload",
        )
    row = attach(plan, Incoming(paper, upload), actor=actor, at=instant)
    record(events.PAPER_ATTACHED, plan, actor=actor, at=at, facts=_told(row))
    return row


@act(may="selection.remove_paper", records=events.PAPER_REMOVED, subject="plan")
def remove_paper(*, actor: Actor, plan: Plan, attachment: Attachment, at: Moment) -> Attachment:
    """Take a file out of a plan. What was submitted with it keeps it until the plan is submitted again.

    Raises:
        NotOpen: the call takes nothing any more.
        Invalid: the file does not stand in this plan.
    """
    refuse_unless_open(plan.call, at, plan=plan)
    row = files_now(plan).filter(pk=attachment.pk).first()
    if row is None:
        raise Invalid(Words("이 계획서에 없는 파일입니다.", "This plan has no such file."))
    row.is_removed = True
    row.save(update_fields=["is_removed"])
    record(events.PAPER_REMOVED, plan, actor=actor, at=at, facts=_told(row))
    return row


def _told(row: Attachment) -> Facts:
    facts: dict[str, Any] = {"name": row.name, "paper": row.paper, "sha256": row.sha256, "size": row.size}
    return Facts(facts)
