"""What people typed: a field that only looks filled is empty, and what is seen stays as it was typed."""

import pytest

from madang.core.acts import Invalid
from madang.core.written import one_line, paragraphs


@pytest.mark.parametrize(
    "text", ["\u200b", "\u200d\u2060\ufeff", "\u3164\u3164", "\u2800 \u00ad", "\u00a0\n\u3000"]
)
def test_text_of_which_nothing_can_be_seen_is_an_empty_field(text):
    assert paragraphs(text, most=100, field="ground") == ""
    with pytest.raises(Invalid, match="cannot be left empty"):
        one_line(text, most=100, field="name")


@pytest.mark.parametrize("text", ["👩\u200d🔬", "가\u3164", "…", "नमस्\u200dते", "-"])
def test_text_with_anything_to_see_stays_as_it_was_typed(text):
    assert paragraphs(text, most=100, field="ground") == text
