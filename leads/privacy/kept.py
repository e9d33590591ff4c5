"""What other apps keep of people comes under the same times, the same erasure and the same export."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from wagtail.models import Site

from leads.later import Later

SHORTEST_PHONE = 7
"""Digits; fewer in a row are a price or a year."""

NUMBER = re.compile(r"\d(?:[\s()./+-]{0,3}\d){6,}")

forget_traces = Later("leads.privacy.removal.forget_traces")


@dataclass(frozen=True)
class Traces:
    """By what a person is known: names as they were typed, and contact data made comparable.

    `address_hashes` stand for network addresses, which a household shares.
    """

    names: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    address_hashes: frozenset[str] = frozenset()

    @property
    def words(self) -> set[str]:
        """The parts of the names, in small letters; each is also somebody else's."""
        return {word for name in self.names for word in plain(name).split()}

    def are_in(self, text: str) -> bool:
        """Whether a text gives an address, a phone number or a full name of the person, however it is written."""
        text = plain(text)
        return (
            any(email in text for email in self.emails)
            or any(has_words(text, name) for name in map(plain, self.names) if " " in name)
            or has_phone(text, self.phones)
        )


def plain(text: str) -> str:
    """In small letters, with single spaces."""
    return " ".join(text.casefold().split())


def has_words(text: str, words: str) -> bool:
    """Whether the words stand in the text, and not as parts of longer ones."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def has_phone(text: str, phones: Iterable[str]) -> bool:
    """Whether one of the numbers is in the text; country codes and leading zeros aside."""
    written = [digits(number) for number in NUMBER.findall(text)]
    wanted = [digits(phone)[-9:] for phone in phones if len(digits(phone)) >= SHORTEST_PHONE]
    return any(number.endswith(end) for number in written for end in wanted)


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


class KeptRows(ABC):
    """One model of another app with something of people in it; `str()` of a row must name nobody."""

    one = ""
    many = ""
    """What one row, and many, are called in the report of a command."""

    @abstractmethod
    def expired(
        self, site: Site, *, closed_before: datetime | None, quarantine_before: datetime | None
    ) -> models.QuerySet:
        """The rows of a site that were kept for long enough, by the times of its closed leads and its quarantine.

        None is no time: such rows stay.
        """

    @abstractmethod
    def of_person(self, traces: Traces) -> Iterable[models.Model]:
        """What a person left here."""

    @abstractmethod
    def export(self, row: models.Model) -> dict:
        """A row as plain data, to hand over to the person."""

    def remove(self, rows: list[models.Model]) -> None:
        """Remove rows for good, in the running transaction."""
        if rows:
            model, pks = type(rows[0]), [row.pk for row in rows]
            forget_traces(model, pks)
            model._default_manager.filter(pk__in=pks).delete()


_registered: dict[type[KeptRows], KeptRows] = {}


def register_kept_rows(kept: type[KeptRows]) -> None:
    """Make rows of another app known, in its AppConfig.ready(); done twice it is done once."""
    _registered[kept] = kept()


def kept_rows() -> list[KeptRows]:
    """All that is registered."""
    return list(_registered.values())
