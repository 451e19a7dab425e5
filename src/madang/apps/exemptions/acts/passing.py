"""Acts of the local government and the Ministry: answer, send, pass on, tell the result (RC-02, RC-03, RC-07)."""

from collections.abc import Sequence
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.accounts.queries import organisation_by_id
from madang.apps.exemptions.acts.writing import outcome_words, prose, said, today_of
from madang.apps.exemptions.events import confirmations as events
from madang.apps.exemptions.models import Confirmation, ConfirmationReply
from madang.apps.exemptions.rules import confirmations as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment
from madang.kernel.words import Words

_GROUNDS = Words("근거 법령과 조문을 적으십시오.", "Write the law and the article it rests on.")


@act(may="exemptions.route_confirmation", records=events.ANSWERED, subject="confirmation")
def answer_confirmation(
    *, actor: Actor, confirmation: Confirmation, outcome: str, answer: str, at: Moment
) -> Confirmation:
    """Answer within the local government's own powers and tell the asker at once (RC-02).

    Raises:
        Invalid: no outcome, or no grounds.
        NotLawful: the request has been answered or sent already.
    """
    words = outcome_words(outcome)
    confirmation.outcome, confirmation.answer = outcome, prose(answer, "answer", needed=_GROUNDS)
    confirmation.told_on = today_of(at)
    law = Law({"within_local_powers": True, "result_told_to_asker": True})
    advance(confirmation, "answer", actor=actor, at=at, law=law, also=("outcome", "answer", "told_on"))
    told = said(outcome=words, local=confirmation.local.words)
    record(events.ANSWERED, confirmation, actor=actor, at=at, facts=Facts(told, provision="RC-02"))
    return confirmation


@act(may="exemptions.route_confirmation", records=events.SENT, subject="confirmation")
def send_confirmation(*, actor: Actor, confirmation: Confirmation, at: Moment) -> Confirmation:
    """Send a request to the Ministry, because it lies outside the local government's powers (RC-02).

    Raises:
        NotLawful: the request has been answered or sent already.
    """
    confirmation.sent_on = today_of(at)
    law = Law({"within_local_powers": False, "sent_to_ministry": True})
    advance(confirmation, "send", actor=actor, at=at, law=law, also=("sent_on",))
    told = said(local=confirmation.local.words)
    record(events.SENT, confirmation, actor=actor, at=at, facts=Facts(told, provision="RC-02"))
    return confirmation


@act(may="exemptions.pass_on_confirmation", records=events.PASSED_ON, subject="confirmation")
def pass_on_confirmation(
    *,
    actor: Actor,
    confirmation: Confirmation,
    ministries: Sequence[Organisation],
    own_field: bool,
    at: Moment,
) -> Confirmation:
    """Pass a request to the ministries concerned, today, and take on what lies in the Ministry's own field (RC-03, RC-05).

    Each ministry's thirty days run from today; the Ministry's own from the day the papers came to it.

    Raises:
        Invalid: nobody was named, or an organisation is no ministry.
        NotLawful: the request is not with the Ministry.
    """
    asked = list({row.pk: row for row in ministries}.values())
    if any(row.kind != OfficeKind.OTHER_MINISTRY.value for row in asked):
        raise Invalid(
            Words("관계 중앙행정기관만 고를 수 있습니다.", "Only ministries concerned can be asked."),
            "ministries",
        )
    bodies = [*asked, *([_own(actor)] if own_field else [])]
    if not bodies:
        words = Words(
            "통보할 기관을 하나 이상 고르거나 중소벤처기업부 소관임을 표시하십시오.",
            "Name one ministry or more, or say that it lies in the Ministry's own field.",
        )
        raise Invalid(words, "ministries")
    today = today_of(at)
    advance(confirmation, "pass_on", actor=actor, at=at, law=Law({"ministries_notified": True}))
    for body in bodies:
        _notify(actor, confirmation, body, today, at)
    told = {
        "count": len(bodies),
        "bodies": ", ".join(row.name_ko for row in bodies),
        "bodies_en": ", ".join(row.name_en for row in bodies),
    }
    record(events.PASSED_ON, confirmation, actor=actor, at=at, facts=Facts(told, provision="RC-03"))
    return confirmation


@act(may="exemptions.report_result", records=events.REPORTED, subject="confirmation")
def report_confirmation(*, actor: Actor, confirmation: Confirmation, answer: str, at: Moment) -> Confirmation:
    """Tell the local government the result of the ministries or of the committee, at once (RC-07).

    Raises:
        Invalid: the summary of the result is missing.
        NotLawful: a ministry is still open, or replies conflict and the committee has not decided.
    """
    confirmation.answer = prose(
        answer, "answer", needed=Words("결과의 요지를 적으십시오.", "Write the gist of the result.")
    )
    advance(confirmation, "report", actor=actor, at=at, also=("answer",))
    told = said(local=confirmation.local.words)
    record(events.REPORTED, confirmation, actor=actor, at=at, facts=Facts(told, provision="RC-07"))
    return confirmation


@act(may="exemptions.tell_asker", records=events.TOLD, subject="confirmation")
def tell_confirmation(*, actor: Actor, confirmation: Confirmation, at: Moment) -> Confirmation:
    """Tell the asker the result, at once: the firm reads it on its page from now on (RC-07, form 3).

    Raises:
        NotLawful: the Ministry has not told the result yet.
    """
    confirmation.told_on = today_of(at)
    law = Law({"local_government_told": True, "result_told_to_asker": True})
    advance(confirmation, "tell", actor=actor, at=at, law=law, also=("told_on",))
    told = said(outcome=outcome_words(confirmation.outcome))
    record(events.TOLD, confirmation, actor=actor, at=at, facts=Facts(told, provision="RC-07"))
    return confirmation


def _own(actor: Actor) -> Organisation:
    own = organisation_by_id(actor.office.organisation_id)
    if own is None:
        raise Invalid(
            Words("담당 직위의 기관을 알 수 없습니다.", "The organisation of your seat is not known.")
        )
    return own


def _notify(actor: Actor, confirmation: Confirmation, body: Organisation, today: date, at: Moment) -> None:
    is_own = body.kind == OfficeKind.MINISTRY.value
    since = (confirmation.sent_on or today) if is_own else today
    row = ConfirmationReply(
        confirmation=confirmation, organisation=body, region=confirmation.region, notified_on=since
    )
    begin(row, at=at)
    advance(row, "take_on" if is_own else "notify", actor=actor, at=at, law=Law(counted_from=since))
