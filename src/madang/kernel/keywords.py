"""The words of a text that can be looked for: Korean without particles and endings, each once, in order.

A firm describes its business in sentences; the entries of a list are nouns of the law.
"""

import re

from madang.kernel.korean import nfc

#: endings of nouns and verbs, the longest first; what remains must be a word of two letters or more
ENDINGS = (
    "하겠습니다", "하였습니다", "했습니다", "합니다", "입니다", "됩니다", "에서는", "으로써", "으로서", "하려고", "하려는", "하는데", "에서의",
    "으로", "에서", "에게", "까지", "부터", "처럼", "보다", "이나", "하고", "하여", "해서", "하는", "하며", "한다", "이란", "과의", "와의",
    "들을", "들이", "들의", "을", "를", "은", "는", "이", "가", "의", "에", "로", "와", "과", "도", "만", "할", "한",
)  # fmt: skip
#: words that stand in every description of a business and tell nothing
COMMON = frozenset((
    "사업", "서비스", "이용", "사용", "제공", "우리", "회사", "기업", "경우", "관련", "대한", "위한", "통해", "통한",
    "통하여", "대하여", "있는", "없는", "또는", "그리고", "특구", "모름", "the", "and", "for", "with", "our",
    "use", "service", "business", "company", "from", "that", "this", "will", "are", "not",
))  # fmt: skip
MOST = 40
_WORD = re.compile(r"[0-9A-Za-z가-힣]+")


def keywords(text: str) -> tuple[str, ...]:
    """Return up to forty words of two letters or more.

    >>> keywords("자율주행 로봇으로 보도에서 물건을 배송합니다. 로봇을 이용하는 사업")
    ('자율주행', '로봇', '보도', '물건', '배송')
    >>> keywords("도로교통법 제2조")
    ('도로교통법', '제2조')
    """
    found = dict.fromkeys(_stem(word) for word in _WORD.findall(nfc(text)))
    return tuple(word for word in found if len(word) > 1 and word.lower() not in COMMON)[:MOST]


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            return word[: -len(ending)]
    return word
