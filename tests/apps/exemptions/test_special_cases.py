"""Special cases of the Act in a zone: they apply by the gazetted plan, never by a grant, and end with a reason or the zone."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madang.apps.exemptions.acts.menu import Ground, end_special_case, keep_special_case
from madang.apps.exemptions.jobs import end_with_the_zone
from madang.apps.exemptions.models import MenuUse
from madang.apps.zones.acts import end_zone
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import midnight, noon
from tests.apps.exemptions.menu_builders import GAZETTED, PLAN, a_use, ministry
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.zones.builders import RECORD, a_zone
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NAMED = ("제2026-77호", PartialDate.parse("2026-08-03"), "특구계획 제3장")


def test_special_case_applies_from_the_day_of_the_gazette_and_not_before() -> None:
    zone = a_zone()
    with pytest.raises(NotLawful, match="not yet"):
        a_use(zone, on=GAZETTED - DAY)
    use = a_use(zone, on=GAZETTED)
    assert (use.state, use.gazetted_on) == ("applies", GAZETTED)
    event = Event.objects.get(name="exemptions.special_case_attached")
    assert (event.provision, event.facts["case"]) == ("MNU-01", "자율주행자동차의 임시운행")


@pytest.mark.parametrize(
    ("key", "ground", "refusal"),
    [
        ("no_such_case", PLAN, Invalid),
        ("car_data", Ground(*NAMED, is_named=False), NotLawful),
        ("car_data", Ground("제1호", PartialDate.parse("2019-04-16"), "제3장", is_named=True), NotLawful),
        ("car_data", Ground("제1호", UNKNOWN_DATE, "제3장", is_named=True), Invalid),
        ("car_data", Ground("", NAMED[1], "제3장", is_named=True), Invalid),
        ("car_data", Ground("제1호", NAMED[1], "900101-1234568", is_named=True), Invalid),
    ],
)
def test_what_act_or_plan_does_not_name_is_not_recorded(
    key: str, ground: Ground, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        a_use(a_zone(), key, ground=ground)
    assert not MenuUse.objects.exists()


def test_only_the_ministry_and_the_local_government_of_the_zone_record_it() -> None:
    zone = a_zone()
    with pytest.raises(Refused):
        a_use(zone, by=an_actor(OfficeKind.PROVINCE, "daegu", "daegu"))
    with pytest.raises(Refused):
        a_use(zone, by=an_actor(OfficeKind.FIRM, "a-firm"))
    use = a_use(zone, by=an_actor(OfficeKind.PROVINCE, "busan", "busan"))
    with pytest.raises(Invalid, match="already"):
        a_use(zone)
    with pytest.raises(Invalid, match="before"):
        end_special_case(
            actor=ministry(), use=use, ended_on=GAZETTED - DAY, reason="계획 변경", at=noon(GAZETTED)
        )
    end_special_case(actor=ministry(), use=use, ended_on=GAZETTED, reason="계획 변경", at=noon(GAZETTED))
    assert a_use(zone).state == "applies"


def test_record_keeps_a_special_case_whose_gazette_nobody_knows() -> None:
    ground = Ground("", PartialDate.parse("2020-08"), "", is_named=True)
    use = a_use(a_zone(), by=RECORD, ground=ground)
    assert (use.is_record, use.gazetted_on, use.gazetted_text) == (True, None, "2020-08")


def test_special_case_ends_with_its_zone_once_unless_the_committee_keeps_it() -> None:
    zone = a_zone()
    ends, stays = a_use(zone), a_use(zone, "car_data")
    with pytest.raises(Invalid):
        keep_special_case(
            actor=ministry(), use=stays, ground="because", resolved_on=GAZETTED, at=noon(GAZETTED)
        )
    keep_special_case(
        actor=ministry(), use=stays, ground="removal_hard", resolved_on=GAZETTED, at=noon(GAZETTED)
    )
    over = GAZETTED + 30 * DAY
    end_with_the_zone(noon(over - DAY))
    ends.refresh_from_db()
    assert ends.state == "applies"
    zone.refresh_from_db()
    end_zone(actor=ministry(), zone=zone, note="", sources=(), at=noon(over))
    for _ in range(2):  # the worker comes days later, and once more
        end_with_the_zone(midnight(over + 9 * DAY))
    ends.refresh_from_db()
    stays.refresh_from_db()
    assert (ends.state, ends.ended_on, stays.state) == ("ended", over, "kept")
    assert Event.objects.filter(name="exemptions.special_case_ended_with_zone").count() == 1
    with pytest.raises(Invalid, match="over"):
        a_use(zone, "natural_park", on=over + DAY)


def test_public_pages_show_the_catalogue_its_clocks_and_where_it_applies() -> None:
    zone = a_zone(name_en="Blockchain")
    browser, province = signed_in(ministry()), an_actor(OfficeKind.PROVINCE, "busan", "busan")
    at(noon(GAZETTED))
    page = text_of(browser.get("/menu/"))
    assert "적용되는 것으로 기록된 특구가 없습니다." in page
    written = {
        "zone": str(zone.pk), "key": "natural_park", "gazette_number": "제1호", "gazetted_on": "2026-08-03",
        "place": "제3장",
    }  # fmt: skip
    refused = text_of(send(browser, "/menu/new/", **written))
    assert "법과 고시된 계획에 함께 적힌 특례가 아닙니다." in refused
    shown = text_of(send(browser, "/menu/new/", **written, is_named="on"))
    assert "자연공원 시설의 설치허가" in shown
    assert "관보 제1호, 제3장." in shown
    english = text_of(signed_in(province).get("/en/menu/"))
    assert "Permit for an installation in a natural park" in english
    assert "90 days" in english
    assert "/en/law/deadlines/MNU-11/" in english
    assert "Blockchain" in english
    use = MenuUse.objects.get()
    assert f"/en/menu/uses/{use.pk}/end/" in english
    ended = send(
        signed_in(province), f"/menu/uses/{use.pk}/end/", ended_on=date(2026, 8, 3), reason="계획 변경"
    )
    assert "특례 ‘자연공원 시설의 설치허가’ 적용이 끝났습니다." in text_of(ended)
    assert "자연공원 시설의 설치허가" in text_of(Client().get("/"))
    assert "적용이 끝났습니다. 계획 변경" in " ".join(text_of(ended).split())
