"""Acts of those who look at a demonstration on the spot, of the firm that mends, and of the Ministry on danger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.files import File

from madang.apps.demonstrations.acts.checking import (
    changed,
    chosen,
    keep_files,
    not_to_come,
    own_organisation,
)
from madang.apps.demonstrations.events import safety as events
from madang.apps.demonstrations.models import Defect, Inspection
from madang.apps.demonstrations.models.safety import DEFECT, POINT_WORDS, POINTS, RESULT_WORDS
from madang.apps.demonstrations.queries.safety import IN_FORCE
from madang.apps.demonstrations.rules import safety as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.exemptions.models import Tool
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.words import Words

MEND = Words("현장점검에서 지적된 것 고치기", "Mend what the inspection found")
CONFIRM = Words("고친 것 확인", "Confirm the remedy")
REEXAMINE = Words("위험에 대한 재검토 조치", "Re-examine: danger was found")


@dataclass(frozen=True)
class Found:
    """What was found on one point: its result, a note, and the day by which it is to be mended."""

    result: str
    note: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Inspected:
    """An inspection as it was made: the day, where, and what was found on each of the four points."""

    inspected_on: date
    points: Mapping[str, Found] = field(default_factory=dict)
    place: str = ""
    is_dangerous: bool = False


@act(may="demonstrations.inspect", records=events.INSPECTED, subject="tool")
def inspect_demonstration(
    *, actor: Actor, tool: Tool, inspection: Inspected, files: Sequence[File] = (), at: Moment
) -> Inspection:
    """Record an inspection on the spot on its four points (현장점검, EX-20, MON-01).

    A local government's inspection is told to the Ministry by the record itself; danger is put on the Ministry's desk.

    Raises:
        Invalid: the tool is not in force, a point is missing, a defect without note or day, or a day that cannot be.
    """
    refuse_unless_in_force(tool)
    body = own_organisation(actor)
    assert body is not None, "offices that inspect have an organisation"
    not_to_come(inspection.inspected_on, at, "inspected_on")
    row = Inspection(
        tool=tool, organisation=body, inspected_on=inspection.inspected_on, is_dangerous=inspection.is_dangerous,
        place=line(inspection.place, "place", needed=False),
    )  # fmt: skip
    for key in POINTS:
        _fill(row, key, inspection.points.get(key))
    row.save(force_insert=True)
    keep_files(row, files, "inspection", actor=actor, at=at)
    found = [key for key in POINTS if getattr(row, key) == DEFECT]
    for key in found:
        _defect(row, key, inspection.points[key], at)
    if row.is_dangerous:
        open_duty(row, Charge(OfficeKind.MINISTRY), REEXAMINE, at)
    told = {**said(office=body.words), "defects": len(found), "is_dangerous": row.is_dangerous}
    record(events.INSPECTED, row, actor=actor, at=at, facts=Facts(told, provision="MON-01"))
    return row


@act(may="demonstrations.remedy_defect", records=events.REMEDIED, subject="defect")
def remedy_defect(
    *, actor: Actor, defect: Defect, remedy: str, files: Sequence[File] = (), at: Moment
) -> Defect:
    """Say how a defect was mended (시정 결과 제출).

    Raises:
        Invalid: it was mended already, or nothing is said.
    """
    if defect.remedied_on is not None:
        raise Invalid(
            Words("이미 고친 것으로 낸 사항입니다.", "This was reported as mended already."), "remedy"
        )
    needed = Words("어떻게 고쳤는지 적으십시오.", "Write how it was mended.")
    defect.remedy, defect.remedied_on = prose(remedy, "remedy", needed=needed), today_of(at)
    changed(defect, "remedy", "remedied_on")
    keep_files(defect, files, "remedy", actor=actor, at=at)
    close_duties(defect, at)
    tool = defect.inspection.tool
    open_duty(defect, tool.in_charge("province"), CONFIRM, at)
    record(events.REMEDIED, defect, actor=actor, at=at, facts=Facts(said(point=defect.point_words)))
    return defect


@act(may="demonstrations.confirm_remedy", records=events.REMEDY_CONFIRMED, subject="defect")
def confirm_remedy(*, actor: Actor, defect: Defect, at: Moment) -> Defect:
    """Confirm that a defect was mended (시정 확인).

    Raises:
        Invalid: it was not reported as mended, or confirmed already.
    """
    if defect.remedied_on is None or defect.confirmed_on is not None:
        raise Invalid(
            Words(
                "확인할 것이 없습니다. 기업이 고친 것을 낸 뒤에 확인합니다.",
                "There is nothing to confirm yet, or it was confirmed.",
            )
        )
    defect.confirmed_on = today_of(at)
    changed(defect, "confirmed_on")
    close_duties(defect, at)
    record(events.REMEDY_CONFIRMED, defect, actor=actor, at=at, facts=Facts(said(point=defect.point_words)))
    return defect


@act(may="demonstrations.reexamine", records=events.REEXAMINED, subject="inspection")
def reexamine_danger(*, actor: Actor, inspection: Inspection, reexamination: str, at: Moment) -> Inspection:
    """Record what the Ministry did about a danger that an inspection found (재검토 조치, MON-01).

    Raises:
        Invalid: no danger was found, it was dealt with already, or nothing is said.
    """
    if not inspection.is_dangerous or inspection.reexamination:
        raise Invalid(
            Words(
                "재검토할 위험이 없거나 이미 조치했습니다.",
                "There is no danger to re-examine, or it was done.",
            )
        )
    needed = Words("어떤 조치를 했는지 적으십시오.", "Write what was done.")
    inspection.reexamination = prose(reexamination, "reexamination", needed=needed)
    changed(inspection, "reexamination")
    close_duties(inspection, at)
    record(events.REEXAMINED, inspection, actor=actor, at=at, facts=Facts(provision="MON-01"))
    return inspection


def refuse_unless_in_force(tool: Tool) -> None:
    """Refuse a tool that allows nothing now, or of which only a record is kept.

    Raises:
        Invalid: it is not in force.
    """
    if tool.is_record or tool.state not in IN_FORCE:
        now = tool.state_now.office_words
        raise Invalid(
            Words(
                f"지금 시행 중인 특례가 아닙니다(현재 상태: {now.ko}).",
                f"This tool is not in force (its state: {now.en}).",
            ),
            "tool",
        )


def _fill(row: Inspection, key: str, found: Found | None) -> None:
    words = POINT_WORDS[key]
    if found is None or not found.result:
        raise Invalid(
            Words(f"‘{words.ko}’ 점검 결과를 고르십시오.", f"Choose what was found: {words.en}."), key
        )
    chosen(found.result, RESULT_WORDS, key)
    note = prose(found.note, f"{key}_note")
    if found.result == DEFECT and not (note and found.due_on):
        raise Invalid(
            Words(
                f"‘{words.ko}’에서 고칠 것과 언제까지 고칠지를 적으십시오.",
                f"{words.en}: write what is to be mended and by when.",
            ),
            f"{key}_note" if not note else f"{key}_due_on",
        )
    setattr(row, key, found.result)
    setattr(row, f"{key}_note", note)


def _defect(row: Inspection, key: str, found: Found, at: Moment) -> None:
    assert found.due_on is not None
    if found.due_on < row.inspected_on:
        raise Invalid(
            Words("고칠 날이 점검한 날보다 앞섭니다.", "The day to mend it lies before the inspection."),
            f"{key}_due_on",
        )
    defect = Defect.objects.create(
        inspection=row, point=key, what=getattr(row, f"{key}_note"), due_on=found.due_on
    )
    open_duty(defect, row.tool.in_charge("firm"), MEND, at, due_on=found.due_on)
