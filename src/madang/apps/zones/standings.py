"""The standings of a zone as sources report them, the schemes of other ministries, and the names of facts."""

from madang.kernel.words import Words

#: what sources last said, in the order in which a reader looks for it
STANDING_WORDS = {
    "operating": Words("운영 중", "Operating"),
    "partly-ended": Words("일부 종료", "Partly ended"),
    "ended": Words("종료", "Ended"),
    "unknown": Words("확인되지 않음", "Unknown"),
}
STANDING_TONES = {"operating": "success", "partly-ended": "info", "ended": "neutral", "unknown": "warning"}

SCHEME_WORDS = {
    "경제자유구역": Words("경제자유구역", "Free economic zone"),
    "연구개발특구": Words("연구개발특구", "Research and development zone"),
    "강소연구개발특구": Words("강소연구개발특구", "Small research and development zone"),
    "기회발전특구": Words("기회발전특구", "Opportunity development zone"),
    "지역특화발전특구": Words("지역특화발전특구", "Regional specialised development zone"),
}

#: names of the facts about which sources make claims
FIELD_WORDS = {
    "name": Words("이름", "Name"),
    "shortlisted_on": Words("후보 선정", "Named candidate"),
    "decided_by": Words("의결", "Decided by"),
    "designated_on": Words("지정", "Designated"),
    "gazetted_on": Words("관보 고시", "Published in the gazette"),
    "starts_on": Words("지정기간 시작", "Term begins"),
    "ends_on": Words("지정기간 끝", "Term ends"),
    "industry": Words("산업 분야", "Industry"),
    "place": Words("면적·위치", "Area and place"),
    "standing": Words("현재 상태", "Current standing"),
    "standing_on": Words("현재 상태의 기준일", "Standing as of"),
}


def standing_words(standing: str) -> Words:
    """Return a standing as people read it; a word of a source that is not in the table stands as it is.

    >>> standing_words("ended").en
    'Ended'
    """
    return STANDING_WORDS.get(standing, Words(standing, standing))


def scheme_words(scheme: str) -> Words:
    """Return a scheme of zones as people read it; without an English name the Korean one stands."""
    return SCHEME_WORDS.get(scheme, Words(scheme, scheme))


def field_words(field: str) -> Words:
    """Return the name of a fact as people read it."""
    return FIELD_WORDS.get(field, Words(field, field))
