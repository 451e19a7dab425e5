"""The API as a machine meets it: who asks, the same twice, stale versions, malformed input, and what is not there."""

import hashlib
import json
from datetime import timedelta
from uuid import uuid4

import jsonschema_rs
import pytest
from django.test import Client

from madang.apps.accounts.models import ApiToken, Organisation, Person, Seat
from madang.apps.selection.models import Call
from madang.core import acts, clock
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind
from tests.apps.selection.builders import a_call, a_draft_call, a_plan, ministry, province
from tests.apps.selection.zone_builders import a_planned
from tests.people import a_person_in, an_organisation

ACTS = "/api/v1/acts/"
FIRM = {"organisation": {"slug": "a-firm", "kind": "firm", "name_ko": "가나전자", "name_en": "Gana"}}
pytestmark = pytest.mark.django_db


@pytest.fixture
def seat() -> Seat:
    return an_organisation("mss", OfficeKind.MINISTRY).seats.get()


@pytest.fixture
def officer(seat: Seat) -> Person:
    return a_person_in(seat, "김담당")


@pytest.fixture
def signed_in(officer: Person) -> Client:
    client = Client()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    return client


def token_of(person, seat, text="a-token", **more):
    given = {"expires_at": clock.now() + timedelta(days=30), **more}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ApiToken.objects.create(person=person, seat=seat, name="시험", digest=digest, **given)


def ask(client, act, body, **headers):
    return client.post(ACTS + act, json.dumps(body), content_type="application/json", headers=headers)


def bearer(text="a-token"):
    return {"Authorization": f"Bearer {text}"}


def test_token_acts_from_the_seat_to_which_it_is_bound(client, officer, seat):
    token_of(officer, seat)
    answer = ask(client, "register_organisation", FIRM, **bearer())
    assert answer.status_code == 200
    assert answer.json()["id"] == str(Organisation.objects.get(slug="a-firm").pk)
    event = Event.objects.get(name="accounts.organisation_registered", facts__name="가나전자")
    assert (event.channel, event.office_id, event.person_id) == ("api", seat.pk, officer.pk)


def test_the_scheme_of_a_token_may_be_written_in_any_case(client, officer, seat):
    token_of(officer, seat)
    answer = ask(client, "register_organisation", FIRM, Authorization="bearer a-token")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("header", "more"),
    [
        ("Bearer a-token", {"revoked_at": "2020-01-01T00:00:00+09:00"}),
        ("Bearer a-token", {"expires_at": "2020-01-01T00:00:00+09:00"}),
        ("Bearer another-token", {}),
        ("Bearer ", {}),
        ("Basic a-token", {}),
        ("a-token", {}),
    ],
    ids=["revoked", "over", "unknown", "empty", "another-scheme", "no-scheme"],
)
def test_token_that_does_not_hold_is_refused_with_401(client, officer, seat, header, more):
    token_of(officer, seat, **more)
    answer = ask(client, "register_organisation", FIRM, Authorization=header)
    assert answer.status_code == 401
    assert answer.json()["ko"]
    assert answer.json()["en"]
    assert not Organisation.objects.filter(slug="a-firm").exists()


@pytest.mark.parametrize("lost", ["person", "seat"])
def test_token_dies_with_the_person_or_the_seat(client, officer, seat, lost):
    token_of(officer, seat)
    if lost == "person":
        Person.objects.filter(pk=officer.pk).update(is_active=False)
    else:
        officer.appointments.all().delete()
    assert ask(client, "register_organisation", FIRM, **bearer()).status_code == 401


def test_session_without_its_csrf_token_is_refused(officer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    answer = ask(client, "register_organisation", FIRM)
    assert (answer.status_code, answer.json()["error"]) == (403, "403")
    client.get("/calls/new/")
    token = client.cookies["csrftoken"].value
    assert ask(client, "register_organisation", FIRM, **{"X-CSRFToken": token}).status_code == 200


def test_public_is_answered_as_if_nothing_were_there(client):
    answer = ask(client, "register_organisation", FIRM)
    assert (answer.status_code, answer.json()["error"]) == (404, "not_there")
    assert not Organisation.objects.exists()


def test_same_key_twice_changes_once_and_gets_the_same_answer(signed_in):
    key = {"Idempotency-Key": str(uuid4())}
    answers = [ask(signed_in, "register_organisation", FIRM, **key) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert Organisation.objects.filter(slug="a-firm").count() == 1


@pytest.mark.parametrize(
    ("header", "value"),
    [("Idempotency-Key", "again"), ("If-Match", "three"), ("If-Match", '"-1"'), ("If-Match", "9" * 30)],
)
def test_header_that_cannot_be_read_is_refused_and_not_ignored(signed_in, header, value):
    answer = ask(signed_in, "register_organisation", FIRM, **{header: value})
    assert (answer.status_code, answer.json()["field"]) == (422, header)
    assert not Organisation.objects.filter(slug="a-firm").exists()


def test_version_that_has_changed_since_is_a_409_with_a_sentence(signed_in):
    call = a_call("giz-9", by=ministry())
    stale = ask(
        signed_in,
        "cancel_call",
        {"call": str(call.pk), "reason": "사유"},
        **{"If-Match": str(call.version - 1)},
    )
    assert (stale.status_code, stale.json()["error"]) == (409, "StaleVersion")
    assert "다른 사람이 내용을 바꾸었습니다" in stale.json()["ko"]
    assert Call.objects.get(pk=call.pk).state == "announced"
    fresh = ask(
        signed_in,
        "cancel_call",
        {"call": str(call.pk), "reason": "사유"},
        **{"If-Match": f'"{call.version}"'},
    )
    assert (fresh.status_code, fresh.json()["state"]) == (200, "cancelled")


def test_move_that_is_not_open_is_a_409_that_says_what_is(signed_in):
    call = a_call("giz-9", by=ministry())
    ask(signed_in, "cancel_call", {"call": str(call.pk), "reason": "사유"})
    answer = ask(signed_in, "cancel_call", {"call": str(call.pk), "reason": "사유"})
    assert (answer.status_code, answer.json()["error"]) == (409, "NotLawful")
    assert "현재 상태는 ‘취소’" in answer.json()["ko"]
    assert "the state is “Cancelled”" in answer.json()["en"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"surprise": 1}, "surprise"),
        ({"kind": "emperor"}, "organisation.kind"),
        ({"slug": None}, "organisation.slug"),
        ({"slug": ["a"]}, "organisation.slug"),
    ],
    ids=["unknown-name", "no-such-kind", "nothing", "wrong-type"],
)
def test_malformed_input_is_a_422_that_names_the_place(signed_in, change, field):
    body = (
        {"organisation": {**FIRM["organisation"], **change}}
        if "surprise" not in change
        else {**FIRM, **change}
    )
    answer = ask(signed_in, "register_organisation", body)
    assert (answer.status_code, answer.json()["error"]) == (422, "malformed")
    assert answer.json()["field"].startswith(field)
    assert answer.json()["ko"]
    assert not Organisation.objects.filter(slug="a-firm").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "A Firm"},
        {"slug": "a" * 61},
        {"slug": "mss"},
        {"name_ko": ""},
        {"name_ko": "가" * 121},
        {"name_ko": "가\x00나"},
        {"name_ko": "가\u0007나"},
        {"region": "atlantis"},
        {"kind": "system"},
        {"kind": "public"},
    ],
    ids=[
        "bad-slug",
        "long-slug",
        "taken",
        "empty",
        "too-long",
        "nul",
        "bell",
        "no-region",
        "system",
        "public",
    ],
)
def test_unfit_organisation_is_a_422_with_a_sentence_and_leaves_nothing(signed_in, change):
    before = Organisation.objects.count()
    answer = ask(signed_in, "register_organisation", {"organisation": {**FIRM["organisation"], **change}})
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert answer.json()["ko"]
    assert answer.json()["en"]
    assert Organisation.objects.count() == before


def test_name_in_pieces_is_kept_as_whole_syllables(signed_in):
    pieces = "\u1100\u1161\u1102\u1161전자"
    ask(signed_in, "register_organisation", {"organisation": {**FIRM["organisation"], "name_ko": pieces}})
    assert Organisation.objects.get(slug="a-firm").name_ko == "가나전자"


@pytest.mark.parametrize("body", ["", "{", "null", "[]", '"text"', b"\xff\xfe"])
def test_body_that_is_no_json_object_gets_a_sentence(signed_in, body):
    answer = signed_in.post(ACTS + "register_organisation", body, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert answer.json()["ko"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31"])
def test_year_that_nobody_can_mean_is_a_422(signed_in, officer, seat, day):
    answer = ask(signed_in, "appoint", {"seat": str(seat.pk), "person": str(officer.pk), "starts_on": day})
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")


def test_instant_without_a_zone_is_refused_as_malformed(signed_in):
    call = {
        "slug": "giz-9", "round": "G9", "kind": "giz", "title_ko": "공모", "title_en": "Call",
        "opens_at": "2030-01-01T09:00:00", "closes_at": "2030-02-01T09:00:00+09:00",
    }  # fmt: skip
    answer = ask(signed_in, "draft_call", {"call": call})
    assert (answer.status_code, answer.json()["field"]) == (422, "call.opens_at")


@pytest.mark.both_engines
def test_row_behind_the_wall_looks_like_one_that_does_not_exist():
    call = a_call("giz-9", by=ministry())
    plan = a_plan(call, province("gyeongnam"))
    rival = Client()
    rival.force_login(
        Person.objects.get(pk=province("daegu").person_id), "django.contrib.auth.backends.ModelBackend"
    )
    hidden = ask(rival, "submit_plan", {"plan": str(plan.pk)})
    absent = ask(rival, "submit_plan", {"plan": str(uuid4())})
    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() == absent.json()
    assert sorted(hidden.headers) == sorted(absent.headers)


def test_draft_call_of_the_ministry_cannot_be_found_out_by_starting_a_plan():
    draft, officer = a_draft_call("giz-9", by=ministry()), province("daegu")
    client = Client()
    client.force_login(Person.objects.get(pk=officer.person_id), "django.contrib.auth.backends.ModelBackend")
    hidden = ask(client, "start_plan", {"call": str(draft.pk), "title_ko": "계획"})
    absent = ask(client, "start_plan", {"call": str(uuid4()), "title_ko": "계획"})
    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() == absent.json()
    assert not draft.plans.exists()


def test_openapi_document_is_3_1_and_every_shape_is_a_valid_schema(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    names = {name for name in acts.registry() if "/api/v1/acts/" + name in document["paths"]}
    assert names == set(acts.registry())
    operations = [op["operationId"] for path in document["paths"].values() for op in path.values()]
    assert len(operations) == len(set(operations))
    for name, shape in document["components"]["schemas"].items():
        jsonschema_rs.meta.validate(shape)
        whole = {**shape, "components": document["components"]}
        assert not jsonschema_rs.validator_for(whole).is_valid("neither object nor anything"), name


def test_references_inside_the_openapi_document_lead_somewhere(client):
    text = client.get("/api/v1/openapi.json").content.decode()
    document = json.loads(text)
    wanted = {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}
    assert wanted
    assert wanted - set(document["components"]["schemas"]) == set()


@pytest.mark.parametrize("content", ["가나다", "a", "\ud800", "YQ==\n"])
def test_file_whose_content_is_no_base64_is_refused_at_the_door(content):
    applicant = province("busan")
    token_of(Person.objects.get(pk=applicant.person_id), Seat.objects.get(pk=applicant.office.id))
    plan = a_plan(a_call(), applicant)
    file = {"name": "a.txt", "content_base64": content}
    sent = {"plan": str(plan.pk), "paper": "plan", "upload": file}
    answer = ask(Client(), "attach_paper", sent, **bearer())
    assert answer.status_code == 422
    assert answer.json()["field"] == "file"


def test_day_of_which_the_law_is_not_known_is_refused_in_both_languages():
    play = a_planned()
    token_of(Person.objects.get(pk=play.applicant.person_id), Seat.objects.get(pk=play.applicant.office.id))
    notice = {"starts_on": "1900-01-01", "ends_on": "1900-03-01", "medium": "시보", "place": "시청"}
    sent = {"designation": str(play.designation.pk), "notice": notice}
    answer = ask(Client(), "give_notice", sent, **bearer())
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert "2019-04-17" in answer.json()["ko"]
