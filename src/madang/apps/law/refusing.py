"""Why the calculator does not answer, in words for somebody who knows no name of a number, and at which field."""

from django.utils.translation import gettext as _

from madang.core.ui.texts import day, text
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.statutes.due import NeedsCaseDate
from madang.kernel.statutes.refusals import NoLongerInForce, NotInForce, Refusal
from madang.kernel.statutes.ways import NeedsTime


def told(refusal: Refusal) -> tuple[str, str]:
    """Return the field that is to be put right and the sentence; the field may be one that the form has not."""
    if isinstance(refusal, UnknownCalendar):
        words = _(
            "공휴일은 %(first)s부터 %(last)s까지만 확정되어 있습니다. %(day)s은 그 밖이므로 계산하지 않습니다."
        )
        known = {"first": day(refusal.known_from), "last": day(refusal.known_until), "day": day(refusal.day)}
        return "start", words % known
    if isinstance(refusal, NoLongerInForce):
        return "start", _("그날에는 이 기한을 정한 조문이 더는 시행되지 않습니다.")
    if isinstance(refusal, NotInForce):
        words = _("그날에는 이 기한을 정한 조문이 아직 시행되지 않았습니다. %(since)s부터 시행되었습니다.")
        return "start", words % {"since": day(refusal.since)}
    if isinstance(refusal, NeedsCaseDate):
        return "on", text(refusal.sentence)
    if isinstance(refusal, NeedsTime):
        return "time", text(refusal.sentence)
    return "", text(refusal.sentence)
