"""Finding a message, and narrowing the list of them."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.forms.search import SearchForm

from leads.desk.permissions import visible_deliveries
from leads.desk.recent import HIT_LIMIT, nth_newest, recent_hits
from leads.desk.search import ENQUIRY_REFERENCE, SHORTEST, lead_named_by, split_terms
from leads.matching import email_key
from leads.models import Delivery, DeliveryKind, DeliveryState, Enquiry, Lead
from leads.models.delivery import DeliveryQuerySet

NEWEST = 40_000
"""Messages that are read in turn, the newest."""
ATTENTION = "attention"
"""The choice of messages that somebody should do something about."""


class StateFilter(django_filters.ChoiceFilter):
    """By state, or by needing attention: a visitor's mistyped address is given up too and needs none."""

    def filter(self, qs, value):
        return qs.dead() if value == ATTENTION else super().filter(qs, value)


class DeliveryFilterSet(WagtailFilterSet):
    """The filters of the messages; a querystring can ask for nothing else."""

    state = StateFilter(
        label=_("State"),
        choices=[(ATTENTION, _("Needs attention")), *DeliveryState.choices],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=DeliveryKind.choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    created = django_filters.DateFromToRangeFilter(
        label=_("Created"), field_name="created_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = Delivery
        fields = []


def search_deliveries(deliveries: DeliveryQuerySet, query: str) -> DeliveryQuerySet:
    """Messages with every word of the query in the recipient, the webhook's name, or a reference.

    Parts of words are looked for among the newest `NEWEST` messages; a reference, or the whole address of a person,
    finds older ones too.
    """
    terms = split_terms(query)
    if not terms:
        return deliveries
    found, named = Q(), Q()
    for term in terms:
        names = by_lead(term) | by_enquiry(term) | by_address(term)
        found &= Q(recipient__icontains=term) | Q(endpoint__description__icontains=term) | names
        named |= names
    since = nth_newest(Delivery.objects.all(), NEWEST, "created_at")
    return deliveries.filter(pk__in=recent_hits(deliveries, found, since=since, by="created_at", named=named))


def by_lead(term: str) -> Q:
    """L-12 or 12."""
    key = lead_named_by(term)
    return Q() if key is None else Q(lead=key)


def by_enquiry(term: str) -> Q:
    """E-7K4M2Q, its beginning, or 7K4M2Q."""
    match = ENQUIRY_REFERENCE.fullmatch(term)
    code = (match[1] or match[2]).upper() if match else ""
    if len(code) < SHORTEST:
        return Q()
    return keys_of("enquiry", Enquiry.objects.filter(reference__startswith=f"E-{code}"))


def by_address(term: str) -> Q:
    """Everything about the leads of the person whose whole address it is."""
    return keys_of("lead", Lead.objects.filter(email_key=email_key(term))) if "@" in term.strip("@") else Q()


def keys_of(relation: str, rows: QuerySet) -> Q:
    """Messages about one of these."""
    keys = list(rows.order_by().values_list("pk", flat=True)[:HIT_LIMIT])
    return Q(**{f"{relation}__in": keys}) if keys else Q()


def in_listing(request) -> DeliveryQuerySet:
    """All that the listing shows for the request's querystring, on whichever page."""
    filters = DeliveryFilterSet(request.GET, queryset=visible_deliveries(request.user, "change"), request=request)
    deliveries = filters.filter_queryset(filters.queryset) if filters.is_valid() else filters.queryset
    search = SearchForm(request.GET)
    return search_deliveries(deliveries, search.cleaned_data["q"]) if search.is_valid() else deliveries
