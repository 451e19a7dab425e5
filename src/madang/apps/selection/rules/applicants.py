"""Whether a local government may apply under the Act on a day, asked of the law's tables (APP-01 to APP-03, APP-07)."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from madang.core.authority import OfficeKind
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.registry import CASE_DAY
from madang.kernel.statutes.rules import evaluate, fact_label, must_inform_province, rule_info
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.accounts.models import Organisation

Day = date | PartialDate


def may_apply(organisation: "Organisation", on: Day) -> Answer:
    """Ask the Act of the day: provinces by APP-01, basic-level governments by APP-02 once it is in force."""
    facts = {"applicant_office": organisation.kind, "applicant_region_id": organisation.region or None}
    answer = evaluate("APP-02" if _asks_app_02(organisation, on) else "APP-01", facts, on=on)
    is_dated = isinstance(on, date) or on.is_known
    return answer if is_dated or organisation.kind == OfficeKind.PROVINCE.value else _undated(answer)


def outside_capital(organisation: "Organisation", on: Day) -> Answer | None:
    """Ask whether the region lies outside the capital area (APP-07); None for an applicant without a single region."""
    if not organisation.region:
        return None
    return evaluate("APP-07", {"applicant_region_id": organisation.region}, on=on)


def province_informed(organisation: "Organisation", informed_on: date | None, on: date) -> Answer | None:
    """Ask whether a basic-level applicant has informed its province; None when the law of the day asks nothing."""
    if not must_inform_province(organisation.kind, on):
        return None
    facts = {"applicant_office": organisation.kind, "province_informed": informed_on is not None}
    return evaluate("APP-03", facts, on=on)


def applicant_rules(on: date) -> list[tuple[str, str]]:
    """The rules that say who may apply on a day, as (rule id, kind of office)."""
    if on < rule_info("APP-01").provisions[0].first_on:
        return []
    rules = [("APP-01", OfficeKind.PROVINCE.value)]
    if on >= rule_info("APP-02").provisions[0].first_on:
        rules += [("APP-02", OfficeKind.BASIC.value), ("APP-03", OfficeKind.BASIC.value)]
    return rules


def _undated(answer: Answer) -> Answer:
    """Without any day it is open whether APP-02 was in force; only what it forbids was forbidden before, too."""
    if answer.status is not Status.SATISFIED:
        return answer
    day = fact_label(CASE_DAY)
    said = Words(f"판단에 필요한 사실이 없습니다: {day.ko}.", f"undecided; a fact is missing: {day.en}.")
    return replace(answer, status=Status.UNKNOWN, value=None, missing=(CASE_DAY,), sentence=said)


def _asks_app_02(organisation: "Organisation", on: Day) -> bool:
    """A day that may lie after the change is asked of the later rule: it answers unknown when it may not, too."""
    last = on if isinstance(on, date) else on.last
    since = rule_info("APP-02").provisions[0].first_on
    return organisation.kind != OfficeKind.PROVINCE.value and (last is None or last >= since)


def must_tell_province(organisation: "Organisation", on: date) -> bool:
    """Whether this applicant must inform its province under the law of a day (APP-03)."""
    return must_inform_province(organisation.kind, on)
