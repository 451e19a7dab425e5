"""Builders of zones for tests; they take the real steps and acts."""

from datetime import datetime
from typing import Any

from django.db import transaction

from madang.apps.zones.acts import NewOtherZone, list_other_zone
from madang.apps.zones.models import OtherZone, Zone
from madang.apps.zones.steps import NewZone, found_zone
from madang.core.audit.events import ledger
from madang.core.authority import Actor, Channel, Office, OfficeKind
from madang.core.moments import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

MINISTRY = Office(OfficeKind.MINISTRY, words=Words("중소벤처기업부", "Ministry of SMEs and Startups"))
MINISTER = Actor(MINISTRY)
RECORD = Actor(MINISTRY, channel=Channel.HISTORY)
NOON = datetime(2025, 11, 24, 12, tzinfo=SEOUL)
SOURCE = "https://www.example.kr/news/1"


def day(text: str) -> PartialDate:
    """A day as the record gives it."""
    return PartialDate.parse(text)


def a_zone(slug: str = "rfz-01-busan-blockchain", **more: Any) -> Zone:
    """Found a zone of the record: blockchain in Busan unless told otherwise."""
    given: dict[str, Any] = {
        "name_ko": "블록체인", "kind": "rfz", "regions": ("busan",), "round": "1", "industry": "정보통신",
        "designated_on": day("2019-07-23"),
    } | more  # fmt: skip
    new = NewZone(slug=slug, **given)
    with transaction.atomic(), ledger():
        return found_zone(actor=RECORD, new=new, organisation=None, at=new.designated_on)


def three_zones() -> list[Zone]:
    """Busan, Gangwon under its old name, and a global zone in two regions."""
    return [
        a_zone(),
        a_zone("rfz-01-gangwon-health", name_ko="디지털헬스케어", regions=("gangwon",), industry="바이오"),
        a_zone(
            "giz-2-two", name_ko="AI로봇", name_en="AI robots", kind="giz", regions=("daegu", "gyeongbuk"),
            round="G2", industry="로봇", designated_on=day("2025-05-20"),
        ),
    ]  # fmt: skip


def an_other_zone(slug: str = "fez-incheon", **more: Any) -> OtherZone:
    """List a zone of another ministry."""
    given: dict[str, Any] = {
        "scheme": "경제자유구역", "name_ko": "인천경제자유구역", "regions": ("incheon",),
        "ministry": "산업통상자원부", "standing": "운영", "designated_on": "2003-08-11", "sources": (SOURCE,),
    } | more  # fmt: skip
    return list_other_zone(
        actor=RECORD, other=NewOtherZone(slug=slug, **given), at=day(given["designated_on"])
    )
