"""A listing in words, so that somebody knows what they are about to save."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from leads.desk.filters import NOBODY
from leads.desk.listed import Listing
from leads.desk.ordering import OFFERED


def describe(listing: Listing) -> list[tuple[str, str]]:
    """Tab, filters and order with their values as the inbox shows them."""
    fields = listing.filters.form.fields
    filters = [(fields[name].label, show(fields[name], value)) for name, value in listing.filters.narrowing.items()]
    return [(_("Tab"), listing.queue.label), *filters, (_("Order"), order_label(listing.ordering))]


def show(field, value) -> str:
    """The value of a filter in words."""
    if isinstance(value, slice):
        days = [date_format(day) if day else "…" for day in (value.start, value.stop)]
        return " – ".join(days)
    if value == NOBODY:
        return str(field.null_label)
    if hasattr(value, "get_username"):
        return get_user_display_name(value)
    return str(dict(getattr(field, "choices", ())).get(value, value))


def order_label(ordering: str) -> str:
    """The name of an order; one that only the headings offer is named by its opposite."""
    labels = dict(OFFERED)
    opposite = labels.get(ordering.removeprefix("-"), "")
    return str(labels.get(ordering) or _("%(order)s, backwards") % {"order": opposite})
