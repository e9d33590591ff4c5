"""The graph of a page: every node has one type, and every reference leads to a node of the same graph."""

from functools import singledispatch

from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentIndexPage, TreatmentPage
from treatment_pages.structured_data import people
from treatment_pages.structured_data.business import business, website
from treatment_pages.structured_data.nodes import Node, Subject, reference
from treatment_pages.structured_data.offers import offers
from treatment_pages.structured_data.questions import questions
from treatment_pages.structured_data.therapy import therapy, treatment_of_article
from treatment_pages.structured_data.web_pages import (
    blog_posting,
    breadcrumb,
    collection_page,
    medical_page,
    profile_page,
    treatment_page,
    web_page,
)


def graph(subject: Subject) -> dict:
    """The JSON-LD document of a page."""
    own = page_nodes(subject.page, subject)
    priced = [entry for entry in own if entry["@type"] == "Offer"]
    common = [*breadcrumb(subject), website(subject), business(subject, priced)]
    return {"@context": "https://schema.org", "@graph": _each_once([*own, *common])}


@singledispatch
def page_nodes(page, subject: Subject) -> list[Node]:
    """The nodes that are a page's own, by its type; any other page of the site is a plain web page."""
    is_front = not subject.trail
    return [web_page(subject, mainEntity=reference(subject.clinic_id) if is_front else None)]


@page_nodes.register
def _(page: TreatmentPage, subject: Subject) -> list[Node]:
    author, reviewer = people.author(subject), people.reviewer(subject)
    treatment = therapy(subject)
    carrier = treatment_page(subject, treatment, author, reviewer)
    return _known(carrier, treatment, author, reviewer, *offers(subject), *questions(subject))


@page_nodes.register
def _(page: TreatmentArticlePage, subject: Subject) -> list[Node]:
    author, reviewer = people.author(subject), people.reviewer(subject)
    treatment = treatment_of_article(subject)
    article = blog_posting(subject, author, treatment)
    carrier = medical_page(subject, article, reviewer)
    return _known(carrier, article, treatment, author, reviewer, *questions(subject))


@page_nodes.register
def _(page: TreatmentIndexPage, subject: Subject) -> list[Node]:
    return [collection_page(subject)]


@page_nodes.register
def _(page: PractitionerPage, subject: Subject) -> list[Node]:
    return profile_page(subject)


def _known(*nodes: Node | None) -> list[Node]:
    return [entry for entry in nodes if entry]


def _each_once(nodes: list[Node]) -> list[Node]:
    """An author who is the reviewer too has one node."""
    return list({entry["@id"]: entry for entry in nodes}.values())
