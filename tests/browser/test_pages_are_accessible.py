"""Every kind of page for everybody: by machine check, at three widths, in two languages, by keyboard, without scripts.

The pages are those that the table of addresses answers with 200; a new page is visited as soon as it stands there.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.candidate_call import ITEMS
from tests.browser.conftest import Comes, Furnished, gathering
from tests.browser.person import Person

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
TABLE = HERE.parent / "house" / "golden" / "urls.csv"
AXE = HERE / "vendor" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, {resultTypes: ['violations']})"
#: a due date with a supplement, a day off at its end and everything to take away
ANSWER = "/law/deadlines/DES-03/?start=2020-05-26&asked_1=2020-06-03&received_1=2020-06-10"
GRAVE = ("serious", "critical")
WIDE, PHONE, NARROW = 1280, 360, 320
BOTH = (WIDE, PHONE)
ERRORS = (
    ("public", "/no-such-page/"),
    ("ministry", "/seats/delegate/"),
    ("ministry", "/accounts/2fa/reauthenticate/"),
)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  element.dataset.reached = "yes";
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return {is: element.outerHTML.slice(0, 120), ring: ring || style.boxShadow !== "none"};
}"""
UNREACHED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((e) => !e.disabled && e.type !== "hidden" && e.type !== "radio" && e.tabIndex >= 0 && e.checkVisibility())
  .filter((e) => !e.dataset.reached)
  .map((e) => e.outerHTML.slice(0, 120))"""


@dataclass
class Walk:
    """What was found on a walk: addresses by the status of the answer, faults by page, pages that scroll sideways."""

    seen: dict[int, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=["", "/en"], ids=["korean", "english"])
def walk(request: Any, chromium: Browser, furnished: Furnished) -> Iterator[Walk]:
    """Walk through the pages once in each language, everybody through those of their own office."""
    found = Walk()
    with gathering(chromium, furnished.system.address) as comes:
        for office, paths in pages(furnished, thorough=request.param == "").items():
            person = comes().holds(furnished.people[office]) if office in furnished.people else comes()
            for path, widths in paths:
                look_at(person, f"{request.param}{path}", office, found, widths)
        yield found


def pages(furnished: Furnished, *, thorough: bool) -> dict[str, list[tuple[str, tuple[int, ...]]]]:
    """Return office → paths with the widths at which they are checked.

    Thorough: each kind of page once, by an office in its turn or by the public, and the desk by every office. Otherwise
    each kind of public page is seen once, on a phone.
    """
    places = {(place.address, place.subject): place.path for place in furnished.places}
    turns, seen = cycle(furnished.people), set[str]()
    chosen: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for office, path in ERRORS:
        chosen.setdefault(office, []).append((path, BOTH))
    with TABLE.open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            offices = [name for name in ("public", *furnished.people) if row[name] == "200"]
            is_page = row["method"] == "GET" and not row["address"].startswith(NO_PAGES)
            if not offices or not is_page or row["address"] in seen:
                continue
            if not thorough and "public" not in offices:
                continue
            path = places[row["address"], row["subject"]]
            for office in visitors_of(row["address"], offices, next(turns)) if thorough else offices[:1]:
                chosen.setdefault(office, []).append((path, BOTH if thorough else BOTH[1:]))
            seen.add(row["address"])
    return chosen


def visitors_of(address: str, offices: list[str], turn: str) -> list[str]:
    """Return who looks at a page that these may see: the office whose turn it is, else the first; the desk, everybody."""
    own = [name for name in offices if name != "public"]
    if address == "desk/":
        return own
    return [turn] if turn in own else offices[:1]


#: addresses that answer with something else than a page
NO_PAGES = (
    "api/",
    "healthz",
    "readyz",
    "robots.txt",
    "law/holidays/years/",
    "plans/<uuid:pk>/files/",
    "firm/papers/",
    "tools/<uuid:pk>/files/",
    "demonstrations/files/",
    "safety/files/",
    "measures/import/tasks.csv",
    "accounts/2fa/recovery-codes/download",
)


def look_at(person: Person, path: str, office: str, found: Walk, widths: tuple[int, ...] = BOTH) -> None:
    """Check a page at these widths, and look whether it scrolls sideways at the narrowest."""
    found.seen.setdefault(person.opens(path), []).append(f"{office} {path}")
    person.page.evaluate(AXE.read_text("utf-8"))
    for width in widths:
        person.page.set_viewport_size({"width": width, "height": 900})
        violations = person.page.evaluate(RUN)["violations"]
        grave = [one for one in violations if one["impact"] in GRAVE]
        found.faults += [f"{office} {path} {width}: {v['id']} {v['nodes'][0]['target']}" for v in grave]
    person.page.set_viewport_size({"width": NARROW, "height": 900})
    if person.page.evaluate(SIDEWAYS):
        found.sideways.append(f"{office} {path}")
    person.page.set_viewport_size({"width": WIDE, "height": 900})


def test_no_page_has_a_serious_fault_of_accessibility(walk: Walk) -> None:
    assert len(walk.seen[200]) > 50
    assert [len(walk.seen[status]) for status in sorted(walk.seen)[1:]] == [1] * len(ERRORS)
    assert walk.faults == []


def test_no_page_scrolls_sideways_at_320_pixels(walk: Walk) -> None:
    assert walk.sideways == []


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_the_other_looks_have_no_serious_fault_either(enters: Comes, look: str) -> None:
    found, reader = Walk(), enters()
    reader.context.add_cookies([{"name": "look", "value": look, "url": reader.address}])
    for path in ("/", "/zones/giz-2-ulsan/", "/design/", "/calls/giz-open/", ANSWER, "/law/rules/CHG-02/"):
        look_at(reader, path, look, found)
    assert found.faults == []


def test_a_fault_that_is_there_would_be_found(enters: Comes) -> None:
    found, reader = Walk(), enters()
    reader.context.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.body.append(document.createElement('button'), wide()));"
        "function wide() { const e = document.createElement('hr'); e.width = '900'; return e; }"
    )
    look_at(reader, "/calls/", "public", found)
    assert any("button-name" in fault for fault in found.faults)
    assert found.sideways == ["public /calls/"]


@pytest.mark.parametrize(
    ("office", "path"),
    [("", "/"), ("", "/zones/"), ("", ANSWER), ("province gyeongnam", "plan")],
    ids=["home", "register", "deadline", "editor"],
)
def test_the_tab_key_reaches_everything_with_a_visible_focus(
    enters: Comes, furnished: Furnished, office: str, path: str
) -> None:
    person = enters().holds(furnished.people[office]) if office else enters()
    person.opens(draft_of(furnished) if path == "plan" else path)
    reached = []
    for _ in range(400):
        person.page.keyboard.press("Tab")
        here = person.page.evaluate(FOCUSED)
        if here is None:
            break
        reached.append(here)
    assert "skip" in reached[0]["is"]
    assert [one["is"] for one in reached if not one["ring"]] == []
    assert person.page.evaluate(UNREACHED) == []


def test_the_skip_link_leads_past_the_head_of_the_page(enters: Comes) -> None:
    reader = enters()
    reader.opens("/zones/")
    reader.page.keyboard.press("Tab")
    skip = reader.page.get_by_role("link", name="본문으로 바로 가기")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    assert reader.main.locator(":focus").count() == 1


def test_the_map_of_tiles_is_walked_with_the_arrow_keys(enters: Comes) -> None:
    reader = enters()
    reader.opens("/")
    tiles = reader.page.locator("[data-tiles]").get_by_role("link")
    tiles.filter(has_text="대구").focus()
    reader.page.keyboard.press("ArrowRight")
    expect(tiles.filter(has_text="울산")).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    expect(tiles.filter(has_text="부산")).to_be_focused()
    reader.page.keyboard.press("Enter")
    reader.sees("블록체인")
    reader.sees_not("무인선박")


def test_a_plan_is_written_and_submitted_without_any_script(enters: Comes) -> None:
    applicant = enters("세종특별자치시", java_script_enabled=False)
    applicant.opens("/calls/giz-open/")
    applicant.writes({"계획서 제목": "스크립트 없이 쓰는 계획"})
    applicant.presses("작성 시작")
    applicant.writes({item: f"{item}의 내용" for item in ITEMS})
    applicant.presses("저장하고 제출 전 확인")
    applicant.presses("제출")
    applicant.sees("접수했습니다. 접수증을 확인하십시오.")
    expect(applicant.main.get_by_role("group", name="접수증")).to_contain_text("GIZ-OPEN-")


def draft_of(furnished: Furnished) -> str:
    """Return the address of the plan that Gyeongnam is writing."""
    places = furnished.places
    return next(
        p.path for p in places if (p.address, p.subject) == ("plans/<uuid:pk>/", "draft of gyeongnam")
    )
