"""Who is told what the response clock notices."""

from leads.alerts import recipients
from leads.clinics import clinic_of
from leads.models import Delivery, DeliveryKind, EnquiryForm, Lead
from leads.outbox import address_digest, new_message_id, queue


def form_of_lead(lead: Lead) -> EnquiryForm:
    """The form of the last enquiry, or the clinic's own, or one with the defaults."""
    last = lead.enquiries.select_related("form").exclude(form=None).order_by("-received_at", "-pk").first()
    return (last and last.form) or clinic_of(lead.site).default_form or EnquiryForm()


def addresses_of(lead: Lead) -> list[str]:
    """The owner's address; where nobody owns the lead, or the owner cannot be written to, the form's recipients."""
    owner = lead.owner
    if owner and owner.is_active and owner.email:
        return [owner.email]
    return recipients(form_of_lead(lead), clinic_of(lead.site))


def tell(lead: Lead, about: str, addresses: list[str], *, key: str, kind: str = DeliveryKind.REMINDER) -> None:
    """Queue a message to each address, once for all time under `key`; see `leads.reminders.mails` for its words."""
    queue(
        [
            Delivery(
                kind=kind,
                lead=lead,
                recipient=address,
                payload={"about": about},
                dedupe_key=f"{about}:{lead.pk}:{key}:{address_digest(address)}",
                message_id=new_message_id(),
            )
            for address in addresses
        ]
    )


def stamp(moment) -> str:
    """A moment as keys hold it: seconds since 1970."""
    return str(int(moment.timestamp()))
