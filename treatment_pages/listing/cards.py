"""The pictures of cards, whatever kind of page each card leads to."""

from django.db.models import prefetch_related_objects


def with_pictures(pages: list) -> list:
    """The pages, the renditions of all their pictures read in one query; the pictures came with the pages."""
    pictures = [page.hero_image for page in pages if page.hero_image]
    prefetch_related_objects(pictures, "renditions")
    return pages
