"""What the clock does in the files of firms: it warns before a certificate ends."""

from contextlib import suppress
from datetime import datetime

from madang.apps.firms.acts.documents import NothingToWarn, warn_of_end
from madang.apps.firms.queries.files import certificates_to_warn_of
from madang.core.authority import SYSTEM
from madang.core.moments import SEOUL
from madang.core.schedule import regularly


@regularly
def warn_of_certificates(at: datetime) -> None:
    """Warn of every certificate whose end has come near; done late, each firm is warned once of the nearest distance."""
    for certificate in certificates_to_warn_of(at.astimezone(SEOUL).date()):
        with suppress(NothingToWarn):
            warn_of_end(actor=SYSTEM, certificate=certificate, at=at)
