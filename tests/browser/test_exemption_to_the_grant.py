"""A demonstration exemption from the request to the grant, played in a real browser; the firm sits at a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import exemption
from tests.browser.cast import Cast
from tests.browser.person import Person

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def test_exemption_is_asked_for_examined_voted_on_and_granted(
    comes: Callable[..., Person], tmp_path: Path
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
