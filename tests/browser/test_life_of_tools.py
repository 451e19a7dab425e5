"""An exemption from the request on a phone to the changed law, and a permit that is deemed extended, played in a real browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import exemption
from tests.browser import life_of_tools as life
from tests.browser.cast import Cast
from tests.browser.person import Person
from tests.browser.served import Served

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def test_exemption_goes_from_the_request_to_the_changed_law(
    comes: Callable[..., Person], system: Served, tmp_path: Path
) -> None:
    cast = Cast(
        lambda *seat, **given: comes(
            *seat, **given, **({"viewport": PHONE} if exemption.FIRM in seat else {})
        )
    )
    exemption.play_to_grant(cast, tmp_path)
    exemption.everybody_reads_the_grant_and_not_the_request(cast)
    firm = cast[exemption.FIRM]
    firm.page.reload()
    firm.sees("출력 5W 이하로만 운용", "이의 제기")
    assert firm.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cast.it_is(2026, 10, 16, 10, 0)
    life.the_exemption_begins_when_users_know(cast, tmp_path)
    cast.it_is(2030, 1, 2, 9, 0)
    system.main_of("tests.browser.worker_step")
    life.the_firm_reports_after_the_end(cast, tmp_path)
    cast.it_is(2030, 6, 3, 9, 0)
    life.the_ministry_follows_the_law_to_the_ordinary_permit(cast)
    life.everybody_reads_what_became_of_it(cast)


def test_interim_permit_is_extended_and_then_deemed_extended(
    comes: Callable[..., Person], system: Served, tmp_path: Path
) -> None:
    cast = Cast(comes)
    cast.it_is(2026, 10, 16, 10, 0)
    address = json.loads(system.main_of("tests.browser.granted_tools"))["interim_permit"]
    life.the_permit_begins(cast, address, tmp_path)
    cast.it_is(2028, 8, 15, 23, 0)
    life.the_firm_asks_in_time_for_the_extension(cast, address)
    life.it_is_passed_on_and_approved(cast, address)
    cast.it_is(2029, 10, 20, 9, 0)
    system.main_of("tests.browser.worker_step")
    life.the_law_lets_it_go_on(cast, address)
