"""First round: which tests reach which lines of the kernel, and how long each test takes.

``python -m tools.mutation.reach OUT`` runs the tests of the kernel once and writes OUT as JSON.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from tools.mutation.changes import Change

ROOT = Path(__file__).resolve().parents[2]
KERNEL = ROOT / "src" / "madang" / "kernel"
#: the tests of the kernel alone, without what only the rest of the tests needs
ARGUMENTS = (
    *("tests/kernel", "src/madang/kernel", "--doctest-modules", "--confcutdir=tests/kernel", "-q", "-s"),
    *(f"-pno:{name}" for name in ("cacheprovider", "django", "xdist", "cov", "playwright", "schemathesis")),
    *(f"-pno:{name}" for name in ("logging", "faulthandler", "warnings")),
    *("-o", "filterwarnings=", "-o", "addopts=--import-mode=importlib", "--tb=native"),
)
#: stands for a line that is run as its module is loaded
LOADING = -1


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


@dataclass
class Reach:
    """Tests, their seconds, and for every line of a file the numbers of the tests that reach it."""

    tests: list[str]
    seconds: list[float]
    lines: dict[str, dict[str, list[int]]]

    def of(self, change: Change) -> set[int]:
        """The tests that reach the statement of a change; ``LOADING`` when it runs as the module is loaded."""
        lines = self.lines.get(change.path, {})
        first, last = change.lines
        return {test for line in range(first, last + 1) for test in lines.get(str(line), ())}

    def of_file(self, path: str) -> set[int]:
        """The tests that reach a module at all."""
        return {test for tests in self.lines.get(path, {}).values() for test in tests}


class Watching:
    """A plugin of pytest that measures each test with nothing kept from the tests before."""

    def __init__(self, out: Path) -> None:
        import coverage  # noqa: PLC0415 -- only this round measures

        self.out, self.seconds = out, dict[str, float]()
        self.coverage = coverage.Coverage(data_file=None, config_file=False, source=[str(KERNEL)])
        self.coverage.start()
        self.coverage.switch_context("loading")

    def pytest_collection_finish(self) -> None:
        from tools.mutation.live import caches  # noqa: PLC0415 -- the kernel is loaded under watch

        self.kept = caches()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for one in self.kept:
            one.cache_clear()
        self.coverage.switch_context(item.nodeid)
        begun = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - begun

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        data, tests = self.coverage.get_data(), list(self.seconds)
        number = {name: index for index, name in enumerate(tests)} | {"loading": LOADING}
        lines = {
            str(Path(file).relative_to(ROOT)): {
                line: sorted(number[name] for name in names if name in number)
                for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        self.out.write_text(
            json.dumps({"tests": tests, "seconds": list(self.seconds.values()), "lines": lines})
        )


if __name__ == "__main__":
    settle_hypothesis()
    sys.exit(pytest.main([*ARGUMENTS, "-x"], plugins=[Watching(Path(sys.argv[1]))]))
