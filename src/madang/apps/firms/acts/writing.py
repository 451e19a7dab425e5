"""Texts and files as a firm's file may hold them: without resident registration numbers, in text and in names."""

from datetime import date, datetime

from django.core.files import File

from madang.apps.firms.models import Certificate, Report
from madang.core.acts import Invalid
from madang.core.authority import Actor
from madang.core.files.attaching import Incoming, attach
from madang.core.moments import Moment, exact_day, instant_of
from madang.core.personal_numbers import refuse_numbers_in_file, without_numbers
from madang.core.written import one_line, paragraphs
from madang.kernel.words import Words

TEXT, LINE = 5_000, 120


def line(text: str, field: str, *, most: int = LINE, needed: bool = True) -> str:
    """Return one line that may be kept."""
    return without_numbers(one_line(text, most=most, field=field, needed=needed), field)


def prose(text: str, field: str) -> str:
    """Return a longer text that may be kept."""
    return without_numbers(paragraphs(text, most=TEXT, field=field), field)


def live(at: Moment) -> tuple[datetime, date]:
    """Return the instant and the Korean day of an act; a firm's file has no history to replay.

    Raises:
        Invalid: the moment is not known to the day.
    """
    instant, day = instant_of(at), exact_day(at)
    if instant is None or day is None:
        raise Invalid(
            Words("날짜가 확인되어야 할 수 있는 처리입니다.", "This cannot be done without knowing the day.")
        )
    return instant, day


def keep_paper(row: Certificate | Report, upload: File | None, *, actor: Actor, at: datetime) -> None:
    """Attach the paper of a certificate or report, when one was sent."""
    if upload is not None:
        refuse_numbers_in_file(upload, "upload")
        attach(row, Incoming("paper", upload), actor=actor, at=at)
