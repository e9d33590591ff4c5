"""Small pages to check, and what was found on them."""

from tests import factories
from treatment_pages.editorial.engine import check_page

MAKERS = {"treatment": factories.TreatmentPageFactory, "article": factories.TreatmentArticlePageFactory}


def build_page(*blocks, kind: str = "treatment", **fields):
    """A page of a few blocks, not saved."""
    return MAKERS[kind].build(**{"title": "Microneedling", "summary": "", "body": list(blocks), **fields})


def section(*sentences: str, heading: str = "About") -> tuple[str, dict]:
    """A section of one paragraph for each sentence; the sentences may hold marks."""
    return "section", {"heading": heading, "text": "".join(f"<p>{sentence}</p>" for sentence in sentences)}


def findings(page, rule: str, profile: str = "base") -> list:
    """What one rule finds on the page."""
    return [found for found in check_page(page, profile=profile).findings if found.rule == rule]


def claim(source, sentence: str) -> str:
    """The sentence as a claim that rests on the source."""
    return f'<a linktype="claim" id="{source.pk}">{sentence}</a>'
