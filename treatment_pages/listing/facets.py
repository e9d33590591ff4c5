"""The words to filter by, each with the number of treatments that choosing it would give."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import CharField, QuerySet, Value, Window
from django.db.models.functions import Cast, RowNumber
from django.utils.translation import gettext

from treatment_pages.listing.query import KINDS, Query, TermKey
from treatment_pages.models.taxonomy import BodyArea, Concern, TreatmentCategory

MODELS = {model.kind: model for model in (TreatmentCategory, Concern, BodyArea)}
SHOWN_AT_ONCE = 12
"""Words of one kind in sight; the others stand behind “more”."""


@dataclass(frozen=True)
class Option:
    """One word: how many treatments it would give, and the address that chooses it or drops it again."""

    key: TermKey
    name: str
    count: int
    is_chosen: bool
    url: str

    @property
    def slug(self) -> str:
        return self.key[1]

    @property
    def is_dead_end(self) -> bool:
        return not self.count and not self.is_chosen


@dataclass(frozen=True)
class Facet:
    """The words of one kind, by name."""

    kind: str
    label: str
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        return self.options if len(self.options) <= SHOWN_AT_ONCE + 1 else self.options[:SHOWN_AT_ONCE]

    @property
    def more(self) -> list[Option]:
        return self.options[len(self.first) :]

    @property
    def is_more_open(self) -> bool:
        return any(option.is_chosen for option in self.more)


@dataclass
class Holdings:
    """All treatments of one index in one order, and which of them stand under which word."""

    ordered: list[int] = field(default_factory=list)
    names: dict[TermKey, str] = field(default_factory=dict)
    pages: dict[TermKey, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, treatments: QuerySet, ordering: list, locale_id: int) -> "Holdings":
        """Read in one query, however many words and treatments there are."""
        place = Window(RowNumber(), order_by=ordering)
        own = treatments.order_by().annotate(
            kind_name=Value("", CharField()), no_slug=Value("", CharField()), place=Cast(place, CharField())
        )
        own = own.values_list("kind_name", "no_slug", "place", "pk")
        found, places = cls(), {}
        for kind, slug, text, page in own.union(*rows(treatments, locale_id), all=True):
            if kind:
                found.names[kind, slug] = text
                found.pages[kind, slug].add(page)
            else:
                places[page] = int(text)
        found.ordered = sorted(places, key=places.get)
        return found

    def matching(self, query: Query, among: set[int], *, without: str = "") -> set[int]:
        """The treatments under any chosen word of each kind; the kind `without` does not count."""
        for kind in KINDS:
            slugs = [slug for slug in query.chosen(kind) if (kind, slug) in self.names]
            if slugs and kind != without:
                among = among & set().union(*(self.pages[kind, slug] for slug in slugs))
        return among

    def facets(self, base: str, query: Query, among: set[int]) -> list[Facet]:
        """Every kind with its words; `among` holds what the search found, `base` is the path of the index."""
        facets = [Facet(kind, label, self._options(base, kind, query, among)) for kind, label in labels().items()]
        return [facet for facet in facets if facet.options]

    def _options(self, base: str, kind: str, query: Query, among: set[int]) -> list[Option]:
        reachable = self.matching(query, among, without=kind)
        keys = sorted((key for key in self.names if key[0] == kind), key=lambda key: self.names[key].casefold())
        return [
            Option(
                key,
                self.names[key],
                len(self.pages[key] & reachable),
                key in query.terms,
                query.toggled(key).url(base),
            )
            for key in keys
        ]


def labels() -> dict[str, str]:
    """What the visitor reads before the words of each kind, in the order of the page."""
    return {"concern": gettext("Concern"), "area": gettext("Body area"), "category": gettext("Kind of treatment")}


def rows(treatments: QuerySet, locale_id: int) -> list[QuerySet]:
    """Kind, slug, name and treatment for every word that a treatment stands under; one queryset a kind, for a union."""
    return [
        model.objects.filter(locale_id=locale_id, treatments__in=treatments.order_by().values("pk"))
        .order_by()
        .annotate(kind_name=Value(kind, CharField()))
        .values_list("kind_name", "slug", "name", "treatments__pk")
        for kind, model in MODELS.items()
    ]
