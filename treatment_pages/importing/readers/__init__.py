"""Reads files and pasted text: each format a module, all of them ending in the same list of elements."""

import re
from pathlib import PurePath

from django.utils.translation import gettext as _

from treatment_pages.importing.elements import Document
from treatment_pages.importing.limits import (
    MAX_CHARACTERS,
    MAX_ELEMENTS,
    MAX_FILE_BYTES,
    MAX_TAGS,
    MAX_WXR_BYTES,
    ImportRefusedError,
)
from treatment_pages.importing.readers.decoding import decode
from treatment_pages.importing.readers.docx import read_docx
from treatment_pages.importing.readers.html import read_html
from treatment_pages.importing.readers.markdown import read_markdown
from treatment_pages.importing.readers.text import read_text
from treatment_pages.importing.readers.wxr import read_wxr

ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".xml", ".wxr")
"""What can be read."""

HTML_SIGN = re.compile(r"<(p|div|h[1-6]|li|ul|ol|br|span|article|section|table|main|body|html)\b[^>]*>", re.I)
MARKDOWN_SIGN = re.compile(r"^#{1,6} +\S|^\*\*[^*\n]+\*\*\s*$|\[[^\]\n]+\]\(\S+\)|\A---\n", re.MULTILINE)
HTML_TAGS_NEEDED = 2


def read(name: str, data: bytes) -> list[Document]:
    """The articles of a file, by its ending; several from a WordPress export only.

    ImportRefusedError says what is wrong with a file that cannot be read.
    """
    ending = PurePath(name).suffix.lower()
    _refuse_size(len(data), MAX_WXR_BYTES if ending in {".xml", ".wxr"} else MAX_FILE_BYTES)
    _refuse_ending(ending)
    if not data.strip():
        raise ImportRefusedError(_("The file is empty."))
    if ending == ".docx":
        documents = [read_docx(name, data)]
    elif ending in {".xml", ".wxr"}:
        documents = read_wxr(name, data)
    else:
        documents = [_read_characters(name, decode(data), ending)]
    return [_checked(document) for document in documents]


def read_pasted(text: str, name: str = "") -> Document:
    """The article that somebody pasted: HTML, Markdown or plain text, whatever it looks like."""
    _refuse_size(len(text.encode(errors="replace")), MAX_FILE_BYTES)
    if not text.strip():
        raise ImportRefusedError(_("There is no text to import."))
    return _checked(_read_characters(name, text, ""))


def _read_characters(name: str, text: str, ending: str) -> Document:
    if len(text) > MAX_FILE_BYTES:
        _refuse_size(len(text), MAX_FILE_BYTES)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if text.count("<") > MAX_TAGS:
        raise ImportRefusedError(_("The page holds too much markup to be read: paste its text instead."))
    if ending in {".html", ".htm"}:
        return read_html(name, text)
    if len(HTML_SIGN.findall(text[:20_000])) < HTML_TAGS_NEEDED and _has_many_lines(text):
        raise ImportRefusedError(_("The text is too long for one page: split it into several articles."))
    if ending in {".md", ".markdown"}:
        return read_markdown(name, text)
    if len(HTML_SIGN.findall(text[:20_000])) >= HTML_TAGS_NEEDED:
        return read_html(name, text)
    return read_markdown(name, text) if MARKDOWN_SIGN.search(text) else read_text(name, text)


def _has_many_lines(text: str) -> bool:
    return sum(1 for line in text.split("\n") if line.strip()) > MAX_ELEMENTS


def _refuse_size(size: int, most: int) -> None:
    if size > most:
        raise ImportRefusedError(
            _("The file is too large: %(size)s MB; at most %(most)s MB can be imported.")
            % {"size": -(-size // 2**20), "most": most // 2**20}
        )


def _refuse_ending(ending: str) -> None:
    if ending in ENDINGS:
        return
    if ending in {".doc", ".odt", ".rtf", ".pages", ".pdf"}:
        advice = _("Files of the kind %(ending)s cannot be read. Save the text as .docx, or paste it.")
    else:
        advice = _("Files of the kind “%(ending)s” cannot be read. Use .txt, .md, .html, .docx or a WordPress export.")
    raise ImportRefusedError(advice % {"ending": ending})


def _checked(document: Document) -> Document:
    """The document, unless it is empty or too much for one page."""
    if not any(element.text for element in document.elements):
        raise ImportRefusedError(_("There is no readable text in it."))
    characters = sum(len(element.text) for element in document.elements)
    if characters > MAX_CHARACTERS or len(document.elements) > MAX_ELEMENTS:
        raise ImportRefusedError(_("The text is too long for one page: split it into several articles."))
    return document
