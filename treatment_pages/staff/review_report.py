"""The report “Medical reviews”: every page with a review or without one, to look at, narrow down and export."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import get_page_content_types

from treatment_pages.reviews import (
    ReviewState,
    in_state,
    page_model,
    pages_with_reviews,
    reviewed_models,
    states_of,
)
from treatment_pages.staff.reports import REVIEWS

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True)
class ReviewRow:
    """One page as the report shows and exports it."""

    pk: int
    title: str
    type: str
    status: str
    reviewer: str
    reviewed_on: date | None
    due_on: date | None
    states: list[ReviewState]

    @property
    def state(self) -> str:
        """All states in words."""
        return ", ".join(str(state.label) for state in self.states)


def row_of(page) -> ReviewRow:
    """The row of a page of `pages_with_reviews`; a review without its reviewer is none."""
    is_reviewed = ReviewState.NEVER not in (states := states_of(page))
    return ReviewRow(
        pk=page.pk,
        title=page.get_admin_display_title(),
        type=str(page.page_type_display_name),
        status=str(page.status_string).capitalize(),
        reviewer=page.reviewer_name or "",
        reviewed_on=page.review_day if is_reviewed else None,
        due_on=page.review_due if is_reviewed else None,
        states=states,
    )


def reviewers(request):
    """Whoever is named as the reviewer of a page."""
    named = [model.objects.exclude(medical_reviewer=None).values("medical_reviewer") for model in reviewed_models()]
    return page_model().objects.filter(reduce(or_, (Q(pk__in=keys) for keys in named))).order_by("title")


def reviewed_types(request):
    """The page types that are reviewed."""
    names = [model._meta.model_name for model in reviewed_models()]
    return get_page_content_types(include_base_page_type=False).filter(model__in=names)


class ReviewFilterSet(WagtailFilterSet):
    """What the report can be narrowed by."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=ReviewState.choices, method="narrow_to_state", widget=forms.RadioSelect
    )
    reviewer = django_filters.ModelChoiceFilter(
        label=_("Reviewer"), queryset=reviewers, field_name="reviewer_id", method="narrow_to_reviewer"
    )
    content_type = ContentTypeFilter(label=_("Page type"), queryset=reviewed_types)

    class Meta:
        model = page_model()
        fields = ["state", "reviewer", "content_type", "live"]

    def narrow_to_state(self, queryset, name, value):
        return queryset.filter(in_state(value))

    def narrow_to_reviewer(self, queryset, name, value):
        return queryset.filter(reviewer_id=value.pk)


class StateColumn(Column):
    """How the review stands; what needs doing stands out."""

    cell_template_name = "treatment_pages/staff/review_state_cell.html"


class DayColumn(Column):
    """A day; on phones, where the table has no head, it says which."""

    cell_template_name = "treatment_pages/staff/labelled_cell.html"


class ReviewTable(Table):
    """The report's table, which phones show as blocks."""

    classname = "listing tp-desk-listing"


class ReviewReport(ReportView):
    """The pages that the user may edit, those never reviewed and longest overdue first."""

    page_title = _("Medical reviews")
    header_icon = "clipboard-list"
    index_url_name = REVIEWS
    index_results_url_name = f"{REVIEWS}_results"
    template_name = "treatment_pages/staff/review_report.html"
    results_template_name = "treatment_pages/staff/review_report_results.html"
    table_class = ReviewTable
    model = page_model()
    any_permission_required = ["change"]
    filterset_class = ReviewFilterSet
    default_ordering = "due_on"
    list_export = ["title", "type", "status", "reviewer", "reviewed_on", "due_on", "state"]
    export_filename = "medical-reviews"
    export_headings = {
        "title": _("Page"),
        "type": _("Page type"),
        "status": _("Status"),
        "reviewer": _("Reviewer"),
        "reviewed_on": _("Reviewed on"),
        "due_on": _("Due on"),
        "state": _("State"),
    }
    orderings = {"title": "title", "reviewer": "reviewer_name", "reviewed_on": "review_day", "due_on": "review_due"}
    """The columns that can be ordered by, and what of the page each orders by."""

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Page"), sort_key="title", width="26%", get_url=self.get_edit_url),
            Column("type", label=_("Page type"), width="13%"),
            Column("status", label=_("Status"), width="9%"),
            Column("reviewer", label=_("Reviewer"), sort_key="reviewer", width="15%"),
            DayColumn("reviewed_on", label=_("Reviewed on"), sort_key="reviewed_on", width="11%"),
            DayColumn("due_on", label=_("Due on"), sort_key="due_on", width="11%"),
            StateColumn("states", label=_("State"), width="15%"),
        ]

    def get_edit_url(self, row: ReviewRow) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row.pk])

    def get_base_queryset(self):
        return pages_with_reviews(self.request.user).annotate_approved_schedule().prefetch_workflow_states()

    def get_valid_orderings(self):
        return [sign + name for name in self.orderings for sign in ("", "-")]

    def order_queryset(self, queryset):
        column = F(self.orderings[self.ordering.removeprefix("-")])
        is_descending = self.ordering.startswith("-")
        order = column.desc(nulls_last=True) if is_descending else column.asc(nulls_first=True)
        return queryset.order_by(order, "title", "pk")

    def get_table(self, object_list):
        return super().get_table([row_of(page) for page in object_list])

    def decorate_paginated_queryset(self, object_list):
        return [row_of(page) for page in object_list]

    def preprocess_field_value(self, field, value, export_format):
        """A title that a spreadsheet would run as a formula stays text."""
        value = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and isinstance(value, str) and value.startswith(FORMULA_SIGNS):
            return f"'{value}"
        return value
