"""The listing of leads: tabs, live search, filters, and the steps that need no look at the lead."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from leads.desk.bulk.registration import BulkButton, bulk_buttons
from leads.desk.columns import LeadTable, checkbox_column, lead_columns
from leads.desk.export.download import export_response, may_export
from leads.desk.listed import Listing
from leads.desk.pagination import CappedPaginator
from leads.desk.permissions import forbidden, lead_policy, visible_leads
from leads.desk.queues import ALL, count_queues
from leads.desk.saved_views.choice import offer_views
from leads.desk.shortcuts import SHORTCUTS
from leads.desk.sorting import build_orders
from leads.desk.steps import available_steps, seen_owner, step_url
from leads.desk.tabs import build_statuses, build_tabs


class Inbox(generic.IndexView):
    """Open leads, newest first, until a tab, a filter or a search asks for others; a search looks at all of them."""

    template_name = "leads/desk/inbox.html"
    results_template_name = "leads/desk/inbox_results.html"
    page_title = _("Leads")
    permission_required = "view"
    any_permission_required = None
    paginate_by = 50
    paginator_class = CappedPaginator
    table_class = LeadTable
    is_searchable = True

    def dispatch(self, request, *args, **kwargs):
        if not self.is_export:
            return super().dispatch(request, *args, **kwargs)
        if not may_export(request.user):
            return forbidden(request)
        return export_response(self.listing.all_leads, request.GET["export"], request.user)

    @cached_property
    def show_export_buttons(self) -> bool:
        return may_export(self.request.user)

    @cached_property
    def listing(self) -> Listing:
        return Listing(self.request.GET, self.request.user)

    @cached_property
    def filters(self):
        return self.listing.filters

    @cached_property
    def is_filtering(self):
        """Whether more than the tab narrows the listing."""
        return bool(self.filters.narrowing)

    def get_base_queryset(self):
        return visible_leads(self.request.user).select_related("owner__wagtail_userprofile")

    def filter_queryset(self, queryset):
        return self.listing.narrow(queryset)

    def search_queryset(self, queryset):
        found = self.listing.search(queryset)
        return found if self.is_export else self.listing.within_reach(found)

    def get_ordering(self):
        return self.listing.ordering

    def order_queryset(self, queryset):
        return self.listing.order(queryset)

    @cached_property
    def bulk_buttons(self) -> list[BulkButton]:
        """What the user may do with several leads at once."""
        return bulk_buttons(self.request.user)

    @cached_property
    def columns(self):
        checkboxes = [checkbox_column()] if self.bulk_buttons else []
        return checkboxes + lead_columns(self.get_inspect_url, self.get_list_buttons)

    def get_inspect_url(self, instance):
        """The lead's page, which leads on to its neighbours in this listing; after a search it does not."""
        url = super().get_inspect_url(instance)
        place = {"in": self.listing.querystring, "at": self.places[instance.pk]}
        return url if self.is_searching else f"{url}?{urlencode(place)}"

    def get_table(self, object_list):
        start = max(0, self.page.start_index() - 1)
        self.places = {lead.pk: place for place, lead in enumerate(object_list, start=start)}
        return super().get_table(object_list)

    def paginate_queryset(self, queryset, page_size):
        paginated = super().paginate_queryset(queryset, page_size)
        self.page = paginated[1]
        return paginated

    def get_table_kwargs(self):
        return super().get_table_kwargs() | {"get_take_url": self.get_take_url}

    def get_take_url(self, lead) -> str:
        """Where the keyboard posts to make a lead the user's own; empty when that cannot be done."""
        user = self.request.user
        may_take = lead.owner_id != user.pk and lead_policy.user_has_permission_for_instance(user, "assign", lead)
        return step_url("take", lead, seen_owner(lead)) if may_take else ""

    @cached_property
    def header_buttons(self):
        """For somebody who phones or walks in."""
        if not self.user_has_permission("add"):
            return []
        return [HeaderButton(_("Add lead"), url=reverse("leads_lead_modeladmin_add"), icon_name="plus")]

    @cached_property
    def header_more_buttons(self):
        messages = Button(_("Messages"), url=reverse("leads_lead_modeladmin_messages"), icon_name="mail", priority=10)
        views = Button(_("Saved views"), url=reverse("leads_lead_modeladmin_views"), icon_name="list-ul", priority=20)
        return [messages, views, *super().header_more_buttons]

    def get_list_more_buttons(self, instance):
        steps = available_steps(instance, self.request.user)
        return [step.as_row_button(priority) for priority, step in enumerate(steps)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        counts = count_queues(self.request.user)
        return context | {
            "listing": self.listing,
            "queue": self.listing.queue,
            "tabs": build_tabs(counts, self.listing.queue),
            "statuses": build_statuses(counts, self.filters.narrowing.get("status", "")),
            "orders": build_orders(self.request.GET, self.listing),
            "views": offer_views(self.request.user, self.listing),
            "shortcuts": SHORTCUTS,
            "has_no_leads": not counts[ALL.key],
        }
