"""Content that several of these tests read: a page with everything on it."""

from decimal import Decimal

import pytest
import wagtail_factories
from wagtail.rich_text import RichText

from tests import factories


def full_body(*, copies: int = 1, page=None, form=None) -> list[tuple[str, dict]]:
    """Every block type, `copies` times where a page may repeat it, each claim with a source of its own."""

    def claims() -> list[dict]:
        return [{"statement": f"Claim {number}", "source": factories.SourceFactory()} for number in range(2 * copies)]

    def shot() -> dict:
        return {"image": wagtail_factories.ImageFactory(), "alt": "A cheek"}

    text = RichText("<p>Words that explain.</p>")
    return [
        (
            "key_facts",
            {"sessions": {"minimum": 3, "maximum": 6}, "price": {"amount_from": Decimal(180), "unit": "each"}},
        ),
        *[("section", {"heading": "What it is", "text": text, "claims": claims()})] * copies,
        *[("how_it_works", {"text": text, "claims": claims()})] * copies,
        *[("benefits", {"items": [{"title": "Smoother", "text": text, "claims": claims()}] * copies})] * copies,
        *[("procedure", {"steps": [{"phase": "during", "title": "Cream", "text": text}]})] * copies,
        *[("suitability", {"suitable_for": ["Acne scars"], "not_suitable_for": ["Infection"]})] * copies,
        *[("risks", {"common": [{"name": "Redness", "duration": "a day"}]})] * copies,
        *[("evidence", {"claims": claims()})] * copies,
        *[("faq", {"items": [{"question": "Does it hurt?", "answer": text}]})] * copies,
        *[("aftercare", {"items": [{"when": {"minimum": 1}, "title": "Rest", "text": text}]})] * copies,
        *[("when_to_get_help", {"items": [{"sign": "Fever", "urgency": "urgent"}]})] * copies,
        *[("results", {"text": text, "onset": {"minimum": 4, "unit": "weeks"}, "claims": claims()})] * copies,
        *[("prices", {"items": [{"name": "Face", "price": {"amount_from": Decimal(180), "unit": "each"}}]})] * copies,
        *[("alternatives", {"items": [{"name": "Peel", "text": "Milder.", "page": page}]})] * copies,
        *[("quote", {"text": "Be kind.", "attribution": "Alex Example"})] * copies,
        *[
            (
                "testimonial",
                {
                    "text": "They took their time.",
                    "who": "Mrs K.",
                    "provenance": "letter",
                    "consent": factories.ImageConsentFactory(),
                },
            )
            for _ in range(copies)
        ],
        *[("image", shot() | {"caption": "A room"}) for _ in range(copies)],
        *[
            (
                "before_after",
                {
                    "before": shot(),
                    "after": shot(),
                    "sessions": 3,
                    "consent": factories.ImageConsentFactory(),
                    "note": "Results differ.",
                },
            )
            for _ in range(copies)
        ],
        *[("video", {"title": "A session", "url": "https://youtu.be/a1B2-c3_D4e", "poster": shot()})] * copies,
        *[
            ("video", {"title": "A room", "file": factories.VideoFileFactory(), "poster": shot()})
            for _ in range(copies)
        ],
        *[("call_to_action", {"heading": "Not sure?", "page": page})] * copies,
        ("enquiry_form", {"form": form}),
        ("sources", {"further": [factories.SourceFactory() for _ in range(copies)]}),
    ]


@pytest.fixture
def picture(db):
    return wagtail_factories.ImageFactory(title="A calm room")


@pytest.fixture
def publish_full_page(treatment_page, treatment_index, clinic, picture, enquiry_form):
    """Publish every block type, repeated `copies` times, on the treatment page."""

    def publish(copies: int = 1):
        treatment_page.body = full_body(copies=copies, page=treatment_index, form=enquiry_form)
        treatment_page.hero_image = picture
        treatment_page.save_revision().publish()
        return treatment_page

    return publish
