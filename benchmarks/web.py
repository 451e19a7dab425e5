"""Pages under load: CPU a request, requests a second, waiting times, memory and weight, with the whole record loaded."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from dataclasses import dataclass

import psycopg

from benchmarks.load import load
from benchmarks.served import Served, served
from benchmarks.tables import table
from madang.core.keys import uuid7

OPEN_CASES = 10_000


@dataclass(frozen=True)
class Page:
    """A page with the CPU milliseconds a request that it may take, and who reads it."""

    name: str
    path: str
    most_ms: float
    signed_in: bool = False
    fresh: bool = False


PAGES = (
    Page("health (floor: the server alone)", "/healthz", 3),
    Page("home, kept", "/", 3),
    Page("list of 50 zones, kept", "/zones/", 10),
    Page("list of 50 zones, made anew", "/zones/?sort=name", 10, fresh=True),
    Page("zone page, made anew", "/zones/rfz-01-busan-blockchain/", 15, fresh=True),
    Page(f"desk over {OPEN_CASES:,} open cases", "/desk/", 20, signed_in=True),
)


def run() -> None:
    """Serve, load and print."""
    with served() as server:
        fill_desk(server.address)
        cookie = step_in(server)
        rows = [_row(server, page, cookie) for page in PAGES]
        heads = ["page", "CPU ms", "goal", "req/s ×1", "p50", "p95", "req/s ×20", "p50", "p95"]
        table("Pages (two web workers; times in ms)", heads, rows)
        memory = server.memory_megabytes()
        table(
            "Server",
            ["what", "value", "goal"],
            [
                ["first start, with migrate and replay (s)", server.first_start, 180],
                ["memory of both web workers (MB, PSS)", memory, 250],
                *(
                    [f"page weight without fonts (KB): {path}", weigh(server, path), 150]
                    for path in ("/", "/zones/")
                ),
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
        many.p50,
        many.p95,
    ]


def fill_desk(address: str) -> None:
    """Put open duties of the ministry into the database, as many as a full desk has."""
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id FROM accounts_organisation WHERE slug = 'mss'")
        organisation = cursor.fetchone()
        rows = ((uuid7(), uuid7(), organisation and organisation[0], n % 300) for n in range(OPEN_CASES))
        cursor.executemany(
            "INSERT INTO core_duty (id, case_kind, case_id, region, office_kind, organisation_id, role, title_ko,"
            " title_en, what_ko, what_en, path, is_clock, is_carried, rule_id, started_on, due_on, explanation,"
            " pauses, is_open) VALUES (%s, 'selection.designation', %s, '', 'ministry', %s, 'ministry', '시험 특구',"
            " 'Test zone', '지정 여부 결정', 'Decide', '/desk/', true, false, '', DATE '2026-06-01',"
            " DATE '2026-09-01' + %s, '{}', '[]', true)",
            rows,
        )
        cursor.execute("ANALYZE core_duty")


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
