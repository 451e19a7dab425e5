"""Which office gets which answer at which address: every address of the house, asked by everybody, in one table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from madang.core.authority import Actor
from tests.house import scene as scenes
from tests.house.golden import differences

#: addresses whose acts stand in the matrix of acts, one row each
API = "api/v1/acts/"
METHODS = ("GET", "POST")
#: what every page says to its reader, and the pages that are not of our own making
WHY = 'class="why"'
SIGNING_IN = ("/accounts/",)
#: in whose name the pages are read as well
READERS = ("public", "ministry", "province daegu", "evaluator assigned")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>")


def addresses(
    resolver: URLResolver, prefix: str = "", spaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Yield every address pattern with the name under which it can be built."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern).lstrip("^").rstrip("$")
        if isinstance(entry, URLPattern):
            yield route, ":".join((*spaces, entry.name or ""))
        else:
            yield from addresses(entry, route, (*spaces, *filter(None, [entry.namespace])))


def parameters(route: str) -> list[str]:
    return [a or b for a, b in PARAMETER.findall(route)]


def subjects_of(route: str, known: scenes.Subjects) -> list[tuple[str, dict[str, Any]]]:
    """Return the values to ask an address with. A parameter that the scene does not know ends the build."""
    names = parameters(route)
    if not names:
        return [("", {})]
    fixed = PARAMETER.split(route)[0].rstrip("(")
    if fixed not in known:
        pytest.fail(f"tests/house/scene.py has no subject for “{route}”: give it one under “{fixed}”")
    asked = []
    for subject in known[fixed]:
        lacking = [name for name in names[1:] if name not in subject.more]
        if lacking:
            pytest.fail(
                f"tests/house/scene.py: “{fixed}”, {subject.label}, does not say {lacking} for “{route}”"
            )
        asked += expanded(subject, names)
    return asked


def expanded(subject: scenes.Subject, names: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return one set of values, or one for each value where several are given."""
    several = next((name for name in names[1:] if isinstance(subject.more[name], tuple)), None)
    fixed = {names[0]: subject.value, **{name: subject.more[name] for name in names[1:]}}
    if several is None:
        return [(subject.label, fixed)]
    return [(f"{subject.label}: {value}", {**fixed, several: value}) for value in subject.more[several]]


def cookies_of(actor: Actor | None) -> dict[str, str]:
    """Sign somebody in and return the cookies of that session; the public has none."""
    client = Client()
    if actor is not None:
        client.force_login(scenes.person_of(actor), "django.contrib.auth.backends.ModelBackend")
    return {key: morsel.value for key, morsel in client.cookies.items()}


def code_of(response: Any) -> str:
    """Return the status of an answer; a failure inside is named by its error."""
    return str(response.status_code) if response.exc_info is None else repr(response.exc_info[1])


def asked_of(client: Client, method: str, path: str, cookies: dict[str, str]) -> Any:
    """Return the whole response to one request, of which nothing stays."""
    client.cookies.clear()
    client.cookies.load(cookies)
    cache.clear()
    with scenes.undone():
        response = client.generic(method, path)
        if response.streaming:
            b"".join(response.streaming_content)
    return response


def is_page(response: Any) -> bool:
    """Whether this is a whole page for people: neither a fragment, nor a file, nor a refusal."""
    if response.status_code != 200 or response.streaming:
        return False
    return response["Content-Type"].startswith("text/html") and b"<html" in response.content


def places(known: scenes.Subjects) -> list[tuple[str, str, str]]:
    """Return every address to ask once: pattern, subject in words, path."""
    found = {}
    for route, name in sorted(addresses(get_resolver())):
        if route.startswith(API):
            continue
        for label, values in subjects_of(route, known):
            path = reverse(name, kwargs=values) if name.split(":")[-1] else f"/{route}"
            found.setdefault(path, (route, label, path))
    return list(found.values())


@dataclass
class Round:
    """What came of asking every address as everybody: the table, how many pages were read, which do not say why."""

    rows: list[list[str]]
    pages: int = 0
    silent: set[str] = field(default_factory=set)

    def reads(self, route: str, response: Any) -> None:
        """Look at the answer that one of the readers has got."""
        if is_page(response):
            self.pages += 1
            self.silent |= {route} if WHY not in response.content.decode() else set()


@pytest.fixture(scope="module")
def asked(scene: scenes.Scene) -> Round:
    """Ask every address once as everybody."""
    people = {name: cookies_of(actor) for name, actor in {"public": None, **scene.people}.items()}
    client = Client(raise_request_exception=False)
    found = Round([["address", "subject", "method", *people]])
    for route, label, path in places(scene.subjects):
        for method in METHODS:
            row = [route, label, method]
            for name, who in people.items():
                response = asked_of(client, method, path, who)
                row.append(code_of(response))
                if method == "GET" and name in READERS and not path.startswith(SIGNING_IN):
                    found.reads(route, response)
            found.rows.append(row)
    return found


@pytest.mark.django_db
def test_every_office_gets_the_answer_of_the_table_at_every_address(asked: Round) -> None:
    rows = asked.rows
    broken = {f"{row[2]} {row[0]}: {code}" for row in rows[1:] for code in row[3:] if not code.isdigit()}
    assert sorted(broken) == []
    assert len(rows) > 100
    assert differences("urls.csv", rows) == []
    assert connection.in_atomic_block


@pytest.mark.django_db
def test_every_page_tells_its_reader_why_they_may_see_it(asked: Round) -> None:
    assert asked.pages > 100
    assert sorted(asked.silent) == []
