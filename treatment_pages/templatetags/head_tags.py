"""`{% page_head %}`: everything that machines read in a page's head, once, in any host's base template."""

import json

from django import template
from django.utils.safestring import SafeString
from wagtail.models import Page

from treatment_pages.head import head_of

register = template.Library()

SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""Nothing in a data block may look like the end of its element."""


@register.inclusion_tag("treatment_pages/includes/head_tags.html", takes_context=True)
def page_head(context, title="") -> dict:
    """The tags of `page`; nothing where no page is shown. A view may say in `seo` what differs from the page.

    `title` is what the template prints as the page's title when the editor gave none for search engines.
    """
    page, request = context.get("page"), context.get("request")
    if request is None or not isinstance(page, Page):
        return {}
    listed = context.get("treatments") or ()
    return {"head": head_of(page, request, title=title, seo=context.get("seo"), listed=listed)}


@register.filter
def as_json_ld(document: dict) -> SafeString:
    """JSON that is safe inside a script element."""
    return SafeString(json.dumps(document, ensure_ascii=False).translate(SCRIPT_ESCAPES))
