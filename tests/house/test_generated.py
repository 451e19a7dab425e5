"""What is generated from the code, or stands beside it in another language, matches it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from madang.settings.table import ROOT
from tools import messages, reference


def test_every_text_is_there_in_korean_and_in_english() -> None:
    assert list(messages.problems()) == []


def test_korean_without_english_is_found_in_code_and_templates(tmp_path: Path) -> None:
    code = tmp_path / "acts.py"
    code.write_text(
        'raise Refused(_("두 번 " "냈습니다."), ngettext("하나", "여럿", n), pgettext("쪽", "면"))'
    )
    assert {found.text for found in messages.messages_in(code)} == {"두 번 냈습니다.", "하나", "면"}
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}{% translate "열기" %}{{ _("닫기") }}\n'
        "{% blocktranslate trimmed count n=n %}\n 모두 {{ n }}건\n{% plural %}\n 모두 {{ n }}건\n{% endblocktranslate %}"
    )
    assert {found.text for found in messages.messages_in(page)} == {"열기", "닫기", "모두 %(n)s건"}


def test_empty_fuzzy_and_forgotten_translations_are_told() -> None:
    entries = [
        polib.POEntry(msgid="빈 것", msgstr=""),
        polib.POEntry(msgid="어림", msgstr="about", flags=["fuzzy"]),
        polib.POEntry(msgid="옛것", msgstr="old"),
        polib.POEntry(msgid="%(n)s건", msgstr="cases %(m)s"),
    ]
    known = {messages.Message(None, e.msgid, None): [(ROOT / "x.po", e)] for e in entries}
    used = {message: "x.py" for message in known if message.text != "옛것"}
    found = "\n".join(messages._unsound(used, known))
    assert "‘빈 것’ is empty" in found
    assert "‘어림’ is empty or fuzzy" in found
    assert "nobody says ‘옛것’ any more" in found
    assert "‘%(n)s건’ and its English have different" in found
    assert list(messages._missing({messages.Message(None, "없는 것", None): "y.py"}, known)) == [
        "y.py: no English for ‘없는 것’"
    ]


def test_reference_pages_say_what_the_code_says() -> None:
    assert reference.stale() == []


@pytest.mark.parametrize("name", ["base", "dev", "installer"])
def test_lock_file_names_hashes_and_no_place_to_fetch_from(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "--hash=sha256:" in text
    assert [line for line in text.splitlines() if "://" in line or "index" in line.split("=")[0]] == []


def test_running_and_testing_stand_on_the_same_versions() -> None:
    def pinned(name: str) -> set[str]:
        lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
        return {
            line.split(" ")[0].split(";")[0] for line in lines if "==" in line and not line.startswith(" ")
        }

    assert pinned("base") - pinned("dev") == set()


def test_launcher_starts_without_loading_the_framework() -> None:
    code = "import sys, madang.launch.main; print(sorted({'django', 'numpy'} & set(sys.modules)))"
    path = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ended = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True)
    assert ast.literal_eval(ended.stdout) == []
