"""Acts on incidents: the report, which puts it on two desks at once, the measures, and the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.files import File
from django.utils.timezone import localtime

from madang.apps.demonstrations.acts.checking import chosen, keep_files, own_organisation
from madang.apps.demonstrations.acts.inspections import refuse_unless_in_force
from madang.apps.demonstrations.events import safety as events
from madang.apps.demonstrations.models import Incident, IncidentMeasure
from madang.apps.demonstrations.models.safety import HARM_WORDS, MEASURE_WORDS
from madang.apps.demonstrations.rules import safety as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import instant, line, prose, said
from madang.apps.exemptions.models import Tool
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.cases import advance, begin
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.words import Words

LOOK = Words("실증 중 사고 확인", "Look into an incident")
MOST_HARMED = 100_000


@dataclass(frozen=True)
class Report:
    """An incident as it is reported from the spot. ``happened_at`` is an aware instant; nobody is named."""

    happened_at: datetime
    place: str
    what: str
    harm: str
    is_dangerous: bool
    harmed: int = 0


@act(may="demonstrations.report_incident", records=events.REPORTED, subject="tool")
def report_incident(
    *, actor: Actor, tool: Tool, report: Report, files: Sequence[File] = (), at: Moment
) -> Incident:
    """Report an incident: the local government and the Ministry have it on their desks with this very act (사고 신고).

    Raises:
        Invalid: the tool is not in force, something is missing or cannot be kept, or the instant lies in the future or
            before the tool was granted.
    """
    refuse_unless_in_force(tool)
    body, now = own_organisation(actor), instant(at)
    assert body is not None, "offices that report have an organisation"
    _refuse_impossible(tool, report, now)
    words = chosen(report.harm, HARM_WORDS, "harm")
    row = Incident(
        tool=tool, reporter=body, region=tool.region, happened_at=report.happened_at, reported_at=now,
        place=line(report.place, "place"), harm=report.harm, harmed=report.harmed, is_dangerous=report.is_dangerous,
        what=prose(report.what, "what", needed=Words("무슨 일이 있었는지 적으십시오.", "Write what happened.")),
    )  # fmt: skip
    row.number = f"SA{localtime(now):%y%m%d}-{row.pk.hex[-8:].upper()}"
    begin(row, at=at)
    open_duty(row, Charge(OfficeKind.MINISTRY), LOOK, at)
    keep_files(row, files, "incident", actor=actor, at=at)  # type: ignore[arg-type]  # a case is a row with a version
    told = {
        **said(harm=words),
        "number": row.number,
        "is_dangerous": row.is_dangerous,
        "zone": tool.project.zone.name_ko,
    }
    record(events.REPORTED, row, actor=actor, at=at, facts=Facts(told))
    return row


@act(may="demonstrations.handle_incident", records=events.HANDLED, subject="incident")
def handle_incident(
    *, actor: Actor, incident: Incident, kind: str, text: str, files: Sequence[File] = (), at: Moment
) -> Incident:
    """Record a measure that was taken about an incident (조치 기록).

    Raises:
        Invalid: no such kind, nothing said, or a file that cannot be kept.
        NotLawful: the incident is closed.
    """
    words = chosen(kind, MEASURE_WORDS, "kind")
    needed = Words("무엇을 했는지 적으십시오.", "Write what was done.")
    IncidentMeasure.objects.create(
        incident=incident, kind=kind, taken_at=instant(at), text=prose(text, "text", needed=needed),
        office_ko=actor.office.words.ko, office_en=actor.office.words.en,
    )  # fmt: skip
    advance(incident, "act", actor=actor, at=at)
    keep_files(incident, files, "measure", actor=actor, at=at)  # type: ignore[arg-type]  # a case is a row with a version
    record(events.HANDLED, incident, actor=actor, at=at, facts=Facts(said(measure=words)))
    return incident


@act(may="demonstrations.close_incident", records=events.CLOSED, subject="incident")
def close_incident(*, actor: Actor, incident: Incident, cause: str, at: Moment) -> Incident:
    """Close an incident, with its cause as far as it was found (사고 종결).

    Raises:
        Invalid: no cause is said ("not found" is one).
        NotLawful: nothing was done yet, or it is closed.
    """
    needed = Words(
        "원인을 적으십시오. 밝혀지지 않았으면 그렇게 적습니다.",
        "Write the cause; if it was not found, say so.",
    )
    incident.cause = prose(cause, "cause", needed=needed)
    advance(incident, "close", actor=actor, at=at, also=("cause",))
    close_duties(incident, at)
    record(events.CLOSED, incident, actor=actor, at=at, facts=Facts({"cause": incident.cause}))
    return incident


def _refuse_impossible(tool: Tool, report: Report, now: datetime) -> None:
    if report.happened_at > now:
        raise Invalid(
            Words("사고가 난 때가 지금보다 뒤입니다.", "The time of the incident lies in the future."),
            "happened_at",
        )
    if tool.granted_on is not None and localtime(report.happened_at).date() < tool.granted_on:
        raise Invalid(
            Words("특례를 받기 전의 때입니다.", "That was before the tool was granted."), "happened_at"
        )
    if not 0 <= report.harmed <= MOST_HARMED or (report.harm in ("injury", "death")) != (report.harmed > 0):
        raise Invalid(
            Words(
                "다치거나 숨진 사람의 수가 피해의 종류와 맞지 않습니다.",
                "The number of people harmed does not fit the kind of harm.",
            ),
            "harmed",
        )
