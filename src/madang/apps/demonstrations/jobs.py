"""What happens by the clock in demonstrations: a certificate that ends soon comes onto a desk."""

from contextlib import suppress
from datetime import datetime

from madang.apps.demonstrations.acts.papers import warn_certificate
from madang.apps.demonstrations.queries.abroad import ending_certificates
from madang.core.acts import Invalid
from madang.core.authority import SYSTEM
from madang.core.moments import SEOUL
from madang.core.schedule import regularly


@regularly
def warn_of_certificates(at: datetime) -> None:
    """Warn once of every certificate that ends within the days of warning."""
    for certificate in ending_certificates(at.astimezone(SEOUL).date()):
        with suppress(Invalid):
            warn_certificate(actor=SYSTEM, certificate=certificate, at=at)
