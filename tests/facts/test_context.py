"""What stands around a value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.facts.context import unwrapped


@given(st.text(alphabet="ab é \n\t\u00a0\u2028\u3000\u200b"))
def test_all_blanks_are_single_spaces(text: str) -> None:
    assert unwrapped(text) == " ".join(text.split())
