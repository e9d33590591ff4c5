"""Finding a lead by what somebody says on the phone: a name, a number, a reference."""

import re

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Replace

from leads.models import Enquiry, LeadQuerySet
from leads.models.enquiry import REFERENCE_ALPHABET

TERM_LIMIT = 8
"""Words that are looked at; a database refuses expressions of any depth."""
TERM_LENGTH = 100
"""Characters of a word that are looked at; SQLite refuses long patterns."""
PHONE_TAIL = 8
"""Digits that are compared at the end of a number: prefixes are typed in too many ways."""

PHONE = re.compile(r"[+()./\-\s\d]*\d[+()./\-\s\d]*", re.ASCII)
LEAD_REFERENCE = re.compile(r"l-?(\d{1,18})", re.ASCII | re.IGNORECASE)
ENQUIRY_REFERENCE = re.compile(rf"(?:e-([{REFERENCE_ALPHABET}]{{1,6}})|([{REFERENCE_ALPHABET}]{{6}}))", re.IGNORECASE)
PUNCTUATION = " -().+/"


def search_leads(leads: LeadQuerySet, query: str) -> LeadQuerySet:
    """Leads that match every word of the query in any of: name, e-mail, phone, subject, references."""
    for term in split_terms(query):
        leads = leads.annotate(phone_digits=bare_digits()).filter(matches(term))
    return leads


def split_terms(query: str) -> list[str]:
    """The words to look for; a query that is one phone number stays whole, however it is spaced."""
    if PHONE.fullmatch(query) and len(digits_of(query)) > 5:
        return [query]
    return [term[:TERM_LENGTH] for term in query.split()[:TERM_LIMIT]]


def matches(term: str) -> Q:
    """Whether a lead with `phone_digits` fits one word."""
    found = Q()
    for spelling in spellings(term):
        found |= Q(name__icontains=spelling) | Q(email__icontains=spelling) | Q(subject__icontains=spelling)
    return found | by_phone(term) | by_lead_reference(term) | by_enquiry_reference(term)


def spellings(term: str) -> set[str]:
    """The word in upper and lower case where it is not ASCII: SQLite folds only ASCII letters by itself."""
    return {term} if term.isascii() else {term, term.lower(), term.upper(), term.capitalize()}


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text, flags=re.ASCII)


def bare_digits():
    """The phone as it was typed, without what people put between the digits."""
    expression = F("phone")
    for character in PUNCTUATION:
        expression = Replace(expression, Value(character), Value(""))
    return expression


def by_phone(term: str) -> Q:
    """Three digits or more in a row of the number; of a long number its end decides."""
    digits = digits_of(term)
    if not PHONE.fullmatch(term) or len(digits) < 3:
        return Q()
    tail = digits[-PHONE_TAIL:].lstrip("0") or digits
    return Q(phone_digits__contains=tail) | Q(phone_e164__contains=tail)


def by_lead_reference(term: str) -> Q:
    """L-12, l12, or 12 alone."""
    match = LEAD_REFERENCE.fullmatch(term) or LEAD_REFERENCE.fullmatch(f"l{term}")
    return Q(pk=int(match[1])) if match else Q()


def by_enquiry_reference(term: str) -> Q:
    """E-7K4M2Q, its beginning while it is being typed, or 7K4M2Q alone."""
    match = ENQUIRY_REFERENCE.fullmatch(term)
    if not match:
        return Q()
    code = (match[1] or match[2]).upper()
    return Q(Exists(Enquiry.objects.filter(lead=OuterRef("pk"), reference__startswith=f"E-{code}")))
