"""The listing of leads: tabs, live search, filters, and the steps that need no look at the lead."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from leads.desk.columns import LeadTable, lead_columns
from leads.desk.filters import LeadFilterSet
from leads.desk.ordering import order_leads
from leads.desk.permissions import forbidden
from leads.desk.queues import ALL, build_tabs, count_queues, find_queue
from leads.desk.search import search_leads
from leads.desk.steps import available_steps
from leads.models import Lead


class Inbox(generic.IndexView):
    """Open leads, newest first, until a tab, a filter or a search asks for others; a search looks at all of them."""

    template_name = "leads/desk/inbox.html"
    results_template_name = "leads/desk/inbox_results.html"
    page_title = _("Leads")
    permission_required = "view"
    any_permission_required = None
    paginate_by = 50
    default_ordering = "-received"
    filterset_class = LeadFilterSet
    table_class = LeadTable
    is_searchable = True
    show_export_buttons = False

    def dispatch(self, request, *args, **kwargs):
        if self.is_export:
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return Lead.objects.select_related("owner__wagtail_userprofile")

    @cached_property
    def queue(self):
        """The tab in force; a nonsense filter elsewhere in the querystring does not undo it."""
        self.filters.is_valid()
        return find_queue(self.filters.form.cleaned_data.get("status"), is_searching=self.is_searching)

    @cached_property
    def is_filtering(self):
        """Whether more than the tab narrows the listing: the tab shows itself."""
        return self.filters.is_valid() and bool(set(self.filters.form.changed_data) - {"status"})

    @cached_property
    def active_filters(self):
        return [active for active in super().active_filters if active.auto_id != self.filters.form["status"].auto_id]

    def filter_queryset(self, queryset):
        return self.queue.narrow(super().filter_queryset(queryset), self.request.user)

    def search_queryset(self, queryset):
        return search_leads(queryset, self.search_query)

    def order_queryset(self, queryset):
        return order_leads(queryset, self.ordering)

    @cached_property
    def columns(self):
        return lead_columns(self.get_inspect_url, self.get_list_buttons)

    def get_list_more_buttons(self, instance):
        steps = available_steps(instance, self.request.user)
        return [step.as_row_button(priority) for priority, step in enumerate(steps)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        counts = count_queues(self.request.user)
        return context | {
            "tabs": build_tabs(counts, self.queue),
            "queue": self.queue,
            "has_no_leads": not counts[ALL.key],
        }
