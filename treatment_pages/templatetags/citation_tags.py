"""`{% citations %}` around a page's text, `{% cite source %}` in it, `{% sources %}` where the list stands."""

from collections.abc import Mapping
from functools import lru_cache

from django import template
from django.template.loader import get_template, render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from treatment_pages.citations import Citation, Citations
from treatment_pages.claims import claims_marked
from treatment_pages.models import Source

register = template.Library()

CONTEXT_KEY = "tp_citations"
CITATION_TEMPLATE = "treatment_pages/includes/citation.html"
LIST_TEMPLATE = "treatment_pages/includes/sources.html"
CLOSING_TEMPLATE = "treatment_pages/includes/sources_section.html"

MOST_NUMBERS = 1_000
"""Numbers that are kept as they were rendered; every page begins with the first ones."""


class CitationsNode(template.Node):
    """Renders the text first, so that the list of sources may stand anywhere in it; without a place it comes last."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context) -> str:
        citations = Citations()
        with context.push(**{CONTEXT_KEY: citations}), claims_marked(citations.token):
            text = self.nodelist.render(context)
        text = citations.number(text, find=_finder(context), render=_citation_renderer(context))
        before, place, after = text.partition(citations.marker)
        if place:
            text = before + render_to_string(LIST_TEMPLATE, {"citations": citations}) + after
        elif citations:
            text += render_to_string(CLOSING_TEMPLATE, {"citations": citations})
        return mark_safe(text)  # noqa: S308 - made of what templates rendered


def _finder(context):
    """Finds sources among the records that the page has looked up, and the others in one query."""
    records = getattr(context.get("page"), "chosen_records", None) or {}

    def find(keys: set[int]) -> Mapping[int, Source]:
        known = records.get(Source, {})
        missing = keys - known.keys()
        return {**known, **(Source.objects.in_bulk(missing) if missing else {})}

    return find


def _citation_renderer(context):
    """Renders a number; without a source nothing, in a preview the mark “Unsourced”."""
    citation_template, language, is_preview = (
        get_template(CITATION_TEMPLATE).template,
        get_language(),
        _is_preview(context),
    )
    return lambda citation: rendered_number(citation_template, language, citation, is_preview and citation is None)


@lru_cache(MOST_NUMBERS)
def rendered_number(number: template.Template, language: str, citation: Citation | None, is_unsourced: bool) -> str:
    """A number as the template has it in a language: all that it can depend on."""
    html = number.render(template.Context({"citation": citation, "is_unsourced": is_unsourced}))
    return mark_safe(html.rstrip())  # noqa: S308 - no space between a number and the comma after it


def _is_preview(context) -> bool:
    return getattr(context.get("request"), "is_preview", False)


@register.tag
def citations(parser, token) -> CitationsNode:
    """Number the sources cited between here and `{% endcitations %}`, in blocks and in rich text."""
    nodelist = parser.parse(("endcitations",))
    parser.delete_first_token()
    return CitationsNode(nodelist)


@register.simple_tag(takes_context=True)
def cite(context, source) -> str:
    """The little number that leads to the source; in a preview a claim without source is marked as unsourced.

    Outside `{% citations %}` there is no list to lead to, and nothing is shown.
    """
    numbers = context.get(CONTEXT_KEY)
    if numbers is None:
        return ""
    return numbers.placeholder(source) if source else _citation_renderer(context)(None)


@register.inclusion_tag("treatment_pages/includes/sources_place.html", takes_context=True)
def sources(context, further=()) -> dict:
    """Marks where the list of sources stands; `further` are listed even if nothing cites them.

    Outside `{% citations %}` only `further` can be known, and is listed at once.
    """
    numbers = context.get(CONTEXT_KEY)
    marker = numbers.marker if numbers is not None else ""
    numbers = Citations() if numbers is None else numbers
    numbers.add_further(further)
    return {"marker": marker, "citations": numbers}
