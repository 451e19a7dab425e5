"""How a run with several workers shares out the tests: whole files, the longest first, so that none waits at the end."""

from typing import Any

from xdist.scheduler import LoadFileScheduling

#: files that take longest, in the order in which they are begun
LONGEST = (
    "tests/browser/test_pages_are_accessible.py",
    "tests/browser/test_second_global_innovation_call.py",
    "tests/launch/test_serve.py",
    "tests/house/test_matrix_of_urls.py",
    "tests/browser/test_broken_moments.py",
    "tests/browser/test_rapid_confirmation_by_silence.py",
    "tests/browser/test_law_calculator.py",
    "tests/launch/test_cluster.py",
    "tests/history/test_replay_of_the_record.py",
)
#: files that one worker takes together, because they stand on the same running system
TOGETHER = {
    "tests/browser/test_broken_moments.py": "tests/browser/test_pages_are_accessible.py",
    "tests/browser/test_rapid_confirmation_by_silence.py": "tests/browser/test_second_global_innovation_call.py",
    "tests/browser/test_law_calculator.py": "tests/browser/test_second_global_innovation_call.py",
}


def turn_of(path: str) -> int:
    """Return the place of a file in the order of the run: the longest come first, the others as collected."""
    return LONGEST.index(path) if path in LONGEST else len(LONGEST)


class ByRunningSystem(LoadFileScheduling):
    """Files as they come, and those of one running system together."""

    def __init__(self, config: Any, log: Any = None) -> None:
        # pytest-xdist would begin with the files of most tests, and those of the browser have few
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        path: str = super()._split_scope(nodeid)
        return TOGETHER.get(path, path)
