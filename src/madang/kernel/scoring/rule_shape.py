"""Reading the JSON of a rule record: each wrong shape becomes one sentence in both languages."""

import re
from collections.abc import Mapping
from decimal import Decimal

from madang.kernel.words import Words

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)

FIELDS = {
    "criteria": Words("심사항목", "criteria"),
    "key": Words("심사항목 식별자", "criterion key"),
    "words": Words("심사항목 이름", "criterion name"),
    "full_marks": Words("배점", "full marks"),
    "stage": Words("평가 단계", "stage"),
    "weight": Words("단계 안의 비중", "weight within the stage"),
    "score_decimals": Words("점수의 소수 자릿수", "decimals of a score"),
    "paper_share": Words("서면평가 비율", "paper share"),
    "presentation_share": Words("발표평가 비율", "presentation share"),
    "drop": Words("최고·최저점 제외 방식", "drop rule"),
    "kind": Words("제외 방식", "kind of drop rule"),
    "at_least": Words("제외에 필요한 최소 평가위원 수", "sheets needed before any is dropped"),
    "pass_mark": Words("합격 기준점", "pass mark"),
    "bonus_cap": Words("가점 상한", "bonus cap"),
    "tie_chain": Words("동점 처리 순서", "tie chain"),
    "decimals": Words("최종점수의 소수 자릿수", "decimals of the final score"),
    "rounding": Words("끝자리 처리 방식", "rounding"),
    "shortlist_size": Words("선정 예정 수", "shortlist size"),
    "paper_round": Words("서면평가 통과 기준", "paper round"),
    "size": Words("서면평가 통과 예정 수", "number that pass the paper round"),
}


class BadRule(ValueError):
    """A rule record that cannot be used; ``words`` says what is wrong and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def field_words(name: str) -> Words:
    """Return the name of a field for people; an unknown field is called by its key."""
    return FIELDS.get(name, Words(name, name))


def bad(name: str, ko: str, en: str, **facts: object) -> BadRule:
    """Return the refusal of one field; both sentences start with the field's name."""
    said = Words("{field}: " + ko, "{field}: " + en)
    return BadRule(said.filled(field=field_words(name), **facts))


def only_fields(data: object, required: frozenset[str], optional: frozenset[str]) -> Mapping[str, object]:
    """Return the data as a mapping with exactly the known fields, or refuse it by name.

    Raises:
        BadRule: not an object, a field is missing, or a field is unknown.
    """
    if not isinstance(data, Mapping):
        raise BadRule(
            Words(
                "평가 기준은 항목과 값의 묶음이어야 합니다.", "The rule must be an object with named fields."
            )
        )
    for name in sorted(required - set(data)):
        raise bad(name, "값이 빠져 있습니다. 값을 넣어 주십시오.", "the value is missing. Please fill it in.")
    for name in sorted(str(key) for key in set(data) - required - optional):
        raise bad(
            name, "평가 기준에 없는 항목입니다. 지워 주십시오.", "no such field exists. Please remove it."
        )
    return data


def decimal_from(value: object, name: str) -> Decimal:
    """Read a number given as text or whole number; floats are refused, since they are not exact.

    >>> decimal_from("12.5", "full_marks")
    Decimal('12.5')
    """
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    raise bad(
        name,
        '‘{given}’ 값을 정확한 수로 읽을 수 없습니다. "12.5"처럼 숫자를 글자로 적어 주십시오.',
        '“{given}” cannot be read as an exact number. Write digits as text, for example "12.5".',
        given=value,
    )


def whole_from(value: object, name: str) -> int:
    """Read a whole number; truth values and floats are refused."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise bad(
        name, "‘{given}’ 값은 정수가 아닙니다.", "“{given}” is not a whole number.", given=value
    )  # fmt: skip


def text_from(value: object, name: str) -> str:
    """Read a text that is not blank."""
    if isinstance(value, str) and value.strip():
        return value
    raise bad(name, "글자로 된 값이 필요합니다.", "a text is needed.")


def words_from(value: object, name: str) -> Words:
    """Read a text in both languages."""
    if isinstance(value, Mapping) and set(value) == {"ko", "en"}:
        return Words(text_from(value["ko"], name), text_from(value["en"], name))
    raise bad(
        name,
        "한국어(ko)와 영어(en) 이름이 모두 필요합니다.",
        "a Korean (ko) and an English (en) name are needed.",
    )


def list_from(value: object, name: str) -> list[object]:
    """Read a list; a text is not taken for a list of letters."""
    if isinstance(value, list | tuple):
        return list(value)
    raise bad(name, "목록이 필요합니다.", "a list is needed.")
