"""Korean writing: particles that fit the word before them, one Unicode form, plain digits.

A particle follows the sound of the last syllable: Hangul by its final consonant, digits by how they are
read, Latin letters by their usual Korean reading (capitals letter by letter, words by their ending).
"""

import re
import unicodedata
from typing import Literal

Final = Literal["none", "rieul", "other"]

_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28
_RIEUL = 8
_DIGITS: dict[str, Final] = {
    **dict.fromkeys("2459", "none"),
    **dict.fromkeys("178", "rieul"),
    **dict.fromkeys("036", "other"),
}
_LETTER_NAMES: dict[str, Final] = {"L": "rieul", "R": "rieul", "M": "other", "N": "other"}
_SYMBOLS: dict[str, str] = {"%": "트", "℃": "도", "㎡": "터", "㎢": "터", "₩": "원", "$": "러", "€": "로"}
_CLOSING = "\"'”’»>)]}」』》〉…․.,!?~ \t\u00a0"
_LATIN_END = re.compile(r"[A-Za-z]+$")
_OPENING = {")": "(", "]": "[", "}": "{"}


def josa(word: object, pair: str) -> str:
    """Return the word with the particle that fits, given as "with final/without".

    >>> josa("강원특별자치도", "은/는"), josa("전남", "을/를"), josa("서울", "으로/로")
    ('강원특별자치도는', '전남을', '서울로')
    >>> josa("규제자유특구(RFZ)", "이/가"), josa(10, "과/와"), josa("R&D", "이/가")
    ('규제자유특구(RFZ)가', '10과', 'R&D가')
    """
    return f"{word}{particle(str(word), pair)}"


def particle(word: str, pair: str) -> str:
    """Return the particle alone.

    Raises:
        ValueError: the pair is not two forms with a stroke between.
    """
    with_final, stroke, without = pair.partition("/")
    if not stroke or not with_final or not without:
        raise ValueError(f"a particle is given as two forms, like 이/가, not {pair!r}")
    final = last_sound(word)
    if final == "rieul" and with_final.startswith("으로"):
        return without
    return without if final == "none" else with_final


def last_sound(word: str) -> Final:
    """How the word ends when read aloud: without a final consonant, with ㄹ, or with another."""
    spoken = _without_closing(unicodedata.normalize("NFKC", word))
    if not spoken:
        return "none"
    last = _SYMBOLS.get(spoken[-1], spoken[-1])
    if _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return _final_of(ord(last) - _HANGUL_FIRST)
    if last in _DIGITS:
        return _DIGITS[last]
    return _latin(spoken) if last.isascii() and last.isalpha() else "none"


def nfc(text: str) -> str:
    r"""Compose Hangul that arrives in pieces (as file names from some systems do).

    >>> nfc("\u1112\u1161\u11ab\u1100\u1173\u11af")
    '한글'
    """
    return unicodedata.normalize("NFC", text)


def plain_digits(text: str) -> str:
    """Write full-width digits as ordinary ones; everything else stays.

    >>> plain_digits("２０２４년 ８월")
    '2024년 8월'
    """
    return text.translate(_FULL_WIDTH)


_FULL_WIDTH = {0xFF10 + n: str(n) for n in range(10)}


def _final_of(offset: int) -> Final:
    jong = offset % _FINALS
    if jong == 0:
        return "none"
    return "rieul" if jong == _RIEUL else "other"


def _without_closing(text: str) -> str:
    """Drop closing marks, and an added bracket such as "(RFZ)": the particle follows the word before it."""
    while text and text[-1] in _CLOSING:
        opening = _OPENING.get(text[-1], "")
        before = text[: text.rfind(opening)].rstrip() if opening and opening in text else ""
        text = before or text[:-1]
    return text


def _latin(word: str) -> Final:
    found = _LATIN_END.search(word)
    run = found.group() if found else ""
    if run.isupper() or len(run) == 1:
        return _LETTER_NAMES.get(run[-1].upper(), "none")
    return _latin_word(run.lower())


def _latin_word(run: str) -> Final:
    # A silent e after l, m, n is not read: style is 스타일, drone is 드론.
    bare = run[:-1] if run.endswith(("le", "me", "ne")) and len(run) > 3 else run
    if bare.endswith("l"):
        return "rieul"
    if bare.endswith(("m", "n", "ng")):
        return "other"
    # robot 로봇, startup 스타트업, logic 로직; but test 테스트, park 파크.
    stops = len(bare) > 1 and bare[-1] in "ckpt" and bare[-2] in "aeiou"
    return "other" if stops else "none"
