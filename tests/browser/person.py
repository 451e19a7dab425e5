"""A person at a browser of their own, who finds things by what stands on the page."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from re import Pattern
from types import TracebackType
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Response, expect

HOST = "127.0.0.1"
DESK = {"width": 1280, "height": 900}
#: milliseconds; a machine that runs other tests beside can be slow
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
Words = str | Pattern[str]


class Person:
    """One browser with its own cookies. ``main`` is the part of the page below the head of the site."""

    def __init__(self, browser: Browser, address: str, **given: object) -> None:
        options = {"viewport": DESK, "locale": "ko-KR", "timezone_id": "Asia/Seoul", **given}
        self.address = address
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]  # passed on
        self.context.set_default_timeout(PATIENCE)
        self.strayed: list[str] = []
        self.broke: list[str] = []
        self.context.on("request", self._watch)
        self.context.on("weberror", lambda error: self.broke.append(str(error.error)))
        self.page: Page = self.context.new_page()

    def __enter__(self) -> "Person":
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.context.close()

    @property
    def main(self) -> Locator:
        """Return what the page says."""
        return self.page.get_by_role("main")

    def asks(self, path: str) -> Response:
        """Type an address and return the answer."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        return answer

    def opens(self, path: str) -> int:
        """Type an address and return the status of the answer."""
        return self.asks(path).status

    def holds(self, session: str) -> "Person":
        """Have the session of somebody who has signed in before."""
        self.context.add_cookies([{"name": "sessionid", "value": session, "url": self.address}])
        return self

    def takes(self, seat: str) -> "Person":
        """Step into a seat of the demonstration."""
        self.opens("/demo/")
        self.presses(seat)
        expect(self.page.get_by_role("link", name="로그아웃")).to_be_visible()
        return self

    def moves_clock(self, to: datetime) -> None:
        """Set the clock of the demonstration on its page."""
        self.opens("/demo/")
        self.writes({"옮길 시각": to.strftime("%Y-%m-%dT%H:%M")})
        self.presses("이 시각으로")
        self.sees(f"{to.year}. {to.month}. {to.day}.")

    def follows(self, name: Words, *, within: Locator | None = None) -> None:
        """Follow the link of this name."""
        (within or self.main).get_by_role("link", name=name, exact=isinstance(name, str)).first.click()

    def presses(self, name: Words, *, within: Locator | None = None) -> None:
        """Press the button of this name."""
        (within or self.main).get_by_role("button", name=name, exact=isinstance(name, str)).first.click()

    def writes(self, entries: Mapping[str, str], *, within: Locator | None = None) -> None:
        """Write into the fields of these labels."""
        for label, text in entries.items():
            self.field(label, within=within).fill(text)

    def chooses(self, choices: Mapping[str, str], *, within: Locator | None = None) -> None:
        """Choose in the lists of these labels."""
        for label, option in choices.items():
            self.field(label, within=within).select_option(label=option)

    def ticks(self, *labels: str, within: Locator | None = None) -> None:
        """Tick the boxes of these labels."""
        for label in labels:
            self.field(label, within=within).check()

    def answers(self, answers: Mapping[str, str], *, within: Locator | None = None) -> None:
        """Choose an answer to each of these questions."""
        for question, answer in answers.items():
            legend = self.page.locator("legend", has_text=question)
            group = (within or self.main).locator("fieldset", has=legend).first
            group.get_by_label(answer, exact=True).check()

    def hands_in(self, label: str, *files: Path) -> None:
        """Choose files."""
        self.field(label).set_input_files(list(files))

    def field(self, label: str, *, within: Locator | None = None) -> Locator:
        """Return the field of a label; a mark such as “required” may stand behind it."""
        place = within or self.main
        return (
            place.get_by_label(label, exact=True).or_(place.get_by_label(f"{label} 필수", exact=True)).first
        )

    def sees(self, *sentences: Words) -> None:
        """Find all of these on the page."""
        for sentence in sentences:
            expect(self.main).to_contain_text(sentence)

    def sees_not(self, *sentences: Words) -> None:
        """Find none of these on the page."""
        for sentence in sentences:
            expect(self.main).not_to_contain_text(sentence)

    def reads(self, title: Words) -> None:
        """Find that the page has this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def path(self) -> str:
        """Return the path of the page."""
        return urlsplit(self.page.url).path

    def _watch(self, request: Request) -> None:
        place = urlsplit(request.url)
        if place.scheme in ("http", "https", "ws", "wss") and place.hostname != HOST:
            self.strayed.append(request.url)
