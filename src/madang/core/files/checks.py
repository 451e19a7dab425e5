"""What a file must be before it is kept: its kind by content, its name cleaned, its size and insides within limits.

The content decides, never the name; the name must then agree with the content. Nothing is unpacked or opened by a
program: archives are read by their directory alone. Every refusal is a sentence for people.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from madang.core.files.archives import kind_of_archive
from madang.core.files.names import clean_name, refuse_mismatch
from madang.core.files.refusals import BadFile, refusal

MOST_BYTES = 20 * 1024 * 1024
CHUNK = 1024 * 1024
HEAD = 4096
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
HWP_MARK = b"HWP Document File"
PROGRAMS = (
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa\xcf",
    b"#!",
    b"!<arch>",
    b"\0asm",
)
ACTIVE_IN_PDF = (b"/JavaScript", b"/Launch")
#: any letter of a PDF name may be written as its number: /J#61vaScript
SPELT = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<script", b"<?php", b"<?xml", b"{\\rtf")
PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: kind by content, cleaned name (NFC), size in bytes, SHA-256 in hex."""

    kind: str
    name: str
    size: int
    sha256: str


def check(stream: BinaryIO, name: str) -> Checked:
    """Look at a seekable binary stream and return what it is; the stream is left at its beginning.

    Raises:
        BadFile: empty, too large, not of an allowed kind, dangerous, or named otherwise than it is.
    """
    size, sha256 = _measured(stream)
    stream.seek(0)
    head = stream.read(HEAD)
    kind = _kind(stream, head)
    cleaned = clean_name(name)
    refuse_mismatch(cleaned, kind)
    stream.seek(0)
    return Checked(kind, cleaned, size, sha256)


def _measured(stream: BinaryIO) -> tuple[int, str]:
    """Count and hash in pieces; a file that claims to be small is still stopped at the limit."""
    stream.seek(0)
    total, hashed = 0, hashlib.sha256()
    for piece in _pieces(stream):
        total += len(piece)
        if total > MOST_BYTES:
            raise refusal("too_large", most=MOST_BYTES // 1024 // 1024)
        hashed.update(piece)
    if total == 0:
        raise refusal("empty")
    return total, hashed.hexdigest()


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def _kind(stream: BinaryIO, head: bytes) -> str:
    if head.startswith(PROGRAMS) or (head.startswith(b"MZ") and b"\0" in head[:64]):
        raise refusal("program")
    for mark, kind in PICTURES:
        if head.startswith(mark):
            return kind
    if head.startswith(b"%PDF-"):
        return _pdf(stream)
    if head.startswith(COMPOUND):
        return _hwp(stream)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of_archive(stream)
    return _text(stream, head)


def _pdf(stream: BinaryIO) -> str:
    if any(_holds(stream, mark, _names_plain) for mark in ACTIVE_IN_PDF):
        raise refusal("active_pdf")
    return "pdf"


def _names_plain(piece: bytes) -> bytes:
    return SPELT.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), piece)


def _hwp(stream: BinaryIO) -> str:
    """A compound file is allowed when it is a Hangul document; older Office files may carry macros unseen."""
    if not _holds(stream, HWP_MARK):
        raise refusal("old_office")
    return "hwp"


def _text(stream: BinaryIO, head: bytes) -> str:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        raise refusal("markup")
    stream.seek(0)
    content = stream.read(MOST_BYTES)
    if b"\0" in content:
        raise refusal("unknown")
    for encoding in ("utf-8-sig", "cp949"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "text"
    raise refusal("unknown")


def _holds(stream: BinaryIO, mark: bytes, reading: Callable[[bytes], bytes] = bytes) -> bool:
    """Search the whole stream as ``reading`` reads it, also across the edges of the pieces."""
    stream.seek(0)
    tail = b""
    for piece in _pieces(stream):
        if mark in reading(tail + piece):
            return True
        # a letter takes three bytes at the most, as in #61
        tail = piece[-3 * len(mark) :]
    return False


__all__ = ["MOST_BYTES", "BadFile", "Checked", "check"]
