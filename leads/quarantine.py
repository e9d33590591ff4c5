"""Lets an enquiry out of quarantine: from then on it is what it would have been, had nobody suspected it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from leads.alerts import alert_staff
from leads.clinics import clinic_of
from leads.double_opt_in import ask_after_release
from leads.filing import file_under_lead
from leads.matching import keys_of, lock_contacts, lock_desk
from leads.models import ActivityKind, ClinicSettings, Enquiry, Verdict
from leads.submission import Origin, Submission


def release(enquiries: Iterable[Enquiry], *, by) -> list[Enquiry]:
    """File those of the enquiries under leads that still are in quarantine, and return them.

    Everything happens in one transaction: the alert goes out and the reply time runs from now, the time of receipt
    stays, and the visitor gets no acknowledgement, but is asked to confirm a consent that needs it. Released by two
    people at once, an enquiry is filed by one of them.
    """
    pks = [enquiry.pk for enquiry in enquiries]
    with transaction.atomic():
        lock_desk()
        waiting = list(Enquiry.objects.quarantined().filter(pk__in=pks).select_related("form", "page", "site"))
        lock_contacts(*map(keys_of, waiting))
        locked = set(Enquiry.objects.select_for_update().quarantined().filter(pk__in=pks).values_list("pk", flat=True))
        released = [enquiry for enquiry in reversed(waiting) if enquiry.pk in locked]
        for enquiry in released:
            file(enquiry, by=by)
    return released


def file(enquiry: Enquiry, *, by) -> None:
    """One enquiry under its lead, with an entry on the timeline and an alert."""
    now = timezone.now()
    clinic = clinic_of(enquiry.site)
    enquiry.lead = file_under_lead(as_submission(enquiry, clinic), keys_of(enquiry), since=now)
    enquiry.verdict, enquiry.judged_at, enquiry.judged_by = Verdict.ACCEPTED, now, by
    enquiry.save(update_fields=["lead", "verdict", "judged_at", "judged_by"])
    activities = enquiry.lead.activities
    activities.create(kind=ActivityKind.ENQUIRY, enquiry=enquiry, created_at=enquiry.received_at)
    activities.create(kind=ActivityKind.RELEASED, enquiry=enquiry, actor=by, created_at=now)
    alert_staff(enquiry, enquiry.form or clinic.default_form, clinic)
    ask_after_release(enquiry)


def as_submission(enquiry: Enquiry, clinic: ClinicSettings) -> Submission:
    """What filing needs to know of a stored enquiry; the page's title and address are those of its day."""
    return Submission(
        name=enquiry.name,
        clinic=clinic,
        email=enquiry.email,
        phone=enquiry.phone,
        preferred_contact=enquiry.preferred_contact,
        treatment=enquiry.treatment,
        form=enquiry.form,
        site=enquiry.site,
        origin=Origin(enquiry.page, enquiry.page_title, enquiry.page_url, enquiry.page_revision_id, enquiry.subject),
        received_at=enquiry.received_at,
    )
