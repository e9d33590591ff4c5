"""The columns of the inbox that Wagtail has no component for."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    ButtonsColumnMixin,
    Column,
    DateColumn,
    StatusTagColumn,
    Table,
    TitleColumn,
    UserColumn,
)

from leads.desk.next_date import next_date
from leads.desk.response_clock import read_clock


class NameColumn(ButtonsColumnMixin, TitleColumn):
    """The person's name with the subject below, and the menu of steps beside it."""

    cell_template_name = "leads/desk/name_cell.html"

    def __init__(self, *args, make_buttons, **kwargs):
        super().__init__(*args, **kwargs)
        self.make_buttons = make_buttons

    def get_buttons(self, instance, parent_context):
        return self.make_buttons(instance)


class OwnerColumn(UserColumn):
    """Who works on the lead; says so when nobody does."""

    cell_template_name = "leads/desk/owner_cell.html"


class ClockColumn(Column):
    """The state of the promised answer: the one thing in the listing that has a colour."""

    cell_template_name = "leads/desk/clock_cell.html"

    def get_value(self, instance):
        return read_clock(instance)


class NextColumn(Column):
    """The date that the lead waits for."""

    cell_template_name = "leads/desk/next_cell.html"

    def get_value(self, instance):
        return next_date(instance)


class CallColumn(Column):
    """A button that dials, where there is a number."""

    cell_template_name = "leads/desk/call_cell.html"


class LeadTable(Table):
    """The inbox's table; unread rows are marked, and the keyboard finds in each what it can do there."""

    classname = "listing leads-inbox"

    def __init__(self, *args, get_take_url=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.get_take_url = get_take_url

    def get_caption(self):
        return _("Leads")

    def get_row_classname(self, instance):
        return "leads-inbox__row--unread" if instance.is_unread else ""

    def get_row_attrs(self, instance):
        take = self.get_take_url(instance) if self.get_take_url else ""
        return super().get_row_attrs(instance) | {"data-leads-row": True} | ({"data-take-url": take} if take else {})


def checkbox_column() -> Column:
    """Selects rows for what can be done with several at once."""
    return BulkActionsCheckboxColumn("bulk_actions", obj_type="lead")


def lead_columns(get_url, make_buttons) -> list[Column]:
    """The inbox's columns; the callables give a lead's address and the steps of its menu."""
    return [
        ClockColumn("reply", label=_("First answer"), sort_key="due", classname="leads-inbox__reply"),
        NameColumn("name", label=_("Name"), sort_key="name", width="25%", get_url=get_url, make_buttons=make_buttons),
        CallColumn("call", label=_("Call"), classname="leads-inbox__call"),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            classname="leads-inbox__status",
            primary=True,
        ),
        OwnerColumn("owner", label=_("Owner"), sort_key="owner", classname="leads-inbox__owner"),
        NextColumn("next", label=_("Next"), sort_key="follow_up", classname="leads-inbox__next"),
        DateColumn("last_enquiry_at", label=_("Last enquiry"), sort_key="received", classname="leads-inbox__received"),
    ]
