"""What a list of leads says about each, as text and moments; no answers, and nothing that was written about anybody."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from leads.clock import time_zone
from leads.models import ClinicSettings, Lead

HEADINGS = {
    "reference": _("Reference"),
    "received": _("Received"),
    "name": _("Name"),
    "email": _("E-mail"),
    "phone": _("Phone"),
    "subject": _("Subject"),
    "source": _("Source"),
    "page": _("Page"),
    "status": _("Status"),
    "owner": _("Owner"),
    "first_response": _("First response"),
    "due": _("Reply due"),
    "follow_up": _("Follow up"),
    "consultation": _("Consultation"),
    "lost_reason": _("Lost reason"),
}
"""The columns in their order."""

CHUNK = 1_000
"""Leads that are in memory at a time."""

Row = dict[str, str | datetime | None]


class Zones:
    """The clocks of the clinics: one query for all of them, however many leads there are."""

    def __init__(self) -> None:
        clinics = ClinicSettings.objects.only("site", "time_zone")
        self.by_site: dict[int, tzinfo] = {clinic.site_id: time_zone(clinic) for clinic in clinics}

    def show(self, moment: datetime | None, lead: Lead) -> datetime | None:
        """A moment by the clock on the clinic's wall, without a zone; a lead of no clinic has the website's."""
        if moment is None:
            return None
        zone = self.by_site.get(lead.site_id) or timezone.get_default_timezone()
        return timezone.make_naive(moment, zone).replace(microsecond=0)


def read_rows(leads) -> Iterator[Row]:
    """The rows of a queryset, read little by little."""
    zones = Zones()
    for lead in leads.select_related("owner").iterator(chunk_size=CHUNK):
        yield read_row(lead, zones)


def read_row(lead: Lead, zones: Zones) -> Row:
    """One lead under the keys of HEADINGS; `phone_e164` is beside them, empty where the phone makes no number."""
    return {
        "reference": lead.reference,
        "received": zones.show(lead.created_at, lead),
        "name": lead.name,
        "email": lead.email,
        "phone": lead.phone,
        "phone_e164": lead.phone_e164,
        "subject": lead.subject,
        "source": str(lead.get_source_display()),
        "page": lead.page_title,
        "status": str(lead.get_status_display()),
        "owner": get_user_display_name(lead.owner) if lead.owner else "",
        "first_response": zones.show(lead.first_response_at, lead),
        "due": zones.show(lead.response_due_at, lead),
        "follow_up": zones.show(lead.follow_up_at, lead),
        "consultation": zones.show(lead.consultation_at, lead),
        "lost_reason": str(lead.get_lost_reason_display()),
    }
