"""Finding a lead by what somebody says on the phone: a name, a number, a reference."""

import re

from django.db.models import Q

from leads.desk.hits import hits_among_newest, newest_hits
from leads.models import Enquiry, LeadQuerySet
from leads.models.enquiry import REFERENCE_ALPHABET

TERM_LIMIT = 8
"""Words that are looked at; a database refuses expressions of any depth."""
TERM_LENGTH = 100
"""Characters of a word that are looked at; SQLite refuses long patterns."""
PHONE_TAIL = 8
"""Digits that are compared at the end of a number: prefixes are typed in too many ways."""
SHORTEST = 3
"""Characters in a row by which an index finds something: digits of a number, characters of a reference's code."""

PHONE = re.compile(r"[+()./\-\s\d]*\d[+()./\-\s\d]*", re.ASCII)
LEAD_REFERENCE = re.compile(r"l-?(\d{1,18})", re.ASCII | re.IGNORECASE)
ENQUIRY_REFERENCE = re.compile(rf"(?:e-([{REFERENCE_ALPHABET}]{{1,6}})|([{REFERENCE_ALPHABET}]{{6}}))", re.IGNORECASE)
INDEXED = re.compile(rf"[^\W_]{{{SHORTEST}}}")


def search_leads(leads: LeadQuerySet, query: str) -> LeadQuerySet:
    """Leads that match every word of the query in any of: name, e-mail, phone, subject, references.

    Those with the newest enquiries, where there are more than `hits.HIT_LIMIT`. Words of one or two characters alone
    are looked for among the newest `hits.NEWEST` leads.
    """
    terms = split_terms(query)
    if not terms:
        return leads
    found = Q()
    for term in terms:
        found &= matches(term)
    if any(map(is_indexed, terms)):
        return leads.filter(pk__in=newest_hits(leads, found))
    named = {lead_named_by(term) for term in terms} - {None}
    return leads.filter(pk__in=hits_among_newest(leads, found, named))


def split_terms(query: str) -> list[str]:
    """The words to look for; a query that is one phone number stays whole, however it is spaced."""
    if PHONE.fullmatch(query) and len(digits_of(query)) > 5:
        return [" ".join(query.split())]
    return [term[:TERM_LENGTH] for term in query.split()[:TERM_LIMIT]]


def matches(term: str) -> Q:
    """Whether a lead with what `hits` compares fits one word."""
    found = Q()
    for spelling in spellings(term):
        found |= Q(words__icontains=spelling)
    return found | by_phone(term) | by_lead_reference(term) | by_enquiry_reference(term)


def is_indexed(term: str) -> bool:
    """Whether an index of trigrams knows where the word occurs."""
    return bool(INDEXED.search(term))


def spellings(term: str) -> set[str]:
    """The word in upper and lower case where it is not ASCII: SQLite folds only ASCII letters by itself."""
    return {term} if term.isascii() else {term, term.lower(), term.upper(), term.capitalize()}


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text, flags=re.ASCII)


def by_phone(term: str) -> Q:
    """Three digits or more in a row of the number; of a long number its end decides."""
    digits = digits_of(term)
    if not PHONE.fullmatch(term) or len(digits) < SHORTEST:
        return Q()
    return Q(digits__contains=tail_of(digits))


def tail_of(digits: str) -> str:
    """The end of a number without the zeros before it, which are written only inside the country."""
    tail = digits[-PHONE_TAIL:].lstrip("0")
    return tail if len(tail) >= SHORTEST else digits[-PHONE_TAIL:]


def by_lead_reference(term: str) -> Q:
    key = lead_named_by(term)
    return Q() if key is None else Q(pk=key)


def lead_named_by(term: str) -> int | None:
    """The key in L-12, l12, or 12 alone."""
    match = LEAD_REFERENCE.fullmatch(term) or LEAD_REFERENCE.fullmatch(f"l{term}")
    return int(match[1]) if match else None


def by_enquiry_reference(term: str) -> Q:
    """E-7K4M2Q, its beginning while it is being typed, or 7K4M2Q alone."""
    match = ENQUIRY_REFERENCE.fullmatch(term)
    code = (match[1] or match[2]).upper() if match else ""
    if len(code) < SHORTEST:
        return Q()
    sent = Enquiry.objects.filter(reference__startswith=f"E-{code}", lead__isnull=False)
    return Q(pk__in=list(sent.order_by().values_list("lead", flat=True)))
