"""Everything that the lead page shows, read with a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Prefetch

from leads.desk import origin
from leads.desk.answers import ShownAnswer, count_hidden, visible_answers
from leads.models import Activity, ConsentRecord, Enquiry, Lead, StatementKind


def leads_with_everything():
    """Leads with all that belongs to them."""
    enquiries = Enquiry.objects.select_related("page", "form").prefetch_related("consents")
    activities = Activity.objects.select_related("actor", "enquiry")
    return Lead.objects.select_related("owner__wagtail_userprofile", "possible_duplicate_of").prefetch_related(
        Prefetch("enquiries", enquiries), Prefetch("activities", activities), "deliveries"
    )


@dataclass(frozen=True)
class ShownEnquiry:
    """One enquiry as staff read it."""

    enquiry: Enquiry
    contact: list[str]
    answers: list[ShownAnswer]
    hidden_answers: int
    notices: list[ConsentRecord]
    consents: list[ConsentRecord]
    page_address: str
    page_note: str
    attribution: list[tuple[str, str]]
    oddities: list[str]


def show_enquiry(enquiry: Enquiry, lead: Lead, *, with_sensitive: bool) -> ShownEnquiry:
    """What may be shown of an enquiry; `contact` holds only what differs from the lead's own."""
    decisions = list(enquiry.consents.all())
    return ShownEnquiry(
        enquiry=enquiry,
        contact=differing_contact(enquiry, lead),
        answers=visible_answers(enquiry, with_sensitive=with_sensitive),
        hidden_answers=count_hidden(enquiry, with_sensitive=with_sensitive),
        notices=[record for record in decisions if record.kind == StatementKind.NOTICE],
        consents=[record for record in decisions if record.kind == StatementKind.CONSENT],
        page_address=origin.page_address(enquiry),
        page_note=origin.page_note(enquiry),
        attribution=origin.attribution_lines(enquiry),
        oddities=origin.oddities(enquiry),
    )


def differing_contact(enquiry: Enquiry, lead: Lead) -> list[str]:
    """What this enquiry says about its sender that the lead does not: a new number, another spelling."""
    pairs = [(enquiry.name, lead.name), (enquiry.email, lead.email), (enquiry.phone, lead.phone)]
    return [sent for sent, known in pairs if sent and sent != known]


def duplicates_of(lead: Lead) -> list[Lead]:
    """The leads that may be the same person, whichever of them came first."""
    later = list(Lead.objects.filter(possible_duplicate_of=lead))
    return [lead.possible_duplicate_of, *later] if lead.possible_duplicate_of else later
