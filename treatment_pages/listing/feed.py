"""The Atom feed of an index's articles."""

import re
from datetime import UTC, datetime, time

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import get_current_timezone, make_aware
from django.utils.translation import gettext as _

from treatment_pages.listing.articles import visible_articles

LONGEST = 30
BEFORE_PUBLISHING = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of an empty feed whose index was never published by an editor."""
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
"""Characters that XML cannot hold; presentation programs leave some of them in what is pasted."""


class QuietAtom(Atom1Feed):
    """Dated by what it holds, never by the moment of the request: the bytes stay the same until something changes."""

    def latest_post_date(self) -> datetime:
        dates = [date for item in self.items for date in (item["updateddate"], item["pubdate"]) if date]
        return max(dates, default=self.feed["empty_since"])


class ArticleFeed(Feed):
    """The newest articles of one index."""

    feed_type = QuietAtom

    def __init__(self, index):
        self.index = index

    def title(self) -> str:
        return _legible(_("Articles: %(title)s") % {"title": self.index.title})

    def subtitle(self) -> str:
        return _legible(self.index.introduction)

    def link(self) -> str:
        return self._full(self.index.articles_url)

    def feed_url(self) -> str:
        return self._full(self.index.feed_url)

    def _full(self, path: str) -> str:
        """On the site's own address, whatever name the request came by."""
        return f"{self.index.get_url_parts()[1]}{path}"

    def feed_extra_kwargs(self, obj) -> dict:
        return {"empty_since": self.index.last_published_at or BEFORE_PUBLISHING}

    def items(self) -> list:
        return list(visible_articles(self.index).prefetch_related("tagged_items__tag")[:LONGEST])

    def item_title(self, item) -> str:
        return _legible(item.title)

    def item_description(self, item) -> str:
        return _legible(item.summary)

    def item_link(self, item) -> str:
        return item.full_url

    def item_author_name(self, item) -> str | None:
        return _legible(item.author_name) or None

    def item_pubdate(self, item) -> datetime | None:
        return _moment(item.published_on) or item.first_published_at

    def item_updateddate(self, item) -> datetime | None:
        return _moment(item.updated_on) or self.item_pubdate(item)

    def item_categories(self, item) -> list[str]:
        return [_legible(tagged.tag.name) for tagged in item.tagged_items.all()]


def _legible(text: str) -> str:
    """The text without what XML cannot hold."""
    return NOT_XML.sub(" ", text)


def _moment(day) -> datetime | None:
    """Midnight at the beginning of a day."""
    return make_aware(datetime.combine(day, time.min), get_current_timezone()) if day else None
