"""Where the bytes lie: under MEDIA_ROOT by their SHA-256, written aside first and then renamed, never half a file."""

import os
import re
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from madang.core.acts import Invalid
from madang.kernel.words import Words

CHUNK = 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class NoRoom(Invalid):
    """The disk took no more; nothing was kept."""


def place_of(sha256: str) -> Path:
    """Return where the bytes with this hash lie or would lie.

    Raises:
        ValueError: not a SHA-256 in lower-case hex.
    """
    if not _DIGEST.fullmatch(sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256[2:4] / sha256


def keep(stream: BinaryIO, sha256: str) -> Path:
    """Keep the bytes of a checked stream and return their place; the same bytes are kept once.

    Raises:
        NoRoom: the disk is full or refuses; what was begun is removed.
    """
    place = place_of(sha256)
    if place.exists():
        return place
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_aside(stream, place)
    except OSError as error:
        raise NoRoom(
            Words(
                "저장 공간의 문제로 파일을 저장하지 못했습니다. 나머지 내용은 그대로 있으니 잠시 뒤 다시 올리십시오.",
                "The file could not be stored. Everything else is kept as it was; try again in a while.",
            ),
            "upload",
        ) from error
    return place


def _write_aside(stream: BinaryIO, place: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".part-", dir=place.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            stream.seek(0)
            while piece := stream.read(CHUNK):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(place)
        _settle(place.parent)
    finally:
        aside.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Let the rename itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
