"""The command line as an officer meets it: acts by name, refusals in both languages, exit codes for scripts."""

import json
from uuid import uuid4

import pytest

from madang.apps.accounts.models import Organisation, Person, Seat
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind
from madang.portal import cli_acts
from tests.apps.selection.builders import a_call, ministry
from tests.people import a_person_in, an_organisation

FIRM = json.dumps({"slug": "a-firm", "kind": "firm", "name_ko": "가나전자", "name_en": "Gana"})
pytestmark = pytest.mark.django_db


@pytest.fixture
def seat() -> Seat:
    return an_organisation("mss", OfficeKind.MINISTRY).seats.get()


@pytest.fixture
def officer(seat: Seat) -> Person:
    return a_person_in(seat, "김담당")


def test_act_by_name_is_done_and_told_as_json(capsys, officer, seat):
    code = cli_acts.run(["register_organisation", "--as", officer.email, "--organisation", FIRM])
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["act"], told["id"]) == (
        "register_organisation",
        str(Organisation.objects.get(slug="a-firm").pk),
    )
    event = Event.objects.get(name="accounts.organisation_registered", facts__name="가나전자")
    assert (event.channel, event.person_id, event.office_id) == ("cli", officer.pk, seat.pk)


def test_list_shows_every_act_with_its_sentence(capsys):
    assert cli_acts.run(["list"]) == 0
    shown = capsys.readouterr().out
    assert "register_organisation" in shown
    assert "Announce a call (공모 공고)" in shown


def test_unknown_act_ends_with_two_and_names_the_list(capsys):
    assert cli_acts.run(["designate_everything"]) == 2
    shown = capsys.readouterr().out
    assert "madang act list" in shown
    assert "There is no act" in shown


@pytest.mark.parametrize(
    ("who", "seat_of"),
    [("nobody@example.org", ""), ("officer", "another-ministry")],
    ids=["stranger", "other-seat"],
)
def test_nobody_acts_from_a_seat_that_they_do_not_hold(capsys, officer, who, seat_of):
    email = officer.email if who == "officer" else who
    argv = ["register_organisation", "--as", email, "--seat", seat_of, "--organisation", FIRM]
    assert cli_acts.run(argv) == 1
    assert "does not hold such a seat" in capsys.readouterr().out
    assert not Organisation.objects.filter(slug="a-firm").exists()


def test_refusal_of_an_office_is_told_in_both_languages(capsys):
    firm = a_person_in(an_organisation("a-company", OfficeKind.FIRM).seats.get())
    assert cli_acts.run(["register_organisation", "--as", firm.email, "--organisation", FIRM]) == 1
    shown = capsys.readouterr().out
    assert "권한이 없습니다" in shown
    assert "You may not do this" in shown
    assert not Organisation.objects.filter(slug="a-firm").exists()


def test_refusal_by_the_state_of_a_case_says_what_is_open(capsys, officer):
    call = a_call("giz-9", by=ministry())
    argv = ["cancel_call", "--as", officer.email, "--call", str(call.pk), "--reason", "사유"]
    assert [cli_acts.run(argv), cli_acts.run(argv)] == [0, 1]
    korean, english = capsys.readouterr().out.strip().splitlines()[1:]
    assert "현재 상태는 ‘취소’" in korean
    assert "the state is “Cancelled”" in english


@pytest.mark.parametrize(
    ("organisation", "code", "sentence"),
    [
        ("{not json", 1, "not JSON"),
        ("plain text", 2, "organisation"),
        (FIRM.replace('"firm"', '"emperor"'), 2, "organisation.kind"),
        (FIRM.replace("a-firm", "A Firm"), 1, "lower-case letters"),
    ],
    ids=["broken-json", "no-object", "no-such-kind", "bad-slug"],
)
def test_malformed_argument_is_told_and_changes_nothing(capsys, officer, organisation, code, sentence):
    before = Organisation.objects.count()
    assert (
        cli_acts.run(["register_organisation", "--as", officer.email, "--organisation", organisation]) == code
    )
    assert sentence in capsys.readouterr().out
    assert Organisation.objects.count() == before


def test_row_that_does_not_exist_is_told_without_a_trace(capsys, officer):
    assert cli_acts.run(["announce_call", "--as", officer.email, "--call", str(uuid4())]) == 1
    assert "There is no such row" in capsys.readouterr().out


def test_missing_argument_ends_with_two_and_the_usage(capsys, officer):
    with pytest.raises(SystemExit) as ended:
        cli_acts.run(["announce_call", "--as", officer.email])
    assert ended.value.code == 2
    assert "--call" in capsys.readouterr().err
