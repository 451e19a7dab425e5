"""Forms of a designation. Each says which arguments its act takes from it (``given``)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts.applications import GROUNDS, Application, Return, papers_wanted
from madang.apps.selection.acts.designation import PARTNERS, ZonePlan
from madang.apps.selection.acts.notices import HearingNotice, Notice
from madang.apps.selection.forms.fields import offer, offer_rows
from madang.apps.selection.models import Designation
from madang.apps.selection.queries.committees import open_sittings
from madang.apps.selection.queries.law_facts import PAPER_QUESTIONS, PLAN_QUESTIONS
from madang.apps.selection.rules.committees import DELIBERATION, ZONE
from madang.apps.selection.rules.completeness import COMPOSED, items_on
from madang.core.ui.texts import day as spoken_day
from madang.core.ui.texts import text
from madang.kernel.statutes.checklists import Item
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.rules import fact_label
from madang.kernel.words import Words

YES_NO = (("yes", _("예")), ("no", _("아니요")))


def area(rows: int = 4) -> forms.Textarea:
    """A text area of some rows."""
    return forms.Textarea(attrs={"rows": rows})


def yes_or_no(label: Any, *, initial: bool | None = None) -> forms.TypedChoiceField:
    """A question that must be answered: an unanswered one is unknown to the law, not a no."""
    return forms.TypedChoiceField(
        label=label, choices=YES_NO, coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        initial=None if initial is None else ("yes" if initial else "no"),
    )  # fmt: skip


def article(item: Item) -> str:
    """Return the article of an item alone; the law stands above the group."""
    number = item.citation.article
    return text(Words(number, article_in_english(number)))


def item_fields(items: Iterable[Item], stored: dict[str, str], rows: int = 3) -> dict[str, forms.Field]:
    """A text field for each item, with its article as the hint."""
    return {
        item.key: forms.CharField(
            label=text(item.words), required=False, max_length=10_000, widget=area(rows),
            help_text=article(item), initial=stored.get(item.key, ""),
        )
        for item in items
    }  # fmt: skip


class StepForm(forms.Form):
    """A form of one step of a designation on a day; ``given`` returns the arguments of the act."""

    def __init__(self, *args: Any, designation: Designation, today: date, **named: Any) -> None:
        super().__init__(*args, **named)
        self.designation, self.today = designation, today
        self.prepare()

    def prepare(self) -> None:
        """Add the fields that depend on the designation."""

    def given(self) -> dict[str, Any]:
        """Return the arguments of the act; by default the cleaned fields themselves."""
        return dict(self.cleaned_data)

    def headings(self) -> dict[str, object]:
        """Return headings by the field before which they stand; short forms have none."""
        return {}

    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        """Return the fields under their headings, in order."""
        headings = self.headings()
        groups: list[tuple[object, list[forms.BoundField]]] = [("", [])]
        for field in self:
            if field.name in headings:
                groups.append((headings[field.name], []))
            groups[-1][1].append(field)
        return [group for group in groups if group[1]]


class PriorConsultationForm(StepForm):
    """Prior consultation with one partner."""

    partner = forms.ChoiceField(label=_("협의 상대"))
    on = forms.DateField(label=_("협의한 날"), widget=forms.DateInput)
    note = forms.CharField(label=_("협의 내용"), required=False, max_length=300)

    def prepare(self) -> None:
        done = set(self.designation.prior_consultations.values_list("partner", flat=True))
        offer(self, "partner", ((k, text(w)) for k, w in PARTNERS.items() if k not in done))


class ZonePlanForm(StepForm):
    """The zone plan: its name, the items of the Act and of the decree, and what decides whether some are needed."""

    statutory_name = forms.CharField(
        label=_("특구 명칭"), max_length=160,
        help_text=_("‘규제자유특구’가 들어가야 하고 다른 특구와 혼동되지 않아야 합니다."),
    )  # fmt: skip

    def prepare(self) -> None:
        stored = self.designation
        self.fields["statutory_name"].initial = stored.statutory_name
        wanted = (item for _rule, item in items_on(self.today) if item.key != COMPOSED)
        self.fields.update(item_fields(wanted, stored.items))
        for name in PLAN_QUESTIONS:
            self.fields[name] = yes_or_no(text(fact_label(name)), initial=stored.facts.get(name))

    def headings(self) -> dict[str, object]:
        first = {rule: item for rule, item in reversed(items_on(self.today)) if item.key != COMPOSED}
        return {
            **{item.key: item.citation.words for item in first.values()},
            PLAN_QUESTIONS[0]: _("해당 여부"),
        }

    def given(self) -> dict[str, Any]:
        answers = {name: self.cleaned_data[name] for name in PLAN_QUESTIONS}
        items = {k: v for k, v in self.cleaned_data.items() if k not in (*PLAN_QUESTIONS, "statutory_name")}
        return {"plan": ZonePlan(self.cleaned_data["statutory_name"], items, answers)}


class NoticeForm(StepForm):
    """The public notice."""

    starts_on = forms.DateField(label=_("공고를 시작하는 날"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("공고가 끝나는 날"), widget=forms.DateInput)
    medium = forms.CharField(label=_("공고 매체"), max_length=120, help_text=_("공보, 누리집 또는 일간신문"))
    place = forms.CharField(label=_("열람 장소"), max_length=160)
    other_law = forms.CharField(
        label=_("다른 법률에 따른 공고로 갈음하는 경우 그 법률"), required=False, max_length=160
    )

    def given(self) -> dict[str, Any]:
        return {"notice": Notice(**self.cleaned_data)}


class HearingForm(StepForm):
    """The announcement of a hearing."""

    announced_on = forms.DateField(label=_("공청회를 공고한 날"), widget=forms.DateInput)
    held_on = forms.DateField(label=_("공청회 날"), widget=forms.DateInput)
    place = forms.CharField(label=_("장소"), max_length=160)
    purpose = forms.CharField(label=_("개최 목적"), max_length=200)
    outline = forms.CharField(label=_("주요 내용"), max_length=5_000, widget=area())

    def given(self) -> dict[str, Any]:
        return {"hearing": HearingNotice(**self.cleaned_data)}


class HearingResultForm(StepForm):
    """What was said at a hearing."""

    hearing: Any = forms.ModelChoiceField(label=_("공청회"), queryset=None)
    result = forms.CharField(label=_("공청회 결과"), max_length=5_000, widget=area(6))

    def prepare(self) -> None:
        held = self.designation.hearings.filter(held_on__lte=self.today)
        offer_rows(self, "hearing", held, lambda row: f"{spoken_day(row.held_on)} {row.place}")


class OpinionForm(StepForm):
    """An opinion on the noticed plan."""

    author = forms.CharField(label=_("이름 또는 단체명"), max_length=80)
    text = forms.CharField(
        label=_("의견"), max_length=5_000, widget=area(6),
        help_text=_("신청 기관과 중소벤처기업부가 봅니다. 이름과 의견은 공개하지 않습니다."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """The decision on an opinion."""

    is_reflected = yes_or_no(_("계획에 반영합니까?"))
    answer = forms.CharField(
        label=_("반영 내용 또는 반영하지 않는 사유"), required=False, max_length=5_000, widget=area()
    )


class ApplicationForm(StepForm):
    """The application: its papers by document number, and what decides whether some are needed."""

    def prepare(self) -> None:
        stored = self.designation
        for item in papers_wanted(stored, self.today):
            self.fields[item.key] = forms.CharField(
                label=text(item.words), required=False, max_length=200, initial=stored.papers.get(item.key, ""),
                help_text=article(item),
            )  # fmt: skip
        for name in self._questions():
            self.fields[name] = yes_or_no(text(fact_label(name)), initial=stored.facts.get(name))
        if stored.organisation.kind == "basic":
            self.fields["province_informed_on"] = forms.DateField(
                label=_("시·도지사에게 알린 날"), required=False, widget=forms.DateInput
            )

    def headings(self) -> dict[str, object]:
        papers = papers_wanted(self.designation, self.today)
        return {papers[0].key: papers[0].citation.words, self._questions()[0]: _("해당 여부")}

    def _questions(self) -> tuple[str, ...]:
        needed = {item.needed_if for item in papers_wanted(self.designation, self.today)}
        return tuple(name for name in PAPER_QUESTIONS if name in needed)

    def given(self) -> dict[str, Any]:
        questions = self._questions()
        papers = {i.key: self.cleaned_data[i.key] for i in papers_wanted(self.designation, self.today)}
        answers = {name: self.cleaned_data[name] for name in questions}
        informed = self.cleaned_data.get("province_informed_on")
        return {"application": Application(papers, answers, informed)}


class AskSupplementForm(StepForm):
    """What is asked to be supplemented, and by when."""

    what = forms.CharField(label=_("보완을 요구하는 내용"), max_length=5_000, widget=area())
    wanted_by = forms.DateField(
        label=_("보완 기한"), widget=forms.DateInput,
        help_text=_("법에 정한 일수는 없습니다. 상당한 기간을 정하십시오. 이 기간은 처리 기간에 넣지 않습니다."),
    )  # fmt: skip


class FileSupplementForm(StepForm):
    """The supplement."""

    answer = forms.CharField(label=_("보완 내용"), max_length=5_000, widget=area(6))


class ReturnForm(StepForm):
    """Why an application is returned."""

    grounds = forms.MultipleChoiceField(label=_("반려 사유"), widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(label=_("신청 기관에 알리는 사유"), max_length=5_000, widget=area())
    is_privately_proposed = yes_or_no(_("민간 제안에 따른 계획입니까?"))
    proposer_is_told = forms.BooleanField(label=_("제안자에게도 사유를 알렸습니다."), required=False)

    def prepare(self) -> None:
        offer(self, "grounds", ((key, text(words)) for key, words in GROUNDS.items()))

    def given(self) -> dict[str, Any]:
        return {"decision": Return(**{**self.cleaned_data, "grounds": tuple(self.cleaned_data["grounds"])})}


class TableForm(StepForm):
    """The sitting on whose agenda a designation is put."""

    sitting: Any = forms.ModelChoiceField(
        label=_("회의"), queryset=None, help_text=_("간사가 소집한 회의 가운데 고릅니다.")
    )

    def prepare(self) -> None:
        waits_for_zone = self.designation.state in ("deliberated", "tabled")
        sittings = open_sittings(ZONE) if waits_for_zone else open_sittings(DELIBERATION)
        if self.designation.state == "deferred":
            sittings = open_sittings(DELIBERATION) | open_sittings(ZONE)
        if not sittings.exists():
            self.fields["sitting"].help_text = _(
                "상정할 회의가 없습니다. 간사가 회의를 소집하면 고를 수 있습니다."
            )
        offer_rows(self, "sitting", sittings, lambda row: f"{text(row.title)} – {spoken_day(row.held_on)}")


class LeaveOutForm(StepForm):
    """Why a candidate was not put before the committees."""

    reason = forms.CharField(label=_("사유"), max_length=300)
