"""Nothing a visitor types is lost, and nothing breaks a database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.visitor_text import on_one_line, storable, storable_post, without_marks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("\x1b[31mred", "[31mred"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("tab\tstays", "tab\tstays"),
        ("half \ud83d pair", "half  pair"),
        ("👩🏽‍⚕️ שלום مرحبا", "👩🏽‍⚕️ שלום مرحبا"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_only_what_cannot_be_stored_is_left_out(typed, kept):
    assert storable(typed) == kept


@given(st.text())
def test_storable_text_stays_as_it_is(text):
    once = storable(text)
    assert storable(once) == once
    assert {unicodedata.category(character) for character in once if character not in "\n\t"}.isdisjoint({"Cc", "Cs"})


def test_one_line_is_one_line():
    assert on_one_line(" Ada\nBcc: all@example.com\t ") == "Ada Bcc: all@example.com"


def test_marks_that_nobody_sees_are_left_out():
    assert without_marks("\u200eada@example.com\u200b\ufeff") == "ada@example.com"


def test_every_value_of_a_name_is_kept():
    assert storable_post({"na\x00me": "A\x00da"}).dict() == {"name": "Ada"}
