"""Tokens of the API: a person makes one on the page of seats, sees its secret once, and takes it back."""

import hashlib
import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from madang.apps.accounts.acts import (
    LONGEST_TOKEN,
    MOST_TOKENS,
    NewToken,
    appoint,
    delegate,
    issue_token,
    revoke_token,
)
from madang.apps.accounts.models import ApiToken, Organisation
from madang.apps.accounts.queries import actor_in
from madang.core import clock
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, Channel, OfficeKind, Refused
from madang.core.moments import SEOUL
from tests.people import LONG_AGO, SETUP, a_person_in, an_organisation

BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET = re.compile(r'id="new_token" type="text" value="([\w-]{43})"')
pytestmark = pytest.mark.django_db


def signed_in(person):
    client = Client()
    client.force_login(person, BACKEND)
    return client


@pytest.fixture
def at_the_desk(officer):
    return signed_in(officer)


@pytest.fixture
def colleague(db):
    return a_person_in(an_organisation("busan", OfficeKind.PROVINCE, "busan").seats.get(), "이동료")


def day(count=0):
    return clock.now().astimezone(SEOUL).date() + timedelta(days=count)


def acting(person, seat, channel=Channel.WEB):
    return actor_in(person, seat.pk, day(), channel)


def a_token(person, seat, secret="비밀", channel=Channel.WEB, **changed):
    digest = hashlib.sha256(secret.encode()).hexdigest()
    new = {"name": "야간 집계", "digest": digest, "expires_on": day(30), **changed}
    return issue_token(actor=acting(person, seat, channel), seat=seat, token=NewToken(**new), at=clock.now())


def ask_page(client, **changed):
    """Send the form; a last day given as a number is counted from today."""
    given = {"name": "야간 집계", "expires_on": 30, "once": str(uuid4()), **changed}
    if isinstance(given["expires_on"], int):
        given["expires_on"] = day(given["expires_on"])
    return client.post("/seats/tokens/", given)


def secret_on(response):
    return SECRET.search(response.content.decode()).group(1)


def register(secret, slug):
    body = {"organisation": {"slug": slug, "kind": "firm", "name_ko": f"기업 {slug}", "name_en": slug}}
    return Client().post(
        "/api/v1/acts/register_organisation",
        json.dumps(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )


def test_issued_token_works_on_the_api_under_its_person_and_seat(at_the_desk, officer, seat):
    secret = secret_on(ask_page(at_the_desk))
    assert register(secret, "a-firm").status_code == 200
    event = Event.objects.get(name="accounts.organisation_registered", facts__name="기업 a-firm")
    assert (event.channel, event.person_id, event.office_id) == ("api", officer.pk, seat.pk)


def test_token_lives_to_the_end_of_its_last_korean_day(officer, seat):
    token = a_token(officer, seat, expires_on=day(3))
    ends = token.expires_at.astimezone(SEOUL)
    assert (ends.date(), ends.hour, ends.minute) == (day(4), 0, 0)
    assert token.last_on == day(3)


def test_revoked_token_is_dead_and_gone_from_the_page(at_the_desk):
    secret = secret_on(ask_page(at_the_desk))
    token = ApiToken.objects.get()
    assert f"/seats/tokens/{token.pk}/revoke/" in at_the_desk.get("/seats/").content.decode()
    answer = at_the_desk.post(f"/seats/tokens/{token.pk}/revoke/", {"once": str(uuid4())}, follow=True)
    assert "토큰을 취소했습니다." in answer.content.decode()
    assert f"/seats/tokens/{token.pk}/revoke/" not in answer.content.decode()
    assert register(secret, "a-firm").status_code == 401
    assert not Organisation.objects.filter(slug="a-firm").exists()


def test_token_after_its_last_day_is_dead_and_off_the_page(at_the_desk, officer, seat):
    token = a_token(officer, seat, secret="old", expires_on=day())
    assert register("old", "a-firm").status_code == 200
    ApiToken.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert register("old", "b-firm").status_code == 401
    assert f"/seats/tokens/{token.pk}/" not in at_the_desk.get("/seats/").content.decode()


def test_token_that_is_revoked_already_is_refused_with_a_sentence(at_the_desk, officer, seat):
    token = a_token(officer, seat)
    revoked = revoke_token(actor=acting(officer, seat), token=token, at=clock.now())
    answer = at_the_desk.post(f"/seats/tokens/{token.pk}/revoke/", {"once": str(uuid4())}, follow=True)
    assert "이미 취소한 토큰입니다." in answer.content.decode()
    token.refresh_from_db()
    assert token.revoked_at == revoked.revoked_at


def test_token_of_somebody_else_is_neither_shown_nor_revoked(at_the_desk, seat):
    # the same seat, another person
    other = a_person_in(seat, "박동석")
    token = a_token(other, seat, secret="theirs")
    assert f"/seats/tokens/{token.pk}/" not in at_the_desk.get("/seats/").content.decode()
    assert at_the_desk.post(f"/seats/tokens/{token.pk}/revoke/").status_code == 404
    assert register("theirs", "a-firm").status_code == 200


def test_nobody_issues_a_token_for_the_seat_of_another(officer, seat, colleague):
    theirs = colleague.appointments.get().seat
    new = NewToken("남의 자리", "0" * 64, day(1))
    with pytest.raises(Refused):
        issue_token(actor=acting(officer, seat), seat=theirs, token=new, at=clock.now())
    assert not ApiToken.objects.exists()


def test_deputy_issues_no_token_for_the_lent_seat(officer, seat, colleague):
    delegate(
        actor=acting(officer, seat), seat=seat, deputy=colleague, starts_on=day(), last_on=day(3),
        reason="출장", at=clock.now(),
    )  # fmt: skip
    deputy = signed_in(colleague)
    deputy.post("/seats/", {"seat": str(seat.pk)})
    page = deputy.get("/seats/").content.decode()
    assert "대리 직위에서는 토큰을 발급할 수 없습니다" in page
    assert 'name="expires_on"' not in page
    assert ask_page(deputy).status_code == 404
    assert not ApiToken.objects.exists()


def test_token_cannot_issue_the_next_token_by_itself(officer, seat):
    with pytest.raises(Refused):
        a_token(officer, seat, channel=Channel.API)
    assert not ApiToken.objects.exists()


def test_secret_is_shown_once_and_kept_nowhere(at_the_desk):
    answer = ask_page(at_the_desk)
    secret = secret_on(answer)
    assert answer.content.decode().count(secret) == 1
    assert "다시 볼 수 없습니다" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert secret not in at_the_desk.get("/seats/").content.decode()
    assert secret not in str(dict(at_the_desk.session)) + str(at_the_desk.cookies)
    kept = "\n".join(
        str(row)
        for model in apps.get_models()
        if isinstance(model._meta.pk, models.Field) and model._meta.managed
        for row in model._default_manager.values()
    )
    digest = ApiToken.objects.get().digest
    assert digest == hashlib.sha256(secret.encode()).hexdigest()
    assert kept.count(digest) == 1
    assert secret not in kept


def test_issuing_and_revoking_are_told_without_digest(officer, seat):
    token = a_token(officer, seat)
    revoke_token(actor=acting(officer, seat), token=token, at=clock.now())
    told = [Event.objects.get(name=f"accounts.token_{what}") for what in ("issued", "revoked")]
    assert told[0].facts == {"name": "야간 집계", "seat": str(seat), "last_on": str(day(30))}
    assert told[1].facts == {"name": "야간 집계", "seat": str(seat)}
    assert {(e.person_id, e.office_id, e.subject_id) for e in told} == {(officer.pk, seat.pk, str(token.pk))}


def test_same_form_sent_twice_makes_one_token_and_shows_no_wrong_secret(at_the_desk):
    key = str(uuid4())
    secret = secret_on(ask_page(at_the_desk, once=key))
    again = ask_page(at_the_desk, once=key)
    assert again.status_code == 302
    page = at_the_desk.get("/seats/").content.decode()
    assert "이미 발급한 토큰입니다" in page
    assert "new_token" not in page
    assert ApiToken.objects.count() == 1
    assert register(secret, "a-firm").status_code == 200


def test_eleventh_living_token_of_a_seat_is_refused_until_one_is_revoked(at_the_desk, officer, seat):
    for number in range(MOST_TOKENS):
        a_token(officer, seat, secret=str(number))
    # another person's tokens in the seat, and those of another seat, do not count
    other_seat = an_organisation("daegu", OfficeKind.PROVINCE, "daegu").seats.get()
    appoint(actor=SYSTEM, seat=other_seat, person=officer, starts_on=LONG_AGO, at=SETUP)
    a_token(a_person_in(seat, "박동석"), seat, secret="theirs")
    a_token(officer, other_seat, secret="elsewhere")
    at_the_desk.post("/seats/", {"seat": str(seat.pk)})
    refused = ask_page(at_the_desk)
    assert refused.status_code == 422
    assert f"{MOST_TOKENS}개까지" in refused.content.decode()
    one = ApiToken.objects.filter(person=officer, seat=seat).first()
    revoke_token(actor=acting(officer, seat), token=one, at=clock.now())
    assert ask_page(at_the_desk).status_code == 200


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "가" * 81}, "80"),
        ({"name": " "}, "필수"),
        ({"expires_on": -1}, "마지막 날이 이미 지났습니다"),
        ({"expires_on": LONGEST_TOKEN.days + 1}, "366일까지만"),
        ({"expires_on": "9999-12-31"}, "1900년에서 2200년 사이가 아닙니다"),
        ({"expires_on": "내일"}, "날짜"),
    ],
    ids=["long-name", "no-name", "past", "too-far", "end-of-time", "no-date"],
)
def test_unfit_token_is_refused_with_a_sentence_on_the_page(at_the_desk, changed, sentence):
    response = ask_page(at_the_desk, **changed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "new_token" not in response.content.decode()
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "가" * 81}, "name"),
        ({"digest": "A" * 64}, "digest"),
        ({"digest": "0" * 63}, "digest"),
        ({"digest": "0" * 64 + "\n"}, "digest"),
        ({"digest": "a-secret-in-the-open"}, "digest"),
    ],
    ids=["long-name", "capitals", "short", "line-end", "secret"],
)
def test_act_itself_refuses_what_no_form_has_looked_at(officer, seat, changed, field):
    with pytest.raises(Invalid) as refused:
        a_token(officer, seat, **changed)
    assert refused.value.field == field
    assert not ApiToken.objects.exists()


def test_digest_that_is_taken_is_refused_and_first_token_stays(officer, seat):
    first = a_token(officer, seat, secret="same")
    with pytest.raises(Invalid) as refused:
        a_token(officer, seat, secret="same")
    assert refused.value.field == "digest"
    assert list(ApiToken.objects.all()) == [first]


def test_last_day_may_be_today_and_366_days_ahead(officer, seat):
    found = [a_token(officer, seat, secret=str(n), expires_on=day(n)) for n in (0, LONGEST_TOKEN.days)]
    assert [token.last_on for token in found] == [day(), day(366)]


def test_address_of_issuing_leads_back_to_the_seats_and_in_english(at_the_desk):
    assert at_the_desk.get("/seats/tokens/").headers["Location"] == "/seats/"
    answer = at_the_desk.post("/en/seats/tokens/", {"name": "Nightly", "expires_on": day(1)})
    assert "cannot be shown again" in answer.content.decode()
    assert secret_on(answer)
