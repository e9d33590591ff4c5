"""Invented visitors: names from many places, numbers that Ofcom keeps for fiction, addresses that reach nobody."""

import re
import unicodedata
from dataclasses import dataclass
from random import Random

from cms.demo.lead_words import FIRST_NAMES, LAST_NAMES
from leads.models import Lead, PreferredContact

MOBILES = tuple(f"07700 900{number:03d}" for number in range(1_000))
LANDLINES = tuple(f"020 7946 0{number:03d}" for number in range(1_000) if number != 321)
"""The clinic's own number is left out."""


@dataclass(frozen=True)
class Visitor:
    """A person with at least one way to be reached."""

    name: str
    email: str
    phone: str

    @property
    def ways(self) -> list[str]:
        """The kinds of contact that this person could be answered by."""
        by_email = [PreferredContact.EMAIL] if self.email else []
        return by_email + ([PreferredContact.PHONE, PreferredContact.TEXT] if self.phone else [])


def invent_visitors(count: int, serial: int, rng: Random) -> list[Visitor]:
    """People who share neither address nor number with one another or with a lead, so that each is a lead of its own.

    `serial` makes their addresses differ from those of earlier runs; without free numbers they have none.
    """
    numbers = _free_numbers(rng)
    return [_invent(serial + place, numbers, rng) for place in range(count)]


def _invent(serial: int, numbers: list[str], rng: Random) -> Visitor:
    first, last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    phone = numbers.pop() if numbers and rng.random() < 0.6 else ""
    wants_no_email = phone and rng.random() < 0.15
    domain = rng.choice(["example.com", "example.com", "example.org", "example.net"])
    email = "" if wants_no_email else f"{_plain(first)}.{_plain(last)}{serial}@{domain}"
    return Visitor(f"{first} {last}", email, phone)


def _free_numbers(rng: Random) -> list[str]:
    taken = {re.sub(r"\D", "", phone) for phone in Lead.objects.exclude(phone="").values_list("phone", flat=True)}
    free = [number for number in (*MOBILES, *LANDLINES) if number.replace(" ", "") not in taken]
    rng.shuffle(free)
    return free


def _plain(name: str) -> str:
    """The name in the letters of an e-mail address."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", letters.lower())
