"""Makes the plain site's article beside its forms: `python -m tests.bench.article_content`."""

import datetime

import django

django.setup()

import wagtail_factories
from wagtail.models import Site
from wagtail.rich_text import RichText

from tests.bench import plain_content
from tests.bench.plain_article.models import ArticlePage
from tests.bench.words import paragraphs

WORDS = 2_500
SECTIONS = 10
PICTURES = 3
PICTURE = {"file__width": 1600, "file__height": 1000}


def make() -> None:
    """An article with as much text as our fullest page, a picture above it and three in it."""
    plain_content.make()
    body: list[tuple] = []
    for number in range(SECTIONS):
        body += [("heading", f"Section {number}"), ("paragraph", RichText(paragraphs(WORDS // SECTIONS)))]
        if number < PICTURES:
            image = wagtail_factories.ImageFactory(**PICTURE)
            body.append(("image", {"image": image, "alt_text": "A cheek", "decorative": False}))
    hero = wagtail_factories.ImageFactory(title="A calm room", **PICTURE)
    page = ArticlePage(title="Everything about microneedling", slug="article", hero=hero, body=body)
    page.date = datetime.date(2026, 1, 1)
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    page.save_revision().publish()


if __name__ == "__main__":
    make()
