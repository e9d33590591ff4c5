"""The listing of all messages that were, or should have been, sent about enquiries and leads."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, ButtonsColumnMixin, Column, DateColumn, Table
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from leads.desk.messages.rows import delivery_steps
from leads.desk.messages.search import DeliveryFilterSet, search_deliveries
from leads.desk.pagination import MessagePaginator
from leads.desk.permissions import forbidden, lead_policy, visible_deliveries
from leads.models import Delivery, WebhookEndpoint


class MessageColumn(ButtonsColumnMixin, Column):
    """What kind of message, to whom, and the menu of steps beside it."""

    cell_template_name = "leads/desk/messages/message_cell.html"

    def __init__(self, *args, make_buttons, **kwargs):
        super().__init__(*args, **kwargs)
        self.make_buttons = make_buttons

    def get_buttons(self, instance, parent_context):
        return self.make_buttons(instance)


class AboutColumn(Column):
    """The lead with a link, and the enquiry."""

    cell_template_name = "leads/desk/messages/about_cell.html"


class StateColumn(Column):
    """The state as a sentence, and the last error."""

    cell_template_name = "leads/desk/messages/state_cell.html"


class MessageTable(Table):
    """Looks like the inbox."""

    classname = "listing leads-inbox leads-messages"


class Messages(generic.IndexView):
    """Every message, newest first, whatever became of it."""

    template_name = "leads/desk/messages/listing.html"
    results_template_name = "leads/desk/messages/listing_results.html"
    page_title = _("Messages")
    model = Delivery
    permission_policy = lead_policy
    permission_required = "view"
    any_permission_required = None
    paginate_by = 50
    paginator_class = MessagePaginator
    default_ordering = ["-created_at", "-pk"]
    filterset_class = DeliveryFilterSet
    table_class = MessageTable
    is_searchable = True
    show_export_buttons = False

    def dispatch(self, request, *args, **kwargs):
        if self.is_export:
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return (
            visible_deliveries(self.request.user)
            .select_related("lead", "enquiry", "endpoint")
            .defer("enquiry__answers", "payload")
        )

    @cached_property
    def may_change(self) -> bool:
        return self.user_has_permission("change")

    def search_queryset(self, queryset):
        return search_deliveries(queryset, self.search_query)

    @cached_property
    def columns(self):
        columns = [
            MessageColumn(
                "kind", label=_("Message"), classname="title", width="30%", make_buttons=self.get_list_buttons
            ),
            AboutColumn("lead", label=_("About"), classname="leads-messages__about"),
            StateColumn("state", label=_("State"), width="32%", classname="leads-messages__state"),
            Column("attempts", label=_("Attempts"), sort_key="attempts", classname="leads-messages__attempts"),
            DateColumn("created_at", label=_("Created"), sort_key="created_at", classname="leads-messages__created"),
        ]
        checkboxes = [BulkActionsCheckboxColumn("bulk_actions", obj_type="delivery")] if self.may_change else []
        return checkboxes + columns

    def get_list_more_buttons(self, instance):
        if not self.user_has_permission_for_instance("change", instance):
            return []
        return [step.as_row_button(order) for order, step in enumerate(delivery_steps(instance))]

    @cached_property
    def header_buttons(self):
        policy = policy_registry.get_by_type(WebhookEndpoint)
        if not policy.user_has_any_permission(self.request.user, {"add", "change", "view"}):
            return []
        url = reverse("wagtailsnippets_leads_webhookendpoint:list")
        return [HeaderButton(_("Webhooks"), url=url, icon_name="link-external")]

    def get_breadcrumbs_items(self):
        inbox = {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")}
        return [*self.breadcrumbs_items, inbox, {"url": "", "label": self.page_title}]
