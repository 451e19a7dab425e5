"""The act that sets the presentation timetable."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import Call, Plan, PresentationSlot
from madang.apps.selection.rules.evaluation import PLAN_STATE
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.written import one_line
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words

MOST_MINUTES = 480


@dataclass(frozen=True)
class Slot:
    """A plan's turn: aware start, length in minutes, place."""

    plan: Plan
    starts_at: datetime
    minutes: int
    place: str

    @property
    def ends_at(self) -> datetime:
        """The instant at which the next turn may begin."""
        return self.starts_at + timedelta(minutes=self.minutes)


@act(may="selection.run_evaluation", records=events.PRESENTATIONS_SCHEDULED, subject="call")
def schedule_presentations(*, actor: Actor, call: Call, slots: Sequence[Slot], at: datetime) -> Call:
    """Set the timetable of the presentations anew (발표평가 시간표). Two plans never share a moment.

    Raises:
        Invalid: a plan did not pass the paper review or stands twice, turns overlap, a length or place is wrong.
    """
    if call.state != "presentation" or call.results.filter(stage=Stage.PRESENTATION).exists():
        raise Invalid(
            Words(
                "발표평가 시간표는 서면평가 결과를 확정한 뒤, 발표평가 결과를 내기 전에 정합니다.",
                "The timetable is set after the paper result is fixed and before the presentation's result.",
            )
        )
    passed = {p.pk: p for p in Plan.objects.filter(call=call, state=PLAN_STATE[Stage.PRESENTATION])}
    ids = [slot.plan.pk for slot in slots]
    if len(set(ids)) != len(ids) or not set(ids) <= passed.keys():
        raise Invalid(
            Words(
                "서면평가를 통과한 계획서만, 한 번씩 넣을 수 있습니다.",
                "Only plans that passed the paper review can be entered, each once.",
            ),
            "slots",
        )
    ordered = sorted(slots, key=lambda slot: slot.starts_at)
    _refuse_overlap(ordered)
    PresentationSlot.objects.filter(call=call).delete()
    PresentationSlot.objects.bulk_create(_row(call, slot) for slot in ordered)
    told = {"plans": len(ordered), "starts": [slot.starts_at.isoformat() for slot in ordered]}
    record(events.PRESENTATIONS_SCHEDULED, call, actor=actor, at=at, facts=Facts(told))
    return call


def _refuse_overlap(ordered: Sequence[Slot]) -> None:
    for slot in ordered:
        if not 1 <= slot.minutes <= MOST_MINUTES:
            raise Invalid(
                Words(
                    f"‘{slot.plan.title_ko}’의 발표 시간은 1분에서 {MOST_MINUTES}분까지입니다.",
                    f"“{slot.plan.title_ko}”: the length must be from 1 to {MOST_MINUTES} minutes.",
                ),
                f"minutes.{slot.plan.pk}",
            )
    for one, following in pairwise(ordered):
        if following.starts_at < one.ends_at:
            raise Invalid(
                Words(
                    f"두 계획서 ‘{one.plan.title_ko}’, ‘{following.plan.title_ko}’의 발표 시간이 겹칩니다.",
                    f"The turns of “{one.plan.title_ko}” and “{following.plan.title_ko}” overlap.",
                ),
                f"starts_at.{following.plan.pk}",
            )


def _row(call: Call, slot: Slot) -> PresentationSlot:
    place = one_line(slot.place, most=120, field=f"place.{slot.plan.pk}")
    return PresentationSlot(
        call=call, plan=slot.plan, time=DateTimeTZRange(slot.starts_at, slot.ends_at), place=place
    )
