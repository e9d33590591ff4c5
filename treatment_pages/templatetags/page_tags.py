"""What the templates of treatment pages ask about the page's place among others."""

from typing import NamedTuple

from django import template
from django.utils.translation import gettext as _

from treatment_pages.trail import index_above, trail_to

register = template.Library()


class Link(NamedTuple):
    """A name and where it leads."""

    name: str
    url: str


class Topics(NamedTuple):
    """The terms of one list, under what they have in common."""

    label: str
    links: list[Link]


@register.simple_tag(takes_context=True)
def trail(context, page) -> list[Link]:
    """The steps from the home to `page`, which is not among them."""
    request = context.get("request")
    return [Link(step.title, step.url(request)) for step in trail_to(page, request)]


@register.simple_tag
def topics(page) -> list[Topics]:
    """The page's categories, concerns and body areas, each leading to its listing; lists without any are left out."""
    labels = {"category": _("Kind of treatment"), "concern": _("For"), "area": _("Where")}
    terms = page.topics
    index = index_above(page) if terms else None
    grouped = {kind: [term for term in terms if term.kind == kind] for kind in labels} if index else {}
    return [
        Topics(labels[kind], [Link(term.name, index.term_url(term)) for term in terms])
        for kind, terms in grouped.items()
        if terms
    ]


@register.simple_tag
def article_tags(page) -> list[Link]:
    """The tags of an article, each leading to the articles that carry it."""
    tags = sorted(page.tags.all(), key=lambda tag: tag.name.casefold())
    index = index_above(page) if tags else None
    return [Link(tag.name, index.tag_url(tag)) for tag in tags] if index else []
