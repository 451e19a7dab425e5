"""How the text of an environment setting becomes a typed value, and the sentence when it cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from madang.kernel.words import Words

YES = {"1", "true", "yes", "on", "예"}
NO = {"0", "false", "no", "off", "아니오", "아니요"}


class WrongSetting(ValueError):
    """A setting cannot be used; ``words`` says which one, why, and what to write instead."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.ko} / {words.en}")
        self.words = words


@dataclass(frozen=True)
class Kind:
    """What a setting may hold: how people call it, and the reader that raises ValueError on anything else."""

    called: Words
    read: Callable[[str], Any]


def refuse(ko: str, en: str, /, **facts: object) -> NoReturn:
    """Stop with a sentence in both languages, its ``{places}`` filled."""
    raise WrongSetting(Words(ko, en).filled(**facts))


def _switch(text: str) -> bool:
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise ValueError(text)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def whole(least: int, most: int) -> Kind:
    """Whole numbers from ``least`` to ``most``, written in ASCII digits."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise ValueError(text)
        return int(text)

    return Kind(Words(f"{least}~{most} 사이의 정수", f"a whole number from {least} to {most}"), read)


def one_of(*names: str) -> Kind:
    """One word out of a short list."""

    def read(text: str) -> str:
        if text not in names:
            raise ValueError(text)
        return text

    return Kind(Words("다음 중 하나: " + ", ".join(names), "one of " + ", ".join(names)), read)


TEXT = Kind(Words("글자", "text"), str)
SWITCH = Kind(Words("켬(1) 또는 끔(0)", "on (1) or off (0)"), _switch)
LIST = Kind(Words("쉼표로 나눈 목록", "a list with commas"), _listed)
FOLDER = Kind(Words("폴더 경로", "a folder path"), lambda text: Path(text).expanduser().resolve())
