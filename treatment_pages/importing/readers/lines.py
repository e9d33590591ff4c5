"""A line of plain text as it looks: prose, or short enough for a heading."""

import re
from dataclasses import dataclass

from treatment_pages.importing.boilerplate import is_metadata
from treatment_pages.importing.elements import without_number

MOST_HEADING_CHARACTERS = 130
MOST_HEADING_WORDS = 16
CONTACT = re.compile(r"@\w|\b\d{3}[-) .]+\d{3}[- .]\d{3,4}\b|www\.|https?:")
STOPS = (".", "!", "…", ";", ",")
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be but by can do does for from how in into is it its my of on or our so than that "
        "the their to up via vs what when who why will with you your after before during und oder der die das "
        "den dem des ein eine für mit von zu im am auf bei nach vor wie was wer",
    )
)
"""Words that titles write small."""


@dataclass
class Line:
    """One line that is not empty."""

    text: str
    number: int
    is_bullet: bool = False
    after_blank: bool = False
    is_underlined: bool = False

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a sentence or announces something."""
        text = self.text.rstrip("\"'”’)*")
        if text.startswith(("[", "http")):
            return True
        if text.endswith((".", ":", "!", ";")) and len(self.words) > 2:
            return True
        return len(self.words) > MOST_HEADING_WORDS or (text.endswith(".") and bool(self.words))

    @property
    def may_be_heading(self) -> bool:
        text = self.text
        if self.is_bullet or len(text) > MOST_HEADING_CHARACTERS or is_metadata(text):
            return False
        if text.startswith(("[", "{", "<", "http")) or CONTACT.search(text):
            return False
        if text.endswith(STOPS) and not (text.endswith("!") and is_title_case(text)):
            return False
        if len(self.words) > MOST_HEADING_WORDS + 6 or (len(self.words) > MOST_HEADING_WORDS and not text.isupper()):
            return False
        first = without_number(text)[:1]
        if re.search(r"[.!?]\s+[A-ZÄÖÜ]", without_number(text)[:-1]):
            return False
        if text.endswith(":"):
            return len(self.words) <= 6 and (is_title_case(text) or text.isupper())
        return not first.islower()


def is_title_case(text: str) -> bool:
    """Whether the words that matter begin with a capital."""
    words = [word.strip("“”\"'‘’()[],:&/–—-!?") for word in without_number(text).split()]
    big = [word for word in words if word and word.lower() not in SMALL_WORDS and not word[0].isdigit()]
    return bool(big) and sum(word[0].isupper() for word in big) >= max(1, round(len(big) * 0.75))
