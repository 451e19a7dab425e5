"""pytest plugins of the two rounds: which test reaches which line, then every change against the tests that reach it."""

import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tools.mutation.changes import Change
from tools.mutation.live import NotInPlace, caches, exchange, functions

SURVIVED, KILLED, NOT_IN_PLACE = 0, 1, 3


def settle_hypothesis() -> None:
    """The same examples every time, no look at the clock, no search for a smaller example."""
    hypothesis.settings.register_profile(
        "mutation",
        database=None,
        derandomize=True,
        deadline=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("mutation")


class Reached:
    """First round: the lines that each test reaches when nothing is kept from the tests before."""

    def __init__(self, root: Path, watched: Path, out: Path) -> None:
        import coverage  # noqa: PLC0415 -- only this round measures

        settle_hypothesis()
        self.root, self.watched, self.out = root, watched, out
        self.seconds: dict[str, float] = {}
        self.coverage = coverage.Coverage(
            data_file=None, config_file=False, source=[str(watched)], branch=False
        )
        self.coverage.start()
        self.coverage.switch_context("import")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.kept = caches()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
        for one in self.kept:
            one.cache_clear()
        self.coverage.switch_context(item.nodeid)
        begun = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - begun

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        names = list(self.seconds)
        number = {name: index for index, name in enumerate(names)} | {"import": -1}
        lines = {
            str(Path(file).relative_to(self.root)): {
                line: sorted(number[name] for name in found if name in number)
                for line, found in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        kept = {"tests": names, "seconds": [self.seconds[name] for name in names], "lines": lines}
        self.out.write_text(json.dumps(kept))


@dataclass
class Reach:
    """What the first round found: tests, their seconds, and for every line of a file the tests that reach it."""

    tests: list[str]
    seconds: list[float]
    lines: dict[str, dict[str, list[int]]]

    def of(self, change: Change) -> set[int]:
        """The tests that reach the statement of a change; -1 when it runs as the module is loaded."""
        lines = self.lines.get(change.path, {})
        first, last = change.lines
        return {test for line in range(first, last + 1) for test in lines.get(str(line), ())}


@dataclass
class Trial:
    """Second round: each change in a process of its own, until the first test fails."""

    root: Path
    watched: Path
    reach: Reach
    todo: list[Change]
    out: Path
    jobs: int = 1
    longest: float = float(os.environ.get('MUTLONGEST','1e9'))
    running: dict[int, tuple[Change, int]] = field(default_factory=dict)
    killers: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    def pytest_configure(self) -> None:
        settle_hypothesis()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self.items: list[Any] = [items.get(name) for name in self.reach.tests]
        self.loaded, self.kept = functions(self.watched), caches()
        self.sources = {one.path: (self.root / one.path).read_bytes() for one in self.todo}
        with self.out.open("a", encoding="utf-8") as self.log:
            for change in self.todo:
                self.start(change)
                while len(self.running) >= self.jobs:
                    self.finish()
            while self.running:
                self.finish()
        return True

    def start(self, change: Change) -> None:
        tests = self.ordered(change)
        if not tests:
            self.note(change, "untested", "")
            return
        reading, writing = os.pipe()
        sys.stdout.flush()
        child = os.fork()
        if child:
            os.close(writing)
            self.running[child] = (change, reading)
            return
        os.close(reading)
        code = 9
        with suppress(BaseException):
            code = self.child(change, tests, writing)
        os._exit(code)

    def child(self, change: Change, tests: list[int], writing: int) -> int:
        void = os.open(os.devnull, os.O_RDWR)
        for stream in (1, 2):
            os.dup2(void, stream)
        allowed = int(10 + 4 * sum(self.reach.seconds[test] for test in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 1))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        try:
            exchange(change, self.sources[change.path], str(self.root / change.path), self.loaded)
        except NotInPlace:
            return NOT_IN_PLACE
        for one in self.kept:
            one.cache_clear()
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            item = self.items[test]
            following = self.items[after] if after is not None else None
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                os.write(writing, str(test).encode())
                return KILLED
        return SURVIVED

    def ordered(self, change: Change) -> list[int]:
        """The tests that reach a change: first those that noticed its neighbours, then the quick ones."""
        tests = [t for t in self.reach.of(change) if t >= 0 and self.items[t] is not None]
        noticed = self.killers[change.where]
        tests.sort(key=lambda test: (-noticed[test], self.reach.seconds[test]))
        spent = accumulate(self.reach.seconds[test] for test in tests)
        return [test for test, seconds in zip(tests, spent, strict=True) if seconds < self.longest]

    def finish(self) -> None:
        child, status = os.wait()
        change, reading = self.running.pop(child)
        killer = os.read(reading, 20).decode()
        os.close(reading)
        code = os.waitstatus_to_exitcode(status)
        if killer:
            self.killers[change.where][int(killer)] += 1
        outcome = {SURVIVED: "survived", KILLED: "killed", NOT_IN_PLACE: "not in place"}.get(code, "stopped")
        self.note(change, outcome, self.reach.tests[int(killer)] if killer else "")

    def note(self, change: Change, outcome: str, test: str) -> None:
        text = change.written(self.sources[change.path])
        kept = [change.path, change.start, change.end, change.new.decode(), change.where, outcome, text, test]
        print(json.dumps(kept, ensure_ascii=False), file=self.log, flush=True)
