"""What is said beside a due date, the same at every door: how it was counted, and what in it is not written in the law."""

from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.matters import Succession, succession_of
from madang.kernel.statutes.parameters import parameter_editions
from madang.kernel.statutes.registry import rule_ids, rule_info
from madang.kernel.statutes.standing import notes_on, standing_on
from madang.kernel.words import Words

MODES = {
    "CAL-A": Words(
        "첫날은 세지 않고, 말일이 토요일이나 공휴일이면 다음 날까지",
        "the first day is not counted; an end on a Saturday or public holiday moves to the next day",
    ),
    "CAL-B": Words(
        "첫날부터 세고, 말일이 공휴일이어도 그날까지",
        "counted from the first day; an end on a public holiday does not move",
    ),
    "CAL-C": Words(
        "공포일은 세지 않고, 말일이 공휴일이어도 그날까지",
        "the day of promulgation is not counted; an end on a public holiday does not move",
    ),
    "CAL-D": Words(
        "첫날부터 세고, 토요일과 공휴일은 뺌",
        "counted from the first day, without Saturdays and public holidays",
    ),
    "CAL-E": Words(
        "첫날부터 세고, 토요일과 공휴일은 뺌",
        "counted from the first day, without Saturdays and public holidays",
    ),
    "CAL-F": Words(
        "시각부터 바로 세고, 쉬는 날의 시간도 셈", "hours, counted at once from the moment, days off included"
    ),
    "CAL-G": Words(
        "기준일은 세지 않고 거꾸로 센 날 수", "days counted backwards; the day itself is not counted"
    ),
    "CAL-H": Words("보완에 걸린 기간은 세지 않음", "the time taken by a supplement is not counted"),
}
#: ways of counting that say more than the mode does
WAYS = {
    "term": Words(
        "첫날 0시부터 세고, 말일이 쉬는 날이어도 그날까지",
        "counted from 00:00 of the first day; it ends on its last day even when that is a day off",
    ),
    "report_day": Words(
        "법이 정한 날까지, 그날이 토요일이나 공휴일이면 다음 날까지",
        "by the day that the law names; the next day when that is a Saturday or public holiday",
    ),
    "month_end": Words(
        "정해진 달의 말일까지, 말일이 토요일이나 공휴일이면 다음 날까지",
        "by the last day of the month named; the next day when that is a Saturday or public holiday",
    ),
    "working_hours": Words(
        "근무시간만 세고 토요일과 공휴일은 뺌",
        "only office hours count, Saturdays and public holidays are left out",
    ),
}
FROM_MIDNIGHT = Words(
    "0시에 시작하여 첫날부터 세고, 말일이 토요일이나 공휴일이면 다음 날까지",
    "it begins at 00:00, so the first day counts; an end on a Saturday or public holiday moves to the next day",
)
BACKWARD = Words(
    "‘며칠 전까지’를 세는 방법은 법에 적혀 있지 않아 관행에 따라 세었습니다.",
    "The law does not say how “so many days before” is counted; practice was followed.",
)
PAUSE_ENDS = Words(
    "보완 기간의 첫날과 끝날을 세는지는 이 법에 정함이 없어 고른 방법에 따라 세었습니다.",
    "The Act does not say whether the first and last day of a supplement count; the chosen way was followed.",
)
#: how sure the length of a period is, where it is not read in the law itself
SURENESS = {
    "inference": Words(
        "기간의 길이는 법의 문언에서 이끌어 낸 해석입니다.",
        "The length of the period is drawn from the text: an interpretation.",
    ),
    "S": Words(
        "기간의 길이는 법령 원문이 아닌 자료에서 확인하였습니다.",
        "The length of the period was read in a secondary source.",
    ),
}


def mode_words(mode: str) -> Words:
    """A counting mode in words; a mode that has none is its code.

    >>> mode_words("CAL-G").en
    'days counted backwards; the day itself is not counted'
    """
    return MODES.get(mode, Words(mode, mode))


def counted_how(due: DueDate) -> Words:
    """How a due date was counted: by the clock's own way where that says more than the mode."""
    if due.due_at is not None and due.mode == "CAL-D":
        return WAYS["working_hours"]
    if due.starts_at_midnight:
        return FROM_MIDNIGHT
    return WAYS.get(clock(due.rule_id).way) or mode_words(due.mode)


def notes_beside(due: DueDate) -> tuple[Words, ...]:
    """What must be said beside a due date: what is interpretation, other rules that may decide, texts not seen."""
    sureness = {number.confidence for number in parameter_editions(clock(due.rule_id).parameter)}
    told = [words for key, words in SURENESS.items() if key in sureness]
    if due.pauses:
        told.insert(0, PAUSE_ENDS)
    if due.mode == "CAL-G":
        told.insert(0, BACKWARD)
    return (*told, *_notes_of_rule(due))


def _notes_of_rule(due: DueDate) -> tuple[Words, ...]:
    rule_id = due.rule_id if due.rule_id in rule_ids() else due.rule_id.partition(".")[0]
    standing = standing_on(rule_info(rule_id).provisions, due.version_on, due.known_on)
    others = succession_of(rule_id)
    first = (_one_of(others),) if others else ()
    return (*first, *(notes_on(standing, due.version_on, due.known_on) if standing else ()))


def _one_of(others: Succession) -> Words:
    listed = ", ".join(others.rule_ids)
    return Words(f"{others.name.ko}: {listed}", f"{others.name.en}: {listed}")
