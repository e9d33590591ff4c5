"""Pages that checks stop, and pages that they let through."""

import pytest
from wagtail.rich_text import RichText

from tests import factories

GUARANTEE = "We guarantee a smooth skin."
HARMLESS = "Fine needles make small channels in the skin."


@pytest.fixture
def enforced(settings):
    """Errors stop publishing, as they do on every site that does not say otherwise."""
    settings.TREATMENT_PAGES = {**settings.TREATMENT_PAGES, "EDITORIAL": {}}


def section(text: str, **fields) -> tuple[str, dict]:
    """A block of text."""
    return ("section", {"heading": "What it is", "text": RichText(f"<p>{text}</p>"), **fields})


@pytest.fixture
def make_article(treatment_index):
    """Makes an article that says `text`, a draft unless told otherwise; written before its rules were enforced."""

    def make(text: str = HARMLESS, **fields):
        fields = {"live": False, "parent": treatment_index, **fields}
        return factories.TreatmentArticlePageFactory(body=[section(text)], **fields)

    return make
