"""The write step of attaching: check, keep the bytes, enter the row. Works inside an act, which records it."""

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, cast

from django.core.files import File
from django.db.models import Model

from madang.core.audit.events import kind_name
from madang.core.authority import Actor
from madang.core.files.checks import Checked, check
from madang.core.files.models import Attachment
from madang.core.files.storage import keep


@dataclass(frozen=True)
class Incoming:
    """A file on its way in: which paper of the case it is, and the file as it was sent."""

    paper: str
    upload: File


def attach(case: Model, incoming: Incoming, *, actor: Actor, at: datetime) -> Attachment:
    """Check and keep a file of a case or another row; a newer file of the same name is a new edition, the older one is set aside.

    Raises:
        BadFile: the file cannot be taken; the sentence says why.
        NoRoom: the disk took no more.
    """
    stream = cast(BinaryIO, incoming.upload.file)
    checked = check(stream, incoming.upload.name or "")
    keep(stream, checked.sha256)
    return _enter(case, incoming.paper, checked, actor, at)


def attach_kept(case: Model, paper: str, kept: Attachment, *, actor: Actor, at: datetime) -> Attachment:
    """Attach to a case the bytes of a file that is kept already. Whoever calls this has asked whose file it is."""
    return _enter(case, paper, Checked(kept.kind, kept.name, kept.size, kept.sha256), actor, at)


def _enter(case: Model, paper: str, checked: Checked, actor: Actor, at: datetime) -> Attachment:
    earlier = Attachment.objects.filter(case_id=case.pk, paper=paper, name=checked.name)
    edition = earlier.count() + 1
    earlier.filter(is_removed=False).update(is_removed=True)
    return Attachment.objects.create(
        case_kind=kind_name(case), case_id=case.pk, region=getattr(case, "region", "") or "", paper=paper, name=checked.name,
        kind=checked.kind, size=checked.size, sha256=checked.sha256, edition=edition, person_id=actor.person_id,
        office_id=actor.office.id, at=at,
    )  # fmt: skip
