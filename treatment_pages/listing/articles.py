"""The articles below an index, and the tags that they carry."""

from django.db.models import Count, QuerySet
from taggit.models import Tag

from treatment_pages.models.article_page import TreatmentArticlePage

NEWEST = 3
"""Articles on the index itself."""


def visible_articles(index) -> QuerySet:
    """The live articles without a view restriction of their own, the newest first."""
    articles = TreatmentArticlePage.objects.child_of(index).live().filter(view_restrictions__isnull=True)
    return articles.select_related("author_page", "hero_image").newest_first()


def newest_articles(index) -> list[TreatmentArticlePage]:
    """Those that stand on the index itself."""
    return list(visible_articles(index)[:NEWEST])


def visible_tags(index) -> list[Tag]:
    """The tags of visible articles by name, each with its `count`."""
    tagged = visible_articles(index).order_by().values("pk")
    tags = Tag.objects.filter(treatment_pages_articletag_items__content_object__in=tagged)
    return list(tags.annotate(count=Count("pk")).order_by("name"))


def tagged_with(index, tag: Tag) -> QuerySet:
    """The visible articles that carry a tag."""
    return visible_articles(index).filter(tagged_items__tag=tag)
