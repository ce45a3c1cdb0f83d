import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.names import normal


@given(st.text(st.characters(max_codepoint=127)))
def test_a_name_of_plain_letters_is_compared_as_any_other(name: str):
    accented = unicodedata.normalize("NFC", name + " e\u0301")

    assert normal(accented) == f"{normal(name)} e".strip()
