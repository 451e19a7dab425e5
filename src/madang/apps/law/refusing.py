"""Why the calculator or a rule does not answer, in words for somebody who knows no name of a number."""

from django.utils.translation import gettext as _

from madang.core.ui.texts import day, text
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.statutes.refusals import NoLongerInForce, NotInForce, NotYetKnown, Refusal


def told(refusal: Refusal) -> str:
    """The sentence of a refusal; of some without the names of numbers that the kernel's own sentence has."""
    if isinstance(refusal, UnknownCalendar):
        words = _(
            "공휴일은 %(first)s부터 %(last)s까지만 확정되어 있습니다. %(day)s은 그 밖이므로 계산하지 않습니다."
        )
        known = {"first": day(refusal.known_from), "last": day(refusal.known_until), "day": day(refusal.day)}
        return words % known
    if isinstance(refusal, NotYetKnown):
        words = _("%(known)s에는 이 기한을 정한 조문이 아직 공포되지 않아 알 수 없었습니다.")
        return words % {"known": day(refusal.known_on)}
    if isinstance(refusal, NoLongerInForce):
        return _("그날에는 이 기한을 정한 조문이 더는 시행되지 않습니다.")
    if isinstance(refusal, NotInForce):
        words = _("확인된 조문은 %(since)s부터이므로 그날에는 적용하지 않습니다.")
        return words % {"since": day(refusal.since)}
    return text(refusal.sentence)
