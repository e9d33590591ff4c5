"""The listing of enquiries that were held back: why, and what to do about them."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    ButtonsColumnMixin,
    Column,
    DateColumn,
    Table,
    TitleColumn,
)
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, ListingButton

from leads.desk.pagination import EnquiryPaginator
from leads.desk.permissions import forbidden, lead_policy, visible_enquiries
from leads.desk.quarantine.reasons import reasons_of
from leads.desk.quarantine.search import QuarantineFilterSet, search_enquiries, verdict_shown
from leads.desk.queues import count_queues
from leads.desk.tabs import build_tabs
from leads.models import Enquiry, Verdict


class SenderColumn(ButtonsColumnMixin, TitleColumn):
    """Who wrote, with the subject and the decisions below."""

    cell_template_name = "leads/desk/quarantine/sender_cell.html"

    def __init__(self, *args, make_buttons, **kwargs):
        super().__init__(*args, **kwargs)
        self.make_buttons = make_buttons

    def get_buttons(self, instance, parent_context):
        return self.make_buttons(instance)


class ReasonsColumn(Column):
    """Every reason as a sentence."""

    cell_template_name = "leads/desk/quarantine/reasons_cell.html"

    def get_value(self, instance):
        return reasons_of(instance)


class ScoreColumn(Column):
    """The points with their unit, since narrow screens show no headings."""

    def get_value(self, instance):
        return ngettext("%(n)d point", "%(n)d points", instance.spam_score) % {"n": instance.spam_score}


class QuarantineTable(Table):
    """Looks like the inbox."""

    classname = "listing leads-inbox leads-quarantine"


class Quarantine(generic.IndexView):
    """What waits for a look, newest first; a filter shows what was confirmed as spam."""

    template_name = "leads/desk/quarantine/listing.html"
    results_template_name = "leads/desk/quarantine/listing_results.html"
    page_title = _("Quarantine")
    model = Enquiry
    permission_policy = lead_policy
    permission_required = "view"
    any_permission_required = None
    paginate_by = 50
    paginator_class = EnquiryPaginator
    default_ordering = ["-received_at", "-pk"]
    filterset_class = QuarantineFilterSet
    table_class = QuarantineTable
    is_searchable = True
    show_export_buttons = False

    def dispatch(self, request, *args, **kwargs):
        if self.is_export:
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        enquiries = visible_enquiries(self.request.user).select_related("judged_by__wagtail_userprofile")
        return enquiries.defer("answers", "message")

    @cached_property
    def verdict(self) -> str:
        """The verdict that is listed."""
        return verdict_shown(self.filters)

    @cached_property
    def may_change(self) -> bool:
        return self.user_has_permission("change")

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).filter(verdict=self.verdict)

    def search_queryset(self, queryset):
        return search_enquiries(queryset, self.search_query, self.verdict)

    @cached_property
    def columns(self):
        columns = [
            SenderColumn(
                "name", label=_("Name"), width="32%", get_url=self.get_inspect_url, make_buttons=self.get_list_buttons
            ),
            ReasonsColumn("spam_reasons", label=_("Reasons"), classname="leads-quarantine__reasons"),
            ScoreColumn("spam_score", label=_("Score"), sort_key="spam_score", classname="leads-quarantine__score"),
            DateColumn(
                "received_at", label=_("Received"), sort_key="received_at", classname="leads-quarantine__received"
            ),
        ]
        has_bulk_actions = self.may_change and self.verdict == Verdict.QUARANTINED
        checkboxes = [BulkActionsCheckboxColumn("bulk_actions", obj_type="enquiry")] if has_bulk_actions else []
        return checkboxes + columns

    def get_list_buttons(self, instance):
        if not self.user_has_permission_for_instance("change", instance):
            return []
        return [step_button(*step, order) for order, step in enumerate(judging_steps(instance))]

    @cached_property
    def header_more_buttons(self):
        url = reverse("leads_lead_modeladmin_quarantine_signals")
        return [Button(_("How reliable are the reasons?"), url=url, icon_name="table", priority=10)]

    def get_breadcrumbs_items(self):
        inbox = {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")}
        return [*self.breadcrumbs_items, inbox, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "tabs": build_tabs(count_queues(self.request.user), None),
            "shows_spam": self.verdict == Verdict.SPAM,
        }


def judging_steps(enquiry: Enquiry) -> list[tuple[str, str, str]]:
    """Label, icon and address of what can be decided about an enquiry, the likeliest first."""
    steps = {
        Verdict.QUARANTINED: [(_("Release"), "lock-open", "release"), (_("Confirm spam"), "bin", "confirm_spam")],
        Verdict.SPAM: [(_("Not sure: back to quarantine"), "resubmit", "return_to_quarantine")],
    }
    return [
        (label, icon, reverse(f"leads_lead_modeladmin_{action}", args=[enquiry.pk]))
        for label, icon, action in steps.get(enquiry.verdict, [])
    ]


def step_button(label: str, icon: str, url: str, priority: int) -> ListingButton:
    """A button in a row, which posts and comes back to the listing."""
    attrs = {"data-controller": "w-action", "data-action": "w-action#post", "data-w-action-url-value": url}
    return ListingButton(label, icon_name=icon, attrs=attrs, priority=priority)
