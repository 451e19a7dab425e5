"""Points in which a rule once said less, or something else, than its articles: parts, names of the day, and values."""

from datetime import date

import pytest

from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.parameters import parameter, parameter_editions, parameter_names
from madang.kernel.statutes.refusals import NotVerified
from madang.kernel.statutes.rules import evaluate, rule_ids, rule_info
from tests.kernel.tables_of_rules import NEW, NEWEST, OLD, around, d

EXTENDABLE = {
    "granted_on": d("2024-09-01"),
    "term_ends_on": d("2028-08-31"),
    "zone_ends_on": d("2031-12-31"),
    "extensions_used": 0,
}
INSPECTED = {"inspection_opened_on": d("2025-04-01"), "inspection_closed_on": d("2025-05-01")}
MAP = {"gazetted_on": d("2021-03-10"), "map_needed": True}


def test_an_unavoidable_delay_is_ground_enough_whatever_became_of_the_law():
    delayed = evaluate("EX-15", {**EXTENDABLE, "delay_unavoidable": True}, on=NEW)
    assert delayed.is_satisfied
    assert delayed.value == d("2030-08-31")
    for said in ({}, {"delay_unavoidable": False}):
        assert evaluate("EX-15", {**EXTENDABLE, **said}, on=NEW).missing == ("law_revised",)
    before_delay_counted = evaluate("EX-15", {**EXTENDABLE, "delay_unavoidable": True}, on=OLD)
    assert before_delay_counted.missing == ("law_revised",)


def test_a_designation_that_lapsed_has_no_day_of_effect():
    late = evaluate("DES-06", {**MAP, "map_gazetted_on": d("2023-03-11")}, on=NEW)
    never = evaluate("DES-06", MAP, on=NEW, known_on=d("2023-03-11"))
    assert [(a.status.value, a.value) for a in (late, never)] == [("breached", None)] * 2
    assert evaluate("DES-06", {**MAP, "map_gazetted_on": d("2023-03-10")}, on=NEW).value == d("2023-03-10")


def test_a_map_older_than_the_designation_takes_effect_with_the_designation():
    answer = evaluate("DES-06", {**MAP, "map_gazetted_on": d("2021-03-09")}, on=NEW)
    assert answer.value == d("2021-03-10")
    assert "2021-03-09" not in answer.sentence.en


@pytest.mark.parametrize("untold", ["zone_cancellation_gazetted", "local_government_told", "firms_informed"])
def test_a_cancellation_is_gazetted_and_told_besides_being_open(untold):
    assert evaluate("REV-05", INSPECTED, on=NEW).is_satisfied
    assert evaluate("REV-05", {**INSPECTED, untold: True}, on=NEW).is_satisfied
    answer = evaluate("REV-05", {**INSPECTED, untold: False}, on=NEW)
    assert (answer.status.value, answer.value) == ("breached", False)


@pytest.mark.parametrize(
    ("rule_id", "articles"),
    [
        ("CHG-01", "제81조제1항ㆍ제2항"),
        ("REV-03", "제53조제2항ㆍ제3항"),
        ("REV-05", "제53조제4항ㆍ제5항"),
        ("REV-07", "제141조제1항ㆍ제2항"),
        ("DC-06", "제49조제6항ㆍ제7항"),
        ("COI-01", "제50조제1항ㆍ제3항"),
        ("DES-06", "제8조제3항ㆍ제4항"),
        ("EVA-04", "제54조제2항ㆍ제3항"),
    ],
)
def test_a_rule_of_two_paragraphs_cites_both(rule_id, articles):
    assert rule_info(rule_id).citation_on(NEWEST).article == articles


def test_firms_outside_the_zone_are_said_to_come_in_with_the_act_of_2024():
    info = rule_info("APP-08")
    assert [provision.first_on for provision in info.provisions] == [d("2019-04-17"), d("2024-08-07")]
    assert "2024년 8월 7일" in info.statement.ko
    assert "7 August 2024" in info.statement.en


def test_the_minister_for_the_environment_is_named_as_on_the_day():
    facts = {"strategic_assessment_needed": True, "environment_minister_consulted": True}
    answers = [evaluate("PLN-14", facts, on=day) for day in around("2025-10-01")]
    assert [answer.sentence.ko.split("과 ")[0] for answer in answers] == [
        "환경부장관",
        "기후에너지환경부장관",
        "기후에너지환경부장관",
    ]
    assert ["Climate" in answer.sentence.en for answer in answers] == [False, True, True]


@pytest.mark.parametrize(
    ("rule_id", "earlier_name", "until"),
    [("PLN-03", "지역혁신협의회", "2023년 7월 10일 전"), ("EX-28", "규제개혁위원회", "2026년 2월 19일 전")],
)
def test_a_committee_that_was_renamed_is_told_by_its_earlier_name_too(rule_id, earlier_name, until):
    said = rule_info(rule_id).statement.ko
    assert f"{until}에는 {earlier_name}" in said


def test_the_papers_of_a_permit_are_as_many_as_the_decree_says():
    assert parameter("permit.application_papers", date(2019, 4, 17)).value == 5


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("PLN-12", {"papers_missing": True, "applicant_told_reasons": False}),
        ("COI-02", {"challenge_made": True, "challenge_decided": False}),
        (
            "COM-01",
            {
                "meeting_on": d("2026-07-01"),
                "meeting_notice_sent_on": d("2026-06-25"),
                "held_in_writing": True,
            },
        ),
        ("COM-01", {"held_in_writing": True, "item_is_minor": False}),
        ("REV-07", {"measure_against_operator": True, "formal_hearing_held": False}),
        ("EVA-02", {"improvement_called_for": True, "improvement_made": False}),
        ("REG-03", {"small_firm_relief_given": False, "no_relief_reasons_filed": False}),
    ],
)
def test_one_part_that_is_broken_decides_though_another_is_not_stated(rule_id, facts):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("breached", ())


def test_a_waiver_of_the_safety_evidence_is_enough_though_nothing_is_said_of_evidence():
    waived = {"revision_need_notified": True, "safety_evidence_waived": True}
    assert evaluate("IP-02", waived, on=NEW).is_satisfied
    assert evaluate("IP-02", waived, on=OLD).missing == ("safety_evidence_filed",)
    assert evaluate("IP-02", {"safety_evidence_waived": True}, on=NEW).missing == ("safety_evidence_filed",)


def test_a_meeting_is_valid_in_presence_or_on_a_minor_item_with_notice_in_time():
    called = {"meeting_on": d("2025-03-20"), "meeting_notice_sent_on": d("2025-03-13")}
    for form in ({"held_in_writing": False}, {"item_is_minor": True}):
        answer = evaluate("COM-01", {**called, **form}, on=NEW)
        assert (answer.is_satisfied, answer.value) == (True, d("2025-03-13"))
    assert evaluate("COM-01", called, on=NEW).missing == ("held_in_writing",)
    assert evaluate("COM-01", {**called, "held_in_writing": True}, on=NEW).missing == ("item_is_minor",)


def test_the_reasons_of_a_return_are_said_to_be_told_since_july_2026():
    assert "2026년 7월 1일부터" in rule_info("PLN-12").statement.ko
    assert "since 1 July 2026" in rule_info("PLN-12").statement.en


@pytest.mark.parametrize(
    ("rule_id", "facts", "on", "said"),
    [
        ("BRD-01", {"verification_form_asked": True}, NEW, "본인확인의 방법"),
        ("PRV-06", {"leak_only_possible": True}, d("2026-09-11"), "제34조제2항"),
    ],
)
def test_what_was_not_verified_is_named_in_the_readers_language_and_by_no_inner_name(
    rule_id, facts, on, said
):
    with pytest.raises(NotVerified) as refusal:
        evaluate(rule_id, facts, on=on)
    assert said in refusal.value.sentence.ko
    assert "verification" not in refusal.value.sentence.ko
    assert "privacy." not in refusal.value.sentence.ko + refusal.value.sentence.en


@pytest.mark.parametrize(
    ("rule_id", "facts", "said"),
    [
        ("COM-02", {"members_present": 10, "votes_yes": 5}, "추론"),
        ("REV-09", {"tool_ends_on": NEW, "zone_ends_on": NEW}, "추론"),
        ("RC-09", {"ministries_asked": ["a"], "ministries_closed": ["a"]}, "추론"),
        ("FOR-04", {"forecast_window_ends_on": NEW, "forecast_notice_ends_on": NEW}, "추론"),
        ("FOR-01", {"burden_seems_excessive": True}, "2차 자료"),
        ("FOR-02", {}, "2차 자료"),
        ("BRD-06", {"post_ground": "crime"}, "2차 자료"),
    ],
)
def test_an_answer_says_beside_it_when_its_rule_was_not_read_in_a_statute(rule_id, facts, said):
    (note,) = evaluate(rule_id, facts, on=NEW).notes
    assert said in note.ko
    assert note.en
    assert evaluate("ZC-05", {}, on=NEW).notes == ()


def test_every_article_of_the_register_is_cited_in_english_without_a_korean_letter():
    of_rules = {provision.article for rule_id in rule_ids() for provision in rule_info(rule_id).provisions}
    of_numbers = {e.citation.article for name in parameter_names() for e in parameter_editions(name)}
    told = {article: article_in_english(article) for article in of_rules | of_numbers}
    assert [
        text for text in told.values() if any("가" <= letter <= "힣" or letter == "ㆍ" for letter in text)
    ] == []
    assert told["제90조제5항부터 제7항까지"] == "Art. 90(5) to (7)"
    assert told["제141조제1항ㆍ제2항"] == "Art. 141(1), (2)"
