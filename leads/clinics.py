"""Finds the clinic that answers for a request or a site."""

from wagtail.models import Site

from leads.models import ClinicSettings


def clinic_for(request) -> ClinicSettings:
    """The clinic of the request's site, read once a request; one without any details where no site answers."""
    if request is None or Site.find_for_request(request) is None:
        return ClinicSettings()
    return ClinicSettings.for_request(request)


def clinic_of(site: Site | None) -> ClinicSettings:
    """The clinic of a site; one without any details where the site is gone."""
    return ClinicSettings.for_site(site) if site else ClinicSettings()
