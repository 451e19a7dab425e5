"""Forms of a plan: start, the items one by one, a file, a partner."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts.papers import PAPERS
from madang.apps.selection.acts.plans import ITEM, TITLE, PlanDraft
from madang.apps.selection.forms.fields import offer
from madang.apps.selection.queries.plans import Content
from madang.apps.selection.rules.completeness import COMPOSED, ItemCheck
from madang.core.ui.texts import text

FIXED = ("title_ko", "province_informed_on")


class StartForm(forms.Form):
    """The name of a new plan."""

    title_ko = forms.CharField(label=_("계획서 제목"), max_length=TITLE)


class PlanForm(forms.Form):
    """A plan item by item. Nothing is needed to save; the checklist says what is needed to submit."""

    title_ko = forms.CharField(label=_("계획서 제목"), max_length=TITLE)
    province_informed_on = forms.DateField(
        label=_("시·도지사에게 신청 사실을 알린 날"), required=False, widget=forms.DateInput,
        help_text=_("시·군·구가 신청할 때에는 시·도지사에게 알려야 합니다."),
    )  # fmt: skip

    def __init__(
        self, *given: Any, content: Content, checks: Iterable[ItemCheck], tells_province: bool, **named: Any
    ) -> None:
        named["initial"] = {
            **content.items,
            "title_ko": content.title_ko,
            "province_informed_on": content.province_informed_on,
        }
        super().__init__(*given, **named)
        if not tells_province:
            del self.fields["province_informed_on"]
        for check in checks:
            if check.item.key != COMPOSED:
                self.fields[check.item.key] = _item_field(check)

    def draft(self) -> PlanDraft:
        """Return what was typed, for the act; items that the page did not show stay as they are."""
        items = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in FIXED and name in self.data
        }
        return PlanDraft(self.cleaned_data["title_ko"], items, self.cleaned_data.get("province_informed_on"))


def _item_field(check: ItemCheck) -> forms.CharField:
    needed = gettext("이 공모의 필수 항목") if check.required else gettext("이 공모에서는 선택 항목")
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(
        label=text(check.item.words),
        required=False,
        max_length=ITEM,
        widget=widget,
        help_text=needed,
        strip=False,
    )


class PaperForm(forms.Form):
    """A file and what it is."""

    paper = forms.ChoiceField(label=_("자료 종류"))
    upload = forms.FileField(
        label=_("파일"),
        help_text=_("PDF, HWP, HWPX, DOCX, XLSX, PPTX, PNG, JPEG, TXT, CSV. 20MB까지."),
        allow_empty_file=True,
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self, "paper", ((key, text(words)) for key, words in PAPERS.items()))


class PartnerForm(forms.Form):
    """A local government that is invited."""

    organisation = forms.ChoiceField(label=_("공동신청 기관"))

    def __init__(self, *given: Any, candidates: Iterable[Any], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self, "organisation", ((str(o.pk), text(o.words)) for o in candidates))
