"""Mail to people in offices: a short word in both languages and an address to sign in at, never the matter itself."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection

from madang.kernel.words import Words

logger = logging.getLogger(__name__)


def send_mail(addresses: Iterable[str], subject: Words, body: Words) -> int:
    """Send one message to each address and return how many were taken over by the mail server.

    Mail comes on top of the desk, which has the matter already: a server that does not answer is logged, not raised.
    """
    wanted = sorted({address for address in addresses if address})
    title = f"[Madang] {subject.ko} / {subject.en}"
    text = f"{body.ko}\n\n{body.en}\n"
    messages = [EmailMessage(title, text, to=[address]) for address in wanted]
    if not messages:
        return 0
    try:
        return get_connection().send_messages(messages) or 0
    except (SMTPException, OSError):
        logger.warning("mail to %d people was not taken over", len(messages), exc_info=True)
        return 0
