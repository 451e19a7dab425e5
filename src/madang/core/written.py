"""What people typed, before it is kept: one Unicode form, no invisible tricks, a length that is said beforehand."""

import unicodedata

from madang.core.acts import Invalid
from madang.kernel.words import Words

#: the longest run of combining marks that any script needs (Unicode annex 15, stream-safe text)
MOST_MARKS = 30
#: a composed Hangul syllable takes up to three letters when it arrives in pieces
PIECES = 3
#: embeddings, overrides and isolates of the order of reading: with them a text shows something else than it says
TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
#: letters that print nothing: the fillers of Hangul and the empty cell of Braille
FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_UNSEEN = Words(
    "글에 저장할 수 없는 문자가 있습니다(제어 문자이거나 깨진 문자). 그 부분을 지우고 다시 입력하십시오.",
    "The text holds a character that cannot be kept (a control or broken character). Remove it and try again.",
)
_PILED = Words(
    "한 글자에 결합 기호가 너무 많이 붙어 있습니다. 그 부분을 지우고 다시 입력하십시오.",
    "Too many combining marks are piled on one letter. Remove them and try again.",
)


def one_line(text: str, *, most: int, field: str, needed: bool = True) -> str:
    """Return a title or name in NFC on one line, without spaces around it.

    Raises:
        Invalid: empty although needed, longer than ``most`` characters, or with characters that cannot be kept.
    """
    line = " ".join(paragraphs(text, most=most, field=field).split())
    if needed and not line:
        raise Invalid(
            Words("빈칸으로 둘 수 없습니다. 내용을 입력하십시오.", "This cannot be left empty."), field
        )
    return line


def paragraphs(text: str, *, most: int, field: str) -> str:
    """Return a longer text in NFC; line breaks and tabs stay, line ends become one kind.

    Raises:
        Invalid: longer than ``most`` characters, or with characters that cannot be kept.
    """
    # the length is looked at first: composing a hostile text can take long, measuring it cannot
    if len(text) > most * PIECES:
        raise _too_long(most, field)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_tricks(lines, field)
    composed = unicodedata.normalize("NFC", lines).strip()
    if len(composed) > most:
        raise _too_long(most, field)
    return composed if _shows(composed) else ""


def _shows(text: str) -> bool:
    """Whether there is anything to see: joiners, marks without width and fillers alone are an empty field."""
    return any(unicodedata.category(sign)[0] not in "CZ" and sign not in FILLERS for sign in text)


def _too_long(most: int, field: str) -> Invalid:
    return Invalid(
        Words(
            f"글이 너무 깁니다. {most:,}자까지 쓸 수 있으니 줄여서 다시 입력하십시오.",
            f"The text is too long: at most {most:,} characters. Shorten it and try again.",
        ),
        field,
    )


def _refuse_tricks(text: str, field: str) -> None:
    if text.isascii() and text.isprintable():
        return
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run > MOST_MARKS:
            raise Invalid(_PILED, field)
        if letter not in "\n\t" and _cannot_be_kept(letter):
            raise Invalid(_UNSEEN, field)


def _cannot_be_kept(letter: str) -> bool:
    """Control characters, what turns the order of reading round, lone surrogates, and code points that never are
    characters (U+FFFE, U+FFFF …)."""
    point = ord(letter)
    return (
        unicodedata.category(letter) in ("Cc", "Cs")
        or unicodedata.bidirectional(letter) in TURNING
        or point & 0xFFFE == 0xFFFE
        or 0xFDD0 <= point <= 0xFDEF
    )
