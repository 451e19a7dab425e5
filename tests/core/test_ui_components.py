"""Single components: what they show, what they refuse, and that nothing slips through unescaped."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import TemplateSyntaxError, engines
from django.test import RequestFactory

from madang.core.ui.cells import cell
from madang.core.ui.shapes import Badge, Check, Column, Fact, Link, TimelineItem, WrongUse
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

EVIL = "<script>alert(1)</script>"


def shown(source: str, query: str = "", **context: object) -> str:
    """Render a template of one line as a page would, without the context of a reader."""
    request = RequestFactory().get(f"/zones/{query}")
    template = engines["django"].engine.from_string(source)
    from django.template import Context

    return template.render(Context({"request": request, **context}))


class ShareForm(forms.Form):
    name = forms.CharField(label="이름", help_text="공고문 그대로")
    scope = forms.ChoiceField(label="방식", widget=forms.RadioSelect, choices=[("one", "단독")])
    agreed = forms.BooleanField(label="확인")
    starts_on = forms.DateField(label="시작일", initial=date(2026, 11, 22))


def test_a_tag_refuses_an_argument_that_it_does_not_know():
    with pytest.raises(TemplateSyntaxError, match="colour"):
        shown('{% ui_button label="x" colour="red" %}')


def test_a_tag_refuses_a_value_outside_its_list_and_names_the_list():
    with pytest.raises(WrongUse, match="'primary', 'secondary', 'tertiary', 'danger'"):
        shown('{% ui_button label="x" kind="loud" %}')
    with pytest.raises(WrongUse, match="tone='pink'"):
        shown('{% ui_state "x" tone="pink" %}')


def test_a_field_name_that_is_spelled_wrong_is_refused_in_words():
    with pytest.raises(WrongUse, match="spelled right"):
        shown("{% ui_field form.nmae %}", form=ShareForm())


@pytest.mark.parametrize(
    "source",
    [
        "{% ui_button label=evil %}",
        "{% ui_state evil %}",
        "{% ui_notice title=evil %}{{ evil }}{% endui_notice %}",
        "{% ui_details summary=evil %}{{ evil }}{% endui_details %}",
        "{% ui_empty title=evil body=evil label=evil href=evil %}",
        "{% ui_facts facts %}",
        "{% ui_table rows columns=columns caption=evil %}",
        "{% ui_timeline timeline label=evil %}",
        "{% ui_checklist checks title=evil %}",
        "{% ui_stat label=evil value=evil unit=evil %}",
        "{% ui_breadcrumbs links %}",
        "{% ui_tabs links label=evil %}",
        "{% ui_scroll label=evil %}{{ evil }}{% endui_scroll %}",
        "{% ui_why evil %}",
    ],
)
def test_text_from_people_never_becomes_markup_in_any_component(source):
    page = shown(
        source,
        evil=EVIL,
        facts=[Fact(EVIL, EVIL, EVIL)],
        rows=[{"name": Link(EVIL, EVIL), "more": [EVIL]}],
        columns=[Column(EVIL, "name"), Column(EVIL, "more")],
        timeline=[TimelineItem(EVIL, None, office=EVIL, citation=EVIL, note=EVIL)],
        checks=[Check(EVIL, None, EVIL, EVIL, EVIL)],
        links=[Link(EVIL, EVIL, False, 1)],
    )
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_a_button_is_a_link_with_an_address_and_submits_without_one():
    assert shown('{% ui_button label="보기" href="/zones/" %}').startswith(
        '<a class="button primary" href="/zones/"'
    )
    assert 'type="submit"' in shown('{% ui_button label="제출" %}')
    assert "disabled" in shown('{% ui_button label="제출" state="busy" %}')


def test_a_state_says_itself_in_words_and_carries_an_icon_beside_its_colour():
    badge = shown('{% ui_state words tone="warning" %}', words=Words("보완 요청", "Supplement"))
    assert "보완 요청" in badge
    assert "#triangle-alert" in badge


def test_an_invalid_field_is_tied_to_its_error_and_hint_and_linked_from_the_summary():
    form = ShareForm({"name": ""}, prefix="p")
    field = shown("{% ui_field form.name %}", form=form)
    assert 'aria-describedby="id_p-name_hint id_p-name_error"' in field
    assert 'aria-invalid="true"' in field
    summary = shown("{% ui_errors form %}", form=form)
    assert 'href="#id_p-name"' in summary
    assert 'href="#id_p-scope_0"' in summary
    assert 'id="id_p-scope_0"' in shown("{% ui_field form.scope %}", form=form)


def test_a_form_without_errors_has_no_summary_and_no_marks():
    assert shown("{% ui_errors form %}", form=ShareForm()).strip() == ""
    assert "aria-invalid" not in shown("{% ui_field form.name %}", form=ShareForm())


def test_a_date_field_uses_the_date_control_with_the_machine_form():
    field = shown("{% ui_field form.starts_on %}", form=ShareForm())
    assert 'type="date"' in field
    assert 'value="2026-11-22"' in field


def test_a_group_of_choices_is_a_fieldset_with_unique_ids():
    field = shown("{% ui_field form.scope %}", form=ShareForm())
    assert "<fieldset" in field
    assert "<legend>방식" in field
    assert field.count('id="id_scope"') == 1


def test_a_table_marks_its_order_and_turns_it_round_on_the_next_click():
    columns = [Column("특구", "name", sort="name"), Column("특례", "count", numeric=True)]
    rows = [{"name": "블록체인", "count": 1234}]
    source = '{% ui_table rows columns=columns caption="목록" sort=request.GET.sort %}'
    page = shown(source, "?sort=name&region=busan&page=3", rows=rows, columns=columns)
    assert 'aria-sort="ascending"' in page
    assert 'href="?sort=-name&amp;region=busan"' in page
    assert '<td class="number" data-label="특례">1,234</td>' in page
    assert '<th scope="row" data-label="특구">블록체인</th>' in page


def test_an_empty_table_says_what_would_be_here():
    page = shown(
        '{% ui_table rows columns=columns caption="목록" empty="없음" %}', rows=[], columns=[Column("a", "a")]
    )
    assert "없음" in page
    assert "<table" not in page


def test_a_table_column_that_a_row_does_not_have_is_an_error_and_no_blank():
    with pytest.raises(KeyError):
        shown('{% ui_table rows columns=columns caption="x" %}', rows=[{"a": 1}], columns=[Column("b", "b")])


def test_a_pager_keeps_the_filters_and_is_absent_when_all_fits_on_one_page():
    page = shown("{% ui_pager page %}", "?region=busan&page=2", page=Paginator(range(60), 20).page(2))
    assert 'href="?region=busan&amp;page=3"' in page
    assert 'aria-current="page"' in page
    assert shown("{% ui_pager page %}", page=Paginator(range(3), 20).page(1)).strip() == ""


def test_an_unknown_fact_is_said_to_be_unverified_and_an_empty_cell_has_words():
    assert "확인되지 않음" in shown("{% ui_facts facts %}", facts=[Fact("면적", None)])
    assert "값 없음" in cell(None)


def test_a_checklist_tells_met_unmet_and_unknown_apart_in_words():
    checks = [Check("가", True), Check("나", False), Check("다", None, note="빠진 사실")]
    page = shown("{% ui_checklist checks title='점검' %}", checks=checks)
    assert "3개 중 1개 충족" in page
    for state in ("충족", "미충족", "확인 불가"):
        assert f">{state}</span>" in page


def test_cells_show_each_kind_of_value_as_people_read_it():
    assert cell(True) == "예"
    assert cell(1234.5) == "1,234.5"
    assert cell(Words("부산", "Busan")) == "부산"
    assert cell(PartialDate.parse("2024-09")) == '<time datetime="2024-09">2024년 9월</time>'
    assert cell(PartialDate.parse("")) == "일자 미상"
    assert cell(["가", "나"]) == "가<br>나"
    assert "badge success" in cell(Badge("지정", "success"))


def test_steps_outside_the_procedure_are_refused_and_all_done_is_allowed():
    from madang.core.ui.shapes import Step

    steps = [Step("공고"), Step("지정")]
    assert "aria-current" not in shown("{% ui_steps steps current=3 %}", steps=steps)
    with pytest.raises(WrongUse, match="outside 1"):
        shown("{% ui_steps steps current=4 %}", steps=steps)


def test_a_handwritten_table_scrolls_by_keyboard_or_becomes_cards():
    page = shown('{% ui_scroll label="일" narrow="cards" %}<table></table>{% endui_scroll %}')
    assert 'class="scroll table-cards" role="region" tabindex="0" aria-label="일"' in page
    with pytest.raises(WrongUse, match="narrow"):
        shown('{% ui_scroll label="일" narrow="tiny" %}{% endui_scroll %}')
