"""What the tests in the browser stand on: two running systems for all, one browser for each file."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.person import Person
from tests.browser.served import Served, served

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
Comes = Callable[..., Person]


class Place(NamedTuple):
    """An address to visit: its pattern, the subject in words, the path."""

    address: str
    subject: str
    path: str


@dataclass(frozen=True)
class Furnished:
    """A served scene: the sessions of its offices by column of the table of addresses, and every place in it."""

    system: Served
    people: dict[str, str]
    places: list[Place]


@pytest.fixture(scope="session")
def system() -> Iterator[Served]:
    """Serve the whole system for as long as the run needs it."""
    with served() as one:
        yield one


@pytest.fixture(scope="session")
def furnished() -> Iterator[Furnished]:
    """Serve another whole system, in the middle of its work: the scene of the house beside the record."""
    with served() as one:
        known = json.loads(one.main_of("tests.browser.furnish"))
        yield Furnished(one, known["people"], [Place(*place) for place in known["places"]])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start the browser. It ends with the file, because its event loop would be in the way of the database tests."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def gathering(browser: Browser, address: str) -> Iterator[Comes]:
    """Yield what brings a person to a browser; afterwards nobody has met a broken script or asked another machine."""
    with ExitStack() as everybody:
        people: list[Person] = []

        def one(seat: str = "", **given: object) -> Person:
            person = everybody.enter_context(Person(browser, address, **given))
            people.append(person)
            return person.takes(seat) if seat else person

        yield one
        assert [url for person in people for url in person.strayed] == []
        assert [error for person in people for error in person.broke] == []


@pytest.fixture
def comes(chromium: Browser, system: Served) -> Iterator[Comes]:
    """Return what brings a person to the system that holds nothing but the record."""
    with gathering(chromium, system.address) as one:
        yield one


@pytest.fixture
def enters(chromium: Browser, furnished: Furnished) -> Iterator[Comes]:
    """Return what brings a person to the furnished system."""
    with gathering(chromium, furnished.system.address) as one:
        yield one
