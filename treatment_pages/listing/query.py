"""What a visitor asks the list for, read from the querystring and written back into addresses."""

import re
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from django.http import QueryDict

KINDS = ("category", "concern", "area")
SLUG = re.compile(r"[-\w]{1,80}")
MOST_TERMS = 30
"""More terms than this in one address are nobody's choice; the rest is not read."""
LONGEST_SEARCH = 100

TermKey = tuple[str, str]
"""The kind and the slug of a term."""


@dataclass(frozen=True)
class Query:
    """Terms, words, order and page; whatever else stands in the querystring is nobody's business."""

    terms: tuple[TermKey, ...] = ()
    words: str = ""
    sort: str = ""
    page: str = ""

    @classmethod
    def read(cls, data: QueryDict, term: TermKey | None = None) -> "Query":
        """From a querystring, together with the term of a listing of its own."""
        asked = [(kind, slug) for kind in KINDS for slug in data.getlist(kind) if SLUG.fullmatch(slug)]
        terms = tuple(dict.fromkeys([*([term] if term else []), *sorted(asked)]))[:MOST_TERMS]
        return cls(terms, _words(data.get("q", "")), data.get("sort", ""), data.get("page", ""))

    @property
    def only_term(self) -> TermKey | None:
        """The term of a list that one term alone makes; such a list has an address of its own."""
        return self.terms[0] if len(self.terms) == 1 and not self.words else None

    @property
    def is_filtered(self) -> bool:
        return bool(self.terms or self.words)

    def chosen(self, kind: str) -> list[str]:
        """The slugs of one kind."""
        return [slug for of_kind, slug in self.terms if of_kind == kind]

    def toggled(self, term: TermKey) -> "Query":
        """With the term, or without it if it was there; from the first page."""
        others = [other for other in self.terms if other != term]
        return replace(self, terms=tuple(others if term in self.terms else [*others, term]), page="")

    def url(self, base: str, **changes) -> str:
        """The address of this list, with `changes` of its fields; a list of one term stands at the term's own.

        `base` is the path of the index; asking its routes for each of hundreds of addresses takes too long.
        """
        query = replace(self, **changes)
        alone = query.only_term
        path = f"{base}{alone[0]}/{quote(alone[1])}/" if alone else base
        pairs = [] if alone else sorted(query.terms, key=lambda term: (KINDS.index(term[0]), term[1]))
        rest = [("q", query.words), ("sort", query.sort), ("page", query.page)]
        pairs = [*pairs, *((name, value) for name, value in rest if value)]
        return f"{path}?{urlencode(pairs)}" if pairs else path


def _words(text: str) -> str:
    """Search words without control characters (PostgreSQL refuses a zero byte) and needless space."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:LONGEST_SEARCH].strip()
