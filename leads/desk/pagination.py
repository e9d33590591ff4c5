"""Pages of a listing that may be endless: nobody turns to page twenty-one, and counting them all costs time."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from leads.desk.counts import COUNT_LIMIT, show_count


class CappedPaginator(WagtailPaginator):
    """Counts no further than one past COUNT_LIMIT, and ends there.

    Without an order PostgreSQL would look for them in the table from its beginning: `counted_by` is one that has an
    index.
    """

    counted_by = "-last_enquiry_at"

    @cached_property
    def count(self):
        return self.object_list.order_by(self.counted_by)[: COUNT_LIMIT + 1].count()

    @property
    def is_capped(self) -> bool:
        """Whether there are more than the pages show."""
        return self.count > COUNT_LIMIT

    @property
    def shown_count(self) -> str:
        """The count in words."""
        return show_count(self.count)

    @cached_property
    def items_count_label(self):
        if not self.is_capped:
            return super().items_count_label
        return _("The first %(n)s; search or filter to see the others") % {"n": COUNT_LIMIT + 1}


class EnquiryPaginator(CappedPaginator):
    """Pages of enquiries."""

    counted_by = "-received_at"


class MessagePaginator(CappedPaginator):
    """Pages of messages."""

    counted_by = "-created_at"
