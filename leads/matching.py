"""Which lead an enquiry belongs to."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

import phonenumbers
from django.db import connection
from django.db.models import Case, QuerySet, When

from leads.models import CLOSED_STATUSES, Lead
from leads.visitor_text import without_marks

KEY_LENGTH = 254
"""Characters of `Lead.email_key`; a normalised address may be longer than the typed one."""


@dataclass(frozen=True)
class ContactKeys:
    """A person's contact data made comparable; "" where there is none."""

    email: str
    phone: str
    typed_phone: str

    @property
    def locks(self) -> list[int]:
        """Numbers (64 bits, signed) to lock for this person, sorted so that two captures never wait for each other."""
        contacts = {"email": self.email, "phone": self.phone or self.typed_phone}
        digests = (hashlib.sha256(f"{kind}:{key}".encode()).digest() for kind, key in contacts.items() if key)
        return sorted({int.from_bytes(digest[:8], signed=True) for digest in digests})


class Match(NamedTuple):
    """The lead that an enquiry joins, or else the one that a new lead may be a duplicate of."""

    lead: Lead | None
    possible_duplicate: Lead | None = None


def contact_keys(email: str, phone: str, region: str) -> ContactKeys:
    """Comparable forms of what was typed; `region` is the country of phone numbers without a country code."""
    digits = "".join(character for character in phone if character.isdigit())
    return ContactKeys(email_key(email), phone_e164(phone, region), digits or phone.strip())


def email_key(email: str) -> str:
    """The address without regard to case and to the spelling of its domain; different boxes stay different."""
    local, at, domain = without_marks(email).strip().casefold().rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode()
    return f"{local}{at}{domain}"[:KEY_LENGTH]


def phone_e164(phone: str, region: str) -> str:
    """The number as +44…, or "" when its digits make no number; possible is enough, it need not be in service."""
    try:
        number = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def lock_contacts(keys: ContactKeys) -> None:
    """Wait until no other capture works on this person; held until the transaction ends.

    SQLite needs no lock of its own: its transactions begin IMMEDIATE, so only one of them writes.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for number in keys.locks:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def find_lead(site, keys: ContactKeys) -> Match:
    """The person's lead on this site: an open one before a closed one, the latest first.

    The same e-mail is the same person. A phone is often shared, so it decides only where e-mails do not contradict.
    """
    leads = Lead.objects.select_for_update().filter(site=site)
    if keys.email and (lead := latest(leads.filter(email_key=keys.email))):
        return Match(lead)
    if not keys.phone:
        return Match(None)
    same_phone = leads.filter(phone_e164=keys.phone)
    agreeing = same_phone.filter(email_key="") if keys.email else same_phone
    if lead := latest(agreeing):
        return Match(lead)
    return Match(None, possible_duplicate=latest(same_phone))


def latest(leads: QuerySet) -> Lead | None:
    """The open lead with the last enquiry, or else the closed one."""
    is_closed = Case(When(status__in=CLOSED_STATUSES, then=1), default=0)
    return leads.order_by(is_closed, "-last_enquiry_at", "-pk").first()
