"""Second round: every change in a process of its own, against the tests that reach it, until the first of them fails.

``python -m tools.mutation.trial REACH OUT JOBS MODULE…`` adds a line of JSON to OUT for each change; what OUT has
already is not tried again.
"""

import json
import os
import resource
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tools.mutation.changes import Change, changes
from tools.mutation.live import NotInPlace, caches, exchange, functions, run_again
from tools.mutation.reach import ARGUMENTS, KERNEL, LOADING, ROOT, Reach, settle_hypothesis

#: how a process of a change ends
SURVIVED, NOTICED, NOT_IN_PLACE = 0, 1, 3
#: so many of its tests, or fewer, show that a module runs again where it stands
SAMPLE = 400
OUTCOMES = {SURVIVED: "survived", NOTICED: "noticed", NOT_IN_PLACE: "not in place"}


@dataclass(frozen=True)
class Tried:
    """A change as it is tried: by the code of its functions, or by running its module again; None: as it stands."""

    change: Change | None
    path: str
    again: bool
    tests: list[int]

    @property
    def place(self) -> str:
        return self.change.where if self.change and not self.again else self.path


@dataclass
class Trial:
    """The plugin of pytest that tries changes instead of running the tests once."""

    reach: Reach
    todo: Sequence[Change]
    out: Path
    jobs: int = 1
    running: dict[int, tuple[Tried, int]] = field(default_factory=dict)
    noticed: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    #: whether a module can be run again where it stands without a test noticing
    renewable: dict[str, bool] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self.items: list[Any] = [items.get(name) for name in self.reach.tests]
        self.loaded, self.kept = functions(str(KERNEL)), caches()
        self.sources = {path: (ROOT / path).read_bytes() for path in {change.path for change in self.todo}}
        with self.out.open("a", encoding="utf-8") as self.log:
            for change in self.todo:
                self.try_(change)
            self.finish_to(0)
        return True

    def try_(self, change: Change) -> None:
        reached = self.reach.of(change)
        if change.scopes and reached - {LOADING}:
            self.start(Tried(change, change.path, False, self.ordered(reached, change.where)))
        elif LOADING in reached:
            self.try_again(change)
        else:
            self.note(change, "not reached", "")

    def try_again(self, change: Change) -> None:
        """Try a change of what is run as the module is loaded."""
        path = change.path
        tests = self.ordered(self.reach.of_file(path), path)
        if path not in self.renewable:
            self.start(Tried(None, path, True, tests[:: len(tests) // SAMPLE + 1]))
            self.finish_to(0)
        if self.renewable[path]:
            self.start(Tried(change, path, True, tests))
        else:
            self.note(change, "not in place", "")

    def ordered(self, tests: Iterable[int], place: str) -> list[int]:
        """First the tests that noticed neighbours, then the quick ones."""
        known = [test for test in tests if test != LOADING and self.items[test] is not None]
        noticed = self.noticed[place]
        return sorted(known, key=lambda test: (-noticed[test], self.reach.seconds[test]))

    def start(self, tried: Tried) -> None:
        self.finish_to(self.jobs - 1)
        reading, writing = os.pipe()
        sys.stdout.flush()
        child = os.fork()
        if child:
            os.close(writing)
            self.running[child] = (tried, reading)
            return
        code = 9
        with suppress(BaseException):
            code = self.child(tried, writing)
        os._exit(code)

    def child(self, tried: Tried, writing: int) -> int:
        void = os.open(os.devnull, os.O_RDWR)
        for stream in (1, 2):
            os.dup2(void, stream)
        allowed = int(10 + 4 * sum(self.reach.seconds[test] for test in tried.tests))
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, allowed + 1))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        try:
            self.put_in_place(tried)
        except NotInPlace:
            return NOT_IN_PLACE
        except Exception:
            return NOTICED
        for one in self.kept:
            one.cache_clear()
        for test, after in zip(tried.tests, [*tried.tests[1:], None], strict=True):
            following = self.items[after] if after is not None else None
            if any(
                report.failed for report in runtestprotocol(self.items[test], log=False, nextitem=following)
            ):
                os.write(writing, str(test).encode())
                return NOTICED
        return SURVIVED

    def put_in_place(self, tried: Tried) -> None:
        source, file = self.sources[tried.path], str(ROOT / tried.path)
        text = tried.change.made(source) if tried.change else source
        if tried.change and not tried.again:
            exchange(text, file, tried.change, self.loaded)
        else:
            run_again(text, file, _module(tried.path))

    def finish_to(self, most: int) -> None:
        """Wait until at most so many processes run."""
        while len(self.running) > most:
            child, status = os.wait()
            tried, reading = self.running.pop(child)
            killer = os.read(reading, 20).decode()
            os.close(reading)
            self.ended(tried, os.waitstatus_to_exitcode(status), killer)

    def ended(self, tried: Tried, code: int, killer: str) -> None:
        if tried.change is None:
            self.renewable[tried.path] = code == SURVIVED
            return
        if killer:
            self.noticed[tried.place][int(killer)] += 1
        loading = not tried.again and LOADING in self.reach.of(tried.change)
        if code == NOT_IN_PLACE or (code == SURVIVED and loading):
            self.try_again(tried.change)
        elif code == SURVIVED and tried.again:
            # tests that only look at what a module holds reach no line of it: all of them are asked afresh
            self.note(tried.change, OUTCOMES[NOT_IN_PLACE], "")
        else:
            self.note(tried.change, OUTCOMES.get(code, "stopped"), killer and self.reach.tests[int(killer)])

    def note(self, change: Change, outcome: str, test: str) -> None:
        text = change.written(self.sources[change.path])
        kept = {"key": change.key, "where": change.where, "text": text, "outcome": outcome, "test": test}
        print(json.dumps(kept, ensure_ascii=False), file=self.log, flush=True)


def _module(path: str) -> str:
    return ".".join(Path(path).relative_to("src").with_suffix("").parts)


def all_changes(modules: Iterable[str]) -> list[Change]:
    """The changes of modules, given by their paths below the kernel."""
    found: list[Change] = []
    for module in modules:
        file = KERNEL / module
        where = ".".join(Path(module).with_suffix("").parts)
        found += changes(str(file.relative_to(ROOT)), file.read_bytes(), where)
    return found


def main(reach: str, out: str, jobs: str, *modules: str) -> int:
    """Try the changes of some modules; 1 when pytest could not run."""
    settle_hypothesis()
    done = set[str]()
    if Path(out).exists():
        done = {json.loads(line)["key"] for line in Path(out).read_text("utf-8").splitlines()}
    todo = [change for change in all_changes(modules) if change.key not in done]
    todo.sort(key=lambda change: not change.scopes)
    trial = Trial(Reach(**json.loads(Path(reach).read_text("utf-8"))), todo, Path(out), int(jobs))
    return int(pytest.main(list(ARGUMENTS), plugins=[trial]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
