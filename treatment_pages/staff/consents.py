"""Image consents in Wagtail admin: which are in force, which end soon, and where each is used."""

from datetime import date, timedelta

from django import forms
from django.db.models import Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.chooser import BaseSnippetChooseView, ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from treatment_pages.models import ImageConsent
from treatment_pages.staff.usage import UsageColumn, UsageIndexMixin

SOON = timedelta(days=30)


class ConsentStatus(TextChoices):
    """What a consent is worth today."""

    IN_FORCE = "in_force", _("In force")
    ENDS_SOON = "ends_soon", _("Ends soon")
    NOT_YET = "not_yet", _("Not yet given")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def status_of(consent: ImageConsent, day: date | None = None) -> ConsentStatus:
    """The status on a day (today); a withdrawal counts more than an expiry."""
    day = day or timezone.localdate()
    if consent.withdrawn_on and consent.withdrawn_on <= day:
        return ConsentStatus.WITHDRAWN
    if consent.expires_on and consent.expires_on < day:
        return ConsentStatus.EXPIRED
    if consent.given_on > day:
        return ConsentStatus.NOT_YET
    ends = min((end for end in (consent.expires_on, consent.withdrawn_on) if end), default=None)
    return ConsentStatus.ENDS_SOON if ends and ends <= day + SOON else ConsentStatus.IN_FORCE


def with_status(consents: QuerySet, status: str, day: date | None = None) -> QuerySet:
    """The consents of one status; agrees with `status_of`."""
    day = day or timezone.localdate()
    ending = Q(expires_on__lte=day + SOON) | Q(withdrawn_on__lte=day + SOON)
    kept = consents.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day))
    unexpired = kept.filter(Q(expires_on=None) | Q(expires_on__gte=day))
    given = unexpired.filter(given_on__lte=day)
    return {
        ConsentStatus.WITHDRAWN: consents.filter(withdrawn_on__lte=day),
        ConsentStatus.EXPIRED: kept.filter(expires_on__lt=day),
        ConsentStatus.NOT_YET: unexpired.filter(given_on__gt=day),
        ConsentStatus.ENDS_SOON: given.filter(ending),
        ConsentStatus.IN_FORCE: given.exclude(pk__in=given.filter(ending).values("pk")),
    }[status]


class ConsentFilterSet(WagtailFilterSet):
    """By status and by what was agreed to."""

    status = ChoiceFilter(label=_("Status"), choices=ConsentStatus.choices, method="filter_status")

    class Meta:
        model = ImageConsent
        fields = ["status", "scope"]

    def filter_status(self, consents: QuerySet, _name: str, status: str) -> QuerySet:
        return with_status(consents, status)


class StatusColumn(StatusTagColumn):
    """The status in words; a consent in force stands out."""

    def __init__(self) -> None:
        super().__init__("status", label=_("Status"), primary=_is_in_force, width="12%")

    def get_value(self, consent: ImageConsent):
        return status_of(consent).label


def _is_in_force(consent: ImageConsent) -> bool:
    return status_of(consent) == ConsentStatus.IN_FORCE


class DayColumn(Column):
    """A day as it stands in a calendar; how long ago it is would not say when a consent ends."""

    def get_value(self, consent: ImageConsent) -> str:
        day = super().get_value(consent)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


def named(consents: QuerySet, words: str) -> QuerySet:
    """The consents whose reference holds all words; a full-text search takes a reference such as C-2026-014 apart."""
    for word in words.split()[:10]:
        consents = consents.filter(reference__icontains=word)
    return consents


class ConsentIndexView(UsageIndexMixin, IndexView):
    """The consents with the number of places that rest on each."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        return named(queryset, self.search_query) if self.is_searching else queryset


class ConsentSearchForm(BaseFilterForm):
    """The search of the chooser."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return named(super().filter(objects), self.search_query or "")


class ConsentColumnsMixin(BaseSnippetChooseView):
    """Shows at the choice whether a consent may still be used."""

    filter_form_class = ConsentSearchForm

    @property
    def columns(self) -> list[Column]:
        scope = Column("get_scope_display", label=_("Agreed to"))
        return [*super().columns, StatusColumn(), scope, DayColumn("expires_on", label=_("Ends after"))]


class ConsentChooseView(ConsentColumnsMixin, ChooseView):
    pass


class ConsentChooseResultsView(ConsentColumnsMixin, ChooseResultsView):
    pass


class ConsentChooserViewSet(SnippetChooserViewSet):
    """Chooses the consent that a picture or a quotation rests on."""

    choose_view_class = ConsentChooseView
    choose_results_view_class = ConsentChooseResultsView


class ConsentViewSet(SnippetViewSet):
    """The consents of people shown or quoted."""

    model = ImageConsent
    icon = "key"
    menu_label = _("Image consents")
    menu_name = "image-consents"
    index_view_class = ConsentIndexView
    chooser_viewset_class = ConsentChooserViewSet
    filterset_class = ConsentFilterSet
    copy_view_enabled = False
    list_display = [
        "reference",
        StatusColumn(),
        Column("get_scope_display", label=_("Agreed to"), sort_key="scope", width="16%"),
        DayColumn("given_on", label=_("Given on"), sort_key="given_on", width="12%"),
        DayColumn("expires_on", label=_("Ends after"), sort_key="expires_on", width="12%"),
        DayColumn("withdrawn_on", label=_("Withdrawn on"), sort_key="withdrawn_on", width="12%"),
        UsageColumn(),
    ]
    ordering = "reference"
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [FieldRowPanel(["reference", "scope"]), FieldRowPanel(["given_on", "expires_on"])],
            heading=_("Consent"),
            help_text=_("The signed form stays in the clinic's records; this says what it allows, and how long."),
        ),
        FieldPanel("withdrawn_on"),
        FieldPanel("note"),
    ]
