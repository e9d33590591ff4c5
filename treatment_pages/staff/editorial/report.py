"""The report “Content checks”: what the checks found on all pages, to look at, narrow down and export."""

from dataclasses import dataclass
from urllib.parse import quote

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.page_checks import findings_for
from treatment_pages.models import PageFinding
from treatment_pages.reviews import page_model
from treatment_pages.staff.reports import CHECKS
from treatment_pages.staff.review_report import FORMULA_SIGNS

TEMPLATES = "treatment_pages/staff/editorial"


@dataclass(frozen=True)
class FindingRow:
    """One finding as the report shows and exports it."""

    pk: int
    title: str
    severity: str
    severity_label: str
    rule: str
    explanation: str
    fix: str
    sentence: str
    owner: str
    status: str
    place: str
    """What the editor is opened at; "" for the page as a whole."""


def row_of(finding: PageFinding) -> FindingRow:
    """The row of a finding that was read with its page and the page's owner."""
    page = finding.check_of.page
    has_place = finding.block_id or finding.path
    return FindingRow(
        pk=page.pk,
        title=page.get_admin_display_title(),
        severity=finding.severity,
        severity_label=str(finding.get_severity_display()),
        rule=finding.rule,
        explanation=finding.explanation,
        fix=finding.fix,
        sentence=finding.sentence,
        owner=str(page.owner.get_full_name() or page.owner) if page.owner else "",
        status=str(_("Published") if page.live else _("Draft")),
        place=f"#tp-show={quote(finding.block_id)}/{quote(finding.path)}" if has_place else "",
    )


def owners(request) -> QuerySet:
    """Whoever owns a page that something was found on, as far as the user may edit the page."""
    keys = findings_for(request.user).order_by().values("check_of__page__owner") if request else []
    return get_user_model()._default_manager.filter(pk__in=keys)


def found_rules() -> list[tuple[str, str]]:
    """The rules that found something."""
    rules = PageFinding.objects.exclude(rule="").order_by("rule").values_list("rule", flat=True).distinct()
    return [(rule, rule) for rule in rules]


class FindingFilterSet(WagtailFilterSet):
    """What the report can be narrowed by."""

    severity = django_filters.ChoiceFilter(label=_("Severity"), choices=Severity.choices, widget=forms.RadioSelect)
    rule = django_filters.ChoiceFilter(label=_("Rule"), choices=found_rules)
    page = django_filters.CharFilter(label=_("Page"), field_name="check_of__page__title", method="narrow_to_title")
    owner = django_filters.ModelChoiceFilter(label=_("Owner"), queryset=owners, field_name="check_of__page__owner")
    live = django_filters.BooleanFilter(label=_("Published"), field_name="check_of__page__live")

    class Meta:
        model = PageFinding
        fields = ["severity", "rule", "page", "owner", "live"]

    def narrow_to_title(self, queryset, name, value):
        for word in value.replace("\x00", "").split()[:10]:
            queryset = queryset.filter(check_of__page__draft_title__icontains=word)
        return queryset


class FoundColumn(Column):
    """The sentence, what was found and what to do."""

    cell_template_name = f"{TEMPLATES}/found_cell.html"


class SeverityColumn(Column):
    """How much it matters; errors stand out."""

    cell_template_name = f"{TEMPLATES}/severity_cell.html"


class FindingTable(Table):
    """The report's table, which phones show as blocks."""

    classname = "listing tp-desk-listing tp-found-listing"


class ContentChecksReport(ReportView):
    """The findings on pages that the user may edit, the most serious first."""

    page_title = _("Content checks")
    header_icon = "glasses"
    index_url_name = CHECKS
    index_results_url_name = f"{CHECKS}_results"
    template_name = f"{TEMPLATES}/report.html"
    results_template_name = f"{TEMPLATES}/report_results.html"
    table_class = FindingTable
    model = PageFinding
    any_permission_required = ["change"]
    filterset_class = FindingFilterSet
    default_ordering = "-severity"
    list_export = ["title", "severity_label", "rule", "sentence", "explanation", "fix", "owner", "status"]
    export_filename = "content-checks"
    export_headings = {
        "title": _("Page"),
        "severity_label": _("Severity"),
        "rule": _("Rule"),
        "sentence": _("Sentence"),
        "explanation": _("What was found"),
        "fix": _("What to do"),
        "owner": _("Owner"),
        "status": _("Status"),
    }
    orderings = {
        "title": "check_of__page__draft_title",
        "severity": "rank",
        "rule": "rule",
        "owner": "check_of__page__owner__username",
    }
    """The columns that can be ordered by, and what of the finding each orders by."""

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Page"), sort_key="title", width="25%", get_url=self.get_edit_url),
            SeverityColumn("severity_label", label=_("Severity"), sort_key="severity", width="9%"),
            Column("rule", label=_("Rule"), sort_key="rule", width="7%"),
            FoundColumn("explanation", label=_("What was found"), width="41%"),
            Column("owner", label=_("Owner"), sort_key="owner", width="10%"),
            Column("status", label=_("Status"), width="8%"),
        ]

    @cached_property
    def permission_policy(self):
        """Findings are for those who edit pages."""
        return policy_registry.get_by_type(page_model())

    def get_edit_url(self, row: FindingRow) -> str:
        return reverse("wagtailadmin_pages:edit", args=[row.pk]) + row.place

    def get_base_queryset(self):
        return findings_for(self.request.user).select_related("check_of__page__owner")

    def get_valid_orderings(self):
        return [sign + name for name in self.orderings for sign in ("", "-")]

    def order_queryset(self, queryset):
        column = F(self.orderings[self.ordering.removeprefix("-")])
        order = column.desc(nulls_last=True) if self.ordering.startswith("-") else column.asc(nulls_first=True)
        return queryset.order_by(order, "-rank", "check_of__page__draft_title", "pk")

    def get_table(self, object_list):
        return super().get_table([row_of(finding) for finding in object_list])

    def decorate_paginated_queryset(self, object_list):
        return [row_of(finding) for finding in object_list]

    def preprocess_field_value(self, field, value, export_format):
        """A text that a spreadsheet would run as a formula stays text."""
        value = super().preprocess_field_value(field, value, export_format)
        if export_format == self.FORMAT_CSV and isinstance(value, str) and value.startswith(FORMULA_SIGNS):
            return f"'{value}"
        return value
