"""The leads that were chosen, as an address and a form hold them; nonsense in either chooses nothing."""

import re

LONGEST_PK = 18
"""Digits of a primary key that every database can compare."""
CHOSEN = re.compile(rf"(\d{{1,{LONGEST_PK}}}):(\w{{0,30}})", re.ASCII)


def read_pks(values: list[str]) -> list[int]:
    """The primary keys among the values of a querystring."""
    return [int(value) for value in values if value.isascii() and value.isdecimal() and len(value) <= LONGEST_PK]


def write_chosen(looks: dict[int, str]) -> str:
    """Leads with what they look like, such as “12:new 13:attempted”."""
    return " ".join(f"{pk}:{look}" for pk, look in looks.items())


def read_chosen(text: str, *, most: int) -> dict[int, str]:
    """The same the other way round, of no more than `most` leads."""
    matches = [CHOSEN.fullmatch(word) for word in text.split()[:most]]
    return {int(match[1]): match[2] for match in matches if match}
