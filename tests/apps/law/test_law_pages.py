"""The pages of the law: subjects, search, rules with their versions side by side, and answers from facts."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from madang.apps.law.forms.facts import choices_of
from madang.apps.law.rule_lines import state_of
from madang.apps.law.versions import label_of, versions_of
from madang.apps.law.wording import amount, span
from madang.kernel.statutes.chapters import CHAPTERS
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.matters import asked_often, matter_of_rule, matters
from madang.kernel.statutes.parameters import parameter_editions, parameter_names
from madang.kernel.statutes.rules import facts_of, rule_ids, rule_info
from tests.portal.readers import html

pytestmark = pytest.mark.django_db


def test_every_rule_and_every_deadline_has_its_subject():
    assert set(CHAPTERS) == set(matters())
    assert {clock(key).matter for key in clock_rule_ids()} <= set(matters())
    assert [rule_id for rule_id in rule_ids() if matter_of_rule(rule_id) is None] == []
    assert len(asked_often()) > 4


def test_the_entrance_names_every_subject_and_leads_to_the_calculator():
    page = html("/law/")
    for matter in matters().values():
        assert f"?matter={matter.key}" in page
    assert 'href="/law/deadlines/"' in page
    assert "2026. 6. 8.(월) 현재의 본문까지 확인" in page
    assert 'href="/en/law/deadlines/"' in html("/en/law/")


@pytest.mark.parametrize("path", [
    "/law/", "/law/?q=x", "/law/rules/", "/law/rules/PLN-08/", "/law/rules/PLN-08/check/", "/law/deadlines/",
    "/law/deadlines/DES-03/", "/law/deadlines/DES-03/?start=2020-05-26",
])  # fmt: skip
def test_every_page_says_that_the_law_prevails_and_which_texts_were_read(path):
    assert "법령과 담당 공무원의 결정이 우선합니다" in html(path)
    english = html(f"/en{path}")
    assert "The law and the decision of the official in charge prevail" in english
    assert "8 Jun 2026" in english


@pytest.mark.parametrize(("words", "found", "not_found"), [
    ("DES-03", "/law/deadlines/DES-03/", "DES-02"),
    ("공청회", "/law/deadlines/PLN-08/", "DES-03"),
    ("제75조", "/law/rules/DES-01/", "PLN-08"),
    ("75조제2항", "/law/rules/DES-02/", "DES-01"),
    ("leak", "/law/deadlines/PRV-07/", "DES-03"),
    ("Art. 75", "/law/rules/DES-01/", "PLN-08"),
    ("article 75(2) reply", "/law/rules/DES-02/", "DES-01"),
    ("정보공개 결정", "/law/deadlines/FOI-01/", "DES-03"),
])  # fmt: skip
def test_search_finds_by_number_article_and_word(words, found, not_found):
    page = html(f"/law/?q={words}")
    assert f'href="{found}"' in page
    assert f'{not_found}/"' not in page


def test_search_without_a_hit_says_so_and_shows_a_way_on():
    assert "찾는 내용이 없습니다." in html("/law/?q=없는낱말")
    assert "찾는 기한이 없습니다." in html("/law/deadlines/?q=없는낱말")


def test_the_list_of_rules_is_narrowed_by_subject_word_and_answer():
    page = html("/law/rules/?matter=plans&state=refused")
    assert "PLN-13" in page
    assert "PLN-08" not in page
    assert "PLN-08" in html("/law/rules/?q=공청회")
    assert "PLN-08" not in html("/law/rules/?matter=nonsense")


@pytest.mark.parametrize("rule_id", rule_ids())
def test_every_rule_has_a_page_that_says_how_far_it_is_decided(rule_id):
    page, info = html(f"/law/rules/{rule_id}/"), rule_info(rule_id)
    assert info.statement.ko in page
    state = {"computed": "사실로 판정함", "refused": "판정하지 않음", "unread": "확인되지 않음"}[
        state_of(info)
    ]
    assert state in page
    assert page.count('class="card law-version') == len(versions_of(info))
    assert "%(" not in page
    for fact in facts_of(rule_id):
        assert fact.label.ko in page.replace("&#x27;", "'")


def test_versions_stand_side_by_side_with_what_changed():
    page = html("/law/rules/CHG-02/")
    assert "2019. 4. 17.(수)부터 2024. 8. 6.(화)까지" in page
    assert "2024. 8. 7.(수)부터 지금까지" in page
    assert page.count("바뀜: 전에는 30일") == 2
    assert "1번 바뀌었습니다" in page


def test_a_rule_of_one_version_says_that_it_never_changed():
    assert "확인한 범위에서 바뀐 적이 없습니다." in html("/law/rules/DES-02/")


def test_every_number_of_the_law_has_a_unit_in_words():
    editions = [e for name in parameter_names() for e in parameter_editions(name)]
    unworded = {e.unit for e in editions if amount(e).ko == f"{e.value:,}"}
    assert len(editions) > 100
    assert unworded == set()


def test_every_number_of_the_law_has_a_name_for_people():
    nameless = [name for name in parameter_names() if label_of(name).ko == name]
    assert nameless == [], "give them a name in apps/law/data/numbers.toml"
    assert label_of("exemption.reply_limit_days").en.endswith("limit with supplements")


def test_a_rule_that_nothing_decides_says_why_and_has_no_form():
    page = html("/law/rules/APP-10/")
    assert "이 규칙은 판정하지 않습니다." in page
    assert "/check/" not in page
    assert Client().get("/law/rules/APP-10/check/").status_code == 404


def test_facts_lead_to_an_answer_with_its_trace():
    page = html(
        "/law/rules/PLN-08/check/?case_on=2020-05-26&hearing_on=2020-04-29&hearing_announced_on=2020.4.13."
    )
    assert "요건을 갖춤" in page
    late = html(
        "/law/rules/PLN-08/check/?case_on=2020-05-26&hearing_on=2020-04-29&hearing_announced_on=2020-04-16"
    )
    assert "요건에 어긋남" in late
    assert "제43조제3항" in late


def test_a_missing_fact_is_named_and_linked_to_its_field():
    page = html("/law/rules/PLN-08/check/?case_on=2020-05-26&hearing_on=2020-04-29")
    assert "판단할 수 없음" in page
    assert 'href="#id_hearing_announced_on"' in page
    assert 'id="id_hearing_announced_on"' in page


@pytest.mark.parametrize(("query", "told"), [
    ("case_on=2020-02-31", "2020년 2월은 29일까지입니다."),
    ("case_on=2010-01-01", "적용하지 않습니다."),
    ("case_on=2020-05-26&hearing_on=soon", "날짜로 읽을 수 없습니다: soon"),
])  # fmt: skip
def test_wrong_facts_are_refused_with_a_sentence(query, told):
    page = html(f"/law/rules/PLN-08/check/?{query}")
    assert told in page
    assert "law-result" not in page


def test_every_rule_that_facts_decide_can_be_asked_with_nothing_known():
    asked = 0
    for rule_id in rule_ids():
        if state_of(rule_info(rule_id)) == "computed":
            page = html(f"/law/rules/{rule_id}/check/?case_on=2026-08-03")
            assert "law-result" in page or "notice danger" in page, rule_id
            asked += 1
    assert asked > 100


def test_lists_of_the_law_are_offered_instead_of_free_text():
    with override("ko"):
        assert "area" in dict(choices_of("change_kind", "CHG-03"))
        assert dict(choices_of("applicant_office", "APP-01"))["basic"] == "시ㆍ군ㆍ구"
        assert "gangwon" in dict(choices_of("applicant_region_id", "APP-01"))
        assert choices_of("keeping_ground", "REV-06") == choices_of("keeping_ground", "CHG-05") != []
        assert choices_of("zone_name", "PLN-04") == []


def test_breadcrumbs_lead_from_a_rule_over_its_subject_home():
    page = html("/en/law/rules/PLN-08/check/")
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', page, re.DOTALL)[0]
    for href in (
        "/en/",
        "/en/law/",
        "/en/law/rules/",
        "/en/law/rules/?matter=plans",
        "/en/law/rules/PLN-08/",
    ):
        assert f'href="{href}"' in crumbs


def test_terms_that_depend_on_the_day_of_the_grant_stand_side_by_side():
    page = html("/law/rules/EX-14/")
    part = page[page.index('id="followed"') :].split("</section>")[0]
    assert "<strong>2년</strong>" in part
    assert "<strong>4년</strong>" in part
    assert 'href="/law/rules/EX-13/"' in part
    assert 'id="followed"' not in html("/law/rules/DES-03/")


@pytest.mark.parametrize(("clock_id", "ko", "en"), [
    ("DES-03", "지정을 신청한 날부터 90일", "90 days from the day of the application"),
    ("PLN-08", "공청회를 여는 날 14일 전", "14 days before the day of the hearing"),
    ("EVA-05", "다음 해 3월 31일까지", "by 31 March of the next year"),
    ("CON-05.plan", "1월 말일까지", "by the end of January"),
    ("FOI-01", "청구를 받은 날부터 토요일과 공휴일을 뺀 10일", "10 working days from the day of the request"),
    ("EX-14", "4년, 첫날 0시부터 셈", "4 years, counted from 00:00 of the first day"),
    ("PRV-06.possible", "기간이 확인되지 않음", "its length is not verified"),
])  # fmt: skip
def test_lists_say_from_when_and_how_long_a_clock_runs(clock_id, ko, en):
    assert span(clock(clock_id)) == (ko, en)


def test_a_period_that_was_not_verified_is_not_counted():
    page = html("/law/deadlines/PRV-06.possible/?start=2026-09-25&time=09:00")
    assert "기간의 길이를 확인하지 못하였습니다." in page
    assert "law-day" not in page
    assert "law-form" not in page


def test_search_puts_first_what_bears_the_word_and_names_the_subject():
    page = html("/law/?q=공청회")
    part = page[page.index('id="clocks"') :]
    assert part.index("/law/deadlines/PLN-08/") < part.index("/law/deadlines/PLN-05/")
    assert "14일 전 · 계획의 공고와 공청회" in part
    assert "14일 전 · 법령 정비와 규제 심사" in part
    assert "DES-01" not in html("/law/?q=Art. 7")
