"""Numbers the sources of one rendered page in the order in which the text first cites them."""

import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from treatment_pages.models import Source

PLACES = re.compile(r"<!--(tp-[0-9a-f]{32}):(\d+)-->|<a (tp-[0-9a-f]{32})=(\d+)>(.*?)(\s*)</a>", re.DOTALL)
"""Where a text cites: a placeholder, or a sentence of rich text; each with the token of the rendering it belongs to."""


class Citation(NamedTuple):
    """One place in the text that cites a source: the source's number, and which of its citations this is.

    Both are text, since they are names of places: no language writes them with signs between thousands.
    """

    number: str
    use: str

    @property
    def anchor(self) -> str:
        """The element id by which the list of sources leads back to this place."""
        return f"cite-{self.number}-{self.use}"

    @property
    def way_back(self) -> str:
        """What the link from the list of sources to this place says."""
        return gettext("Back to citation %(use)s of source %(number)s") % self._asdict()


@dataclass
class NumberedSource:
    """A cited source, the number that the text gives it, and how often the text cites it."""

    number: str
    source: Source
    uses: int = 0

    @property
    def citations(self) -> list[Citation]:
        """The places that cite the source, in the order of the text."""
        return [Citation(self.number, str(use)) for use in range(1, self.uses + 1)]


class Citations:
    """The sources cited so far; lives for one rendering, never on a block or a page.

    While the text is rendered every citation leaves a placeholder, whether a block or a sentence of rich text cites.
    `number` then gives the numbers in one pass, so that they follow the text as the reader meets it.
    """

    def __init__(self) -> None:
        self._cited: dict[int, NumberedSource] = {}
        self._further: dict[int, Source] = {}
        self._known: dict[int, Source] = {}
        self.token = f"tp-{secrets.token_hex(16)}"
        """Part of every placeholder; random, so that no editor can write one."""
        self.marker = format_html("<!--{}-->", self.token)
        """Stands where the list will be until the text is complete."""

    def __bool__(self) -> bool:
        return bool(self._cited or self.further)

    def placeholder(self, source: Source) -> SafeString:
        """Stands where the number of the source will be."""
        self._known[source.pk] = source
        return format_html("<!--{}:{}-->", self.token, source.pk)

    def number(
        self, text: str, find: Callable[[set[int]], Mapping[int, Source]], render: Callable[[Citation | None], str]
    ) -> str:
        """The text with `render(citation)` in every place that cites; None stands for a source that is gone.

        `find` is asked once, for the sources that only rich text names.
        """
        places = [place for place in PLACES.finditer(text) if token_of(place) == self.token]
        unknown = {key_of(place) for place in places} - self._known.keys()
        sources = {**self._known, **(find(unknown) if unknown else {})}

        def numbered(place: re.Match) -> str:
            if token_of(place) != self.token:
                return place[0]
            source = sources.get(key_of(place))
            number = render(self.cite(source) if source else None)
            return f"{place[5] or ''}{number}{place[6] or ''}"

        return PLACES.sub(numbered, text)

    def cite(self, source: Source) -> Citation:
        """Count one more citation; a source cited before keeps its number."""
        entry = self._cited.setdefault(source.pk, NumberedSource(str(len(self._cited) + 1), source))
        entry.uses += 1
        return Citation(entry.number, str(entry.uses))

    def add_further(self, sources: Iterable[Source | None]) -> None:
        """Reading that the list names even though no claim cites it; records that are gone are skipped."""
        self._further.update((source.pk, source) for source in sources if source)

    @property
    def cited(self) -> list[NumberedSource]:
        """The cited sources in the order of their numbers."""
        return list(self._cited.values())

    @property
    def further(self) -> list[Source]:
        """Further reading, without what is cited."""
        return [source for key, source in self._further.items() if key not in self._cited]


def token_of(place: re.Match) -> str:
    """Of which rendering a placeholder is."""
    return place[1] or place[3]


def key_of(place: re.Match) -> int:
    """The key of the source that is cited there."""
    return int(place[2] or place[4])
