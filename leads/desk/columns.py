"""The columns of the inbox that Wagtail has no component for."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import (
    ButtonsColumnMixin,
    Column,
    DateColumn,
    StatusTagColumn,
    Table,
    TitleColumn,
    UserColumn,
)

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


class LeadTable(Table):
    """The inbox's table; unread rows are marked."""

    classname = "listing leads-inbox"

    def get_row_classname(self, instance):
        return "leads-inbox__row--unread" if instance.is_unread else ""


def lead_columns(get_url, make_buttons) -> list[Column]:
    """The inbox's columns; the callables give a lead's address and the steps of its menu."""
    return [
        NameColumn("name", label=_("Name"), sort_key="name", width="36%", get_url=get_url, make_buttons=make_buttons),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            classname="leads-inbox__status",
            primary=True,
        ),
        OwnerColumn("owner", label=_("Owner"), sort_key="owner", classname="leads-inbox__owner"),
        DateColumn("last_enquiry_at", label=_("Received"), sort_key="received", classname="leads-inbox__received"),
        ClockColumn("reply", label=_("Reply"), sort_key="due", classname="leads-inbox__reply"),
    ]
