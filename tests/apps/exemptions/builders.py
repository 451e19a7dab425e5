"""Builders of rapid confirmations; they act through the real acts. Ministries are notified on Tuesday 1 September 2026."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.asking import Question, ask_confirmation
from madang.apps.exemptions.acts.passing import pass_on_confirmation, send_confirmation
from madang.apps.exemptions.acts.replying import Answer, reply_to_confirmation
from madang.apps.exemptions.jobs import record_silence
from madang.apps.exemptions.models import Confirmation, ConfirmationReply
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.apps.zones.builders import a_zone
from tests.people import an_actor

NOTIFIED = date(2026, 9, 1)
DUE = date(2026, 10, 1)
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
GROUNDS = "도로교통법 제1조"


def noon(day: date) -> datetime:
    """Noon in Korea."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def midnight(day: date) -> datetime:
    """The first instant of a day in Korea."""
    return datetime.combine(day, time.min, SEOUL)


def a_paper(name: str = "설명서.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """A file on its way in."""
    return SimpleUploadedFile(name, content)


def busan() -> Zone:
    """The zone that is asked about."""
    return Zone.objects.filter(slug="rfz-01-busan-blockchain").first() or a_zone()


def a_question(**more: Any) -> Question:
    """A complete request about Busan."""
    given: dict[str, Any] = {
        "zone": more.get("zone") or busan(), "subject_public": "자율주행 배송로봇의 보도 통행", "was_refused": False,
        "business": "자율주행 로봇으로 물건을 배송합니다.", "permits": "도로교통법에 따른 통행 허가",
    }  # fmt: skip
    return Question(**given | more)


def a_firm(slug: str = "a-firm") -> Actor:
    """Somebody in a firm."""
    return an_actor(OfficeKind.FIRM, slug)


@dataclass
class Play:
    """The offices of one request and the request itself."""

    firm: Actor
    province: Actor
    ministry: Actor
    confirmation: Confirmation
    ministries: dict[str, Actor] = field(default_factory=dict)

    def fresh(self) -> Confirmation:
        """The request as it is stored now."""
        return Confirmation.objects.get(pk=self.confirmation.pk)

    def reply(self, slug: str) -> ConfirmationReply:
        """One ministry's part."""
        return ConfirmationReply.objects.get(confirmation=self.confirmation, organisation__slug=slug)

    def replies(self, slug: str, answer: str = "not_needed", *, on: date) -> ConfirmationReply:
        """Reply as one ministry."""
        given = Answer(answer, "보도 통행 허가(도로교통법 제1조)" if answer == "needed" else "", GROUNDS)
        reply_to_confirmation(actor=self.ministries[slug], reply=self.reply(slug), answer=given, at=noon(on))
        return self.reply(slug)

    def days_pass(self, until: date) -> Confirmation:
        """Let the worker look once, at noon of a day."""
        record_silence(noon(until))
        return self.fresh()


def an_asked(*, on: date = NOTIFIED - timedelta(days=1), region: str = "busan", **more: Any) -> Play:
    """A request that has come to the province."""
    province = an_actor(OfficeKind.PROVINCE, region, region)
    ministry, firm = an_actor(OfficeKind.MINISTRY, "mss"), a_firm()
    row = ask_confirmation(actor=firm, question=a_question(**more), at=noon(on))
    return Play(firm, province, ministry, row)


def a_sent(*, on: date = NOTIFIED, **more: Any) -> Play:
    """A request that the province has sent to the Ministry."""
    play = an_asked(on=on - timedelta(days=1), **more)
    send_confirmation(actor=play.province, confirmation=play.confirmation, at=noon(on))
    return play


def with_ministries(*slugs: str, own: bool = False, on: date = NOTIFIED, **more: Any) -> Play:
    """A request that ministries have been notified of (two, unless named)."""
    play = a_sent(on=on, **more)
    play.ministries = {slug: an_actor(OfficeKind.OTHER_MINISTRY, slug) for slug in slugs or ("molit", "npa")}
    bodies = [Organisation.objects.get(slug=slug) for slug in play.ministries]
    pass_on_confirmation(
        actor=play.ministry, confirmation=play.confirmation, ministries=bodies, own_field=own, at=noon(on)
    )
    return play
