"""Load from a process of its own: keep-alive connections on loopback, bounded in count, answers checked."""

import http.client
import multiprocessing
import statistics
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Read:
    """What one run showed: requests a second, median and 95th percentile in milliseconds."""

    per_second: float
    p50: float
    p95: float


def load(port: int, path: str, *, clients: int, requests: int, headers: dict[str, str]) -> Read:
    """Ask ``requests`` times over ``clients`` connections; anything but 200 stops it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (port, path, clients, requests, headers))


def _run(port: int, path: str, clients: int, requests: int, headers: dict[str, str]) -> Read:
    took: list[float] = []
    wrong: list[int] = []
    threads = [
        threading.Thread(target=_ask, args=(port, path, requests // clients, headers, took, wrong))
        for _ in range(clients)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    if wrong:
        raise SystemExit(f"{path} answered {wrong[0]}")
    ordered = sorted(took)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    return Read(len(took) / seconds, statistics.median(ordered) * 1000, p95 * 1000)


def _ask(
    port: int, path: str, count: int, headers: dict[str, str], took: list[float], wrong: list[int]
) -> None:
    web = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(count):
        began = time.perf_counter()
        web.request("GET", path, headers=headers)
        answer = web.getresponse()
        answer.read()
        took.append(time.perf_counter() - began)
        if answer.status != 200:
            wrong.append(answer.status)
            return
