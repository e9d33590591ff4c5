"""Text that visitors typed, made safe to store without losing a word of it."""

import unicodedata

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

UNSTORABLE = {"Cc", "Cs"}
"""Unicode categories that no database text needs: control characters, and halves of a surrogate pair."""


def storable(text: str) -> str:
    """`text` without control characters; tabs stay, and every kind of line break becomes one `\\n`."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(character for character in text if character in "\n\t" or not _is_unstorable(character))


def on_one_line(text: str) -> str:
    """`text` with line breaks and tabs as spaces, trimmed."""
    return text.replace("\n", " ").replace("\t", " ").strip()


def without_marks(text: str) -> str:
    """`text` without invisible format characters, such as the direction marks that copying brings along."""
    if text.isprintable():
        return text
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def storable_post(data: MultiValueDict | dict) -> QueryDict:
    """A copy of posted values in which names and values are storable."""
    posted = QueryDict(mutable=True)
    lists = data.lists() if isinstance(data, MultiValueDict) else ((name, [value]) for name, value in data.items())
    for name, values in lists:
        posted.setlist(storable(name), [storable(str(value)) for value in values])
    return posted


def _is_unstorable(character: str) -> bool:
    return unicodedata.category(character) in UNSTORABLE
