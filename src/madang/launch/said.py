"""What the launcher says to people: sentences in both languages, and the time a long step took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from madang.kernel.words import Words


class CannotStart(Exception):
    """Starting is not possible; ``words`` says what is wrong, why it matters and what to do."""

    def __init__(self, ko: str, en: str, /, **facts: object) -> None:
        self.words = Words(ko, en).filled(**facts)
        super().__init__(f"{self.words.ko} / {self.words.en}")


def say(words: Words) -> None:
    """Print a sentence in Korean and below it in English."""
    print(f"{words.ko}\n{words.en}", flush=True)


def stop(*sentences: Words) -> NoReturn:
    """Print why it cannot go on, in both languages, and end with exit code 1."""
    for words in sentences:
        print(f"✗ {words.ko}\n  {words.en}", file=sys.stderr, flush=True)
    raise SystemExit(1)


@contextmanager
def step(ko: str, en: str) -> Iterator[None]:
    """Show a long step while it runs, and the seconds it took when it is done."""
    print(f"{ko} ({en}) … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print("✗", flush=True)
        raise
    print(f"{time.monotonic() - began:.1f} s", flush=True)
