"""Whatever a document holds, all of it is in the outline, and all of the outline is in the draft."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.rich_text import get_text_for_indexing

from tests.treatment_pages.importing.measuring import everything, plain
from treatment_pages.importing.building import build_page
from treatment_pages.importing.elements import without_number
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.outline import Outline
from treatment_pages.importing.readers import read
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

WORDS = re.findall(
    r"\S+",
    "skin needle laser benefits risks cost after before session who is safe what how many results three percent 40 "
    "weeks treatment avoid pregnant peel not suitable for you redness contact us the and of study 30 minutes £90 "
    "include comments home share read more contents May 11 2024 Updated by FAQ vs Conclusion Ready",
)
HEADINGS = (
    "Benefits", "Risks", "What is it?", "How does it work?", "Who is it for?", "What to expect", "Aftercare", "Cost",
    "FAQ", "Can I swim?", "Final thoughts", "Alternatives", "1. Softer skin", "2. Less waiting",
    "Something else entirely",
    "Table of contents", "Related posts", "Leave a comment", "Results", "How many sessions?", "Contraindications",
)  # fmt: skip
pytestmark = pytest.mark.django_db

sentence = st.lists(st.sampled_from(WORDS), max_size=14).map(lambda words: " ".join(["It", *words]) + ".")
lead = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words).capitalize() + ":")
item = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
labelled = st.tuples(item, sentence).map(lambda pair: f"{pair[0].capitalize()}: {pair[1]}")
block = st.one_of(
    st.tuples(st.just("h2"), st.sampled_from(HEADINGS)),
    st.tuples(st.just("h3"), st.sampled_from(HEADINGS) | item),
    st.tuples(st.just("p"), st.lists(sentence, min_size=1, max_size=4).map(" ".join)),
    st.tuples(st.just("p"), lead),
    st.tuples(st.just("b"), item),
    st.tuples(st.just("li"), item | labelled | sentence),
    st.tuples(st.just("tr"), st.tuples(item, item).map(" | ".join)),
)
documents = st.lists(block, min_size=1, max_size=25)


def as_html(blocks) -> bytes:
    shapes = {
        "b": lambda text: f"<p><strong>{escape(text)}</strong></p>",
        "li": lambda text: f"<ul><li>{escape(text)}</li></ul>",
        "tr": lambda text: f"<table><tr><td>{escape(text).replace(' | ', '</td><td>')}</td></tr></table>",
    }
    parts = [shapes.get(tag, lambda text, tag=tag: f"<{tag}>{escape(text)}</{tag}>")(text) for tag, text in blocks]
    return "\n".join(parts).encode()


def as_markdown(blocks) -> bytes:
    marks = {"h2": "## ", "h3": "### ", "li": "- "}
    return "\n\n".join(f"**{text}**" if tag == "b" else marks.get(tag, "") + text for tag, text in blocks).encode()


def as_text(blocks) -> bytes:
    return "\n".join(text for _tag, text in blocks).encode()


def draft_words(page) -> str:
    """Everything that the draft says, as Wagtail's own search sees it."""
    texts = [page.title, get_text_for_indexing(getattr(page, "introduction", "")), page.alternate_names]
    for child in page.body:
        texts += child.block.get_searchable_content(child.value)
        texts += [claim["statement"] for claim in _claims(child.value)]
    return plain(" ".join(str(text) for text in texts))


def _claims(value) -> list:
    claims = list(value.get("claims") or []) if hasattr(value, "get") else []
    for entry in (value.get("items") or []) if hasattr(value, "get") else []:
        claims += list(entry.get("claims") or []) if hasattr(entry, "get") else []
    return claims


def pieces_of(blocks) -> list[str]:
    """Sentences without numbers in front, the cells of tables, and the halves of “label: text” each by itself."""
    pieces = []
    for _tag, text in blocks:
        for part in re.split(r"(?<=\.) | \| |: ", without_number(text)):
            pieces.append(plain(without_number(part)))
    return pieces


def lost(name: str, data: bytes, blocks) -> list[str]:
    """What the outline lacks of the source, and what the drafts of both page types lack of the outline."""
    (document,) = read(name, data)
    outline = outline_of(document)
    words = everything(outline)
    missing = [piece for piece in pieces_of(blocks) if piece not in words]
    if Outline.from_json(outline.as_json()).as_json() != outline.as_json():
        missing.append("something on the way through JSON")
    aside = plain(" ".join(piece["text"] for piece in outline.set_aside))
    for page_model in (TreatmentArticlePage, TreatmentPage):
        page = build_page(outline, page_model)
        page.body.stream_block.clean_deferred(page.body)
        kept = f"{draft_words(page)} {aside} {plain(str(outline.meta))}"
        said = [plain(text) for block in outline.blocks for text in split_texts(block)]
        missing += [text for text in said if text not in kept]
    return missing


def split_texts(block) -> list[str]:
    return [piece for text in block.texts() for piece in re.split(r"\n+|(?<=\.) ", text)]


@settings(max_examples=50)
@given(documents)
def test_generated_pages_keep_all_their_sentences(blocks):
    assert lost("a.html", as_html(blocks), blocks) == []


@settings(max_examples=50)
@given(documents)
def test_generated_markdown_keeps_all_its_sentences(blocks):
    assert lost("a.md", as_markdown(blocks), blocks) == []


@settings(max_examples=50)
@given(documents)
def test_generated_texts_keep_all_their_sentences(blocks):
    assert lost("a.txt", as_text(blocks), blocks) == []
