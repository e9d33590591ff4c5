"""Pages of a list, with plain links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator


@dataclass(frozen=True)
class Pages:
    """One page of a list and the way to the others; `links` holds (number, address), an empty address for a gap."""

    page: Page
    url: Callable[[int], str]

    @property
    def is_needed(self) -> bool:
        return self.page.paginator.num_pages > 1

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def total(self) -> int:
        return self.page.paginator.num_pages

    @property
    def count(self) -> int:
        """Of everything, on all pages."""
        return self.page.paginator.count

    @property
    def previous_url(self) -> str:
        return self.url(self.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self.url(self.number + 1) if self.page.has_next() else ""

    @property
    def links(self) -> list[tuple[int | str, str]]:
        shown = self.page.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)
        return [(number, self.url(number) if isinstance(number, int) else "") for number in shown]


def paginate(items: Sequence, number: str, size: int, url: Callable[[int], str]) -> Pages:
    """The asked page: the first for nonsense, the last for one beyond it."""
    return Pages(Paginator(items, size).get_page(number), url)
