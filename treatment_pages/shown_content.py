"""Tells the cache of pages what this app's pages show and read."""

from collections.abc import Iterator

from django.urls import NoReverseMatch, reverse
from taggit.models import Tag
from wagtail.models import Page, Site

from leads.public import register_page_addresses, register_query_keys, register_site_addresses, watch
from treatment_pages.head import markdown_url
from treatment_pages.listing.query import KINDS
from treatment_pages.models import (
    BodyArea,
    Concern,
    Credential,
    ImageConsent,
    QuestionStatus,
    ReaderQuestion,
    Source,
    TreatmentCategory,
)

QUERY_KEYS = (*KINDS, "q", "sort", "page", "t")
"""What the lists of an index and its comparison read of a querystring."""


def connect() -> None:
    """Called once when all models are there."""
    register_query_keys(*QUERY_KEYS)
    register_page_addresses(markdown_address)
    register_site_addresses(lists_of_pages)
    for model in (TreatmentCategory, Concern, BodyArea, Tag):
        watch(model, anywhere=True)
    for model in (Source, ImageConsent, Credential):
        watch(model)
    watch(ReaderQuestion, is_seen=is_no_new_question)


def is_no_new_question(question: ReaderQuestion, is_new: bool) -> bool:
    """A question that arrives waits, and visitors see nothing of it; whatever staff do with it may show."""
    return not is_new or question.status == QuestionStatus.PUBLISHED


def markdown_address(page: Page, address: str) -> list[str]:
    """The page in Markdown."""
    return [url for url in [markdown_url(page, address)] if url]


def lists_of_pages(site: Site) -> Iterator[str]:
    """What names the pages of a site for machines; nothing where the host does not mount it."""
    for name in ("sitemap", "llms"):
        try:
            yield f"{site.root_url}{reverse(f'treatment_discovery:{name}')}"
        except NoReverseMatch:
            return
