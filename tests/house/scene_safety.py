"""Safety in the scene: under the running exemption of Daegu an inspection with a defect, an incident and a claim."""

from datetime import timedelta
from typing import Any

from madang.apps.demonstrations.acts.claims import NewClaim, report_claim
from madang.apps.demonstrations.acts.incidents import Report, report_incident
from madang.apps.demonstrations.acts.inspections import Found, Inspected, inspect_demonstration
from madang.apps.exemptions.models import Tool
from madang.core.authority import Actor
from madang.core.files.models import Attachment
from madang.core.moments import Moment, instant_of
from tests.apps.demonstrations.builders import a_file


def safety(people: dict[str, Actor], at: Moment) -> dict[str, tuple[tuple[str, Any, dict[str, Any]], ...]]:
    """Build them; return subjects by the beginning of their addresses as label, value, more."""
    firm, daegu, now = people["firm"], people["province daegu"], instant_of(at)
    assert now is not None
    tool = Tool.objects.filter(state="running", project__local_id=daegu.office.organisation_id).order_by(
        "pk"
    )[0]
    points = {key: Found("kept") for key in ("conditions", "cover", "notice")}
    points["safety"] = Found("defect", "비상정지 단추가 없습니다.", now.date() + timedelta(days=7))
    seen = Inspected(now.date(), points, "대구 수성구", is_dangerous=True)
    inspection = inspect_demonstration(
        actor=daegu, tool=tool, inspection=seen, files=[a_file("현장.txt")], at=at
    )
    report = Report(
        now - timedelta(minutes=30), "대구 수성구", "로봇이 멈추지 않았습니다.", "none", is_dangerous=True
    )
    incident = report_incident(actor=firm, tool=tool, report=report, at=at)
    new = NewClaim(now.date(), "property", is_user=True, is_told_of_cover=True, amount=500_000)
    claim = report_claim(actor=firm, tool=tool, claim=new, at=at)
    photo = Attachment.objects.get(case_id=inspection.pk)
    rows = (
        ("tools", tool, "incident"), ("tools", tool, "inspection"), ("tools", tool, "claim"),
        ("incidents", incident, "measure"), ("incidents", incident, "close"), ("inspections", inspection, "reexamine"),
        ("defects", inspection.defects.get(), "remedy"), ("defects", inspection.defects.get(), "confirm"),
        ("claims", claim, "pay"), ("claims", claim, "report"),
    )  # fmt: skip
    return {
        "safety/incidents/": (("of daegu", incident.pk, {}),),
        "safety/inspections/": (("of daegu", inspection.pk, {}),),
        "safety/claims/": (("of daegu", claim.pk, {}),),
        "safety/files/": (("photo of the inspection", photo.pk, {}),),
        "demonstrations/": tuple(
            (f"{kind}: {key}", kind, {"pk": row.pk, "key": key}) for kind, row, key in rows
        ),
    }
