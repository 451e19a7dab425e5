"""`madang law …` as an officer or a script meets it: answers, languages, exit codes, and every kind of bad input."""

import io
import json
import os
import subprocess
import sys

import pytest

from madang.launch import main as launcher
from madang.portal.cli_law import language_of, run

CASE = {
    "id": "B-02",
    "topic": "B",
    "facts": {"kind": "hearing", "hearing": "2020-04-29", "announced": "2020-04-13"},
    "rule_ids": ["PLN-08"],
    "expected": {"latest_announcement": "2020-04-15", "in_time": True},
}


@pytest.fixture(autouse=True)
def _korean(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def said(capsys):
    def say(*argv):
        code = run(list(argv))
        out = capsys.readouterr()
        return code, out.out, out.err

    return say


@pytest.fixture
def file(tmp_path):
    def write(content, name="cases.json"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    return write


def test_due_date_is_told_with_its_mode_and_every_step_with_its_article(said):
    code, out, _ = said("due", "DES-03", "--from", "2020-05-26")
    assert code == 0
    assert "기한: 2020-08-24" in out
    assert "CAL-A" in out
    assert "제44조제1항" in out
    assert "「민법」 제157조" in out


def test_due_date_in_english_takes_supplements_out_as_told(said):
    given = ("due", "des-02", "--from", "2025-02-03", "--pause", "2025-02-10..2025-02-14", "--lang", "en")
    between, both = said(*given, "--pause-counting", "between"), said(*given)
    assert "due: 2025-03-10" in between[1]
    assert "due: 2025-03-10" in both[1]
    assert "4 days of supplement" in between[1]
    assert "5 days of supplement" in both[1]


def test_due_date_as_json_is_the_same_answer_for_programs(said):
    code, out, _ = said("due", "CHG-02.reply", "--from", "2024-08-06", "--on", "2024-08-07", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["rule"], told["due_on"], told["exact"]) == ("CHG-02.reply", "2024-08-21", True)
    assert told["steps"][0]["citation"]["ko"]


def test_month_instead_of_a_day_is_answered_with_a_range_and_never_a_guess(said):
    code, out, _ = said("due", "DES-02", "--from", "2020-08", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["exact"], told["due_on"], told["earliest"], told["latest"]) == (
        False, None, "2020-08-31", "2020-10-05",
    )  # fmt: skip
    assert "2020-08-31 .. 2020-10-05" in said("due", "DES-02", "--from", "2020-08")[1]


def test_month_of_the_application_spans_both_versions_of_the_law(said):
    told = json.loads(said("due", "CHG-02.reply", "--from", "2024-08-06", "--on", "2024-08", "--json")[1])
    assert (told["earliest"], told["latest"], told["due_on"]) == ("2024-08-21", "2024-09-05", None)


def test_year_is_exact_where_every_day_of_it_has_the_same_due_date(said):
    told = json.loads(said("due", "EVA-05", "--from", "2023", "--json")[1])
    assert (told["exact"], told["due_on"]) == (True, "2024-04-01")


def test_help_is_given_in_the_readers_language_and_ends_with_zero(said, capsys):
    for language, word in (("en", "Count the due date"), ("ko", "기한을 셉니다")):
        with pytest.raises(SystemExit) as ended:
            run(["due", "--help", "--lang", language])
        assert ended.value.code == 0
        assert word in capsys.readouterr().out


def test_date_says_what_was_not_seen_and_which_version_was_not_known(said):
    assert "was not seen" in said("due", "DES-03", "--from", "2026-07-02", "--lang", "en")[1]
    before = said("due", "CHG-02.reply", "--from", "2024-08-20", "--known-on", "2024-02-05", "--lang", "en")[
        1
    ]
    after = said("due", "CHG-02.reply", "--from", "2024-08-20", "--known-on", "2024-02-06", "--lang", "en")[1]
    assert ("due: 2024-09-19" in before, "due: 2024-09-04" in after) == (True, True)
    assert "No. 20236" in before


def test_clock_in_hours_wants_the_hour_and_tells_one(said):
    assert said("due", "PET-05.transfer", "--from", "2025-05-07")[0] == 2
    code, out, _ = said("due", "PET-05.transfer", "--from", "2025-05-07T10:00")
    assert code == 0
    assert "2025-05-08T10:00" in out


@pytest.mark.parametrize(("argv", "sentence"), [
    (("due", "DES-99", "--from", "2020-05-26"), "DES-99"),
    (("due", "DES-01", "--from", "2020-05-26"), "counts no due date"),
    (("due", "DES-03", "--from", "2020-02-30"), "February 2020 has 29 days"),
    (("due", "DES-03", "--from", "yesterday"), "“from”: This cannot be read as a date"),
    (("due", "DES-03", "--from", "2031-01-01"), "The holidays of"),
    (("due", "DES-03", "--from", "2019-04-16"), "on record from"),
    (("due", "DES-03"), "--from"),
    (("due", "DES-03", "--from", "2020-05-26", "--pause", "2020-06-01"), "asked..received"),
    (("due", "DES-03", "--from", "2020-05-26", "--pause", "2020-06-10..2020-06-01"), "later than it was received"),
    (("due", "DES-03", "--from", "2020-05-26", "--pause", "2020-05-01..2020-06-01"), "before the period"),
    (("due", "DES-03", "--from", "2020-05-26", "--pause", "2020-06-01..2020-06-10",
      "--pause", "2020-06-05..2020-06-12"), "overlaps"),
    (("due", "PLN-05", "--from", "2020-05-26", "--pause", "2020-06-01..2020-06-10"), "does not stop"),
    (("due", "DES-03", "--from", "2020-05-26", "--extensions", "1"), "this period is not extended"),
    (("due", "DES-03", "--from", "2020-05-26", "--extensions", "many"), "cannot be read"),
    (("due", "DES-03", "--from", "2020-05-26", "--pause-counting", "none"), "cannot be read"),
    (("due", "DES-03", "--from", "2020-05-26", "--on", "soon"), "“on”: This cannot be read"),
    (("check", "PLN-08", "--on", "2020-05-26", "hearing_on"), "name=value"),
    (("check", "PLN-08", "--on", "2020-05-26", "hearng_on=2020-04-29"), "hearing_on"),
    (("check", "PLN-08", "--on", "2020-05-26", "hearing_on=soon"), "“hearing_on”: This cannot be read"),
    (("check", "PLN-99", "--on", "2020-05-26"), "PLN-99"),
    (("check", "PLN-13", "--on", "2026-07-02"), "discretion"),
    (("check", "PLN-08"), "--on"),
    (("check", "EVA-05", "report_year=0", "report_filed_on=2024-03-01", "--on", "2024-01-02"), "year of the report"),
    (("check", "EVA-05", "report_year=99999999", "--on", "2024-01-02"), "year of the report"),
    (("rules", "cookery"), "cookery"),
    (("show", "PLN-99"), "PLN-09"),
    (("dance",), "cannot be read"),
    ((), "cannot be read"),
])  # fmt: skip
def test_bad_input_ends_with_two_and_one_sentence_in_the_readers_language(said, argv, sentence):
    code, out, err = said(*argv, "--lang", "en") if argv else said("--lang", "en")
    assert (code, out) == (2, "")
    assert sentence in err or not argv
    assert len(err.strip().splitlines()) == 1
    korean = said(*argv)
    assert (korean[0], korean[1]) == (2, "")
    assert any("가" <= letter <= "힣" for letter in korean[2])


def test_rule_is_asked_with_facts_and_answers_with_its_trace(said):
    facts = ("hearing_on=2020-04-29", "hearing_announced_on=2020-04-16", "zone_name=x")
    code, out, _ = said("check", "PLN-08", *facts, "--on", "2020-05-26", "--lang", "en")
    assert code == 0
    assert out.startswith("PLN-08 breached")
    assert "day of the public hearing = Wed 29 April 2020" in out
    assert "not read by this rule: zone_name" in out


def test_rule_whose_fact_is_not_stated_answers_unknown_and_names_it(said):
    code, out, _ = said("check", "PLN-08", "hearing_on=2020-04-29", "--on", "2020-05-26", "--json")
    told = json.loads(out)
    assert (code, told["status"]) == (0, "unknown")
    assert [fact["name"] for fact in told["missing"]] == ["hearing_announced_on"]


def test_not_done_by_the_day_of_knowledge_is_a_breach(said):
    asked = ("check", "PLN-08", "hearing_on=2020-04-29", "--on", "2020-05-26", "--json", "--known-on")
    assert json.loads(said(*asked, "2020-04-15")[1])["status"] == "unknown"
    assert json.loads(said(*asked, "2020-04-16")[1])["status"] == "breached"


def test_facts_of_every_kind_are_read_from_the_words_of_a_command(said):
    area = ("change_kind=area", "zone_area_km2=15.23", "area_change_km2=-1.52")
    assert "  = 예" in said("check", "CHG-03", *area, "--on", "2025-01-02")[1]
    joint = ("applicant_region_ids=busan, ulsan", "plan_is_joint=아니오")
    assert said("check", "APP-04", *joint, "--on", "2025-01-02", "--lang", "en")[1].startswith(
        "APP-04 breached"
    )
    decided = ("applied_on=2025-10-10", "decided_on=2026-01-13", "supplements=2025-10-20..2025-10-24")
    assert said("check", "DES-03", *decided, "--on", "2025-10-10", "--lang", "en")[1].startswith(
        "DES-03 satisfied"
    )


def test_rules_are_listed_by_subject_or_by_the_letters_of_their_ids(said):
    by_subject, by_letters = said("rules", "designation"), said("rules", "DES", "--lang", "en")
    assert by_subject[0] == by_letters[0] == 0
    assert "DES-03" in by_subject[1]
    assert "Approval and designation are decided within 90 days." in by_letters[1]
    assert len(json.loads(said("rules", "--json")[1])["rules"]) > 200


def test_rule_is_shown_with_its_versions_and_the_facts_it_asks_for(said):
    shown = said("show", "CHG-02", "--lang", "en")[1]
    assert "2024-08-07" in shown
    assert "change_applied_on (day): day the change was applied for" in shown
    assert "clock CHG-02.reply: replies on the change" in shown
    assert "not computed" in said("show", "PLN-13", "--lang", "en")[1]


def test_examination_prints_one_line_a_case_and_the_closing_line(said, file):
    wrong = {**CASE, "id": "wrong", "expected": {"in_time": False}}
    open_ = {**CASE, "id": "open", "facts": {"kind": "hearing", "hearing": "2020-04"}}
    code, out, _ = said("examine", file([CASE, wrong, open_]), "--lang", "en")
    lines = out.splitlines()
    assert code == 1
    assert lines[0] == "B-02 passed"
    assert lines[1] == 'wrong FAILED: expected {"in_time": false}, found {"in_time": true}'
    assert lines[2] == "open unknown: the exact day is needed: hearing (2020-04)."
    assert lines[3:] == ["1 passed, 1 failed, 1 unknown"]


def test_examination_without_a_failure_ends_with_zero(said, file):
    assert said("examine", file({"cases": [CASE]})) == (0, "B-02 passed\n1 passed, 0 failed, 0 unknown\n", "")
    assert said("examine", file([]))[:2] == (0, "0 passed, 0 failed, 0 unknown\n")


def test_decimals_of_a_case_stay_exact(said, file):
    facts = {"kind": "area_change", "area_km2": 0.3, "change_km2": 0.03}
    assert said("examine", file([{"facts": facts, "expected": {"minor": False}}]))[0] == 0


@pytest.mark.parametrize("content", [
    b"", b"{", b"\xff\xfe", b"[" * 100_000, b"NaN", b"7", b'{"cases": 7}', b"[7]", b'[{"facts": {}}]',
    b'[{"facts": {"kind": "hearing"}, "expected": []}]', b"9" * 5000,
])  # fmt: skip
@pytest.mark.parametrize("language", ["ko", "en"])
def test_file_of_cases_that_cannot_be_read_ends_with_two_and_a_sentence(said, file, content, language):
    code, out, err = said("examine", file(content), "--lang", language)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_file_that_is_missing_or_a_folder_ends_with_two(said, tmp_path):
    for name in (str(tmp_path / "none.json"), str(tmp_path)):
        for command in ("examine", "oracle"):
            code, out, err = said(command, name, "--lang", "en")
            assert (code, out) == (2, "")
            assert "cannot be read" in err


def test_cases_may_come_through_standard_input(said, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(json.dumps([CASE]).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert said("examine", "-")[1].endswith("1 passed, 0 failed, 0 unknown\n")


def test_oracle_prints_only_rows_that_do_not_agree(said, file):
    head = b"\xef\xbb\xbfpromulgated,n,unit,effective,last_day,law\n"
    good, bad = b"2018-10-16,6,month,2019-04-17,2019-04-16,x\n", b"2018-10-16,6,month,2019-04-18,,x\n"
    assert said("oracle", file(head + good, "a.csv"))[:2] == (0, "1 passed, 0 failed, 0 unknown\n")
    code, out, _ = said("oracle", file(head + good + bad, "b.csv"))
    assert code == 1
    assert out.splitlines()[0].startswith("2 FAILED")
    assert out.splitlines()[-1] == "1 passed, 1 failed, 0 unknown"


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xff", b'promulgated,n,unit,effective\n"a' + b"x" * 200_000]
)
def test_table_that_cannot_be_read_ends_with_two(said, file, content):
    code, out, err = said("oracle", file(content, "x.csv"))
    assert (code, out) == (2, "")
    assert err.strip()


def test_language_is_korean_unless_told_or_spoken_by_the_environment():
    assert language_of([], {}) == "ko"
    assert language_of([], {"LANG": "en_US.UTF-8"}) == "en"
    assert language_of([], {"LANG": "en_US.UTF-8", "LC_ALL": "ko_KR.UTF-8"}) == "ko"
    assert language_of(["due", "--lang=ko"], {"LANG": "en_US.UTF-8"}) == "ko"


def test_launcher_hands_the_law_over_without_a_database(monkeypatch, capsys):
    def refuse():
        raise AssertionError("the law was asked through the database")

    monkeypatch.setattr(launcher, "database", refuse)
    assert launcher.main(["law", "due", "DES-03", "--from", "2020-05-26"]) == 0
    assert "2020-08-24" in capsys.readouterr().out


def test_law_is_asked_without_loading_the_framework():
    code = "import sys; from madang.portal.cli_law import run; run(['rules', 'DES']); print('django' in sys.modules)"
    path = {**os.environ, "PYTHONPATH": "src"}
    ended = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "False"


def test_reader_that_goes_away_early_is_no_failure():
    command = f"{sys.executable} -m madang.launch law rules | head -1"
    path = {**os.environ, "PYTHONPATH": "src"}
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], env=path, capture_output=True, text=True
    )
    assert ended.stderr == ""
    assert ended.stdout.startswith("APP-01")


def test_terminal_without_korean_letters_is_answered_all_the_same():
    path = {**os.environ, "PYTHONPATH": "src", "PYTHONIOENCODING": "ascii"}
    command = [
        sys.executable,
        "-m",
        "madang.launch",
        "law",
        "due",
        "DES-03",
        "--from",
        "2020-05-26",
        "--lang",
        "ko",
    ]
    ended = subprocess.run(command, env=path, capture_output=True, text=True, check=True)
    assert "2020-08-24" in ended.stdout
    assert ended.stderr == ""
