"""Who is told of a new enquiry: one delivery an address or webhook, made in the transaction that stores the enquiry."""

from leads.models import ClinicSettings, Delivery, DeliveryKind, Enquiry, EnquiryForm, WebhookEndpoint, WebhookEvent
from leads.outbox import LONGEST_ADDRESS, address_digest, mail_for, own_address, queue
from leads.prepared import Prepared
from leads.webhooks.events import acceptance_of

listeners = Prepared(lambda: WebhookEndpoint.objects.listening(WebhookEvent.ENQUIRY_ACCEPTED).values_list("pk")[:1])


def alert_staff(enquiry: Enquiry, form: EnquiryForm | None, clinic: ClinicSettings) -> None:
    """Queue an alert for every recipient and webhook; who is told already is not told again."""
    queue(alerts(enquiry, form, clinic))


def alerts(enquiry: Enquiry, form: EnquiryForm | None, clinic: ClinicSettings) -> list[Delivery]:
    """Unsaved, one for every recipient and webhook."""
    mails = [
        mail_for(DeliveryKind.ALERT, enquiry, address, key=f"alert:{enquiry.pk}:{address_digest(address)}")
        for address in recipients(form, clinic)
    ]
    return [*mails, *(acceptance_of(enquiry) if listeners.all() else [])]


def recipients(form: EnquiryForm | None, clinic: ClinicSettings) -> list[str]:
    """The form's recipients, or the clinic's address, or the one that this site sends from.

    An address too long to be stored is left out: an enquiry is not lost because a recipient was mistyped at length.
    """
    chosen = (form.recipients if form else "").split() or [clinic.email or own_address()]
    unique = {address.lower(): address for address in chosen if 0 < len(address) <= LONGEST_ADDRESS}
    return list(unique.values())
