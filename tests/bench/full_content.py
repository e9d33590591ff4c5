"""Makes our site's fullest page beside the rest of its content: `python -m tests.bench.full_content`."""

from typing import Any

import django

django.setup()

import wagtail_factories
from wagtail.images.models import Image
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from leads.models import EnquiryForm
from tests import factories
from tests.bench import our_content
from tests.bench.words import paragraphs
from tests.treatment_pages.conftest import full_body

WORDS = 2_500
NEIGHBOURS = 12
PICTURE = {"file__width": 1600, "file__height": 1000}


def make() -> None:
    """A treatment page with every block once, a hero, pictures and a form, among others of its kind."""
    our_content.make()
    home = Site.objects.get(is_default_site=True).root_page
    index = factories.TreatmentIndexPageFactory(parent=home, title="Treatments", slug="treatments")
    for number in range(NEIGHBOURS):
        factories.TreatmentPageFactory(parent=index, title=f"Treatment {number}", slug=f"treatment-{number}")
    publish_full_page(index)


def publish_full_page(index: Page, slug: str = "everything") -> Page:
    """The fullest page below an index."""
    body = full_body(page=index, form=EnquiryForm.objects.get())
    for image in Image.objects.all():
        enlarge(image)
    count = sum(1 for _text in texts_in(body))
    page = factories.TreatmentPageFactory(
        parent=index,
        title="Everything about microneedling",
        slug=slug,
        hero_image=wagtail_factories.ImageFactory(title="A calm room", **PICTURE),
        body=with_text(body, RichText(paragraphs(WORDS // count))),
    )
    page.save_revision().publish()
    return page


def enlarge(image) -> None:
    """Give a picture the size that a camera gives it, so that a page holds it in as many widths as in real life."""
    larger = wagtail_factories.ImageFactory(**PICTURE)
    image.file, image.width, image.height = larger.file, larger.width, larger.height
    image.save()


def texts_in(value: Any) -> list[RichText]:
    """Every rich text of raw block values."""
    if isinstance(value, RichText):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for part in parts for text in texts_in(part)]


def with_text(value: Any, text: RichText) -> Any:
    """Raw block values with another text in the place of every rich text."""
    if isinstance(value, RichText):
        return text
    if isinstance(value, dict):
        return {key: with_text(part, text) for key, part in value.items()}
    return type(value)(with_text(part, text) for part in value) if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    make()
