"""Finding an enquiry that was held back, and narrowing the list of them."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.forms.search import SearchForm

from leads.desk.permissions import visible_enquiries
from leads.desk.recent import nth_newest, recent_hits
from leads.desk.search import ENQUIRY_REFERENCE, PHONE, PHONE_TAIL, digits_of, spellings, split_terms
from leads.models import Enquiry, Verdict
from leads.models.enquiry import EnquiryQuerySet

NEWEST = 10_000
"""Enquiries of a verdict that are read in turn, the newest."""
SEARCHED = ("name", "email", "phone", "subject", "message", "reference")


class VerdictFilter(django_filters.ChoiceFilter):
    """Offers what was confirmed; the listing narrows by itself, because making no choice has a meaning too."""

    def filter(self, qs, value):
        return qs


class QuarantineFilterSet(WagtailFilterSet):
    """The filters of the quarantine; a querystring can ask for nothing else."""

    show = VerdictFilter(
        label=_("Show"),
        choices=[(Verdict.SPAM.value, Verdict.SPAM.label)],
        empty_label=_("Waiting for a look"),
        widget=forms.RadioSelect,
    )
    received = django_filters.DateFromToRangeFilter(
        label=_("Received"), field_name="received_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = Enquiry
        fields = []


def verdict_shown(filters: QuarantineFilterSet) -> str:
    """The verdict that is listed: confirmed spam where that was chosen, what waits for a look otherwise."""
    filters.is_valid()
    return filters.form.cleaned_data.get("show") or Verdict.QUARANTINED.value


def search_enquiries(enquiries: EnquiryQuerySet, query: str, verdict: str) -> EnquiryQuerySet:
    """Enquiries of a verdict with every word of the query in any of: name, e-mail, phone, subject, message, reference.

    They are looked for among the newest `NEWEST` of that verdict; a reference finds older ones too.
    """
    terms = split_terms(query)
    if not terms:
        return enquiries
    found, named = Q(), Q()
    for term in terms:
        fits = by_phone(term)
        for field in SEARCHED:
            for spelling in spellings(term):
                fits |= Q(**{f"{field}__icontains": spelling})
        found &= fits
        named |= by_reference(term)
    since = nth_newest(Enquiry.objects.filter(verdict=verdict), NEWEST, "received_at")
    return enquiries.filter(pk__in=recent_hits(enquiries, found, since=since, by="received_at", named=named))


def by_reference(term: str) -> Q:
    """E-7K4M2Q or 7K4M2Q."""
    match = ENQUIRY_REFERENCE.fullmatch(term)
    return Q(reference=f"E-{(match[1] or match[2]).upper()}") if match else Q()


def by_phone(term: str) -> Q:
    """The end of a number, however it was typed."""
    digits = digits_of(term)
    if not PHONE.fullmatch(term) or len(digits) < 3:
        return Q()
    return Q(phone_e164__contains=digits[-PHONE_TAIL:].lstrip("0") or digits)


def in_listing(request) -> EnquiryQuerySet:
    """All that the listing shows for the request's querystring, on whichever page."""
    filters = QuarantineFilterSet(request.GET, queryset=visible_enquiries(request.user, "change"), request=request)
    enquiries = filters.filter_queryset(filters.queryset) if filters.is_valid() else filters.queryset
    verdict = verdict_shown(filters)
    enquiries = enquiries.filter(verdict=verdict)
    search = SearchForm(request.GET)
    return search_enquiries(enquiries, search.cleaned_data["q"], verdict) if search.is_valid() else enquiries
