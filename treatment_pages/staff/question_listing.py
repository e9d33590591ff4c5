"""The listing of readers' questions: tabs with counts, search, filters."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from swapper import load_model
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, Table, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from treatment_pages.models import QuestionStatus, ReaderQuestion

ALL = "all"
TAB_LABELS = {
    QuestionStatus.HELD: _("Waiting"),
    QuestionStatus.QUARANTINED: _("Suspected spam"),
    QuestionStatus.PUBLISHED: _("Published"),
    QuestionStatus.MOVED: _("In the FAQ"),
    QuestionStatus.DECLINED: _("Declined"),
    ALL: _("All"),
}
EMPTY_TEXTS = {
    QuestionStatus.HELD: _("No question is waiting. New ones appear here by themselves."),
    QuestionStatus.QUARANTINED: _("Nothing is under suspicion."),
    QuestionStatus.PUBLISHED: _("No question is published. Answer a waiting one to publish it."),
    QuestionStatus.MOVED: _("No question was moved into a page’s FAQ yet."),
    QuestionStatus.DECLINED: _("No question was declined."),
    ALL: _("No reader has asked anything yet. Articles take questions where their page settings say so."),
}


@dataclass(frozen=True)
class Tab:
    """A status as the listing shows it."""

    label: str
    count: int
    querystring: str
    is_current: bool


class StatusFilter(django_filters.ChoiceFilter):
    """Offers the statuses; the listing narrows by itself, because making no choice has a meaning too."""

    def filter(self, qs, value):
        return qs


def asked_pages(request):
    """The pages that anybody asked about."""
    pages = load_model("wagtailcore", "Page").objects
    return pages.filter(pk__in=ReaderQuestion.objects.values("page")).order_by("title")


class QuestionFilterSet(WagtailFilterSet):
    """What the listing can be narrowed by; a querystring can ask for nothing else."""

    status = StatusFilter(
        label=_("Status"),
        choices=[(status, label) for status, label in TAB_LABELS.items() if status != QuestionStatus.HELD],
        empty_label=TAB_LABELS[QuestionStatus.HELD],
        widget=forms.RadioSelect,
    )
    page = django_filters.ModelChoiceFilter(label=_("Page"), queryset=asked_pages)
    received = django_filters.DateFromToRangeFilter(
        label=_("Received"), field_name="received_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = ReaderQuestion
        fields = []


class QuestionColumn(ButtonsColumnMixin, TitleColumn):
    """The first words of the question, who asked, and the menu of steps beside them."""

    cell_template_name = "treatment_pages/staff/reader_questions/question_cell.html"

    def __init__(self, *args, make_buttons, **kwargs):
        super().__init__(*args, **kwargs)
        self.make_buttons = make_buttons

    def get_buttons(self, instance, parent_context):
        return self.make_buttons(instance)


class PageColumn(Column):
    """The page that was asked about; one that was deleted keeps its title."""

    cell_template_name = "treatment_pages/staff/reader_questions/page_cell.html"


class StatusColumn(Column):
    """Where the question stands, and whether an answer is begun."""

    cell_template_name = "treatment_pages/staff/reader_questions/status_cell.html"


class QuestionTable(Table):
    """The listing's table, which phones show as blocks."""

    classname = "listing tp-desk-listing"


class QuestionListing(generic.IndexView):
    """Waiting questions, those without an answer first, until a tab or a search asks for others."""

    template_name = "treatment_pages/staff/reader_questions/listing.html"
    results_template_name = "treatment_pages/staff/reader_questions/listing_results.html"
    any_permission_required = ["change", "delete", "view"]
    filterset_class = QuestionFilterSet
    table_class = QuestionTable
    is_searchable = True
    show_export_buttons = False

    def get_base_queryset(self):
        return ReaderQuestion.objects.select_related("page")

    @cached_property
    def status(self) -> str:
        """The tab in force: the waiting ones, or all when somebody searches."""
        self.filters.is_valid()
        chosen = self.filters.form.cleaned_data.get("status")
        return chosen or (ALL if self.is_searching else QuestionStatus.HELD.value)

    @cached_property
    def is_filtering(self):
        """Whether more than the tab narrows the listing: the tab shows itself."""
        return self.filters.is_valid() and bool(set(self.filters.form.changed_data) - {"status"})

    @cached_property
    def active_filters(self):
        return [active for active in super().active_filters if active.auto_id != self.filters.form["status"].auto_id]

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        return queryset if self.status == ALL else queryset.filter(status=self.status)

    def search_queryset(self, queryset):
        """Every word must occur, in the question, the answer, the name or the page's title."""
        fields = ("text", "answer", "name", "page_title")
        for word in self.search_query.split()[:10]:
            queryset = queryset.filter(reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields)))
        return queryset

    def order_queryset(self, queryset):
        return queryset.in_order_of_work() if not self.ordering else super().order_queryset(queryset)

    @cached_property
    def columns(self):
        return [
            QuestionColumn(
                "text", label=_("Question"), width="46%", get_url=self.get_page_url, make_buttons=self.get_list_buttons
            ),
            PageColumn("page_title", label=_("Page"), sort_key="page_title", width="24%"),
            StatusColumn("status", label=_("Status"), width="16%"),
            DateColumn("received_at", label=_("Received"), sort_key="received_at", width="14%"),
        ]

    def get_page_url(self, question) -> str:
        """The question's page, for everybody who may see the listing."""
        return reverse(self.edit_url_name, args=[question.pk])

    def get_list_more_buttons(self, instance):
        buttons = []
        may_change = self.user_has_permission("change")
        if may_change and instance.status == QuestionStatus.QUARANTINED:
            buttons.append(release_button(reverse("reader_questions_admin:put_back", args=[instance.pk])))
        if may_change and instance.status in {QuestionStatus.HELD, QuestionStatus.QUARANTINED}:
            url = reverse("reader_questions_admin:decline", args=[instance.pk])
            buttons.append(Button(_("Decline"), url=url, icon_name="cross", priority=20))
        if self.user_has_permission("delete"):
            url = reverse(self.delete_url_name, args=[instance.pk])
            buttons.append(Button(_("Delete"), url=url, icon_name="bin", priority=30))
        return buttons

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "tabs": build_tabs(self.status),
            "empty_text": EMPTY_TEXTS[self.status],
            "is_narrowed": self.is_searching or self.is_filtering,
        }


def release_button(url: str) -> Button:
    """Puts a suspected question among the waiting ones with one click."""
    attrs = {"data-controller": "w-action", "data-action": "w-action#post", "data-w-action-url-value": url}
    return Button(_("Not spam: release"), icon_name="check", attrs=attrs, priority=10)


def build_tabs(current: str) -> list[Tab]:
    """The statuses with how many questions each holds; one query."""
    counts = ReaderQuestion.objects.count_by_status()
    counts[ALL] = sum(counts.values())
    return [
        Tab(label, counts[status], "" if status == QuestionStatus.HELD else f"?status={status}", status == current)
        for status, label in TAB_LABELS.items()
    ]
