"""Plain text and sentences: spans are exact, abbreviations hold together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatment_pages.editorial.plain import plain_text, read_rich_text
from treatment_pages.editorial.sentences import split_sentences

TEXT = st.text(alphabet=st.sampled_from("aB1 .!?…\n\t-–•\"”“('’)%,;:zDr.e.g.ÄßéΣİ日🙂\u00a0"), max_size=120)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ask Dr. Lang about it.",
        "Use a mild cleanser, e.g. Brand A, twice a day.",
        "It takes approx. 30 minutes.",
        "The strength is 2.5 % in most cases.",
        "The peel vs. The laser is a matter of depth.",
        "It was approved by the U.S. Food and Drug Administration.",
        "J. Smith wrote it.",
        "Die Sitzung dauert z. B. eine Stunde.",
        "Am 3. Mai beginnt der Kurs.",
        "Das kostet ca. 80 € inkl. Beratung.",
        "1. Improved Skin Texture",
    ],
)
def test_one_sentence_stays_one(text):
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It stings. It passes.", ["It stings.", "It passes."]),
        ("Does it hurt? Not much!", ["Does it hurt?", "Not much!"]),
        ("It is done in the U.S. The price varies.", ["It is done in the U.S.", "The price varies."]),
        ("“It helped.” She smiled.", ["“It helped.”", "She smiled."]),
        ("It costs a lot. £180 per session is usual.", ["It costs a lot.", "£180 per session is usual."]),
        ("First line\n- second line\n• third", ["First line", "second line", "third"]),
        ("Wait two weeks. 3 sessions follow.", ["Wait two weeks.", "3 sessions follow."]),
        ("Es brennt kurz. Danach kühlt es.", ["Es brennt kurz.", "Danach kühlt es."]),
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(text, parts):
    assert sentences(text) == parts


@given(TEXT)
def test_spans_are_in_order_trimmed_and_never_overlap(text):
    end_before = 0
    for start, end in split_sentences(text):
        assert end_before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        end_before = end


@given(TEXT)
def test_no_word_is_lost_between_sentences(text):
    kept = "".join(sentences(text))

    lost = [sign for sign in text if sign.isalpha()]
    assert [sign for sign in kept if sign.isalpha()] == lost


@given(st.text(max_size=200))
def test_rich_text_of_any_kind_is_read(html):
    read = read_rich_text(html)

    assert all(0 <= start <= end <= len(read.text) for start, end in [*read.headings, *read.items])


def test_rich_text_has_a_line_for_every_paragraph_heading_and_item():
    text = plain_text("<h3>What</h3><p>One &amp; <b>two</b>.<br/>Three.</p><ul><li>Four</li><li><p>Five</p></li></ul>")

    assert text.splitlines() == ["What", "One & two.", "Three.", "Four", "Five"]


def test_marks_keep_the_place_of_claims_and_links():
    read = read_rich_text('<p>It <a linktype="claim" id="7">fades</a>, see <a href="https://a.example/b">this</a>.</p>')

    ((claim, key),), ((link, address),) = read.claims, read.links
    assert (read.text[slice(*claim)], key) == ("fades", 7)
    assert (read.text[slice(*link)], address) == ("this", "https://a.example/b")
