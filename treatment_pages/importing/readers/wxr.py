"""WordPress exports (WXR): an RSS file with every post and page of a blog."""

import re

from django.utils.translation import gettext as _

from treatment_pages.importing.elements import Document, SetAside, one_line
from treatment_pages.importing.limits import MAX_ARTICLES, ImportRefusedError
from treatment_pages.importing.readers.extras import parsed_xml
from treatment_pages.importing.readers.html import read_html

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ARTICLE_TYPES = {"post", "page"}
LEFT_OUT_STATES = {"trash", "auto-draft", "inherit"}
BLOCK_START = re.compile(
    r"\s*</?(?:p|div|h[1-6]|[uo]l|li|table|t[rdh]|blockquote|figure|section|hr|pre|details)\b", re.I
)
SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|vc_\w+|et_pb_\w+|embed|audio|video|contact-form[\w-]*|\w+_\w+)\b[^\]]*\]"
)


def read_wxr(name: str, data: bytes) -> list[Document]:
    """The posts and pages of an export, drafts included; attachments and menus are no articles."""
    try:
        root = parsed_xml(data)
    except ValueError as error:
        raise ImportRefusedError(_("The file is no complete WordPress export: export it again.")) from error
    if root.tag != "rss":
        raise ImportRefusedError(_("The file is no WordPress export (WXR)."))
    items = [item for item in root.iter("item") if _is_article(item)]
    if len(items) > MAX_ARTICLES:
        raise ImportRefusedError(
            _(
                "The export holds %(number)s articles; at most %(most)s are imported at once. "
                "Export them by date in parts."
            )
            % {"number": len(items), "most": MAX_ARTICLES}
        )
    documents = [_document(name, number, item) for number, item in enumerate(items, start=1)]
    documents = [document for document in documents if any(element.text for element in document.elements)]
    if not documents:
        raise ImportRefusedError(_("The export holds no posts and no pages with text."))
    return documents


def _is_article(item) -> bool:
    values = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in item}
    return values.get("post_type", "post") in ARTICLE_TYPES and values.get("status", "") not in LEFT_OUT_STATES


def _document(name: str, number: int, item) -> Document:
    html = item.findtext(CONTENT) or ""
    shortcodes = [SetAside(one_line(code), _("WordPress shortcode")) for code in SHORTCODE.findall(html)]
    document = read_html(f"{name}#{number}", paragraphs(SHORTCODE.sub("\n\n", html)), is_fragment=True)
    document.set_aside += shortcodes
    values = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in item}
    document.meta |= {
        "title": one_line(item.findtext("title") or ""),
        "author_display": one_line(item.findtext(CREATOR) or ""),
        "published_text": values.get("post_date", "")[:10],
        "slug": values.get("post_name", ""),
    }
    return document


def paragraphs(html: str) -> str:
    """Classic WordPress content with the paragraphs that WordPress adds when it shows a post: an empty line each."""
    if re.search(r"<p[\s>]", html, re.I):
        return html
    parts = re.split(r"\n\s*\n", html.replace("\r\n", "\n"))
    return "\n".join(
        part if BLOCK_START.match(part) else f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in parts
    )
