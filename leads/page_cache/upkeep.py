"""What a job does for the kept pages, by the clock and after changes of a whole site."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from wagtail.models import Page, Site

from leads.clinics import clinic_of
from leads.models import ContentChange, EnquiryForm
from leads.page_cache import edge
from leads.page_cache.generation import database, publish

LEFT_BE = timedelta(days=3)
"""For so long the beginning of a day stays noted by itself, so that it counts once."""


def keep_up() -> None:
    """Begin the new day of each site, drop sites before which something is still kept, and tidy what was counted."""
    for site in Site.objects.all():
        begin_day(site)
    purge_sites()
    put_together()
    # A commit that the cache could not be told of is told now at the latest.
    publish()


def begin_day(site: Site) -> None:
    """Count the beginning of the clinic's day once, whichever process notices it: consents lapse and reviews fall due.

    The very first day that is seen changes nothing, but no harm is done.
    """
    today = datetime.now(tz=UTC).astimezone(ZoneInfo(clinic_of(site).time_zone)).date()
    beginnings = ContentChange.objects.using(database()).filter(site=site, day=today)
    if not beginnings.exists():
        beginning = ContentChange(site=site, day=today, purges_site=edge.is_configured())
        ContentChange.objects.using(database()).bulk_create([beginning], ignore_conflicts=True)


def purge_sites() -> None:
    """Drop every public page of the sites whose changes may show anywhere."""
    due = list(ContentChange.objects.using(database()).filter(purges_site=True).values_list("pk", "site"))
    if not due:
        return
    keys = {site for _pk, site in due}
    sites = Site.objects.all() if None in keys else Site.objects.filter(pk__in=keys)
    if edge.is_configured():
        for site in sites:
            edge.sender.send(all_addresses(site))
    ContentChange.objects.using(database()).filter(pk__in=[pk for pk, _site in due]).update(purges_site=False)


def all_addresses(site: Site) -> set[str]:
    """Every public page of a site in all its languages, with what apps have registered."""
    roots = site.root_page.get_translations(inclusive=True)
    trees = [Page.objects.descendant_of(root, inclusive=True).live().public() for root in roots]
    return edge.addresses_of(page for tree in trees for page in tree.iterator()) | set(form_addresses(site))


def form_addresses(site: Site) -> Iterator[str]:
    """The enquiry forms on pages of their own, in each language; nothing where the host does not mount them."""
    slugs = list(EnquiryForm.objects.values_list("slug", flat=True))
    for code, _name in settings.LANGUAGES:
        with translation.override(code), suppress(NoReverseMatch):
            yield from [f"{site.root_url}{reverse('leads:enquiry', args=[slug])}" for slug in slugs]


@transaction.atomic
def put_together() -> None:
    """Make one row of the rows of each site; their sum stays the same at every moment."""
    rows = ContentChange.objects.using(database()).select_for_update().filter(purges_site=False)
    long_ago = timezone.now().date() - LEFT_BE
    by_site: dict[int | None, list[ContentChange]] = {}
    for row in rows:
        if row.day is None or row.day < long_ago:
            by_site.setdefault(row.site_id, []).append(row)
    for site, counted in by_site.items():
        if len(counted) > 1:
            ContentChange.objects.filter(pk__in=[row.pk for row in counted]).delete()
            ContentChange.objects.create(site_id=site, count=sum(row.count for row in counted))
