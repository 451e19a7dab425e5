"""Tools of the demonstration's own offices that were granted long ago, built beside a served system through the real acts."""

import json
import sys
from datetime import date

from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from tests.apps.exemptions.builders import a_firm
from tests.apps.exemptions.tool_builders import a_granted_tool

#: granted for two years under the law of that day; the terms end on 2 March 2025
ON = date(2023, 3, 2)


def main() -> None:
    """Build an exemption and a permit of the demonstration's firm in Busan, and print their addresses."""
    firm = a_firm("demo-firm")
    titles = {EXEMPTION: "자율주행 순찰 로봇", INTERIM_PERMIT: "드론 응급 배송"}
    plays = {kind: a_granted_tool(kind, on=ON, firm=firm, title_public=title) for kind, title in titles.items()}
    sys.stdout.write(json.dumps({kind: play.tool.path for kind, play in plays.items()}))
