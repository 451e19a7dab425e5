"""Every test of a page begins with no page kept."""

import pytest

from madang.core import keeping


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    keeping.forget()
