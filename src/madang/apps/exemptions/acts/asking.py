"""Acts of the firm: a draft that is kept, the request that is sent, in one screen and one transaction each (RC-01)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files import File

from madang.apps.accounts.queries import organisation_by_id, province_of
from madang.apps.exemptions.acts.writing import instant, line, prose, today_of
from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models import Confirmation
from madang.apps.exemptions.queries.confirmations import files_of
from madang.apps.exemptions.rules import confirmations as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.firms.events import TAKEN_OVER
from madang.apps.firms.steps import attach_from_file
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.files.attaching import Incoming, attach
from madang.core.files.models import Attachment
from madang.core.moments import Moment
from madang.core.personal_numbers import refuse_numbers_in_file
from madang.kernel.words import Words

SUBJECT, MOST_FILES = 120, 10
_BUSINESS = Words("하려는 사업을 적으십시오.", "Write what you want to do.")
_PERMITS = Words(
    "필요할 수 있는 허가등과 그 근거 법령을 적으십시오. 모르면 ‘모름’이라고 적으십시오.",
    "Write which permits may be needed and under which law. If you do not know, write so.",
)
_REFUSALS = Words("전에 거부당한 내용을 적으십시오.", "Write what was refused earlier.")


@dataclass(frozen=True)
class Question:
    """What a firm asks: the zone by its key, the subject in general words for everybody, and the rest for offices."""

    zone: Zone
    subject_public: str
    business: str = ""
    permits: str = ""
    was_refused: bool | None = None
    refusals: str = ""
    contact: str = ""


@act(may="exemptions.begin_confirmation", records=(events.DRAFT_KEPT, TAKEN_OVER))
def begin_confirmation(
    *,
    actor: Actor,
    question: Question,
    files: Sequence[File] = (),
    papers: Sequence[Attachment] = (),
    at: Moment,
) -> Confirmation:
    """Keep a new request as a draft that only the firm sees (신청서 작성).

    Raises:
        Invalid: a text, file or paper cannot be kept, or the zone has no local government on record.
    """
    row = _begun(actor, question, at)
    _attach(row, files, actor, at)
    _take_over(row, papers, actor, at)
    record(events.DRAFT_KEPT, row, actor=actor, at=at)
    return row


@act(may="exemptions.write_confirmation", records=(events.DRAFT_KEPT, TAKEN_OVER), subject="confirmation")
def save_confirmation(
    *,
    actor: Actor,
    confirmation: Confirmation,
    question: Question,
    files: Sequence[File] = (),
    papers: Sequence[Attachment] = (),
    at: Moment,
) -> Confirmation:
    """Keep what the firm has changed in its draft.

    Raises:
        Invalid: the request has been sent already, or a text or file cannot be kept.
    """
    _write(confirmation, question)
    confirmation.version += 1
    confirmation.save()
    _attach(confirmation, files, actor, at)
    _take_over(confirmation, papers, actor, at)
    record(events.DRAFT_KEPT, confirmation, actor=actor, at=at)
    return confirmation


@act(may="exemptions.begin_confirmation", records=(events.ASKED, TAKEN_OVER))
def ask_confirmation(
    *,
    actor: Actor,
    question: Question,
    files: Sequence[File] = (),
    papers: Sequence[Attachment] = (),
    at: Moment,
) -> Confirmation:
    """Ask the zone's local government for a rapid confirmation without a draft (신속확인 신청, RC-01).

    Raises:
        Invalid: something is missing or cannot be kept; nothing is kept then.
        NotLawful: the papers that the decree names are not complete.
    """
    row = _begun(actor, question, at)
    _attach(row, files, actor, at)
    _take_over(row, papers, actor, at)
    _submit(row, actor, at)
    return row


@act(may="exemptions.write_confirmation", records=(events.ASKED, TAKEN_OVER), subject="confirmation")
def submit_confirmation(
    *,
    actor: Actor,
    confirmation: Confirmation,
    question: Question,
    files: Sequence[File] = (),
    papers: Sequence[Attachment] = (),
    at: Moment,
) -> Confirmation:
    """Send a draft to the zone's local government (신속확인 신청, RC-01).

    Raises:
        Invalid: something is missing or cannot be kept, or the request has been sent already.
        NotLawful: the papers that the decree names are not complete.
    """
    _write(confirmation, question)
    confirmation.save()
    _attach(confirmation, files, actor, at)
    _take_over(confirmation, papers, actor, at)
    _submit(confirmation, actor, at)
    return confirmation


def _begun(actor: Actor, question: Question, at: Moment) -> Confirmation:
    asker = organisation_by_id(actor.office.organisation_id)
    if asker is None:
        raise Invalid(
            Words(
                "기업의 담당 직위로 로그인한 뒤에 신청하십시오.",
                "Sign in from an office of your firm to ask.",
            )
        )
    row = Confirmation(asker=asker)
    _write(row, question)
    begin(row, at=at)
    return row


def _write(row: Confirmation, question: Question) -> None:
    if row.state not in ("", "drafting"):
        raise Invalid(
            Words(
                f"이미 낸 신청입니다(접수번호 {row.receipt}). 낸 뒤에는 고칠 수 없습니다.",
                f"This request has been sent (receipt {row.receipt}) and cannot be changed any more.",
            )
        )
    zone = question.zone
    local = organisation_by_id(zone.organisation_id) or province_of(zone.region)
    if local is None:
        raise Invalid(
            Words(
                "이 특구를 관할하는 지방자치단체가 등록되어 있지 않아 신청을 받을 수 없습니다.",
                "No local government is on record for this zone, so nobody could receive the request.",
            ),
            "zone",
        )
    row.zone, row.local, row.region = zone, local, zone.region
    row.subject_public = line(question.subject_public, "subject_public", most=SUBJECT)
    row.business = prose(question.business, "business")
    row.permits = prose(question.permits, "permits")
    row.was_refused = question.was_refused
    row.refusals = prose(question.refusals, "refusals")
    row.contact = line(question.contact, "contact", needed=False)


def _attach(row: Confirmation, files: Sequence[File], actor: Actor, at: Moment) -> None:
    _refuse_too_many(row, len(files))
    for upload in files:
        refuse_numbers_in_file(upload, "upload")
        attach(row, Incoming("description", upload), actor=actor, at=instant(at))


def _take_over(row: Confirmation, papers: Sequence[Attachment], actor: Actor, at: Moment) -> None:
    _refuse_too_many(row, len(papers))
    for paper in papers:
        attach_from_file(row, "description", paper, actor=actor, at=instant(at))


def _refuse_too_many(row: Confirmation, more: int) -> None:
    if files_of(row).count() + more > MOST_FILES:
        raise Invalid(
            Words(
                f"파일은 {MOST_FILES}개까지 붙일 수 있습니다.", f"A request takes up to {MOST_FILES} files."
            ),
            "upload",
        )


def _submit(row: Confirmation, actor: Actor, at: Moment) -> None:
    for text, field, words in (
        (row.business, "business", _BUSINESS),
        (row.permits, "permits", _PERMITS),
        (row.refusals or not row.was_refused, "refusals", _REFUSALS),
    ):
        if not text:
            raise Invalid(words, field)
    if row.was_refused is None:
        raise Invalid(
            Words("전에 거부당한 일이 있는지 고르십시오.", "Say whether a permit was refused earlier."),
            "was_refused",
        )
    today = today_of(at)
    row.asked_on, row.receipt = today, f"RC{today:%y%m%d}-{row.pk.hex[-8:].upper()}"
    law = Law({"request_papers": _papers(row), "earlier_refusal_exists": row.was_refused})
    advance(row, "submit", actor=actor, at=at, law=law, also=("asked_on", "receipt"))
    told = {"receipt": row.receipt, "local": row.local.name_ko, "local_en": row.local.name_en}
    record(events.ASKED, row, actor=actor, at=at, facts=Facts(told, provision="RC-01"))


def _papers(row: Confirmation) -> list[str]:
    """The papers of the list in the decree: the screen is the form; the rest is what was written in it."""
    there = {"description": row.business, "legal_provisions": row.permits, "earlier_refusals": row.refusals}
    return ["request_form", *(key for key, text in there.items() if text)]
