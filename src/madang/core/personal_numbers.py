"""Resident registration numbers are refused before anything is kept, in text, in file names and in plain text files.

The refusal shows the place and never the number: what is refused is not kept in a page, a log or an event either.
"""

from typing import BinaryIO, cast

from django.core.files import File

from madang.core.acts import Invalid
from madang.core.files.names import clean_name
from madang.kernel.resident_numbers import Found, resident_numbers
from madang.kernel.words import Words

#: bytes of a file that are read as text; longer ones are refused by the limits of attachments anyway
MOST_READ = 20 * 1024 * 1024
#: no binary document begins without one of these in its first bytes
LOOKED_AT = 4096
ENCODINGS = ("utf-8-sig", "cp949")


class PersonalNumber(Invalid):
    """The input holds a resident registration number; nothing was kept."""


def without_numbers(text: str, field: str) -> str:
    """Return the text if it holds no resident registration number.

    Raises:
        PersonalNumber: it does; the sentence shows the line and what stands before the number.
    """
    found = resident_numbers(text)
    if found:
        raise PersonalNumber(_said(found[0], len(found)), field)
    return text


def refuse_numbers_in_file(upload: File, field: str) -> None:
    """Look at a file's name, and at its content when that is plain text.

    Raises:
        PersonalNumber: the name or the text holds a resident registration number.
    """
    name = clean_name(upload.name or "")
    if resident_numbers(name):
        words = Words(
            "파일 이름에 주민등록번호가 있어 올리지 않았습니다. 이름에서 번호를 지우고 다시 올리십시오.",
            "The file was not taken: its name holds a resident registration number. Remove it from the name.",
        )
        raise PersonalNumber(words, field)
    found = resident_numbers(_plain_text(cast(BinaryIO, upload.file)))
    if found:
        place = _said(found[0], len(found))
        words = Words(
            f"파일 ‘{name}’을 올리지 않았습니다. {place.ko}", f"The file “{name}” was not taken. {place.en}"
        )
        raise PersonalNumber(words, field)


def _plain_text(stream: BinaryIO) -> str:
    stream.seek(0)
    content = stream.read(MOST_READ)
    stream.seek(0)
    if b"\0" in content[:LOOKED_AT]:
        return ""
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _said(one: Found, count: int) -> Words:
    before = one.before.strip()
    ko = f"{one.line}번째 줄" + (f" ‘{before}’ 다음" if before else " 처음")
    en = f"line {one.line}, " + (f"after “{before}”" if before else "at its beginning")
    return Words(
        f"주민등록번호로 보이는 번호가 있어 저장하지 않았습니다({ko}, 모두 {count}곳). 번호를 지우고 다시 내십시오.",
        f"Nothing was kept: there is what looks like a resident registration number ({en}; {count} in all). Remove it.",
    )
