"""Acts on the papers of a track abroad: goods that leave and come back, and certificates with their last day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.files import File

from madang.apps.accounts.models import Organisation
from madang.apps.accounts.queries import organisation_by_id, province_of
from madang.apps.demonstrations.acts.abroad import refuse_closed
from madang.apps.demonstrations.acts.checking import changed, chosen, keep_files, not_to_come
from madang.apps.demonstrations.events import abroad as events
from madang.apps.demonstrations.models import CustomsRecord, Track, TrackCertificate
from madang.apps.demonstrations.models.abroad import PAPER_WORDS
from madang.apps.demonstrations.models.countries import CURRENCY_WORDS
from madang.apps.demonstrations.rules import abroad as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, today_of
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.words import Words

HS_CODE = re.compile(r"[0-9]{6,10}")
MOST_VALUE, CENT = Decimal(10) ** 13, Decimal("0.01")
_RENEW = Words("해외인증 유효기간 확인", "Look after a certificate that ends")
_BACK = Words("돌아온 날이 나간 날보다 앞섭니다.", "The goods cannot come back before they left.")


@dataclass(frozen=True)
class Goods:
    """What leaves: HS code in digits (points and hyphens are left out), value in one currency, paper and days."""

    what: str
    hs_code: str
    value: Decimal
    currency: str
    paper: str
    out_on: date
    paper_number: str = ""
    due_back_on: date | None = None


@dataclass(frozen=True)
class NewCertificate:
    """A certificate as issued; ``valid_until`` is its last day, None when it has none."""

    number: str
    issuer: str
    scope: str
    valid_from: date
    valid_until: date | None = None


@act(may="demonstrations.carry_on_track", records=events.GOODS_OUT, subject="track")
def record_goods_out(*, actor: Actor, track: Track, goods: Goods, at: Moment) -> CustomsRecord:
    """Record goods that left for a track, with their customs paper.

    Raises:
        Invalid: the HS code is not 6 to 10 digits, the value is no amount, no such currency or paper, a carnet without
            its number, or the day to come back is earlier than the day of leaving.
    """
    refuse_closed(track)
    chosen(goods.currency, CURRENCY_WORDS, "currency")
    chosen(goods.paper, PAPER_WORDS, "paper")
    not_to_come(goods.out_on, at, "out_on")
    _not_before(goods.due_back_on, goods.out_on, "due_back_on")
    row = CustomsRecord(
        track=track, what=line(goods.what, "what", most=160), hs_code=_hs_code(goods.hs_code),
        value=_amount(goods.value), currency=goods.currency, paper=goods.paper, out_on=goods.out_on,
        paper_number=line(goods.paper_number, "paper_number", most=60, needed=False), due_back_on=goods.due_back_on,
    )  # fmt: skip
    if row.paper == "carnet" and not (row.paper_number and row.due_back_on):
        raise Invalid(
            Words(
                "ATA 까르네는 번호와 돌아와야 하는 날을 적어야 합니다.",
                "An ATA carnet needs its number and the day by which the goods come back.",
            ),
            "paper_number",
        )
    row.save(force_insert=True)
    record(events.GOODS_OUT, row, actor=actor, at=at, facts=Facts({"hs_code": row.hs_code}))
    return row


@act(may="demonstrations.carry_on_track", records=events.GOODS_BACK, subject="customs")
def record_goods_back(*, actor: Actor, customs: CustomsRecord, back_on: date, at: Moment) -> CustomsRecord:
    """Record the day on which goods came back.

    Raises:
        Invalid: they are back already, or the day is earlier than they left or has not come yet.
    """
    if customs.back_on is not None:
        raise Invalid(Words("이미 돌아온 물품입니다.", "The goods are back already."), "back_on")
    _not_before(back_on, customs.out_on, "back_on")
    not_to_come(back_on, at, "back_on")
    customs.back_on = back_on
    changed(customs, "back_on")
    record(events.GOODS_BACK, customs, actor=actor, at=at)
    return customs


@act(may="demonstrations.carry_on_track", records=events.CERTIFIED, subject="track")
def record_certificate(
    *, actor: Actor, track: Track, certificate: NewCertificate, files: Sequence[File] = (), at: Moment
) -> TrackCertificate:
    """Record a certificate that a track brought, with its file; the warnings of earlier ones of the track end.

    Raises:
        Invalid: a text is missing, its last day is earlier than its first, the number is on record, or the file cannot be kept.
    """
    number = line(certificate.number, "number", most=60)
    if track.certificates.filter(number=number).exists():
        raise Invalid(Words("이미 기록한 인증서 번호입니다.", "This certificate is on record."), "number")
    if certificate.valid_until is not None and certificate.valid_until < certificate.valid_from:
        raise Invalid(
            Words("유효기간의 끝이 시작보다 앞섭니다.", "The last day is earlier than the first."),
            "valid_until",
        )
    for earlier in track.certificates.all():
        close_duties(earlier, at)
    row = TrackCertificate.objects.create(
        track=track, number=number, issuer=line(certificate.issuer, "issuer", most=160),
        scope=line(certificate.scope, "scope", most=300), valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
    )  # fmt: skip
    keep_files(row, files, "certificate", actor=actor, at=at)
    facts = Facts({"number": row.number, "issuer": row.issuer})
    record(events.CERTIFIED, row, actor=actor, at=at, facts=facts)
    return row


@act(may="demonstrations.warn_certificate", records=events.CERTIFICATE_ENDS, subject="certificate")
def warn_certificate(*, actor: Actor, certificate: TrackCertificate, at: Moment) -> TrackCertificate:
    """Put a certificate that ends soon on the desk of those who look after it, once.

    Raises:
        Invalid: it was warned of already, or has no last day.
    """
    if certificate.valid_until is None or certificate.warned_on is not None:
        raise Invalid(Words("알릴 것이 없는 인증서입니다.", "There is nothing to warn of."))
    certificate.warned_on = today_of(at)
    changed(certificate, "warned_on")
    owner = _owner_of(certificate.track)
    charge = Charge(OfficeKind(owner.kind), owner.pk) if owner else Charge(OfficeKind.MINISTRY)
    open_duty(certificate, charge, _RENEW, at, due_on=certificate.valid_until)
    facts = Facts({"number": certificate.number, "until": certificate.valid_until})
    record(events.CERTIFICATE_ENDS, certificate, actor=actor, at=at, facts=facts)
    return certificate


def _owner_of(track: Track) -> Organisation | None:
    """The firm of the project, or the local government of the zone."""
    if track.project is not None and track.project.operator is not None:
        return track.project.operator
    return organisation_by_id(track.zone.organisation_id) or province_of(track.zone.region)


def _not_before(day: date | None, first: date, field: str) -> None:
    if day is not None and day < first:
        raise Invalid(_BACK, field)


def _hs_code(text: str) -> str:
    """Return the digits of a code as people write it: 8501.10-1000 is 8501101000."""
    code = line(text, "hs_code", most=20).translate(str.maketrans("", "", ".- "))
    if not HS_CODE.fullmatch(code):
        raise Invalid(
            Words(
                "HS 부호는 숫자 6자리에서 10자리입니다(예: 8501.10 또는 8501.10-1000). 글자를 빼고 다시 입력하십시오.",
                "An HS code has 6 to 10 digits (8501.10 or 8501.10-1000) and no letters. Enter it again.",
            ),
            "hs_code",
        )
    return code


def _amount(value: Decimal) -> Decimal:
    if not value.is_finite() or not 0 < value < MOST_VALUE or value != value.quantize(CENT):
        raise Invalid(
            Words(
                "금액은 0보다 크고 소수점 아래 두 자리까지 쓸 수 있습니다.",
                "The value is more than nothing, with at most two decimals.",
            ),
            "value",
        )
    return value
