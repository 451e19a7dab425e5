"""Which office may do what: every act of the registry against every kind of office, and the API asked for each."""

from typing import Any

import pytest
from django.test import Client

from madang.core import acts
from madang.core.acts import Act
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, OfficeKind, permission
from madang.core.walls import reading_as
from madang.portal import catalogue
from tests.house import scene as scenes
from tests.house.golden import differences
from tests.house.plausible import bodies

catalogue.load()
#: what the system may is done by no person, so no door can be asked for it
ASKED = tuple(kind for kind in OfficeKind if kind is not OfficeKind.SYSTEM)


def cell(entry: Act, kind: OfficeKind) -> str:
    """Say whether an office of a kind may: no, yes, or only where a predicate holds with the subject."""
    rule = permission(entry.may)
    if kind not in rule.offices:
        return "no"
    return f"where {rule.where_name}" if rule.where_name else "yes"


def test_every_act_stands_in_the_table_with_what_each_office_may() -> None:
    rows = [["act", "permission", "subject", *(kind.value for kind in OfficeKind)]]
    for name, entry in acts.registry().items():
        rows.append([name, entry.may, entry.subject or "", *(cell(entry, kind) for kind in OfficeKind)])
    assert len(rows) > 50
    assert differences("acts.csv", rows) == []


@pytest.fixture(scope="module")
def clients(scene: scenes.Scene) -> list[tuple[OfficeKind, Client]]:
    """Everybody of the scene, signed in, and the public."""
    found = [(OfficeKind.PUBLIC, Client(raise_request_exception=False))]
    for actor in scene.people.values():
        client = Client(raise_request_exception=False)
        client.force_login(scenes.person_of(actor), "django.contrib.auth.backends.ModelBackend")
        found.append((actor.kind, client))
    return found


def sent(client: Client, act: str, body: dict[str, Any]) -> tuple[int, str, int]:
    """Ask the API for an act; return the status, the name of the refusal and how many events it left. All is undone."""
    before = Event.objects.count()
    with scenes.undone():
        response = client.post(f"/api/v1/acts/{act}", body, content_type="application/json")
        left = Event.objects.count() - before
    error = repr(response.exc_info[1]) if response.exc_info else response.json().get("error", "")
    return response.status_code, error, left


def bodies_for(entry: Act) -> list[dict[str, Any]]:
    with reading_as(SYSTEM):
        return list(bodies(entry))


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(acts.registry()))
def test_the_api_refuses_an_act_to_every_office_that_may_not(name: str, clients: Any) -> None:
    entry = acts.registry()[name]
    found = bodies_for(entry)
    assert found, f"tests/house/scene.py has no row that “{name}” could be asked about"
    assert {kind for kind, _ in clients} == set(ASKED)
    may = {kind for kind in ASKED if cell(entry, kind) != "no"}
    for kind, client in clients:
        if kind not in may:
            assert sent(client, name, found[0]) == (404, "not_there", 0), kind
    # the same input gets past permission and shape for somebody who may: the refusals above were about the office
    asked = ((client, body) for kind, client in clients if kind in may for body in found)
    answers = []
    for client, body in asked:
        answers.append(sent(client, name, body))
        if answers[-1][0] in (200, 409) or answers[-1][1] == "invalid":
            break
    else:
        assert not may, f"nobody in tests/house/scene.py gets past the permission: {answers}"
    assert [a for a in answers if a[0] >= 500] == []
