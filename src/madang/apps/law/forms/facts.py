"""The form of the facts of one rule, made from what the rule reads; every fact may stay unknown."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from madang.apps.law.forms.days import DayField, RoughDayField, read_as
from madang.core.ui.texts import text
from madang.kernel.regions import regions
from madang.kernel.statutes.checklists import checklist, checklist_ids
from madang.kernel.statutes.inputs import FactAsked, facts_of
from madang.kernel.statutes.stated import read_fact
from madang.kernel.words import Words

MOST_LETTERS = 200
#: kinds of office that apply, as the rules name them
_OFFICES = {
    "province": Words("시ㆍ도", "province or metropolitan city"),
    "basic": Words("시ㆍ군ㆍ구", "city, county or district"),
    "administrative_city": Words("행정시", "administrative city"),
    "special_local_government": Words("특별지방자치단체", "special local government"),
}
_OTHER = Words("그 밖의 것", "something else")


class FactField(forms.CharField):
    """A fact as people write it, read by its kind; None when nothing was written."""

    def __init__(self, fact: FactAsked, **given: Any) -> None:
        self.fact = fact
        super().__init__(label=capfirst(text(fact.label)), required=False, **given)

    def clean(self, value: Any) -> Any:
        return read_as(partial(read_fact, self.fact.name), super().clean(value))


class FactsForm(forms.Form):
    """The facts of a rule, the day of the case and, for those who need it, the day of knowledge."""

    case_on = RoughDayField(
        label=gettext_lazy("사건의 날"),
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
        """The facts as the rule reads them; nothing chosen is not stated."""
        given = {fact.name: self.cleaned_data[fact.name] for fact in self.asked}
        return {name: value for name, value in given.items() if value not in (None, "", [], ())}


def _field(fact: FactAsked, rule_id: str) -> forms.Field:
    makers: Mapping[str, Callable[[], forms.Field]] = {
        "day": lambda: FactField(fact, widget=_plain_text()),
        "instant": lambda: FactField(fact, widget=_plain_text(), max_length=MOST_LETTERS, help_text=_("예: 2026-09-25 09:00")),
        "yes_no": lambda: forms.TypedChoiceField(
            label=capfirst(text(fact.label)), required=False, empty_value=None, coerce=partial(read_fact, fact.name),
            choices=[("", _("모름")), ("yes", _("예")), ("no", _("아니오"))],
        ),
        "count": lambda: FactField(fact, widget=_plain_text(inputmode="numeric")),
        "amount": lambda: FactField(fact, widget=_plain_text(inputmode="decimal")),
        "pauses": lambda: FactField(
            fact, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("한 줄에 하나씩. 예: 2026-06-03 ~ 2026-06-10"),
        ),
    }  # fmt: skip
    return makers[fact.kind]() if fact.kind in makers else _listed(fact, rule_id)


def _plain_text(**attributes: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", **attributes})


def _listed(fact: FactAsked, rule_id: str) -> forms.Field:
    """A text or several keys: chosen from the list of the law where there is one, else written."""
    label, choices = capfirst(text(fact.label)), choices_of(fact.name, rule_id)
    if fact.kind == "keys" and choices:
        boxes = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=boxes)
    if choices:
        more = [("", _("모름")), *choices, *([] if "other" in dict(choices) else [("other", text(_OTHER))])]
        return forms.ChoiceField(label=label, required=False, choices=more)
    return FactField(fact, max_length=MOST_LETTERS)


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
