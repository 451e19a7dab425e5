"""Who keeps the list of laws to be revised: the Ministry as a whole, each other ministry its own laws."""

from madang.apps.exemptions.models import LawRevision
from madang.apps.exemptions.rules.tools import MINISTRYS
from madang.core.authority import Actor, OfficeKind, permit
from madang.kernel.words import Words

OWNERS = Words("그 법령을 소관하는 기관이 스스로 합니다.", "The ministry whose law it is does it itself.")


def owns_law(actor: Actor, subject: object) -> bool:
    """The law is the actor's own ministry's."""
    own = actor.office.organisation_id
    return isinstance(subject, LawRevision) and own is not None and subject.organisation_id == own


def owner_words(revision: LawRevision) -> Words:
    """Who owes the revision: the body on record, else the name that the source gives, else that nobody is named."""
    if revision.organisation is not None:
        return revision.organisation.words
    named = revision.owner_text
    return Words(named, named) if named else Words("소관 기관 미상", "ministry not on record")


permit("exemptions.register_revision", (OfficeKind.MINISTRY,), because=MINISTRYS)
permit("exemptions.urge_revision", (OfficeKind.MINISTRY,), because=MINISTRYS)
permit("exemptions.revise_law", (OfficeKind.OTHER_MINISTRY,), where=owns_law, because=OWNERS)
