"""Keeping papers of a tool and of what hangs on it: how many, without resident registration numbers, hashed."""

from collections.abc import Sequence

from django.core.files import File

from madang.apps.exemptions.acts.writing import instant
from madang.core.acts import Invalid
from madang.core.authority import Actor
from madang.core.case_models import Case
from madang.core.files.attaching import Incoming, attach
from madang.core.files.models import Attachment
from madang.core.moments import Moment
from madang.core.personal_numbers import refuse_numbers_in_file
from madang.kernel.words import Words

MOST_FILES = 20


def keep_papers(
    case: Case, paper: str, files: Sequence[File], field: str, *, actor: Actor, at: Moment
) -> None:
    """Keep files as one paper of a case; works only inside an act, which records it.

    Raises:
        Invalid: too many, a resident registration number in name or text, or a file that cannot be taken.
    """
    refuse_too_many(case, len(files), field)
    for upload in files:
        refuse_numbers_in_file(upload, field)
        attach(case, Incoming(paper, upload), actor=actor, at=instant(at))


def refuse_too_many(case: Case, more: int, field: str) -> None:
    """Refuse when more papers would come than a case has room for.

    Raises:
        Invalid: they would.
    """
    if more and Attachment.objects.filter(case_id=case.pk, is_removed=False).count() + more > MOST_FILES:
        raise Invalid(
            Words(f"파일은 {MOST_FILES}개까지 붙일 수 있습니다.", f"There is room for {MOST_FILES} files."),
            field,
        )


def has_paper(case: Case, paper: str) -> bool:
    """Whether a paper of a case is on file."""
    return Attachment.objects.filter(case_id=case.pk, paper=paper, is_removed=False).exists()
