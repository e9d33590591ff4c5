"""A term whose slug changes leads on from its old listings to the new ones."""

from django.apps import apps
from django.conf import settings
from wagtail.coreutils import get_dummy_request
from wagtail.models import Site

from treatment_pages.models.index_page import TreatmentIndexPage


def lead_on(term, old_slug: str) -> None:
    """Redirect every index's listing of `term` from its old address, on each site that shows the index.

    Addresses that led to the old one lead to the new one at once; nothing leads away from the new one. What an
    editor redirected by hand stays.
    """
    is_wanted = getattr(settings, "WAGTAILREDIRECTS_AUTO_CREATE", True)
    if not (is_wanted and apps.is_installed("wagtail.contrib.redirects")):
        return
    for index in TreatmentIndexPage.objects.filter(locale_id=term.locale_id):
        old, new = (
            "/" + index.reverse_subpage("term", kwargs={"kind": term.kind, "slug": slug})
            for slug in (old_slug, term.slug)
        )
        _lead_on_below(index, old, new)


def _lead_on_below(index, old_route: str, new_route: str) -> None:
    from wagtail.contrib.redirects.models import Redirect  # a host without that app has no such table

    made = Redirect.objects.filter(automatically_created=True)
    made.filter(redirect_page=index, redirect_page_route_path=old_route).update(redirect_page_route_path=new_route)
    for site_id, base in _addresses(index):
        old_path, new_path = (Redirect.normalise_path(base.rstrip("/") + route) for route in (old_route, new_route))
        made.filter(site_id=site_id, old_path__in=[old_path, new_path]).delete()
        Redirect.objects.get_or_create(
            old_path=old_path,
            site_id=site_id,
            defaults={
                "redirect_page": index,
                "redirect_page_route_path": new_route,
                "automatically_created": True,
            },
        )


def _addresses(index) -> list[tuple[int, str]]:
    """Key of each site that shows the index, with the path that the index has there."""
    parts = (index.get_url_parts(get_dummy_request(site=site)) for site in Site.objects.all())
    return list({(site_id, path) for site_id, _root_url, path in filter(None, parts)})
