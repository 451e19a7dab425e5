"""A running exemption of the demonstration's own firm, built beside a served system through the real acts."""

import sys
from datetime import date

from tests.apps.exemptions.builders import a_firm
from tests.apps.exemptions.life_builders import a_running_tool

ON = date(2026, 9, 1)
#: the key of Busan in the record
BUSAN = "region-busan"


def main() -> None:
    """Build it in a zone of Busan and print its name."""
    name = "배송 로봇 안전 실증"
    a_running_tool(on=ON, firm=a_firm("demo-firm"), region=BUSAN, title_public=name)
    sys.stdout.write(name)
