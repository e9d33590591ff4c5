"""`{% citations %}` around a page's text, `{% cite source %}` in it, `{% sources %}` where the list stands."""

from django import template
from django.template.loader import render_to_string

from treatment_pages.citations import LIST_MARKER, Citations

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
        if LIST_MARKER in text:
            return text.replace(LIST_MARKER, render_to_string(LIST_TEMPLATE, {"citations": citations}))
        return text + (render_to_string(CLOSING_TEMPLATE, {"citations": citations}) if citations else "")


@register.tag
def citations(parser, token) -> CitationsNode:
    """Number the sources cited between here and `{% endcitations %}`."""
    nodelist = parser.parse(("endcitations",))
    parser.delete_first_token()
    return CitationsNode(nodelist)


@register.inclusion_tag("treatment_pages/includes/citation.html", takes_context=True)
def cite(context, source) -> dict:
    """The little number that leads to the source; nothing without a source or outside `{% citations %}`."""
    numbers = context.get(CONTEXT_KEY)
    return {"number": numbers.number(source) if source and numbers is not None else None}


@register.inclusion_tag("treatment_pages/includes/sources_place.html", takes_context=True)
def sources(context, further=()) -> dict:
    """Marks where the list of sources stands; `further` are listed even if nothing cites them."""
    numbers = context.get(CONTEXT_KEY)
    if numbers is not None:
        numbers.further.extend(source for source in further if source)
    return {"is_numbered": numbers is not None}
