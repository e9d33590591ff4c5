"""Finds everything that belongs to one person, by an e-mail address, a phone number or one of their leads.

An e-mail address is a person, also one that an earlier enquiry gave. A phone is often shared: from an address it leads
on only to leads that name no e-mail at all; others with the same phone are reported, and left alone.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from leads.matching import email_key, has_email, known_by, phone_e164
from leads.models import ClinicSettings, Enquiry, Lead
from leads.privacy.kept import KeptRows, Traces, kept_rows


class ContactError(Exception):
    """Raised for a text that is neither an e-mail address nor a phone number; the message is a sentence."""


@dataclass(frozen=True)
class Person:
    """The leads and enquiries of one person, and leads with the same phone that are somebody else's by e-mail.

    `kept` is what other apps keep of the person. `is_part` says that only what belongs to some sites is here, and
    nothing that belongs to none.
    """

    leads: list[Lead]
    enquiries: list[Enquiry]
    lookalikes: list[Lead]
    kept: list[tuple[KeptRows, list]] = field(default_factory=list)
    traces: Traces = field(default_factory=Traces)
    is_part: bool = False

    def __bool__(self) -> bool:
        return bool(self.leads or self.enquiries or self.kept)

    @property
    def emails(self) -> set[str]:
        """The addresses under which the person is known, normalised."""
        return {row.email_key for row in (*self.leads, *self.enquiries) if row.email_key}

    @property
    def held(self) -> list[Lead]:
        """Leads that a legal hold keeps."""
        return [lead for lead in self.leads if lead.is_held]

    @property
    def removable_leads(self) -> list[Lead]:
        """Leads without a legal hold."""
        return [lead for lead in self.leads if not lead.is_held]

    @property
    def removable_enquiries(self) -> list[Enquiry]:
        """Enquiries that no lead with a legal hold needs."""
        held = {lead.pk for lead in self.held}
        return [enquiry for enquiry in self.enquiries if enquiry.lead_id not in held]

    @property
    def removable_kept(self) -> list[tuple[KeptRows, list]]:
        """What other apps keep; all of it stays with a legal hold, because nobody can say what the case needs."""
        return [] if self.held else self.kept

    @property
    def is_removable(self) -> bool:
        """Whether there is anything to erase."""
        return bool(self.removable_leads or self.removable_enquiries or self.removable_kept)


def find_person(contact: str) -> Person:
    """Everything under an e-mail address or a phone number; ContactError when the text is neither."""
    contact = contact.strip()
    if "@" in contact:
        local, _at, domain = contact.rpartition("@")
        if not local or "." not in domain or any(sign.isspace() for sign in contact):
            raise ContactError(
                _("“%(text)s” is not an e-mail address. Write it like ada@example.com.") % {"text": contact}
            )
        return gather(emails={email_key(contact)})
    phones = {number for region in phone_regions() if (number := phone_e164(contact, region))}
    if not phones:
        raise ContactError(
            _("“%s” is neither an e-mail address nor a phone number. Write ada@example.com or +44 20 7946 0000.")
            % contact
        )
    return gather(phones=phones)


def person_of(lead: Lead) -> Person:
    """Everything of the person whose lead this is."""
    return gather(leads={lead.pk})


def part_of(person: Person, sites: Container[int | None]) -> Person:
    """What belongs to these sites, for somebody who has to do with no others."""
    leads = [lead for lead in person.leads if lead.site_id in sites]
    pks = {lead.pk for lead in leads}
    loose = {enquiry.pk for enquiry in person.enquiries if enquiry.lead_id is None and enquiry.site_id in sites}
    return replace(
        person,
        leads=leads,
        enquiries=[enquiry for enquiry in person.enquiries if enquiry.lead_id in pks or enquiry.pk in loose],
        lookalikes=[lead for lead in person.lookalikes if lead.site_id in sites],
        kept=[],
        traces=Traces(),
        is_part=True,
    )


def phone_regions() -> set[str]:
    """The countries in which numbers without a country code were read when they came."""
    return set(ClinicSettings.objects.values_list("phone_region", flat=True)) or {ClinicSettings().phone_region}


def gather(*, emails: Iterable[str] = (), phones: Iterable[str] = (), leads: Iterable[int] = ()) -> Person:
    """Follow addresses from lead to lead until no new one turns up; then what is known by phone alone."""
    emails, phones, pks = set(emails), set(phones), set(leads)
    pks |= pks_by("phone_e164", phones)
    while True:
        found = pks | pks_by("email_key", emails)
        known = emails | contacts_of("email_key", found)
        if found == pks and known == emails:
            break
        pks, emails = found, known
    phones |= contacts_of("phone_e164", pks)
    same_phone = Lead.objects.filter(pk__in=pks_by("phone_e164", phones))
    pks |= set(same_phone.filter(email_key="").exclude(has_email()).values_list("pk", flat=True))
    by_contact = Q(email_key__in=emails) | Q(email_key="", phone_e164__in=phones)
    leads = list(Lead.objects.filter(pk__in=pks).order_by("pk"))
    enquiries = list(Enquiry.objects.filter(Q(lead__in=pks) | Q(by_contact, lead=None)).order_by("received_at", "pk"))
    traces = traces_of(leads, enquiries, emails=emails, phones=phones)
    return Person(
        leads=leads,
        enquiries=enquiries,
        lookalikes=list(same_phone.exclude(pk__in=pks).order_by("pk")),
        kept=kept_of(traces),
        traces=traces,
    )


def traces_of(leads: list[Lead], enquiries: list[Enquiry], *, emails: set[str], phones: set[str]) -> Traces:
    """By what the person may be recognised elsewhere."""
    return Traces(
        names=frozenset(row.name for row in (*leads, *enquiries) if row.name),
        emails=frozenset(emails) - {""},
        phones=frozenset(phones) - {""},
        address_hashes=frozenset(enquiry.address_hash for enquiry in enquiries if enquiry.address_hash),
    )


def kept_of(traces: Traces) -> list[tuple[KeptRows, list]]:
    """What other apps keep of the person, where they keep anything."""
    found = [(kept, list(kept.of_person(traces))) for kept in kept_rows()]
    return [(kept, rows) for kept, rows in found if rows]


def pks_by(field: str, keys: set[str]) -> set[int]:
    """The leads that have one of the contact keys, themselves or in an enquiry."""
    return set(Lead.objects.filter(known_by(f"{field}__in", keys)).values_list("pk", flat=True)) if keys else set()


def contacts_of(field: str, pks: set[int]) -> set[str]:
    """The contact keys of leads and of their enquiries."""
    own = Lead.objects.filter(pk__in=pks).order_by().values_list(field)
    sent = Enquiry.objects.filter(lead__in=pks).order_by().values_list(field)
    return {key for (key,) in own.union(sent) if key}
