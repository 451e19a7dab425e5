"""Documents that are zip archives (HWPX, DOCX, XLSX, PPTX), judged by their directory without unpacking them.

An archive that is no such document is refused, and so is one that would grow too much, hides a program or a macro,
is locked, or names paths outside of itself.
"""

import struct
import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError
from typing import BinaryIO

from madang.core.files.refusals import refusal

MOST_ENTRIES = 4000
MOST_TOTAL = 300 * 1024 * 1024
#: XML shrinks well; an honest document stays far below, a bomb far above
MOST_RATIO = 200
#: below this a high ratio harms nobody
RATIO_FROM = 1024 * 1024
#: bytes of the end record, plus the longest comment behind it
END, COMMENT = 22, 65535
DOCUMENTS = (".docx", ".xlsx", ".pptx", ".hwpx")
MOST_DEPTH, MOST_INNER = 1, 20 * 1024 * 1024
MARK = b"PK\x05\x06"
KINDS = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
MACROS = ("vbaproject.bin", "vbadata.xml")
PROGRAMS = (
    ".exe",
    ".dll",
    ".com",
    ".bat",
    ".cmd",
    ".scr",
    ".js",
    ".vbs",
    ".ps1",
    ".msi",
    ".jar",
    ".lnk",
    ".hta",
)
ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".alz", ".egg", ".docm", ".xlsm", ".pptm", ".xlsb")


def kind_of_archive(stream: BinaryIO) -> str:
    """Return hwpx, docx, xlsx or pptx.

    Raises:
        BadFile: no such document, or one that must not be taken.
    """
    return _kind(stream, depth=0)


def _kind(stream: BinaryIO, depth: int) -> str:
    _refuse_long_directory(stream)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            _refuse_bomb(entries)
            _refuse_hidden(entries)
            _look_inside(archive, entries, depth)
            return _document(archive, {entry.filename for entry in entries})
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        ValueError,
        EOFError,
        OSError,
        LZMAError,
        zlib.error,
    ) as error:
        raise refusal("broken_archive") from error


def _look_inside(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], depth: int) -> None:
    """A chart carries its figures as a small workbook: one level of documents inside is judged like the outer one."""
    for entry in entries:
        if entry.filename.lower().endswith(DOCUMENTS):
            if depth >= MOST_DEPTH or entry.file_size > MOST_INNER:
                raise refusal("bomb")
            _kind(BytesIO(archive.read(entry)), depth + 1)


def _refuse_long_directory(stream: BinaryIO) -> None:
    """Look at the end record first: reading a directory of a million entries would already cost too much."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END - COMMENT))
    tail = stream.read()
    place = tail.rfind(MARK)
    if place < 0 or len(tail) - place < END:
        raise refusal("broken_archive")
    entries, length = struct.unpack("<HI", tail[place + 10 : place + 16])
    if entries > MOST_ENTRIES or length > MOST_ENTRIES * 512:
        raise refusal("bomb")


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if (
        len(entries) > MOST_ENTRIES
        or total > MOST_TOTAL
        or (total > RATIO_FROM and total > packed * MOST_RATIO)
    ):
        raise refusal("bomb")
    starts = [entry.header_offset for entry in entries]
    if len(set(starts)) != len(starts):
        raise refusal("bomb")
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > max(entry.compress_size, 1) * MOST_RATIO:
            raise refusal("bomb")


def _refuse_hidden(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        # some systems drop dots and spaces at the end of a name, and run what is left
        name = entry.filename.replace("\\", "/").lower().rstrip(". ")
        if entry.flag_bits & 0x1:
            raise refusal("locked")
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise refusal("broken_archive")
        if name.endswith(MACROS):
            raise refusal("macro")
        if name.endswith((*PROGRAMS, *ARCHIVES)) or _is_packed_object(name):
            raise refusal("hidden_program")


def _is_packed_object(name: str) -> bool:
    """A file of any kind that was put into an Office document as an object."""
    return "/embeddings/" in name and name.endswith(".bin")


def _document(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
        if archive.read("mimetype").strip() == b"application/hwp+zip":
            return "hwpx"
        raise refusal("archive")
    for member, kind in KINDS:
        if member in names and "[Content_Types].xml" in names:
            if _says_macro(archive):
                raise refusal("macro")
            return kind
    raise refusal("archive")


def _says_macro(archive: zipfile.ZipFile) -> bool:
    types = archive.getinfo("[Content_Types].xml")
    if types.file_size > RATIO_FROM:
        raise refusal("bomb")
    return b"macroenabled" in archive.read(types).lower()
