"""How a person can be reached, with links that a phone or a computer opens by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from leads.models import Enquiry, Lead
from leads.templatetags.leads_tags import tel


@dataclass(frozen=True)
class Way:
    """One number or address as it was typed; `url` is empty where it is only words."""

    text: str
    url: str = ""
    whatsapp_url: str = ""


@dataclass(frozen=True)
class Contact:
    """What the lead says about its person, and what its enquiries gave besides."""

    phone: Way | None
    email: Way | None
    others: list[Way]


def contact_of(lead: Lead | Enquiry, enquiries: Iterable[Enquiry]) -> Contact:
    """The ways to reach the person; those of the enquiries once each, without those that the lead has."""
    enquiries = list(enquiries)
    known_phones, known_emails = {lead.phone, lead.phone_e164}, {lead.email.lower()}
    others = []
    for enquiry in enquiries:
        if enquiry.phone and not {enquiry.phone, enquiry.phone_e164 or enquiry.phone} & known_phones:
            others.append(phone_way(enquiry.phone, enquiry.phone_e164))
            known_phones |= {enquiry.phone, enquiry.phone_e164 or enquiry.phone}
        if enquiry.email and enquiry.email.lower() not in known_emails:
            others.append(email_way(enquiry.email))
            known_emails.add(enquiry.email.lower())
    return Contact(
        phone=phone_way(lead.phone, lead.phone_e164) if lead.phone else None,
        email=email_way(lead.email) if lead.email else None,
        others=others,
    )


def phone_way(phone: str, e164: str) -> Way:
    """A number; only one that is known internationally can be written to by WhatsApp."""
    digits = e164.lstrip("+")
    is_international = e164.startswith("+") and digits.isascii() and digits.isdecimal()
    return Way(phone, tel(e164 or phone), f"https://wa.me/{digits}" if is_international else "")


def email_way(address: str) -> Way:
    """An address; percent-encoded, so that it cannot add anything to the mail that it starts."""
    return Way(address, f"mailto:{quote(address, safe='@')}")
