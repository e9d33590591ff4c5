"""Claims in rich text: a sentence that names its source, kept as `<a linktype="claim" id="7">…</a>`."""

import re
from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.rich_text import LinkHandler, get_text_for_indexing
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

LINK_TYPE = "claim"
KEY = re.compile(r"[0-9]{1,18}")
ANY_LINK = re.compile(r"<a(\b[^>]*)>(.*?)</a>", re.DOTALL)

marked_by: ContextVar[str] = ContextVar("marked_by", default="")
"""The marker that claims are rendered with inside `{% citations %}`; empty elsewhere."""


def claim_source_ids(html: str) -> list[int]:
    """The keys of the sources that a rich text claims to rest on, in the order of the text, each once."""
    tags = FIND_A_TAG.findall(html) if LINK_TYPE in html else []
    keys = (source_id(extract_attrs(tag)) for tag in tags)
    return list(dict.fromkeys(key for key in keys if key is not None))


def without_claims(html: str) -> str:
    """Stored rich text with claims as plain sentences, for places that show no numbers."""
    return ANY_LINK.sub(lambda link: link[2] if extract_attrs(link[1]).get("linktype") == LINK_TYPE else link[0], html)


def deleted_source_error(html: str) -> str:
    """What to tell the editor when a source that the text claims to rest on was deleted; empty while all exist."""
    keys = claim_source_ids(html)
    found = ClaimHandler.get_model().objects.in_bulk(keys) if keys else {}
    for link in ANY_LINK.finditer(html if len(found) < len(keys) else ""):
        key = source_id(extract_attrs(link[1]))
        if key is not None and key not in found:
            return source_was_deleted(get_text_for_indexing(link[2]))
    return ""


def source_was_deleted(sentence: str) -> str:
    """Tell the editor which claim has lost its source."""
    return _("The source of “%(claim)s” was deleted. Choose another, or remove the claim.") % {
        "claim": Truncator(sentence.strip()).chars(80)
    }


def source_id(attributes: dict[str, str]) -> int | None:
    """The key of a claim's source; None for any other link, and for a claim whose key is none."""
    key = KEY.fullmatch(attributes.get("id", "")) if attributes.get("linktype") == LINK_TYPE else None
    return int(key[0]) if key else None


@contextmanager
def claims_marked(marker: str):
    """Rich text rendered meanwhile leaves a marked element around every claim, to be numbered afterwards."""
    token = marked_by.set(marker)
    try:
        yield
    finally:
        marked_by.reset(token)


class ClaimHandler(LinkHandler):
    """What a stored claim becomes on a page: inside `{% citations %}` a place to number, elsewhere its sentence."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model():
        return apps.get_model("treatment_pages", "Source")

    @classmethod
    def expand_db_attributes(cls, attrs: dict) -> str:
        marker = marked_by.get()
        key = source_id(attrs)
        return f"<a {marker}={0 if key is None else key}>" if marker else "<a>"

    @classmethod
    def extract_references(cls, attrs):
        key = source_id(attrs)
        if key is not None:
            yield cls.get_model(), str(key), "", ""
