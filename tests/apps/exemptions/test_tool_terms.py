"""Extensions, requests for revision, and the end of a term: the last day, one day late, and what the law makes of it."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from madang.apps.exemptions.acts.extensions import (
    Decision,
    Wish,
    ask_extension,
    decide_extension,
    pass_tool_request,
)
from madang.apps.exemptions.acts.granting import grant_tool
from madang.apps.exemptions.acts.life import NothingOver, Results, pass_term, request_revision
from madang.apps.exemptions.jobs import record_ended_terms
from madang.apps.exemptions.models import LawRevision, Tool, ToolResults
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.apps.exemptions.queries.life import terms_over
from madang.apps.zones.acts import end_zone, release_zone
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, midnight, noon
from tests.apps.exemptions.life_builders import (
    RESULTS,
    a_running_tool,
    days_pass,
    ends,
    extended,
    heard,
    revision_asked,
)
from tests.apps.exemptions.tool_builders import (
    ToolPlay,
    a_granted_tool,
    a_requested_tool,
    a_tabled_tool,
)
from tests.apps.selection.web import at
from tests.apps.zones.builders import a_zone, day

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
#: granted for two years under the first law; the term ends on ENDS, and whatever is asked must be asked by ASKED_BY
EARLY, ENDS, ASKED_BY = date(2023, 3, 2), date(2025, 3, 2), date(2025, 1, 2)
ZONE_ENDS = date(2031, 6, 30)


def wish(until: date, **more: bool) -> Wish:
    return Wish(until, "법령이 아직 정비되지 않음", **more)


def asks(play: ToolPlay, until: date, on: date, **more: bool) -> object:
    return ask_extension(actor=play.firm, tool=play.fresh(), wish=wish(until, **more), at=noon(on))


def terms(play: ToolPlay) -> list[tuple[str, date | None, date | None]]:
    return list(play.tool.terms.values_list("kind", "starts_on", "ends_on"))


@pytest.mark.parametrize("kind", ["exemption", INTERIM_PERMIT])
def test_extension_is_asked_on_the_last_day_and_refused_a_day_later_with_that_day(kind: str) -> None:
    play = a_running_tool(kind, on=EARLY)
    until = date(2027, 3, 2)
    with pytest.raises(Invalid, match="It had to be applied for by Thu 2 January 2025"):
        asks(play, until, ASKED_BY + DAY)
    asks(play, until, ASKED_BY)
    with pytest.raises(Invalid, match="already being examined"):
        asks(play, until, ASKED_BY)


def test_extension_once_approved_writes_the_term_and_a_second_is_refused() -> None:
    play = extended(a_running_tool(on=EARLY), date(2027, 3, 2), on=ASKED_BY, decided_on=ENDS)
    tool = play.fresh()
    assert (tool.state, tool.ends_on, tool.extensions_used) == ("extended", date(2027, 3, 2), 1)
    assert terms(play) == [
        ("granted", EARLY + DAY, ENDS), ("extended", ENDS + DAY, date(2027, 3, 2)),
    ]  # fmt: skip
    with pytest.raises(Invalid, match="only once"):
        asks(play, date(2028, 3, 2), date(2026, 5, 6))
    Tool.objects.filter(pk=tool.pk).update(state="running")
    with pytest.raises(Invalid, match="It is extended 1 time at most"):
        asks(play, date(2028, 3, 2), date(2026, 5, 6))


def test_extension_keeps_to_the_zone_and_to_the_years_of_the_law() -> None:
    play = a_running_tool(on=EARLY)
    for until, words in ((ZONE_ENDS + DAY, "Mon 30 June 2031"), (ENDS, "Sun 2 March 2025")):
        with pytest.raises(Invalid, match=words) as refused:
            asks(play, until, ASKED_BY)
        assert refused.value.field == "until"
    asks(play, ZONE_ENDS, ASKED_BY)
    permit = a_running_tool(INTERIM_PERMIT, on=EARLY, firm=a_firm("another"))
    with pytest.raises(Invalid, match="Tue 2 March 2027"):
        asks(permit, date(2027, 3, 3), ASKED_BY)
    short = a_zone("rfz-short", ends_on=day(ENDS.isoformat()))
    full = a_running_tool(on=EARLY, zone=short, firm=a_firm("third"))
    with pytest.raises(Invalid, match="it must be changed first"):
        asks(full, ENDS + DAY, ASKED_BY)


def test_unknown_end_of_the_zone_is_said_and_no_extension_is_approved() -> None:
    play = a_running_tool(on=EARLY, zone=a_zone("rfz-unknown", ends_on=day("2031-06")))
    row = asks(play, date(2027, 3, 2), ASKED_BY)
    given = {"actor": play.ministry, "tool_request": row, "at": noon(ASKED_BY)}
    with pytest.raises(NotLawful):
        decide_extension(decision=Decision(True, "사유"), **given)
    pass_tool_request(actor=play.local, tool_request=row, opinion="", at=noon(ASKED_BY))
    with pytest.raises(NotLawful, match="last day of the zone"):
        decide_extension(decision=Decision(True, "사유"), **given)
    with pytest.raises(Invalid, match="beyond what was asked"):
        decide_extension(decision=Decision(True, "사유", date(2027, 3, 3)), **given)
    with pytest.raises(Invalid, match="reasons of the decision"):
        decide_extension(decision=Decision(False, " "), **given)
    decide_extension(decision=Decision(False, "특구의 끝이 정해지지 않음"), **given)
    assert (play.fresh().state, play.fresh().extensions_used) == ("running", 0)


def test_extension_is_not_approved_after_the_term_and_not_without_a_ground() -> None:
    play = a_running_tool(on=EARLY)
    row = asks(play, date(2027, 3, 2), ASKED_BY)
    pass_tool_request(actor=play.local, tool_request=row, opinion="", at=noon(ASKED_BY))
    with pytest.raises(Invalid, match="The term is over"):
        decide_extension(
            actor=play.ministry, tool_request=row, decision=Decision(True, "사유"), at=noon(ENDS + DAY)
        )
    law = LawRevision.objects.create(
        slug="road", law="도로교통법", in_force_on=ASKED_BY - DAY, state="in_force", edition="V1"
    )
    other = a_running_tool(on=EARLY, firm=a_firm("another"))
    law.tools.add(other.tool)
    with pytest.raises(Invalid, match="The law has been revised"):
        asks(other, date(2027, 3, 2), ASKED_BY)
    asks(other, date(2027, 3, 2), ASKED_BY, is_delay=True)


def test_granted_tool_that_never_began_is_not_extended() -> None:
    play = a_granted_tool(on=EARLY)
    with pytest.raises(Invalid, match="in the first term after it began"):
        asks(play, date(2027, 3, 2), ASKED_BY)
    with pytest.raises(Refused):
        ask_extension(actor=a_firm("rival"), tool=play.fresh(), wish=wish(ENDS + DAY), at=noon(ASKED_BY))


def test_exemption_ends_by_itself_and_its_report_is_due_in_thirty_days() -> None:
    play = a_running_tool(on=EARLY)
    assert days_pass(play, ENDS).state == "running"
    assert days_pass(play, ENDS + DAY).state == "expired"
    assert ends() == [("expired", midnight(ENDS + DAY))]
    clock = Duty.objects.get(case_id=play.tool.pk, is_open=True, is_clock=True)
    assert (clock.rule_id, clock.started_on, clock.due_on) == ("EX-25", ENDS, date(2025, 4, 1))


def test_worker_that_was_down_for_years_dates_each_end_on_its_own_day_and_once() -> None:
    plays = [
        a_running_tool(on=EARLY),
        a_running_tool(INTERIM_PERMIT, on=EARLY + 7 * DAY, firm=a_firm("another")),
    ]
    for _ in range(3):
        days_pass(plays[0], date(2026, 11, 20))
    assert ends() == [("expired", midnight(ENDS + DAY)), ("lapsed", midnight(ENDS + 8 * DAY))]
    assert [play.fresh().state for play in plays] == ["expired", "lapsed"]
    with pytest.raises(NothingOver):
        pass_term(actor=SYSTEM, tool=plays[0].fresh(), ended_on=ENDS, at=midnight(ENDS + DAY))
    with pytest.raises(Invalid, match="not over yet"):
        pass_term(actor=SYSTEM, tool=plays[0].fresh(), ended_on=ENDS, at=noon(ENDS))
    for who in (plays[0].ministry, plays[0].firm):
        with pytest.raises(Refused):
            pass_term(actor=who, tool=plays[0].fresh(), ended_on=ENDS, at=midnight(ENDS + DAY))


def test_database_refuses_a_second_event_for_the_end_of_the_same_term() -> None:
    days_pass(a_running_tool(on=EARLY), ENDS + DAY)
    columns = "name, at, at_text, office_kind, office_ko, office_en, channel, subject_kind, subject_id, region, before, facts, provision, sources"
    copy = f"INSERT INTO core_event (id, {columns}) SELECT gen_random_uuid(), {columns} FROM core_event"
    with pytest.raises(IntegrityError, match="one_end_a_term"), transaction.atomic():
        connection.cursor().execute(f"{copy} WHERE name = 'exemptions.tool_expired'")


def test_extended_permit_goes_on_by_law_until_the_law_is_revised() -> None:
    play = extended(a_running_tool(INTERIM_PERMIT, on=EARLY), date(2026, 3, 2), on=ASKED_BY)
    assert days_pass(play, ENDS + DAY).state == "extended"
    tool = days_pass(play, date(2026, 3, 3))
    assert (tool.state, tool.ends_on) == ("deemed", None)
    assert ends() == [("deemed", midnight(date(2026, 3, 3)))]
    assert terms(play)[-1] == ("deemed", date(2026, 3, 3), None)
    assert days_pass(play, date(2034, 1, 2)).state == "deemed"
    assert Finding.objects.filter(case_id=tool.pk, rule_id="IP-09", status="satisfied").exists()
    law = LawRevision.objects.create(
        slug="road", law="도로교통법", in_force_on=date(2026, 3, 3), state="in_force", edition="V1"
    )
    revised = extended(
        a_running_tool(INTERIM_PERMIT, on=EARLY, firm=a_firm("another")), date(2026, 3, 2), on=ASKED_BY
    )
    law.tools.add(revised.tool)
    assert days_pass(revised, date(2026, 3, 3)).state == "lapsed"


def test_request_for_revision_is_made_two_months_before_with_all_results() -> None:
    play = a_running_tool(on=EARLY)
    with pytest.raises(Invalid, match="it had to be asked for by Thu 2 January 2025"):
        revision_asked(play, on=ASKED_BY + DAY)
    with pytest.raises(Invalid) as refused:
        request_revision(
            actor=play.firm,
            tool=play.fresh(),
            results=Results("목표", "조건", "", "결과", "정비"),
            at=noon(ASKED_BY),
        )
    assert refused.value.field == "accidents"
    assert not ToolResults.objects.exists()
    tool = revision_asked(play, on=ASKED_BY).fresh()
    assert tool.revision_requested_on == ASKED_BY
    with pytest.raises(Invalid, match="asked for already"):
        revision_asked(play, on=ASKED_BY)
    permit = a_running_tool(INTERIM_PERMIT, on=EARLY, firm=a_firm("another"))
    with pytest.raises(Invalid, match="Only an exemption"):
        request_revision(actor=permit.firm, tool=permit.fresh(), results=RESULTS, at=noon(ASKED_BY))


def test_exemption_goes_on_while_the_revision_is_examined_and_ends_with_its_zone() -> None:
    zone = a_zone("rfz-short", ends_on=day("2025-09-30"))
    play = revision_asked(a_running_tool(on=EARLY, zone=zone), on=ASKED_BY)
    tool = days_pass(play, ENDS + DAY)
    assert (tool.state, tool.ends_on) == ("continuing", None)
    assert terms(play)[-1] == ("continued", ENDS + DAY, None)
    waiting = Duty.objects.get(case_id=tool.pk, is_open=True)
    assert (waiting.role, waiting.due_on) == ("firm", ENDS)
    assert days_pass(play, date(2025, 9, 30)).state == "continuing"
    tool = days_pass(play, date(2025, 10, 20))
    assert (tool.state, tool.ends_on) == ("expired", date(2025, 9, 30))
    assert ends() == [("continued", midnight(ENDS + DAY)), ("expired", midnight(date(2025, 10, 1)))]
    assert terms(play)[-1] == ("continued", ENDS + DAY, date(2025, 9, 30))
    assert Duty.objects.get(case_id=tool.pk, rule_id="EX-25", is_clock=True).due_on == date(2025, 10, 30)


def test_one_look_after_years_finds_both_the_continuation_and_the_end_of_the_zone() -> None:
    play = revision_asked(
        a_running_tool(on=EARLY, zone=a_zone("rfz-short", ends_on=day("2025-09-30"))), on=ASKED_BY
    )
    assert days_pass(play, date(2026, 11, 20)).state == "expired"
    assert [what for what, _ in ends()] == ["continued", "expired"]


def test_zone_that_ends_with_the_term_leaves_nothing_to_go_on_in() -> None:
    play = revision_asked(
        a_running_tool(on=EARLY, zone=a_zone("rfz-short", ends_on=day(ENDS.isoformat()))), on=ASKED_BY
    )
    assert days_pass(play, ENDS + DAY).state == "expired"
    assert Finding.objects.filter(case_id=play.tool.pk, rule_id="EX-27", status="breached").exists()


def test_unknown_end_of_the_zone_holds_the_record_until_it_is_known() -> None:
    zone = a_zone("rfz-unknown")
    play = revision_asked(a_running_tool(on=EARLY, zone=zone), on=ASKED_BY)
    assert days_pass(play, ENDS + 9 * DAY).state == "running"
    type(zone).objects.filter(pk=zone.pk).update(ends_on="2026-12-31")
    assert days_pass(play, ENDS + 20 * DAY).state == "continuing"
    assert ends() == [("continued", midnight(ENDS + DAY))]


def test_term_that_goes_on_while_it_is_corrected_stays_under_the_order() -> None:
    from_law = revision_asked(a_running_tool(on=EARLY), on=ASKED_BY)
    play = heard(from_law, "condition_unmet", on=ASKED_BY)
    Tool.objects.filter(pk=play.tool.pk).update(state="correcting")
    tool = days_pass(play, ENDS + DAY)
    assert (tool.state, tool.ends_on, ends()[-1][0]) == ("correcting", None, "continued")


def test_worker_records_ended_terms_by_the_schedule() -> None:
    a_running_tool(on=EARLY)
    at(noon(ENDS + DAY))
    call_command("run_schedule")
    assert [what for what, _ in ends()] == ["expired"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_record_one_end() -> None:
    play = a_running_tool(on=EARLY)
    assert terms_over(ENDS + DAY) == [(play.tool.pk, ENDS)]
    started = threading.Barrier(2)

    def worker() -> None:
        started.wait()
        try:
            record_ended_terms(noon(ENDS + DAY))
        finally:
            connection.close()

    workers = [threading.Thread(target=worker) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert Event.objects.filter(name="exemptions.tool_expired").count() == 1
    assert play.fresh().state == "expired"


@pytest.mark.parametrize("ends", [end_zone, release_zone])
def test_nothing_is_asked_granted_or_extended_in_a_zone_that_is_over(ends: Any) -> None:
    zone = a_zone("rfz-over", ends_on=day(ZONE_ENDS.isoformat()))
    play, resolved = a_running_tool(on=EARLY, zone=zone), a_tabled_tool(on=ASKED_BY, zone=zone).voted()
    permit, other = a_running_tool(INTERIM_PERMIT, on=EARLY, zone=zone), a_running_tool(on=EARLY, zone=zone)
    row = asks(play, date(2026, 3, 2), ASKED_BY)
    pass_tool_request(actor=play.local, tool_request=row, opinion="필요함", at=noon(ASKED_BY))
    why = {"note": ""} if ends is end_zone else {"ground": "목적 달성"}
    ends(actor=play.ministry, zone=zone, sources=("관보",), at=noon(ASKED_BY), **why)
    zone = type(zone).objects.get(pk=zone.pk)
    asks(permit, date(2026, 3, 2), ASKED_BY)  # the law caps permits by years alone
    with pytest.raises(Invalid, match="This zone is over"):
        decide_extension(
            actor=play.ministry, tool_request=row, decision=Decision(True, "필요"), at=noon(ASKED_BY)
        )
    for refused in (
        lambda: asks(other, date(2026, 3, 2), ASKED_BY),
        lambda: grant_tool(
            actor=resolved.ministry, tool=resolved.fresh(), grant=resolved.a_grant(), at=noon(ASKED_BY)
        ),
        lambda: a_requested_tool(zone=zone),
    ):
        with pytest.raises(Invalid, match="This zone is over"):
            refused()
    assert (play.fresh().state, resolved.fresh().state) == ("running", "resolved")
