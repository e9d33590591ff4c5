"""What the inbox can be narrowed by; a querystring can ask for nothing that is not declared here."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from leads.desk.permissions import lead_owners
from leads.desk.queues import OPEN, queue_choices
from leads.models import Lead

NOBODY = "nobody"


class QueueFilter(django_filters.ChoiceFilter):
    """Offers the queues. The inbox narrows by itself, because making no choice has a meaning too."""

    def filter(self, qs, value):
        return qs


class OwnerChoiceField(django_filters.fields.ModelChoiceField):
    """Owners under their full names, and the choice of leads without one."""

    def label_from_instance(self, obj):
        return self.null_label if obj == NOBODY else get_user_display_name(obj)


class OwnerFilter(django_filters.ModelChoiceFilter):
    """By owner, or by having none."""

    field_class = OwnerChoiceField


class LeadFilterSet(WagtailFilterSet):
    """The filters of the inbox."""

    status = QueueFilter(label=_("Status"), choices=queue_choices, empty_label=OPEN.label, widget=forms.RadioSelect)
    owner = OwnerFilter(
        label=_("Owner"),
        queryset=lambda request: lead_owners(),
        null_label=_("Nobody"),
        null_value=NOBODY,
        widget=forms.RadioSelect,
    )
    received = django_filters.DateFromToRangeFilter(
        label=_("Received"), field_name="last_enquiry_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = Lead
        fields = []
