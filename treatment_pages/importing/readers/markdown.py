"""Markdown with or without front matter, by way of the HTML that it means."""

import re

from django.utils.translation import gettext_lazy as _

from treatment_pages.importing.elements import Document, SetAside, one_line
from treatment_pages.importing.limits import MAX_MARKDOWN_PARAGRAPH
from treatment_pages.importing.readers.extras import extra
from treatment_pages.importing.readers.html import read_html
from treatment_pages.importing.readers.text import read_text

FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n(.*?\n)(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_][\w -]*):\s*(.*)$")
KNOWN = {
    "title": "title",
    "author": "author_display",
    "date": "published_text",
    "published": "published_text",
    "updated": "updated_text",
    "lastmod": "updated_text",
    "readtime": "reading_text",
    "reading_time": "reading_text",
    "metatitle": "seo_title",
    "seo_title": "seo_title",
    "metadescription": "description",
    "description": "description",
    "excerpt": "summary",
    "summary": "summary",
    "slug": "slug",
    "tags": "tags",
}
NOTED = {
    "author_display": _("author"),
    "published_text": _("date"),
    "updated_text": _("date"),
    "reading_text": _("reading time, counted anew by the site"),
}
"""Fields that stay metadata and are not shown as they were written."""
HTML_BLOCK = re.compile(r"<(?:p|div|h[1-6]|ul|ol|section)\b", re.I)


def read_markdown(name: str, text: str) -> Document:
    """CommonMark with tables; front matter is metadata."""
    meta = {}
    if match := FRONT_MATTER.match(text):
        meta = _front_matter(match[1])
        text = text[match.end() :]
    if len(HTML_BLOCK.findall(text)) > len(re.findall(r"^#{1,6} |^[-*] ", text, re.M)) + 2:
        document = read_html(name, text, is_fragment=True)
    elif any(len(part) > MAX_MARKDOWN_PARAGRAPH for part in re.split(r"\n\s*\n", text)):
        document = read_text(name, text)
    else:
        html = extra("markdown_it").MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").render(text)
        document = read_html(name, html, is_fragment=True)
    document.meta |= meta
    for key, reason in NOTED.items():
        if meta.get(key):
            document.set_aside.insert(0, SetAside(meta[key], str(reason)))
    return document


def _front_matter(text: str) -> dict:
    """The fields that are known, as metadata; the others steer the program that the text comes from."""
    meta: dict = {}
    for line in text.splitlines():
        match = FIELD.match(line)
        if not match:
            continue
        value = one_line(match[2].strip().strip("\"'"))
        key = KNOWN.get(match[1].strip().lower().replace("-", "_"))
        if not value:
            continue
        if key == "tags":
            meta["tags"] = [tag.strip().strip("\"'") for tag in value.strip("[]").split(",") if tag.strip()]
        elif key:
            meta.setdefault(key, value)
    return meta
