"""Lengths, articles and deadlines in words: what a clock is called in a list, and the sentence for a document."""

import re
from datetime import date
from urllib.parse import quote

from django.utils.translation import gettext as _

from madang.apps.law.reckoning import Reckoned
from madang.core.ui.tags.time import mode_words
from madang.core.ui.texts import in_english, text
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.citations import Citation, article_in_english
from madang.kernel.statutes.clocks import Clock
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.parameters import Parameter, parameter_editions
from madang.kernel.words import Words

_UNITS = {
    "days": ("{n}일", "{n} days"),
    "day": ("{n}일", "day {n}"),
    "month": ("{n}월", "month {n}"),
    "weeks": ("{n}주", "{n} weeks"),
    "months": ("{n}개월", "{n} months"),
    "years": ("{n}년", "{n} years"),
    "hours": ("{n}시간", "{n} hours"),
    "working_hours": ("근무시간 {n}시간", "{n} working hours"),
    "working_days": ("근무일 {n}일", "{n} working days"),
    "percent": ("{n}퍼센트", "{n} per cent"),
    "persons": ("{n}명", "{n} persons"),
    "times": ("{n}번", "{n} times"),
    "bodies": ("{n}개 기관", "{n} bodies"),
    "associations": ("{n}개 단체", "{n} associations"),
    "grounds": ("{n}가지", "{n} grounds"),
    "papers": ("{n}가지 서류", "{n} papers"),
    "items": ("{n}개 항목", "{n} items"),
    "criteria": ("{n}개 기준", "{n} criteria"),
    "special cases": ("{n}개 특례", "{n} special cases"),
    "charges": ("{n}개 부담금", "{n} charges"),
    "cases": ("{n}가지 경우", "{n} cases"),
    "won": ("{n}원", "KRW {n}"),
}
_ARTICLE = re.compile(r"제\d+조(?:의\d+)?")
_ADDENDA = "부칙"
LAW_DATABASE = "https://www.law.go.kr/법령"


def amount(number: Parameter) -> Words:
    """A statutory number with its unit."""
    ko, en = _UNITS.get(number.unit, ("{n}", f"{{n}} {number.unit.replace('_', ' ')}"))
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
    if clock.way == "report_day":
        return Words("다음 해 정해진 날까지", "by a fixed day of the next year")
    n = amount(number)
    if clock.way.startswith("before"):
        return Words(f"{clock.start.ko} {n.ko} 전", f"{n.en} before the {clock.start.en}")
    return Words(f"{clock.start.ko}부터 {n.ko}", f"{n.en} from the {clock.start.en}")


def law_link(citation: Citation) -> str:
    """Where the article stands in the national law database."""
    law = quote(citation.law.ko.replace(" ", ""))
    article = _ARTICLE.search(citation.article)
    if article is None or citation.article.startswith(_ADDENDA):
        return f"{LAW_DATABASE}/{law}"
    return f"{LAW_DATABASE}/{law}/{quote(article.group())}"


def short_citation(citation: Citation) -> str:
    """Law and article without the version, in the language of the page."""
    if in_english():
        return f"{citation.law.en}, {article_in_english(citation.article)}".rstrip(", ")
    return f"「{citation.law.ko}」 {citation.article}".strip()


def counted_how(clock: Clock, due: DueDate) -> str:
    """How a clock is counted, in words: by its own way where the way says more than the counting mode."""
    own = {
        "term": _("첫날 0시부터 세고, 말일이 쉬는 날이어도 그날까지"),
        "report_day": _("법이 정한 날까지, 그날이 토요일이나 공휴일이면 다음 날까지"),
        "month_end": _("정해진 달의 말일까지, 말일이 토요일이나 공휴일이면 다음 날까지"),
        "working_hours": _("근무시간만 세고 토요일과 공휴일은 뺌"),
    }
    if due.starts_at_midnight:
        return _("0시에 시작하여 첫날부터 세고, 말일이 토요일이나 공휴일이면 다음 날까지")
    if due.due_at is not None and due.mode == "CAL-D":
        return own["working_hours"]
    return own.get(clock.way) or mode_words(due.mode)


def sentence_for_a_document(found: Reckoned) -> str:
    """A sentence that an officer can copy: what is due, by which article, and how it was counted."""
    due, clock = found.earliest, found.question.clock
    start, length = spoken(due.start), amount_on(clock, due.version_on)
    pauses = [(spoken(pause.asked), spoken(pause.received)) for pause in due.pauses]
    n, law, mode, hour = due.extensions, text(due.citation), counted_how(clock, due), found.question.at
    if in_english():
        since = f"{clock.start.en} {start.en}{f' {hour:%H:%M}' if hour else ''}"
        said = f"{due.sentence.en[:1].upper()}{due.sentence.en[1:]}. Basis: {law}. Counted from: {since}; length: {length.en}"
        said += f"; extended {n} times" * bool(n) + f"; {mode}."
        return said + f" Supplements: {'; '.join(f'{a.en} to {b.en}' for a, b in pauses)}." * bool(pauses)
    since = f"{clock.start.ko} {start.ko}{f' {hour:%H:%M}' if hour else ''}"
    said = f"{due.sentence.ko}. 근거: {law}. 기산: {since}. 기간: {length.ko}{f', 연장 {n}회' if n else ''}. 계산: {mode}."
    return said + f" 보완: {'; '.join(f'{a.ko} 요구, {b.ko} 접수' for a, b in pauses)}." * bool(pauses)


def amount_on(clock: Clock, on: date) -> Words:
    """The length of a clock as it stood on a day."""
    editions = parameter_editions(clock.parameter)
    number = next((e for e in reversed(editions) if e.in_force_from <= on), editions[0])
    return amount(number)
