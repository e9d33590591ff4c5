"""Files that want to do harm, or are simply broken, are refused or cleaned, and the message says why."""

import re

import pytest

from tests.treatment_pages.importing.making import WORD, docx, wxr
from treatment_pages.importing import limits
from treatment_pages.importing.building import build_page
from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.readers import read, read_pasted
from treatment_pages.models import TreatmentArticlePage

LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as error:
        read(name, data)
    return str(error.value)


def test_too_large_file_is_refused():
    assert "too large: 50 MB; at most 10 MB" in refusal("a.txt", b"x" * 50 * 2**20)


def test_too_large_paste_is_refused():
    with pytest.raises(ImportRefusedError, match="too large"):
        read_pasted("x" * (limits.MAX_FILE_BYTES + 1))


def test_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = docx([("", "Words.")], further={"word/media/x.xml": b"<a>" + b" " * 30 * 2**20 + b"</a>"})
    assert len(bomb) < 100_000
    assert "unpacks to far more" in refusal("a.docx", bomb)


def test_zip_with_too_many_parts_is_refused():
    parts = {f"word/x{number}.bin": b"" for number in range(limits.MAX_DOCX_PARTS)}
    assert "unpacks to far more" in refusal("a.docx", docx([("", "Words.")], further=parts))


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_word_file_with_entities_is_refused(declaration):
    document = (
        f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&c;&file;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    assert "declares XML entities" in refusal("a.docx", docx([], document=document))


def test_entities_hidden_in_wide_characters_are_refused_too():
    document = f'<?xml version="1.0" encoding="utf-16"?>{OUTSIDE}<w:document xmlns:w="{WORD}"/>'
    assert "declares XML entities" in refusal("a.docx", docx([], document=document.encode("utf-16")))


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_export_with_entities_is_refused(declaration):
    assert "declares XML entities" in refusal("blog.xml", wxr([{}], declaration=declaration))


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 broken", b"no zip at all", docx([("", "Words.")])[:-60]], ids=["begun", "none", "cut off"]
)
def test_broken_word_file_is_refused(data):
    assert "damaged" in refusal("a.docx", data)


def test_zip_that_is_no_word_file_is_refused():
    other = docx([("", "Words.")]).replace(b"word/document", b"word/dxcument")
    assert "no Word file" in refusal("a.docx", other)


def test_word_file_with_broken_xml_is_refused():
    assert "damaged" in refusal("a.docx", docx([], document="<w:document>"))


@pytest.mark.parametrize("data", [b"<rss><channel>", b"<html></html>", b"not xml at all", b"\xff\xfe<"])
def test_broken_export_is_refused(data):
    assert "WordPress export" in refusal("blog.xml", data)


def test_export_with_a_thousand_articles_is_refused_with_advice():
    assert "1000 articles; at most 500" in refusal("blog.xml", wxr([{}] * 1000))


def test_export_with_as_many_articles_as_allowed_is_read():
    assert len(read("blog.xml", wxr([{}] * limits.MAX_ARTICLES))) == limits.MAX_ARTICLES


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a.odt", "a.exe", "a", ".docx"])
def test_other_kinds_of_files_are_refused(name):
    assert "cannot be read" in refusal(name, b"words")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_empty_file_is_refused(data):
    assert re.search("empty|no readable text", refusal("a.txt", data))


def test_pictures_named_as_text_are_refused():
    assert "no text" in refusal("a.txt", bytes(range(256)) * 40)


def test_single_zero_bytes_are_cleaned_away():
    (document,) = read("a.txt", b"Peels\n\nThey take the dull\x00 layer off the skin.\n")
    assert document.elements[1].text == "They take the dull layer off the skin."


def test_text_longer_than_a_book_is_refused():
    assert "too long" in refusal("a.txt", b"Words and words.\n" * (limits.MAX_CHARACTERS // 15))


def test_html_that_is_nested_deeply_is_read_all_the_same():
    (document,) = read("a.html", b"<div>" * 300 + b"<p>Deep down.</p>" + b"</div>" * 300)
    assert [element.text for element in document.elements] == ["Deep down."]


def test_html_that_is_nested_beyond_all_browsers_is_refused():
    assert "nested too deeply" in refusal("a.html", b"<div>" * 5000 + b"<p>Deep down.</p>")


def test_page_of_nothing_but_tags_is_refused():
    assert "too much markup" in refusal("a.html", b"<b>" * (limits.MAX_TAGS + 1))


def test_markdown_of_nothing_but_open_brackets_is_read_as_text():
    (document,) = read("a.md", b"[a](" * 20_000)
    assert document.elements[0].text.startswith("[a](")


HOSTILE = """<h1>Peels</h1><script>alert(1)</script>
<p onclick="steal()">They <b onmouseover=x>brighten</b> &lt;script&gt;the
skin&lt;/script&gt; a little.</p><iframe src="https://evil.example"></iframe><p><a href="javascript:alert(1)">Click</a>
<a href=" data:text/html,x">here</a> <a href="https://ok.example/&quot;onx=1">there</a></p><style>p{}</style>
<svg onload=alert(1)><text>drawn</text></svg><img src=x onerror=alert(1)><object data="x"></object>"""


@pytest.mark.django_db
def test_markup_of_a_page_never_reaches_the_draft():
    (document,) = read("a.html", HOSTILE.encode())
    page = build_page(outline_of(document), TreatmentArticlePage)
    html = page.introduction
    assert "They brighten &lt;script&gt;the skin&lt;/script&gt; a little." in html
    assert not re.search(r"<(?!/?(?:p|a|b|br)\b)|javascript|data:|onclick|onload|onerror|evil|alert", html)
    assert re.findall(r"<a [^>]*>", html) == ['<a href="https://ok.example/&quot;onx=1">']
