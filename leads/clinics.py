"""Finds the clinic that answers for a request or a site."""

from django.db.models import BigIntegerField
from wagtail.models import Site

from leads.json_rows import children_as_text
from leads.models import ClinicSettings, ClosedDay, OpeningHours
from leads.prepared import Parameter, Prepared
from leads.sites import site_for

of_site = Prepared(
    lambda: (
        ClinicSettings.base_queryset()
        .filter(site=Parameter("site", BigIntegerField()))
        .annotate(
            opening_hours_text=children_as_text(OpeningHours.objects, "clinic", "weekday", "opens", "closes"),
            closed_days_text=children_as_text(ClosedDay.objects, "clinic", "date"),
        )
    ),
    keeps_records=True,
)


def clinic_for(request) -> ClinicSettings:
    """The clinic of the request's site, read once a request; one without any details where no site answers."""
    site = site_for(request)
    if site is None:
        return ClinicSettings()
    kept_as = ClinicSettings.get_cache_attr_name()
    if not hasattr(request, kept_as):
        setattr(request, kept_as, clinic_of(site))
    return getattr(request, kept_as)


def clinic_of(site: Site | None) -> ClinicSettings:
    """The clinic of a site; one without any details where the site is gone."""
    if site is None:
        return ClinicSettings()
    return of_site.first(site=site.pk) or ClinicSettings.for_site(site)
