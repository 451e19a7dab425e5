"""Pages under load: CPU a request, requests a second, waiting times, memory and weight, with the whole record loaded."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from dataclasses import dataclass
from datetime import date

import psycopg

from benchmarks.load import load
from benchmarks.served import Served, served
from benchmarks.tables import table
from madang.core.keys import uuid7
from madang.kernel.procedures.editions import edition_on

OPEN_CASES = 10_000


@dataclass(frozen=True)
class Page:
    """A page with the CPU milliseconds a request that it may take, the requests a second it owes, and who reads it."""

    name: str
    path: str
    most_ms: float
    signed_in: bool = False
    fresh: bool = False
    least_per_second: int | None = None


PAGES = (
    Page("health (floor: the server alone)", "/healthz", 3),
    Page("home, kept", "/", 3, least_per_second=500),
    Page("list of 50 zones, kept", "/zones/", 10),
    Page("list of 50 zones, made anew", "/zones/?sort=name", 10, fresh=True),
    Page("zone page, made anew", "/zones/rfz-01-busan-blockchain/", 15, fresh=True),
    Page(f"desk over {OPEN_CASES:,} open cases", "/desk/", 20, signed_in=True),
)
#: pages that are weighed: a zone and a call of the record beside the first ones
WEIGHED = ("/", "/zones/", "/zones/rfz-01-busan-blockchain/", "/calls/giz-1/")
#: steps of the launcher by the English names that it prints
FIRST_STEPS = ("updating the tables", "replaying the national record")


def run() -> None:
    """Serve, load and print."""
    with served() as (server, first):
        fill_desk(server.address)
        cookie = step_in(server)
        rows = [_row(server, page, cookie) for page in PAGES]
        heads = ["page", "CPU ms", "goal", "req/s ×1", "p50", "p95", "req/s ×20", "goal", "p50", "p95"]
        table("Pages (two web workers; times in ms)", heads, rows)
        memory = server.memory_megabytes()
        table(
            "Server",
            ["what", "value", "goal"],
            [
                ["first start, with migrate and replay (s)", first.seconds, 180],
                ["migrate + replay at first start (s)", first.took(*FIRST_STEPS), 30],
                ["next start (s)", server.start.seconds, 8],
                ["memory of both web workers (MB, PSS)", memory, 250],
                *([f"page weight without fonts (KB): {path}", weigh(server, path), 150] for path in WEIGHED),
            ],
        )


def _row(server: Served, page: Page, cookie: str) -> list[object]:
    # a session cookie keeps the reader away from the kept pages: that is how a page is made anew
    headers = {"Cookie": cookie} if page.signed_in else {"Cookie": "sessionid=none"} if page.fresh else {}
    load(server.port, page.path, clients=1, requests=40, headers=headers)
    count = 400 if page.fresh or page.signed_in else 1500
    before = server.cpu_seconds()
    one = load(server.port, page.path, clients=1, requests=count, headers=headers)
    many = load(server.port, page.path, clients=20, requests=count, headers=headers)
    cpu = (server.cpu_seconds() - before) * 1000 / (2 * count)
    return [
        page.name,
        cpu,
        page.most_ms,
        one.per_second,
        one.p50,
        one.p95,
        many.per_second,
        page.least_per_second or "",
        many.p50,
        many.p95,
    ]


def fill_desk(address: str) -> None:
    """Put open cases before the ministry, as many as a full desk has: applications with the clock of the decision."""
    edition = edition_on("designation", date(2026, 6, 1))
    cases = [(uuid7(), edition, n % 300) for n in range(OPEN_CASES)]
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.executemany(_CASE, [(case, edition) for case, edition, _ in cases])
        cursor.executemany(
            _DUTY, [(uuid7(), case, f"/designations/{case}/", days) for case, _, days in cases]
        )
        cursor.execute("ANALYZE selection_designation")
        cursor.execute("ANALYZE core_duty")


_CASE = """
INSERT INTO selection_designation (id, edition, state, entered_at, entered_text, version, region, organisation_id,
    kind, name_ko, name_en, statutory_name, items, facts, papers, is_addition, applied_on, decided_on,
    return_reason, note, is_record)
SELECT %s, %s, 'applied', TIMESTAMPTZ '2026-06-01 12:00+09', '', 1, region, id, 'rfz', '시험 특구', 'Test zone', '',
    '{}', '{}', '{}', false, '2026-06-01', '', '', '', false
FROM accounts_organisation WHERE kind = 'province' ORDER BY slug LIMIT 1
"""
_DUTY = """
INSERT INTO core_duty (id, case_kind, case_id, region, office_kind, organisation_id, role, title_ko, title_en,
    what_ko, what_en, path, is_clock, is_carried, rule_id, started_on, due_on, explanation, pauses, is_open)
SELECT %s, 'selection.designation', %s, '', 'ministry', id, 'ministry', '시험 특구', 'Test zone', '지정 여부 결정',
    'Decide', %s, true, false, '', DATE '2026-06-01', DATE '2026-09-01' + %s::int, '{}', '[]', true
FROM accounts_organisation WHERE slug = 'mss'
"""


def step_in(server: Served) -> str:
    """Return the cookie of a ministry officer, by the demo's own door."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    address = f"http://127.0.0.1:{server.port}/demo/"
    page = browser.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    form = urllib.parse.urlencode(
        {"csrfmiddlewaretoken": token and token.group(1), "seat": "ministry"}
    ).encode()
    browser.open(urllib.request.Request(address, form, {"Referer": address})).read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def weigh(server: Served, path: str) -> float:
    """Return kilobytes of a page with its styles and scripts, uncompressed, without fonts and icons."""
    body = server.get(path)[2]
    linked = set(re.findall(rb'(?:href|src)="(/static/[^"]+\.(?:css|js))"', body))
    return (len(body) + sum(len(server.get(name.decode())[2]) for name in linked)) / 1024
