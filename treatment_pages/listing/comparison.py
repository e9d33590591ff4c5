"""A few treatments side by side by their key facts."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext

from treatment_pages.listing.facets import labels, rows
from treatment_pages.listing.query import SLUG
from treatment_pages.listing.treatments import visible_treatments
from treatment_pages.models.treatment_page import TreatmentPage

MOST = 4


@dataclass(frozen=True)
class Row:
    """One fact; `cells` hold its text and note for each treatment, both empty where a treatment does not state it."""

    label: str
    cells: list[tuple[str, str]]

    @property
    def is_shared(self) -> bool:
        """Whether all treatments say the same."""
        return len(self.cells) > 1 and len(set(self.cells)) == 1


class Comparison:
    """The facts of at most four treatments; `left_out` says whether more were asked for."""

    def __init__(self, index, treatments: list[TreatmentPage], *, left_out: bool = False):
        self.index = index
        self.treatments = treatments
        self.left_out = left_out

    @classmethod
    def read(cls, index, slugs: list[str]) -> "Comparison":
        """The treatments of these slugs in their order; slugs that name none are passed over."""
        asked = list(dict.fromkeys(slug for slug in slugs if SLUG.fullmatch(slug)))[: 10 * MOST]
        found = {page.slug: page for page in visible_treatments(index).filter(slug__in=asked).for_cards()}
        treatments = [found[slug] for slug in asked if slug in found]
        return cls(index, treatments[:MOST], left_out=len(treatments) > MOST)

    @property
    def title(self) -> str:
        titles = [page.title for page in self.treatments]
        if not titles:
            return gettext("Compare treatments")
        return gettext("Compare %(treatments)s") % {"treatments": ", ".join(titles)}

    @property
    def columns(self) -> list[tuple[TreatmentPage, str]]:
        """Each treatment with the address of the comparison without it."""
        slugs = [page.slug for page in self.treatments]
        return [(page, self._url([slug for slug in slugs if slug != page.slug])) for page in self.treatments]

    def _url(self, slugs: list[str]) -> str:
        return f"{self.index.compare_url}?{urlencode({'t': slugs}, doseq=True)}" if slugs else self.index.compare_url

    @cached_property
    def rows(self) -> list[Row]:
        """Every fact that one of the treatments states."""
        facts = [{fact.key: fact for fact in page.key_facts.rows} if page.key_facts else {} for page in self.treatments]
        label_of = {key: fact.label for known in facts for key, fact in known.items()}
        told = [Row(label, [_cell(known.get(key)) for known in facts]) for key, label in label_of.items()]
        return [*told, *self._topics()]

    @property
    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows that differ, then those that all treatments share, each group with its heading."""
        differing = [row for row in self.rows if not row.is_shared]
        shared = [row for row in self.rows if row.is_shared]
        groups = [(gettext("Where they differ"), differing), (gettext("What they share"), shared)]
        return [(heading if len(self.treatments) > 1 else "", group) for heading, group in groups if group]

    def _topics(self) -> list[Row]:
        """Concerns, areas and kinds as rows."""
        names: dict[tuple[str, int], list[str]] = {}
        chosen = TreatmentPage.objects.filter(pk__in=[page.pk for page in self.treatments])
        first, *others = rows(chosen, self.index.locale_id)
        for kind, _slug, name, page in sorted(first.union(*others, all=True), key=lambda row: row[2].casefold()):
            names.setdefault((kind, page), []).append(name)
        topics = [
            Row(label, [(", ".join(names.get((kind, page.pk), [])), "") for page in self.treatments])
            for kind, label in labels().items()
        ]
        return [row for row in topics if any(text for text, _note in row.cells)]


def _cell(fact) -> tuple[str, str]:
    return (fact.text, fact.note) if fact else ("", "")
