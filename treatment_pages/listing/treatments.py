"""The list of treatments: what a visitor's query gives, and all that its template needs."""

from dataclasses import replace
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext

from treatment_pages.listing import search, sorting
from treatment_pages.listing.facets import Facet, Holdings, Option
from treatment_pages.listing.pagination import Pages, paginate
from treatment_pages.listing.query import Query
from treatment_pages.models.taxonomy import Term
from treatment_pages.models.treatment_page import TreatmentPage

PAGE_SIZE = 24


def visible_treatments(index) -> QuerySet:
    """The live treatments below an index that have no view restriction of their own.

    What restricts the index itself was asked of the visitor already: its views are served like the page.
    """
    return live_treatments(index).filter(view_restrictions__isnull=True)


def live_treatments(index) -> QuerySet:
    """The live treatments below an index; search backends cannot ask for more than that."""
    return TreatmentPage.objects.child_of(index).live()


class TreatmentList:
    """The treatments below `index` that a visitor asks for; each of its questions is put to the database once.

    `term` is the one whose own listing this is; it exists, though no treatment may stand under it.
    """

    def __init__(self, index, query: Query, term: Term | None = None):
        self.index = index
        self.base = index.view_url()
        self.visible = visible_treatments(index)
        self.sort = sorting.chosen(query.sort, query.words)
        self.holdings = Holdings.of(self.visible, sorting.ordering(self.sort), index.locale_id)
        if term:
            self.holdings.names.setdefault((term.kind, term.slug), term.name)
        sort = "" if self.sort == sorting.usual(query.words) else self.sort
        self.query = replace(query, sort=sort, terms=tuple(key for key in query.terms if key in self.holdings.names))

    @property
    def ordered(self) -> list[int]:
        """Keys of all that is visible, in the visitor's order."""
        return self.holdings.ordered

    @cached_property
    def found(self) -> list[int]:
        """Keys of what the search found among what is visible; of everything without a search."""
        if not self.query.words:
            return self.ordered
        shown = set(self.ordered)
        return [key for key in search.find(live_treatments(self.index), self.query.words) if key in shown]

    @cached_property
    def keys(self) -> list[int]:
        """Keys of all treatments in the list, in its order."""
        matching = self.holdings.matching(self.query, set(self.found))
        return [key for key in (self.found if self.sort == sorting.BEST_MATCH else self.ordered) if key in matching]

    @cached_property
    def facets(self) -> list[Facet]:
        return self.holdings.facets(self.base, self.query, set(self.found))

    @cached_property
    def pages(self) -> Pages:
        return paginate(self.keys, self.query.page, PAGE_SIZE, self.page_url)

    def page_url(self, number: int) -> str:
        return self.query.url(self.base, page=str(number) if number > 1 else "")

    @cached_property
    def cards(self) -> list[TreatmentPage]:
        """The treatments of the asked page, in its order."""
        keys = list(self.pages.page)
        found = TreatmentPage.objects.filter(pk__in=keys).select_related("hero_image").in_bulk()
        return [found[key] for key in keys if key in found]

    @property
    def chosen(self) -> list[Option]:
        """The words that are chosen, to be dropped one by one."""
        return [option for facet in self.facets for option in facet.options if option.is_chosen]

    @property
    def suggestions(self) -> list[tuple[str, str]]:
        """Names that were perhaps meant by a search that found nothing, with the addresses that search for them."""
        if not self.query.words or self.found:
            return []
        names = search.suggest(self.visible, self.query.words)
        return [(name, Query(words=name).url(self.base)) for name in names]

    @property
    def count_label(self) -> str:
        """How many there are in all, such as “12 treatments”."""
        number = len(self.keys)
        if not number:
            return gettext("No treatments")
        return ngettext("%(number)s treatment", "%(number)s treatments", number) % {"number": number}

    @property
    def clear_url(self) -> str:
        """The whole list, in the order that the visitor chose."""
        return Query(sort=self.query.sort).url(self.base)

    @property
    def without_words_url(self) -> str:
        """The same choice without the search."""
        return replace(self.query, words="", page="").url(self.base)
