"""Lengths, articles and deadlines in words: what a clock is called in a list, and the sentence for a document."""

import calendar
from datetime import date

from django.utils.text import capfirst

from madang.core.ui.texts import in_english, text
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.citations import Citation, article_in_english
from madang.kernel.statutes.clocks import Clock
from madang.kernel.statutes.parameters import Parameter, parameter_editions
from madang.kernel.statutes.reckoning import Reckoned
from madang.kernel.statutes.telling import counted_how
from madang.kernel.words import Words

_UNITS = {
    "days": Words("{n}일", "{n} days"),
    "day": Words("{n}일", "day {n}"),
    "month": Words("{n}월", "month {n}"),
    "weeks": Words("{n}주", "{n} weeks"),
    "months": Words("{n}개월", "{n} months"),
    "years": Words("{n}년", "{n} years"),
    "hours": Words("{n}시간", "{n} hours"),
    "working_hours": Words("근무시간 {n}시간", "{n} working hours"),
    "working_days": Words("근무일 {n}일", "{n} working days"),
    "percent": Words("{n}퍼센트", "{n} per cent"),
    "persons": Words("{n}명", "{n} persons"),
    "times": Words("{n}번", "{n} times"),
    "bodies": Words("{n}개 기관", "{n} bodies"),
    "associations": Words("{n}개 단체", "{n} associations"),
    "grounds": Words("{n}가지", "{n} grounds"),
    "papers": Words("{n}가지 서류", "{n} papers"),
    "items": Words("{n}개 항목", "{n} items"),
    "criteria": Words("{n}개 기준", "{n} criteria"),
    "special cases": Words("{n}개 특례", "{n} special cases"),
    "charges": Words("{n}개 부담금", "{n} charges"),
    "cases": Words("{n}가지 경우", "{n} cases"),
    "won": Words("{n}원", "KRW {n}"),
}


def amount(number: Parameter) -> Words:
    """A statutory number with its unit."""
    ko, en = _UNITS.get(number.unit, Words("{n}", f"{{n}} {number.unit.replace('_', ' ')}"))
    n = f"{number.value:,}"
    english = en.format(n=n)
    return Words(
        ko.format(n=n),
        english[:-1] if n == "1" and english.startswith("1 ") and english.endswith("s") else english,
    )


def newest(name: str) -> Parameter | None:
    """The newest edition of a number; None when none was verified."""
    editions = parameter_editions(name)
    return editions[-1] if editions else None


def span(clock: Clock) -> Words:
    """From when and for how long a clock runs by the newest text, for lists."""
    number = newest(clock.parameter)
    if number is None:
        return Words("기간이 확인되지 않음", "its length is not verified")
    n, own = amount(number), _OWN_SPANS.get(clock.way)
    if own is not None:
        return own(clock, number)
    if clock.way.startswith("before"):
        return Words(f"{clock.start.ko} {n.ko} 전", f"{n.en} before the {clock.start.en}")
    return Words(f"{clock.start.ko}부터 {n.ko}", f"{n.en} from the {clock.start.en}")


def _fixed_day(clock: Clock, number: Parameter) -> Words:
    month = newest("report.due_month")
    if month is None:
        return Words("다음 해 정해진 날까지", "by a fixed day of the next year")
    name = calendar.month_name[month.value]
    return Words(
        f"다음 해 {month.value}월 {number.value}일까지", f"by {number.value} {name} of the next year"
    )


def _month_end(clock: Clock, number: Parameter) -> Words:
    return Words(f"{number.value}월 말일까지", f"by the end of {calendar.month_name[number.value]}")


def _inspection(clock: Clock, number: Parameter) -> Words:
    wait = newest("plan.inspection_wait_days")
    days = amount(wait) if wait else Words("", "")
    ko = f"{clock.start.ko}부터 {days.ko}이 지난 다음 날부터 {amount(number).ko}"
    en = f"{amount(number).en} from the day after {days.en} have passed since the {clock.start.en}"
    return Words(ko, en)


def _term(clock: Clock, number: Parameter) -> Words:
    n = amount(number)
    return Words(f"{n.ko}, 첫날 0시부터 셈", f"{n.en}, counted from 00:00 of the first day")


def _working(clock: Clock, number: Parameter) -> Words:
    ko = f"{clock.start.ko}부터 토요일과 공휴일을 뺀 {amount(number).ko}"
    en = f"{number.value} working days from the {clock.start.en}"
    return Words(ko, en)


#: ways that need other words than “so long from the start”
_OWN_SPANS = {
    "report_day": _fixed_day, "month_end": _month_end, "inspection": _inspection, "term": _term,
    "working": _working, "disclosure": _working,
}  # fmt: skip


def short_citation(citation: Citation) -> str:
    """Law and article without the version, in the language of the page."""
    if in_english():
        return f"{citation.law.en}, {article_in_english(citation.article)}".rstrip(", ")
    return f"「{citation.law.ko}」 {citation.article}".strip()


def sentence_for_a_document(found: Reckoned) -> str:
    """A sentence that an officer can copy: what is due, by which article, and how it was counted."""
    due, clock, hour = found.earliest, found.question.clock, found.question.at
    start, length, law = spoken(due.start), amount_on(clock, due.version_on), due.citation.words
    mode, at = text(counted_how(due)), f" {hour:%H:%M}" if hour else ""
    ko = f"{due.sentence.ko}. 근거: {law.ko}. 기산: {clock.start.ko} {start.ko}{at}. 기간: {length.ko}"
    en = f"{capfirst(due.sentence.en)}. Basis: {law.en}. Counted from: {clock.start.en} {start.en}{at}; length: {length.en}"
    if due.extensions:
        ko = f"{ko}, 연장 {due.extensions}회"
        en = f"{en}, extended {'once' if due.extensions == 1 else f'{due.extensions} times'}"
    ko, en = f"{ko}. 계산: {mode}.", f"{en}; {mode}."
    if due.pauses:
        pauses = [(spoken(pause.asked), spoken(pause.received)) for pause in due.pauses]
        ko = f"{ko} 보완: {'; '.join(f'{asked.ko} 요구, {got.ko} 접수' for asked, got in pauses)}."
        en = f"{en} Supplements: {'; '.join(f'{asked.en} to {got.en}' for asked, got in pauses)}."
    return en if in_english() else ko


def amount_on(clock: Clock, on: date) -> Words:
    """The length of a clock as it stood on a day."""
    editions = parameter_editions(clock.parameter)
    number = next((e for e in reversed(editions) if e.in_force_from <= on), editions[0])
    return amount(number)
