"""Numbers the sources of one rendered page in the order in which the text first cites them."""

from collections.abc import Iterator
from typing import NamedTuple

from treatment_pages.models import Source

LIST_MARKER = "<!--tp-sources-->"
"""Stands where the list will be until the whole page has said what it cites; editors' text is never a comment."""


class NumberedSource(NamedTuple):
    """A source and the number that the text gives it."""

    number: int
    source: Source


class Citations:
    """The sources cited so far; lives for one rendering, never on a block or a page."""

    def __init__(self) -> None:
        self._cited: dict[int, NumberedSource] = {}
        self.further: list[Source] = []

    def __bool__(self) -> bool:
        return bool(self._cited or self.uncited_further)

    def __iter__(self) -> Iterator[NumberedSource]:
        return iter(self._cited.values())

    def number(self, source: Source) -> int:
        """The number of the source; a source cited twice keeps its first number."""
        if source.pk not in self._cited:
            self._cited[source.pk] = NumberedSource(len(self._cited) + 1, source)
        return self._cited[source.pk].number

    @property
    def uncited_further(self) -> list[Source]:
        """Further reading that no claim cites."""
        return [source for source in self.further if source.pk not in self._cited]
