"""The way from the site's home to a page: what the breadcrumb shows, on the page and as structured data."""

from typing import NamedTuple

from django.utils.translation import gettext
from wagtail.models import Page, Site

from treatment_pages import models
from treatment_pages.models.routing import is_routed, known_ancestors


class Step(NamedTuple):
    """One page on the way."""

    title: str
    page: Page

    def url(self, request=None) -> str:
        """Its address as links on the same site give it; "" for a page that no site shows."""
        return self.page.get_url(request) or ""


def trail_to(page: Page, request=None) -> list[Step]:
    """The steps above `page`, the home first; no query for a page that was routed.

    The page itself is not among them, and no page above the site's home.
    """
    site = Site.find_for_request(request)
    depth = site.root_page.depth if site else 2
    return [Step(gettext("Home") if step.depth == depth else step.title, step) for step in _above(page, depth)]


def _above(page: Page, depth: int) -> list[Page]:
    """The pages above, from the home at `depth` down."""
    known = known_ancestors(page)[::-1]
    if page.depth <= depth:
        return []
    if known and known[0].depth <= depth:
        return [step for step in known if step.depth >= depth]
    return list(page.get_ancestors().filter(depth__gte=depth))


def index_above(page: Page) -> "models.TreatmentIndexPage | None":
    """The treatment index that the page stands below; no query for a page that was routed."""
    known = [above for above in known_ancestors(page) if isinstance(above, models.TreatmentIndexPage)]
    if known or is_routed(page):
        return known[0] if known else None
    return models.TreatmentIndexPage.objects.ancestor_of(page).order_by("-depth").first()
