"""The parts of the pages of a rapid confirmation: where it waits in plain words, clocks, timeline, columns, the frame."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.exemptions.models import Confirmation
from madang.apps.exemptions.queries.confirmations import Asked, ClockView
from madang.apps.exemptions.rules.confirmations import TOLD, zone_words
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.core.files.models import Attachment
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Badge, Column, Fact, Link, TimelineItem
from madang.core.ui.texts import day, text
from madang.kernel.korean import josa
from madang.kernel.statutes.due import DueDate
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

OUTCOME_TONES = {"needed": "warning", "not_needed": "success"}
#: what a result means to somebody who knows no law
PLAIN_RESULT = {
    "needed": Words(
        "허가등을 받아야 이 사업을 할 수 있습니다. 어떤 허가인지는 아래 회신에 있습니다.",
        "You need a permit before you do this. Which one is said in the replies below.",
    ),
    "not_needed": Words(
        "이 사업에 허가등을 받지 않아도 됩니다.",
        "You need no permit to do this.",
    ),
}


@dataclass(frozen=True)
class Shown:
    """A clock as the deadline component takes it."""

    due: DueDate | None
    stopped: str
    met_on: date | None


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the rapid confirmation stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("신속확인"), reverse("exemptions:confirmations")),
        *below,
    ]


def frame(actor: Actor, row: Confirmation, *below: Link) -> dict[str, Any]:
    """What every page about one request shows around itself."""
    state = row.state_now
    own = actor.kind is OfficeKind.FIRM
    page = Link(row.title, reverse("exemptions:confirmation", args=[row.pk]) if below else "")
    return {
        "row": row, "crumbs": crumbs(page, *below), "why": why(actor, row),
        "badge": Badge(state.public_words if own else state.office_words, state.tone),
    }  # fmt: skip


def why(actor: Actor, row: Confirmation) -> Words:
    """Why the reader may see the request."""
    if actor.kind is OfficeKind.FIRM:
        return Words(
            "우리 기업의 신청이라 볼 수 있습니다. 다른 기업에는 보이지 않습니다.",
            "This is your own firm's request. No other firm can see it.",
        )
    return Words(
        "이 신청에 할 일이 있는 기관이라 볼 수 있습니다. 공개 목록에는 특구, 공개 제목, 결과, 날만 나옵니다.",
        "Your office has a part in this request. The public list shows zone, public title, outcome and days only.",
    )


def waits_at(row: Confirmation, asked: Sequence[Asked]) -> Words:
    """Where a request waits now, as the asker understands it."""
    local = row.local.words
    if row.state == "consulting" and any(one.is_open for one in asked):
        return _waits_with_ministries(asked)
    return {
        "drafting": Words("아직 내지 않았습니다. 아래를 채우고 ‘신청’을 누르십시오.", "Not sent yet. Fill in the form and press “Ask”."),
        "received": Words(f"{local.ko}에서 스스로 답할 일인지 살펴보고 있습니다.", f"{local.en} is seeing whether it can answer by itself."),
        "sent": Words("중소벤처기업부가 관계 부처에 전달하고 있습니다.", "The Ministry of SMEs and Startups is passing it on."),
        "consulting": Words("회신이 모두 모여 정리하고 있습니다.", "All replies are in and are being put together."),
        "agreed": Words("회신이 모두 모였습니다. 중소벤처기업부가 결과를 알릴 차례입니다.", "All replies are in. The Ministry is to tell the result."),
        "reviewing": Words("부처의 회신이 서로 달라 규제자유특구위원회가 결정할 차례입니다.", "The ministries disagree: the Zone Committee is to decide."),
        "decided": Words("위원회가 결정했습니다. 중소벤처기업부가 결과를 알릴 차례입니다.", "The committee has decided. The Ministry is to tell the result."),
        "reported": Words(f"결과가 나왔고 {josa(local.ko, '이/가')} 신청인에게 알릴 차례입니다.", f"The result is there; {local.en} is to tell the asker."),
    }.get(row.state, Words("끝났습니다. 결과를 알렸습니다.", "Done. The result has been told."))  # fmt: skip


def _waits_with_ministries(asked: Sequence[Asked]) -> Words:
    wanting = [one.reply.organisation.words for one in asked if one.reply.state == "supplementing"]
    waiting = [one.reply.organisation.words for one in asked if one.reply.state in ("waiting", "confirming")]
    said = []
    if wanting:
        ko, en = _names(wanting)
        said.append(
            Words(
                f"{ko}에서 요구한 보완 자료를 신청한 기업이 낼 차례입니다.",
                f"The firm is to file what {en} asked for.",
            )
        )
    if waiting:
        ko, en = _names(waiting)
        said.append(Words(f"{ko}의 회신을 기다립니다.", f"Waiting for the reply of {en}."))
    return Words(*(" ".join(texts) for texts in zip(*said, strict=True)))


def _names(bodies: Sequence[Words]) -> tuple[str, str]:
    return ", ".join(body.ko for body in bodies), ", ".join(body.en for body in bodies)


def shown(clock: ClockView | None) -> Shown | None:
    """Return a clock for the page."""
    if clock is None:
        return None
    stopped = ""
    if clock.paused_on:
        stopped = _("%(day)s부터 보완 중이라 기간이 멈춰 있습니다.") % {"day": day(clock.paused_on)}
    return Shown(clock.due, stopped, clock.met_on)


def facts_of(row: Confirmation) -> list[Fact]:
    """The key facts of a request."""
    facts = [
        Fact(_("접수번호"), row.receipt or _("아직 없음(작성 중)")),
        Fact(_("사업할 특구"), zone_link(row)),
        Fact(_("신청한 기업"), row.asker.words),
        Fact(_("받은 지방자치단체"), row.local.words),
    ]
    days = (
        (_("신청한 날"), row.asked_on),
        (_("중소벤처기업부로 보낸 날"), row.sent_on),
        (_("결과를 알린 날"), row.told_on),
    )
    return [*facts, *(Fact(label, on) for label, on in days if on)]


def zone_link(row: Confirmation) -> Link:
    """The zone with its region, as a link to its page."""
    return Link(zone_words(row.zone), reverse("zone", args=[row.zone.slug]))


def timeline(events: Iterable[Event]) -> list[TimelineItem]:
    """What happened, each with its office and article; how often a draft was saved is nobody's history."""
    rows = (event for event in events if event.name != "exemptions.confirmation_draft_kept")
    return [_line(event) for event in rows]


def _line(event: Event) -> TimelineItem:
    return TimelineItem(
        title=kind_of(event.name).sentence(event.facts), on=event.at,
        office=Words(event.office_ko, event.office_en), citation=_citation(event),
    )  # fmt: skip


def _citation(event: Event) -> Words | str:
    if not event.provision or event.at is None:
        return ""
    try:
        return rule_info(event.provision).citation_on(event.at.astimezone(SEOUL).date()).words
    except Refusal:
        return ""


def outcome_badge(row: Confirmation) -> Badge:
    """What everybody may know of where a request stands: the outcome once it was told, else the state."""
    if row.state in TOLD and row.outcome_words:
        return Badge(row.outcome_words, OUTCOME_TONES[row.outcome])
    state = row.state_now
    return Badge(state.public_words, "info" if state.tone == "warning" else state.tone)


def public_columns(today: date) -> list[Column]:
    """The columns of the public list."""
    return [
        Column(_("무엇에 관한 일"), "subject_public"),
        Column(_("사업할 특구"), zone_link),
        Column(_("결과"), outcome_badge),
        Column(_("신청한 날"), "asked_on"),
        Column(_("걸린 날"), lambda row: _took(row, today), numeric=True),
    ]


def _took(row: Confirmation, today: date) -> str:
    if row.asked_on is None:
        return ""
    if row.told_on:
        return _("%(n)d일") % {"n": (row.told_on - row.asked_on).days}
    return _("%(n)d일째") % {"n": (today - row.asked_on).days + 1}


def own_columns(*, firm: bool) -> list[Column]:
    """The columns of the list of an office or firm."""
    asker = [] if firm else [Column(_("신청한 기업"), lambda row: text(row.asker.words))]
    return [
        Column(_("무엇에 관한 일"), lambda row: Link(row.title, reverse("exemptions:confirmation", args=[row.pk]))),
        *asker,
        Column(_("사업할 특구"), lambda row: text(zone_words(row.zone))),
        Column(_("지금"), lambda row: Badge(row.state_now.public_words if firm else row.state_now.office_words, row.state_now.tone)),
        Column(_("신청한 날"), "asked_on"),
    ]  # fmt: skip


def file_links(row: Confirmation, files: Iterable[Attachment]) -> list[Link]:
    """The papers of a request as links to their downloads."""
    return [Link(one.name, reverse("exemptions:confirmation_file", args=[row.pk, one.pk])) for one in files]
