"""What the tests in the browser stand on: one running system for all, one browser for each file."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.person import Person
from tests.browser.served import Served, served

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
Comes = Callable[..., Person]


@pytest.fixture(scope="session")
def system() -> Iterator[Served]:
    """Serve the whole system for as long as the run needs it."""
    with served() as one:
        yield one


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start the browser. It ends with the file, because its event loop would be in the way of the database tests."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def comes(chromium: Browser, system: Served) -> Iterator[Comes]:
    """Return what brings a person to a browser; afterwards nobody has met a broken script or asked another machine."""
    with ExitStack() as everybody:
        people: list[Person] = []

        def one(seat: str = "", **given: object) -> Person:
            person = everybody.enter_context(Person(chromium, system.address, **given))
            people.append(person)
            return person.takes(seat) if seat else person

        yield one
        assert [url for person in people for url in person.strayed] == []
        assert [error for person in people for error in person.broke] == []
