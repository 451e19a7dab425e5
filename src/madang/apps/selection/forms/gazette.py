"""The form of the gazette notice: its nine items prefilled from the plan, what is stated with it, and the zone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts.gazette import GazetteNotice
from madang.apps.selection.forms.designation import StepForm, item_fields, yes_or_no
from madang.apps.zones.steps import FormerName, NewZone
from madang.core.ui.texts import text
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.rules import fact_label
from madang.kernel.words import Words

#: item of the notice → items of the plan from which it is prefilled
FROM_PLAN = {
    "name_place_area": ("name_place_area",),
    "purpose_and_period": ("need_and_effects", "designation_period"),
    "projects": ("projects",),
    "operators": ("operators",),
    "project_terms": ("project_period", "funding"),
    "special_cases": ("menu_special_cases", "sandbox_tools"),
    "map": ("location_and_maps",),
}
STATED = ("opinions_considered", "applicant_informed", "firms_informed", "map_needed")
OTHER_ITEMS = "other_gazette_items_needed"
IN_PLAN = Words("계획의 명칭", "Name in the plan")


class GazetteForm(StepForm):
    """The gazette notice and the zone that begins with it."""

    number = forms.CharField(
        label=_("고시 번호"), max_length=80, help_text=_("예: 중소벤처기업부고시 제2025-40호")
    )
    published_on = forms.DateField(label=_("고시일"), widget=forms.DateInput)

    def prepare(self) -> None:
        stored = self.designation
        prefilled = {
            key: "\n".join(filter(None, (stored.items.get(source, "") for source in sources)))
            for key, sources in FROM_PLAN.items()
        }
        notice = getattr(stored, "notice", None)
        prefilled["inspection_place"] = notice.place if notice else ""
        self.fields.update(item_fields(checklist("DES-05", on=self.today), prefilled))
        self.fields[OTHER_ITEMS] = yes_or_no(text(fact_label(OTHER_ITEMS)))
        for name in STATED:
            self.fields[name] = yes_or_no(text(fact_label(name)))
        self.fields["map_gazetted_on"] = forms.DateField(
            label=text(fact_label("map_gazetted_on")), required=False, widget=forms.DateInput
        )
        if not stored.is_addition:
            self._add_zone()

    def headings(self) -> dict[str, object]:
        items = checklist("DES-05", on=self.today)
        return {
            items[0].key: items[0].citation.words,
            OTHER_ITEMS: _("확인할 사항"),
            "name_ko": _("특구 목록에 올릴 내용"),
        }

    def _add_zone(self) -> None:
        stored = self.designation
        self.fields["name_ko"] = forms.CharField(
            label=_("특구 이름(목록 표시)"), max_length=120, initial=stored.name_ko
        )
        self.fields["name_en"] = forms.CharField(
            label=_("특구 영문 이름"), max_length=160, required=False, initial=stored.name_en
        )
        self.fields["slug"] = forms.SlugField(
            label=_("특구 주소 이름"),
            max_length=60,
            help_text=_("영문 소문자·숫자·붙임표, 예: giz-2-daegu-airobot"),
        )
        self.fields["starts_on"] = forms.DateField(label=_("지정기간 시작"), widget=forms.DateInput)
        self.fields["ends_on"] = forms.DateField(label=_("지정기간 끝"), widget=forms.DateInput)
        self.fields["industry"] = forms.CharField(label=_("산업 분야"), max_length=80, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("지정기간의 끝이 시작보다 앞섭니다."))
        return cleaned

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        items = {item.key: data[item.key] for item in checklist("DES-05", on=self.today)}
        notice = GazetteNotice(
            number=data["number"], published_on=PartialDate.of(data["published_on"]), items=items,
            other_items_needed=data[OTHER_ITEMS], map_gazetted_on=data["map_gazetted_on"],
            **{name: data[name] for name in STATED},
        )  # fmt: skip
        return {"gazette": notice, "zone": self._zone()}

    def _zone(self) -> NewZone:
        stored, data = self.designation, self.cleaned_data
        if stored.is_addition:
            return NewZone(stored.zone.slug if stored.zone else "", stored.name_ko)
        formal = stored.statutory_name
        names = (FormerName(formal, IN_PLAN),) if formal and formal != data["name_ko"] else ()
        return NewZone(
            slug=data["slug"], name_ko=data["name_ko"], name_en=data["name_en"],
            round=stored.call.round if stored.call else "", industry=data["industry"],
            place=data["name_place_area"][:300], designated_on=_decided(stored),
            starts_on=PartialDate.of(data["starts_on"]), ends_on=PartialDate.of(data["ends_on"]), former_names=names,
        )  # fmt: skip


def _decided(designation: Any) -> PartialDate:
    """The day on which the Zone Committee carried it, which the register shows as the designation's day."""
    item = designation.agenda.filter(sitting__body__key="zone_committee", outcome="carried").last()
    return PartialDate.parse(item.sitting.held_on) if item else UNKNOWN_DATE
