"""Articles in many layouts: headings found, kinds told, no sentence lost, little set aside."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.treatment_pages.importing.measuring import (
    ARTICLES,
    SHARED,
    compare,
    everything,
    heading_kinds,
    imported,
    plain,
)
from treatment_pages.importing.boilerplate import boilerplate_heading, boilerplate_reason, starts_contents
from treatment_pages.importing.elements import without_number
from treatment_pages.importing.sentences import sentences

EXPECTED = json.loads((ARTICLES / "expected.json").read_text())
FOREIGN = sorted((SHARED / "articles").glob("*.*"))
RIGHT_KINDS = 0.85
MOST_SET_ASIDE = 0.03


@pytest.mark.parametrize("name", EXPECTED)
def test_every_heading_of_an_article_is_found(name):
    missed, _wrong = compare(imported(ARTICLES / name), EXPECTED[name]["headings"])
    assert missed == []


@pytest.mark.parametrize("name", EXPECTED)
def test_parts_of_an_article_get_the_kind_that_a_person_would_choose(name):
    headings = EXPECTED[name]["headings"]
    _missed, wrong = compare(imported(ARTICLES / name), headings)
    assert 1 - len(wrong) / len(headings) >= RIGHT_KINDS, wrong


@pytest.mark.parametrize("name", EXPECTED)
def test_article_gets_its_title(name):
    assert imported(ARTICLES / name).meta["title"] == EXPECTED[name]["title"]


def lines_of(path: Path) -> list[str]:
    """The text of a source, read without any of the import's own code."""
    text = path.read_text()
    if path.suffix == ".html" or text.lstrip().startswith("<"):
        soup = BeautifulSoup(text, "html.parser")
        for tag in soup(["script", "style", "head"]):
            tag.decompose()
        text = soup.get_text("\n")
        return [line.strip() for line in text.split("\n") if line.strip()]
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|^[#>|\s-]*[|-]{3,}[|\s-]*$", " ", text, flags=re.M)
    return [
        re.sub(r"^(?:[-*#>|\s]+|\d+[.)]\s)|[*|_\[\]]", " ", line).strip() for line in text.split("\n") if line.strip()
    ]


@pytest.mark.parametrize("path", [ARTICLES / name for name in EXPECTED], ids=lambda path: path.name)
def test_no_sentence_of_an_article_is_lost(path):
    words = everything(imported(path))
    lost = [piece for line in lines_of(path) for piece in sentences(line) if plain(without_number(piece)) not in words]
    assert lost == []


def test_frame_of_a_saved_page_stays_out_of_the_draft():
    outline = imported(ARTICLES / "cool-sculpt-wordpress.html")
    draft = plain(" ".join(text for block in outline.blocks for text in block.texts()))
    for words in (
        "Skip to content",
        "Recent Posts",
        "Posted in Body",
        "Leave a Reply",
        "Proudly powered",
        "Previous post",
    ):
        assert plain(words) not in draft
        assert plain(words) in everything(outline)


def headings_in(path: Path) -> list[str]:
    """The headings that are marked as such in a source of HTML or Markdown."""
    text = path.read_text()
    soup = BeautifulSoup(text, "html.parser")
    found = [" ".join(tag.get_text(" ").split()) for tag in soup.find_all(re.compile(r"^h[1-6]$"))]
    return found or re.findall(r"^#{1,6} +(.+)$", text, re.M)


def articles_in_both_formats() -> list[tuple[Path, list[str]]]:
    marked = {path.stem: headings_in(path) for path in FOREIGN if path.suffix != ".txt"}
    return [pytest.param(path, marked[path.stem], id=path.name) for path in FOREIGN if path.stem in marked]


@pytest.mark.parametrize(("path", "headings"), articles_in_both_formats())
def test_articles_at_hand_keep_every_heading(path, headings):
    outline = imported(path)
    kinds = heading_kinds(outline)
    known = {*kinds, plain(outline.meta["title"])}
    aside = {plain(piece["text"]) for piece in outline.set_aside}
    for heading in headings:
        is_boilerplate = boilerplate_heading(heading) or boilerplate_reason(heading) or starts_contents(heading)
        assert plain(without_number(heading)) in (aside if is_boilerplate else known), heading


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_articles_at_hand_lose_no_sentence_and_little_is_set_aside(path):
    if path.suffix != ".txt":
        source = path.with_suffix(".txt")
        outline = imported(path)
    else:
        source, outline = path, imported(path)
    words = everything(outline)
    lines = source.read_text().splitlines()
    mangled = [line for line in lines if path != source and "@" not in line and "info." in line]
    pieces = [piece for line in lines if line not in mangled for piece in sentences(line)]
    assert [piece for piece in pieces if plain(without_number(piece)) not in words] == []
    prose = [piece for piece in outline.set_aside if not re.search(r"[@{(;]|=>", piece["text"])]
    set_aside = sum(len(piece["text"].split()) for piece in prose)
    assert set_aside <= MOST_SET_ASIDE * sum(len(line.split()) for line in lines)
