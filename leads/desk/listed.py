"""What a querystring of the inbox asks for, read alike by the inbox, its bulk actions and the pages of its leads."""

from django.http import QueryDict
from django.utils.functional import cached_property
from wagtail.admin.forms.search import SearchForm

from leads.desk.filters import LeadFilterSet
from leads.desk.ordering import is_ordering, order_leads
from leads.desk.permissions import visible_leads
from leads.desk.queues import ALL, WITH_DUE_DATE_ONLY, find_queue
from leads.desk.reach import within_reach
from leads.desk.search import search_leads
from leads.models import LeadQuerySet

QUEUE, ORDERING, SEARCH = "queue", "ordering", "q"
MOST_CHARACTERS = 2_000
"""Characters of a querystring that are read."""


class Listing:
    """The leads that `user` sees under a querystring; of what is not declared here it knows nothing."""

    def __init__(self, data: QueryDict, user) -> None:
        self.data = data
        self.user = user

    @classmethod
    def read(cls, querystring: str, user) -> "Listing":
        """The listing of a querystring as `querystring` made it, or of nonsense that somebody typed."""
        return cls(QueryDict(querystring[:MOST_CHARACTERS]), user)

    @cached_property
    def filters(self) -> LeadFilterSet:
        return LeadFilterSet(self.data, queryset=visible_leads(self.user), user=self.user)

    @cached_property
    def search_query(self) -> str:
        form = SearchForm(self.data)
        return form.cleaned_data[SEARCH] if form.is_valid() else ""

    @cached_property
    def queue(self):
        """The tab in force."""
        status = self.filters.narrowing.get("status", "")
        return find_queue(self.data.get(QUEUE), status=status, is_searching=bool(self.search_query))

    @property
    def asked_queue(self) -> str:
        """The key of the tab, empty where none was chosen."""
        return self.queue.key if self.data.get(QUEUE) == self.queue.key else ""

    @property
    def asked_ordering(self) -> str:
        """The order that was asked for, empty where none was."""
        asked = self.data.get(ORDERING, "")
        return asked if is_ordering(asked) else ""

    @property
    def ordering(self) -> str:
        """The order in force: the one that was asked for, or what the queue is read by."""
        return self.asked_ordering or self.queue.ordering

    @property
    def leads(self) -> LeadQuerySet:
        """The leads, in order, on however many pages."""
        return self.within_reach(self.search(self.order(self.narrow(visible_leads(self.user)))))

    @property
    def all_leads(self) -> LeadQuerySet:
        """The same leads, the newest first and however many: for who takes them away instead of reading them."""
        return order_leads(search_leads(self.narrow(visible_leads(self.user)), self.search_query), "-received")

    def narrow(self, leads: LeadQuerySet) -> LeadQuerySet:
        """Those that are in the queue and fit the filters."""
        self.filters.form.is_valid()
        return self.queue.narrow(self.filters.filter_queryset(leads), self.user)

    def search(self, leads: LeadQuerySet) -> LeadQuerySet:
        """Those that somebody looks for."""
        return search_leads(leads, self.search_query)

    def within_reach(self, leads: LeadQuerySet) -> LeadQuerySet:
        """As many of them as can be put in order for a page; a search finds few enough."""
        in_order = bool(self.search_query) or self.is_in_order_of_queue
        return leads if in_order else within_reach(leads, self.ordering)

    @property
    def is_in_order_of_queue(self) -> bool:
        """Whether an index has the queue's leads in the order in force."""
        return self.ordering == self.queue.ordering

    def order(self, leads: LeadQuerySet) -> LeadQuerySet:
        """The same leads in order."""
        return order_leads(leads, self.ordering, all_are_waiting=self.queue in WITH_DUE_DATE_ONLY)

    @cached_property
    def querystring(self) -> str:
        """Queue, filters and order that are in force, without the search: what somebody looks for may be a person."""
        return self.in_queue(self.queue.key)

    @property
    def in_all(self) -> str:
        """The same filters, of all leads."""
        return self.in_queue(ALL.key)

    def in_queue(self, key: str) -> str:
        """The filters and the order in force, in this queue."""
        kept = QueryDict(mutable=True)
        kept[QUEUE] = key
        for name in self.filters.narrowing:
            kept.update({part: self.data[part] for part in self.filters.keys_of(name) if self.data.get(part)})
        if self.ordering != self.queue.ordering:
            kept[ORDERING] = self.ordering
        return kept.urlencode()
