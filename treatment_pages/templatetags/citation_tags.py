"""`{% citations %}` around a page's text, `{% cite source %}` in it, `{% sources %}` where the list stands."""

from django import template
from django.template.loader import render_to_string

from treatment_pages.citations import Citations

register = template.Library()

CONTEXT_KEY = "tp_citations"
LIST_TEMPLATE = "treatment_pages/includes/sources.html"
CLOSING_TEMPLATE = "treatment_pages/includes/sources_section.html"


class CitationsNode(template.Node):
    """Renders the text first, so that the list of sources may stand anywhere in it; without a place it comes last."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context) -> str:
        citations = Citations()
        with context.push(**{CONTEXT_KEY: citations}):
            text = self.nodelist.render(context)
        before, place, after = text.partition(citations.marker)
        if place:
            return before + render_to_string(LIST_TEMPLATE, {"citations": citations}) + after
        return text + (render_to_string(CLOSING_TEMPLATE, {"citations": citations}) if citations else "")


@register.tag
def citations(parser, token) -> CitationsNode:
    """Number the sources cited between here and `{% endcitations %}`."""
    nodelist = parser.parse(("endcitations",))
    parser.delete_first_token()
    return CitationsNode(nodelist)


@register.inclusion_tag("treatment_pages/includes/citation.html", takes_context=True)
def cite(context, source) -> dict:
    """The little number that leads to the source; in a preview a claim without source is marked as unsourced.

    Outside `{% citations %}` there is no list to lead to, and nothing is shown.
    """
    numbers = context.get(CONTEXT_KEY)
    if numbers is None:
        return {}
    if source:
        return {"citation": numbers.cite(source)}
    return {"is_unsourced": getattr(context.get("request"), "is_preview", False)}


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
