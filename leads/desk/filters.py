"""What the inbox can be narrowed by; a querystring can ask for nothing that is not declared here."""

import django_filters
from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from leads.desk.permissions import colleagues
from leads.desk.suggestions import SuggestingInput, recent_values
from leads.models import Lead, LeadQuerySet, LeadSource, LeadStatus

NOBODY = "nobody"
OVERDUE, WAITING = "overdue", "waiting"
DUE, PLANNED = "due", "planned"
SUGGESTED = {"subject": "subject", "page": "page_title"}
"""Filters that are typed, with suggestions from the latest leads, and the columns they compare."""
LETTER_BY_LETTER = _("Choose a suggestion, or type all of it and press Enter.")


class OwnerChoiceField(django_filters.fields.ModelChoiceField):
    """Owners under their full names, and the choice of leads without one."""

    def label_from_instance(self, obj):
        return self.null_label if obj == NOBODY else get_user_display_name(obj)


class OwnerFilter(django_filters.ModelChoiceFilter):
    """By owner, or by having none."""

    field_class = OwnerChoiceField


class LeadFilterSet(WagtailFilterSet):
    """The filters of the inbox; a value that is none narrows nothing, and the others still count."""

    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=LeadStatus.choices, empty_label=_("Any"), widget=forms.RadioSelect
    )
    owner = OwnerFilter(
        label=_("Owner"),
        queryset=None,
        empty_label=_("Anybody"),
        null_label=_("Nobody"),
        null_value=NOBODY,
        widget=forms.RadioSelect,
    )
    subject = django_filters.CharFilter(
        label=_("Subject"), max_length=255, widget=SuggestingInput, help_text=LETTER_BY_LETTER
    )
    page = django_filters.CharFilter(
        label=_("Page"), field_name="page_title", max_length=255, widget=SuggestingInput, help_text=LETTER_BY_LETTER
    )
    source = django_filters.ChoiceFilter(
        label=_("Source"), choices=LeadSource.choices, empty_label=_("Any"), widget=forms.RadioSelect
    )
    reply = django_filters.ChoiceFilter(
        label=_("First answer"),
        choices=[(OVERDUE, _("Overdue")), (WAITING, _("Not given yet"))],
        empty_label=_("Any"),
        widget=forms.RadioSelect,
        method="by_reply",
    )
    follow_up = django_filters.ChoiceFilter(
        label=_("Follow-up"),
        choices=[(DUE, _("Due")), (PLANNED, _("Planned for later"))],
        empty_label=_("Any"),
        widget=forms.RadioSelect,
        method="by_follow_up",
    )
    received = django_filters.DateFromToRangeFilter(
        label=_("Received"), field_name="last_enquiry_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = Lead
        fields = []

    def __init__(self, *args, user: Model, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["owner"].queryset = colleagues(user)
        suggestions = recent_values(user, SUGGESTED.values())
        for name, column in SUGGESTED.items():
            self.form.fields[name].widget.suggest(suggestions, column)

    @property
    def narrowing(self) -> dict[str, object]:
        """The filters in force with their values."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "")}

    @property
    def compares_letters(self) -> bool:
        """Whether a filter is in force that a typing error turns into nothing."""
        return not SUGGESTED.keys().isdisjoint(self.narrowing)

    @property
    def ignored(self) -> list[str]:
        """The labels of filters whose values mean nothing, and which narrow nothing."""
        return [str(self.form.fields[name].label) for name in self.form.errors]

    def keys_of(self, name: str) -> list[str]:
        """The keys of the querystring that hold a filter's value."""
        widget = self.form.fields[name].widget
        return [widget.suffixed(name, suffix) for suffix in getattr(widget, "suffixes", ())] or [name]

    def by_reply(self, leads: LeadQuerySet, name: str, value: str) -> LeadQuerySet:
        return leads.overdue() if value == OVERDUE else leads.waiting()

    def by_follow_up(self, leads: LeadQuerySet, name: str, value: str) -> LeadQuerySet:
        return leads.to_follow_up() if value == DUE else leads.open().filter(follow_up_at__gt=timezone.now())
