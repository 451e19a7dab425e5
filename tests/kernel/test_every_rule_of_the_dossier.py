"""Every rule of the dossier stands in the register and computes, names what it lacks, or says why it does not."""

from datetime import date
from pathlib import Path

import pytest

from madang.kernel.clocks.holidays import shipped_table
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.matters import matter_of_rule
from madang.kernel.statutes.refusals import NotComputable, NotVerified, Refusal
from madang.kernel.statutes.rules import computable_rule_ids, evaluate, rule_ids, rule_info
from tools.law_traces import traces
from tools.reference_law import law_articles, law_coverage

IDS = (Path(__file__).parent / "rule_ids.txt").read_text("utf-8").split()
REFUSED = [rule_id for rule_id in rule_ids() if rule_id not in computable_rule_ids()]
#: every rule of the dossier was in force on this day
LATEST = date(2026, 7, 2)


def test_dossier_has_249_rules_and_the_register_every_one_of_them():
    assert len(IDS) == len(set(IDS)) == 249
    assert sorted(set(IDS) - set(rule_ids())) == []


def test_register_has_no_rules_beside_the_dossier_but_parts_and_the_vote_of_its_introduction():
    beside = [rule_id for rule_id in rule_ids() if rule_id.split(".")[0] not in IDS]
    assert beside == ["REG-VOTE"]


@pytest.mark.parametrize("rule_id", rule_ids())
def test_rule_has_a_statement_a_provision_and_a_subject(rule_id):
    info = rule_info(rule_id)
    assert any("가" <= letter <= "힣" for letter in info.statement.ko)
    assert info.statement.en
    assert not any("가" <= letter <= "힣" for letter in info.statement.en.replace("규제자유특구", ""))
    assert info.citation_on(LATEST).words.ko
    assert matter_of_rule(rule_id) is not None


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_rule_that_is_asked_without_facts_answers_unknown_with_what_is_missing_or_refuses(rule_id):
    try:
        answer = evaluate(rule_id, {}, on=LATEST)
    except NotVerified:
        return
    assert (answer.status, bool(answer.missing)) == (Status.UNKNOWN, True)


@pytest.mark.parametrize("rule_id", REFUSED)
def test_rule_that_is_not_computed_refuses_with_its_reason_in_both_languages(rule_id):
    with pytest.raises(Refusal) as refused:
        evaluate(rule_id, {}, on=LATEST)
    assert isinstance(refused.value, NotComputable | NotVerified)
    assert rule_id in refused.value.sentence.ko
    assert rule_id in refused.value.sentence.en


def test_no_rule_that_facts_decide_is_without_a_worked_case_or_a_test():
    found = traces()
    assert [r for r in computable_rule_ids() if not found.cases[r] and not found.tests[r]] == []


def test_pages_of_coverage_and_articles_name_every_rule_of_the_dossier():
    coverage, articles = law_coverage(), law_articles()
    assert [rule_id for rule_id in IDS if f"\n| {rule_id} |" not in coverage] == []
    assert [rule_id for rule_id in IDS if rule_id not in articles] == []
    assert "Untested: none." in coverage


def test_a_day_set_by_the_cabinet_is_told_from_the_table_with_its_source():
    set_by_cabinet = evaluate("CAL-L", {"calendar_day_on": date(2024, 10, 1)}, on=LATEST)
    assert set_by_cabinet.status is Status.SATISFIED
    (entry,) = (h for h in shipped_table() if h.on == date(2024, 10, 1) and h.kind == "cabinet")
    assert entry.source
    assert evaluate("CAL-L", {"calendar_day_on": date(2024, 10, 2)}, on=LATEST).status is Status.BREACHED
