"""A rapid confirmation that ends by silence, played in a real browser; the firm sits at a phone 360 pixels wide."""

from collections.abc import Callable

import pytest

from tests.browser import confirmation
from tests.browser.cast import Cast
from tests.browser.person import Person
from tests.browser.served import Served

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def test_rapid_confirmation_ends_by_silence_and_the_firm_is_told(
    comes: Callable[..., Person], system: Served
) -> None:
    cast = Cast(
        lambda *seat, **given: comes(*seat, **given, **({"viewport": PHONE} if "체험 기업" in seat else {}))
    )
    cast.it_is(2026, 8, 31, 10, 0)
    confirmation.the_firm_asks_on_its_phone(cast)
    cast.it_is(2026, 9, 1, 9, 0)
    confirmation.busan_sends_it_to_the_ministry(cast)
    confirmation.the_ministry_notifies_two_ministries(cast)
    cast.it_is(2026, 9, 20, 11, 0)
    confirmation.one_of_them_replies(cast)
    cast.it_is(2026, 10, 1, 23, 50)
    system.main_of("tests.browser.worker_step")
    confirmation.the_firm_sees_whom_it_waits_for(cast)
    cast.it_is(2026, 10, 6, 9, 0)
    system.main_of("tests.browser.worker_step")
    confirmation.silence_is_told_on_the_day_after(cast)
    confirmation.the_result_goes_back_to_the_firm(cast)
    confirmation.everybody_reads_the_outcome_and_not_the_business(cast)
    assert cast["체험 기업"].page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
