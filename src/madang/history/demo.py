"""Demo mode: placeholder people in every seat, evaluators with profiles and members of both committees.

Nobody here is real. Names say so, and the rows are marked as demo.
"""

from datetime import date, datetime

from madang.apps.accounts import demo
from madang.apps.accounts.models import Person
from madang.apps.selection.acts.committees import NewMember, enrol_member
from madang.apps.selection.acts.evaluators import (
    ConflictTerms,
    EvaluatorProfile,
    register_evaluator,
    set_conflict_rule,
)
from madang.apps.selection.models import Evaluator
from madang.core.authority import SYSTEM, Actor, Channel
from madang.core.moments import SEOUL
from madang.history.offices import Offices

#: the placeholders are in office for as long as there have been zones, so that any round can be tried
SINCE = date(2019, 1, 2)
BEGAN = datetime(2019, 1, 2, 9, tzinfo=SEOUL)
#: region and fields of the placeholder evaluators; three come from regions, so that conflicts can be seen
PROFILES = (
    ("daegu", ("AI", "로봇")), ("daejeon", ("바이오", "의료기기")), ("gyeongnam", ("우주", "조선")),
    ("", ("AI", "로봇")), ("", ("바이오", "식품")), ("", ("우주", "에너지")), ("", ("수소", "모빌리티")),
)  # fmt: skip
BODIES = ("deliberation_committee", "zone_committee")


def seat_everybody() -> int:
    """Seat the placeholder people, unless they sit already; return how many there are."""
    if Evaluator.objects.exists():
        return 0
    people = {seat.key: demo.open_demo_seat(actor=SYSTEM, seat=seat, at=BEGAN) for seat in demo.seats()}
    offices = Offices()
    ministry = _live(offices.ministry, people["ministry"])
    secretary = _live(offices.secretary, people["secretary"])
    terms = ConflictTerms(
        SINCE, same_affiliation=True, same_region=True, basis="체험용 평가위원 이해충돌 기준"
    )
    set_conflict_rule(actor=ministry, rule=terms, at=BEGAN)
    for seat, (region, fields) in zip(demo.EVALUATORS, PROFILES, strict=True):
        profile = EvaluatorProfile(f"체험 기관({seat.words.ko})", None, region, fields)
        register_evaluator(actor=ministry, person=people[seat.key], profile=profile, at=BEGAN)
    for body in BODIES:
        for number, seat in enumerate(demo.MEMBERS):
            member = NewMember(
                f"체험 {seat.words.ko}",
                SINCE,
                f"Demo {seat.words.en}",
                is_chair=number == 0,
                person=people[seat.key],
            )
            enrol_member(actor=secretary, body=body, member=member, at=BEGAN)
    return len(people)


def _live(office: Actor, person: Person) -> Actor:
    return Actor(office.office, person.pk, None, Channel.SYSTEM)
