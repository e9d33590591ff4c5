"""What the site has recorded about checks: the profile it is checked by, and findings that somebody dismissed."""

from collections.abc import Iterable

from django.apps import apps


def profile_of(page) -> str:
    """The profile of the page's site; the general one where the site names none."""
    return apps.get_model("treatment_pages.ComplianceSettings").profile_of(page)


def dismissals_of(page) -> Iterable:
    """The dismissals of the page's findings, each with `rule` and `fingerprint`; none for a page that is not stored."""
    if page.pk is None:
        return ()
    return apps.get_model("treatment_pages.FindingDismissal").objects.filter(page_id=page.pk)
