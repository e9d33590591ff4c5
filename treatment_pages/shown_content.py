"""Tells the cache of pages what this app's pages show and read."""

from taggit.models import Tag

from leads.public import register_query_keys, watch
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
    for model in (TreatmentCategory, Concern, BodyArea, Tag):
        watch(model, anywhere=True)
    for model in (Source, ImageConsent, Credential):
        watch(model)
    watch(ReaderQuestion, is_seen=is_no_new_question)


def is_no_new_question(question: ReaderQuestion, is_new: bool) -> bool:
    """A question that arrives waits, and visitors see nothing of it; whatever staff do with it may show."""
    return not is_new or question.status == QuestionStatus.PUBLISHED
