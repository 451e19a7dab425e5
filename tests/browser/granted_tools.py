"""A permit of the demonstration's own firm that was just granted, built beside a served system through the real acts."""

import json
import sys
from datetime import date

from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from tests.apps.exemptions.builders import a_firm
from tests.apps.exemptions.tool_builders import a_granted_tool

ON = date(2026, 10, 15)
#: the key of Busan in the record
BUSAN = "region-busan"


def main() -> None:
    """Build it in a zone of Busan, for two years from the day after its grant, and print its address."""
    grant = {"ends_on": date(2028, 10, 15)}
    play = a_granted_tool(
        INTERIM_PERMIT,
        on=ON,
        firm=a_firm("demo-firm"),
        region=BUSAN,
        title_public="드론 응급 배송",
        grant=grant,
    )
    sys.stdout.write(json.dumps({INTERIM_PERMIT: play.tool.path}))
