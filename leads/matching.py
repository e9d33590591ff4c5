"""Which lead an enquiry belongs to."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection
from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from leads.later import Later
from leads.models import CLOSED_STATUSES, Enquiry, Lead
from leads.prepared import Parameter, Prepared, cursor_of
from leads.visitor_text import without_marks

phonenumbers = Later("phonenumbers")

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
        return sorted({lock_number(f"{kind}:{key}") for kind, key in contacts.items() if key})


class Match(NamedTuple):
    """The lead that an enquiry joins, or else the one that a new lead may be a duplicate of."""

    lead: Lead | None
    possible_duplicate: Lead | None = None


def contact_keys(email: str, phone: str, region: str) -> ContactKeys:
    """Comparable forms of what was typed; `region` is the country of phone numbers without a country code."""
    return ContactKeys(email_key(email), phone_e164(phone, region), typed_key(phone))


def keys_of(enquiry: Enquiry) -> ContactKeys:
    """The same of a stored enquiry, as they were when it came."""
    return ContactKeys(enquiry.email_key, enquiry.phone_e164, typed_key(enquiry.phone))


def typed_key(phone: str) -> str:
    """A phone by its digits alone; one without digits as it was typed."""
    return "".join(character for character in phone if character.isdigit()) or phone.strip()


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


def lock_number(name: str) -> int:
    """The number (64 bits, signed) that stands for what is locked."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


def lock_contacts(*people: ContactKeys) -> None:
    """Wait until no other capture works on these people; held until the transaction ends."""
    lock(sorted({number for keys in people for number in keys.locks}))


def lock_desk() -> None:
    """Wait until nobody else at the desk files enquiries under leads: one who does locks several leads at once."""
    lock([lock_number("desk")])


def lock(numbers: list[int]) -> None:
    """Take locks until the transaction ends, in the order given.

    SQLite needs no lock of its own: its transactions begin IMMEDIATE, so only one of them writes.
    """
    if connection.vendor != "postgresql":
        return
    if numbers:
        with cursor_of(connection) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(number) FROM unnest(%s::bigint[]) AS number", [numbers])


def find_lead(site, keys: ContactKeys) -> Match:
    """The person's lead on this site: an open one before a closed one, the latest first.

    The same e-mail is the same person, also one that an earlier enquiry of the lead gave. A phone is often shared, so
    it decides only where e-mails do not contradict.
    """
    known = known_contacts(keys)
    if not known:
        return Match(None)
    leads = Lead.objects.select_for_update().filter(site=site, emptied_into=None)
    if "email" in known and (lead := latest(leads.filter(known_by("email_key", keys.email)))):
        return Match(lead)
    if "phone" not in known:
        return Match(None)
    same_phone = leads.filter(known_by("phone_e164", keys.phone))
    agreeing = same_phone.filter(email_key="").exclude(has_email()) if keys.email else same_phone
    if lead := latest(agreeing):
        return Match(lead)
    return Match(None, possible_duplicate=latest(same_phone))


def known_contacts(keys: ContactKeys) -> set[str]:
    """Which of “email” and “phone” were met before, on whatever site; most people write for the first time."""
    return {contact for (contact,) in contacts_met.all(email=keys.email or None, phone=keys.phone or None)}


def meet() -> QuerySet:
    """A row for each contact that a lead or an enquiry has; each is looked up in its own index."""
    contacts = {
        "email": Q(email_key=Parameter("email", CharField())),
        "phone": Q(phone_e164=Parameter("phone", CharField())),
    }
    first, *others = (
        model.objects.filter(same).order_by().values_list(Value(contact))
        for model in (Lead, Enquiry)
        for contact, same in contacts.items()
    )
    return first.union(*others)


contacts_met = Prepared(meet)


def known_by(field: str, key: str) -> Q:
    """Leads that have a contact key themselves or in one of their enquiries; each is looked up in its own index."""
    own = Lead.objects.filter(**{field: key}).order_by().values("pk")
    sent = Enquiry.objects.filter(**{field: key}, lead__isnull=False).order_by().values("lead")
    return Q(pk__in=own.union(sent))


def has_email() -> Exists:
    """Whether any enquiry of a lead gave an e-mail."""
    return Exists(Enquiry.objects.filter(lead=OuterRef("pk")).exclude(email_key=""))


def latest(leads: QuerySet) -> Lead | None:
    """The open lead with the last enquiry, or else the closed one."""
    is_closed = Case(When(status__in=CLOSED_STATUSES, then=1), default=0)
    return leads.order_by(is_closed, "-last_enquiry_at", "-pk").first()
