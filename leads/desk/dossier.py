"""Everything that the lead page shows, read with a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Prefetch

from leads.desk import origin
from leads.desk.answers import ShownAnswer, count_sensitive, visible_answers
from leads.models import Activity, ConsentRecord, Delivery, Enquiry, Lead, LeadQuerySet, StatementKind


def with_everything(leads: LeadQuerySet) -> LeadQuerySet:
    """The leads with all that belongs to them."""
    enquiries = Enquiry.objects.select_related("page", "form").prefetch_related("consents")
    activities = Activity.objects.select_related("actor", "enquiry", "delivery")
    deliveries = Delivery.objects.select_related("endpoint")
    related = ("site", "owner__wagtail_userprofile", "possible_duplicate_of", "emptied_into")
    return leads.select_related(*related).prefetch_related(
        Prefetch("enquiries", enquiries), Prefetch("activities", activities), Prefetch("deliveries", deliveries)
    )


@dataclass(frozen=True)
class ShownEnquiry:
    """One enquiry as staff read it; its health answers are counted, and among `answers` only where they are open."""

    enquiry: Enquiry
    contact: list[str]
    answers: list[ShownAnswer]
    sensitive_answers: int
    is_open: bool
    may_open: bool
    notices: list[ConsentRecord]
    consents: list[ConsentRecord]
    page_address: str
    page_note: str
    attribution: list[tuple[str, str]]
    oddities: list[str]


def show_enquiry(enquiry: Enquiry, beside: Lead | Enquiry, *, is_open: bool, may_open: bool) -> ShownEnquiry:
    """What may be shown of an enquiry; `contact` holds only what differs from the contact data shown beside it."""
    decisions = list(enquiry.consents.all())
    return ShownEnquiry(
        enquiry=enquiry,
        contact=differing_contact(enquiry, beside),
        answers=visible_answers(enquiry, with_sensitive=is_open),
        sensitive_answers=count_sensitive(enquiry),
        is_open=is_open,
        may_open=may_open,
        notices=[record for record in decisions if record.kind == StatementKind.NOTICE],
        consents=[record for record in decisions if record.kind == StatementKind.CONSENT],
        page_address=origin.page_address(enquiry),
        page_note=origin.page_note(enquiry),
        attribution=origin.attribution_lines(enquiry),
        oddities=origin.oddities(enquiry),
    )


def differing_contact(enquiry: Enquiry, beside: Lead | Enquiry) -> list[str]:
    """What this enquiry says about its sender that the lead does not: a new number, another spelling."""
    pairs = [(enquiry.name, beside.name), (enquiry.email, beside.email), (enquiry.phone, beside.phone)]
    return [sent for sent, known in pairs if sent and sent != known]


def duplicates_of(lead: Lead) -> list[Lead]:
    """The leads of the same site that may be the same person, whichever of them came first."""
    others = [lead.possible_duplicate_of, *Lead.objects.filter(possible_duplicate_of=lead)]
    return [other for other in others if other and other.site_id == lead.site_id]
