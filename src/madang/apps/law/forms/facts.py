"""The form of the facts of one rule, made from what the rule reads; every fact may stay unknown."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from madang.apps.law.forms.days import DayField, exact_day, read_as
from madang.core.moments import SEOUL
from madang.core.ui.texts import text
from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.regions import regions
from madang.kernel.statutes.checklists import checklist, checklist_ids
from madang.kernel.statutes.inputs import FactAsked, facts_of
from madang.kernel.words import Words
from madang.kernel.written_days import read_day, read_day_and_time

MOST_LETTERS = 200
MOST_NUMBER = Decimal(10) ** 15
#: kinds of office that apply, as the rules name them
_OFFICES = {
    "province": Words("시ㆍ도", "province or metropolitan city"),
    "basic": Words("시ㆍ군ㆍ구", "city, county or district"),
    "administrative_city": Words("행정시", "administrative city"),
    "special_local_government": Words("특별지방자치단체", "special local government"),
}
_OTHER = Words("그 밖의 것", "something else")


class InstantField(forms.CharField):
    """A day with a time behind it, as people write them; the value is an instant in Seoul."""

    def clean(self, value: Any) -> datetime | None:
        written = super().clean(value)
        if not written:
            return None
        day, at = read_as(read_day_and_time, written)
        return datetime.combine(exact_day(day).first or date.max, at, SEOUL)


class PausesField(forms.CharField):
    """Supplements, one a line: the day of asking and the day of receiving with ~ between."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> tuple[Pause, ...] | None:
        written = super().clean(value)
        return tuple(_pause(line) for line in written.splitlines() if line.strip()) or None


def _pause(line: str) -> Pause:
    parts = line.replace("～", "~").split("~")
    if len(parts) != 2:
        raise ValidationError(
            _("한 줄에 하나씩 ‘요구한 날 ~ 받은 날’로 적어 주십시오. 예: 2026-06-03 ~ 2026-06-10")
        )
    asked, received = (exact_day(read_as(read_day, part)).first or date.max for part in parts)
    if received < asked:
        raise ValidationError(_("보완을 받은 날이 요구한 날보다 앞섭니다."))
    return Pause(asked, received)


class FactsForm(forms.Form):
    """The facts of a rule, the day of the case and, for those who need it, the day of knowledge."""

    case_on = DayField(
        label=gettext_lazy("사건의 날"), exact=False,
        help_text=gettext_lazy("적용할 법령을 정합니다. 예: 2026-11-03. 연월만 알면 2020-08처럼 적습니다."),
    )  # fmt: skip
    known_on = DayField(
        label=gettext_lazy("사실을 알고 있는 마지막 날"), required=False,
        help_text=gettext_lazy("그날까지 알려지지 않은 일은 하지 않은 것으로 봅니다. 비워 두면 모르는 것으로 둡니다."),
    )  # fmt: skip

    def __init__(self, rule_id: str, data: QueryDict, *, asked: bool, today: date) -> None:
        super().__init__(data if asked else None, initial={"case_on": today.isoformat(), **data.dict()})
        self.asked = [fact for fact in facts_of(rule_id) if fact.name != "case_on"]
        for fact in self.asked:
            self.fields[fact.name] = _field(fact, rule_id)

    @property
    def facts(self) -> list[forms.BoundField]:
        """The fields of the facts, in the order of the register."""
        return [self[fact.name] for fact in self.asked]

    def stated(self) -> dict[str, object]:
        """The facts that were stated, as the rule reads them."""
        return {
            fact.name: value
            for fact in self.asked
            if (value := _plain(self.cleaned_data[fact.name])) is not None
        }


def _plain(value: object) -> object:
    """A value as a rule reads it; an exact day is a date, and nothing chosen is not stated."""
    if isinstance(value, PartialDate) and value.is_exact:
        return value.first
    return None if value in ("", [], ()) else value


def _field(fact: FactAsked, rule_id: str) -> forms.Field:
    label = capfirst(text(fact.label))
    makers: Mapping[str, Any] = {
        "day": lambda: DayField(label=label, required=False, exact=False),
        "instant": lambda: InstantField(label=label, required=False, max_length=MOST_LETTERS, help_text=_("예: 2026-09-25 09:00")),
        "yes_no": lambda: forms.TypedChoiceField(
            label=label, required=False, empty_value=None, coerce=lambda said: said == "yes",
            choices=[("", _("모름")), ("yes", _("예")), ("no", _("아니오"))],
        ),
        "count": lambda: forms.IntegerField(label=label, required=False, min_value=0, max_value=int(MOST_NUMBER), widget=_number()),
        "amount": lambda: forms.DecimalField(label=label, required=False, max_value=MOST_NUMBER, min_value=-MOST_NUMBER, widget=_number()),
        "pauses": lambda: PausesField(label=label, required=False, max_length=5000, help_text=_("한 줄에 하나씩. 예: 2026-06-03 ~ 2026-06-10")),
    }  # fmt: skip
    made: forms.Field = makers[fact.kind]() if fact.kind in makers else _listed(fact, rule_id, label)
    return made


def _number() -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})


def _listed(fact: FactAsked, rule_id: str, label: str) -> forms.Field:
    """A text or several keys: chosen from the list of the law where there is one, else written."""
    choices = choices_of(fact.name, rule_id)
    if fact.kind == "keys" and choices:
        boxes = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=boxes)
    if choices:
        more = [("", _("모름")), *choices, *([] if "other" in dict(choices) else [("other", text(_OTHER))])]
        return forms.ChoiceField(label=label, required=False, choices=more)
    return forms.CharField(label=label, required=False, max_length=MOST_LETTERS)


def choices_of(name: str, rule_id: str) -> list[tuple[str, str]]:
    """What a fact may be: items of the list of the law, regions, or kinds of office; nothing when it is free text."""
    if name.endswith(("region_id", "region_ids")):
        return [(region.id, text(region.name)) for region in regions()]
    if name == "applicant_office":
        return [(key, text(words)) for key, words in _OFFICES.items()]
    listed = rule_id if rule_id in checklist_ids() else _list_of(name)
    return [(item.key, text(item.words)) for item in checklist(listed, on=date.max)] if listed else []


@cache
def _list_of(name: str) -> str:
    """The rule with a list that reads the same fact; empty for none."""
    return next(
        (rule_id for rule_id in checklist_ids() if any(f.name == name for f in facts_of(rule_id))), ""
    )
