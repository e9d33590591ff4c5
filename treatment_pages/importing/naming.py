"""Which treatment an article is about, and its other names."""

import re

from treatment_pages.importing.elements import without_number

ASKED = re.compile(
    r"^(?:so,? )?(?:what(?:'s|’s| is| are| exactly (?:is|are))|was (?:ist|sind|ist eigentlich))\s+(?:an?\s+|the\s+|eine?\s+)?(?P<name>[\w’'® +/-]{2,50}?)(?:\s+(?:treatments?|and|und|really|exactly|used|made|eine? behandlung)\b.*)?\?",
    re.I,
)
TITLED = (
    re.compile(r"\b(?:benefits|advantages|risks|types|cost|side effects|power|science|art|basics) of (?:an? |the |regular |professional )?(?P<name>[\w’'® -]{2,40}?)(?: treatments?| for\b.*| in\b.*| and\b.*|[:,?!|].*)?$", re.I),
    re.compile(r"^(?:understanding|what is|what are|all about|guide to|your guide to|a guide to|the (?:ultimate|complete) guide to|everything (?:you need to know )?about|preparing for|discover|exploring)\s+(?:an? |the |your )?(?P<name>[\w’'® -]{2,40}?)(?:\s+(?:and|for|treatments?|in|vs)\b.*|[:,?!|].*)?$", re.I),
    re.compile(r"^(?P<name>[\w’'® -]{2,35}?)\s*(?::|\||–|—|\bbenefits\b|\btreatments?\b|\bfor\b|\bexplained\b|\bvs\b)", re.I),
)  # fmt: skip
OTHER_NAME = re.compile(
    r"(?:also|sometimes|otherwise|commonly|often|better|auch)?\s*(?:called|known as|referred to as|termed|genannt|bekannt als)\s+(?:the |an? |eine? )?[“\"‘']?(?P<name>[\w’® -]{3,50}?)[”\"’']?(?=\s*(?:[,.;)(]|\bis\b|\bare\b|\bor\b|\band\b|\bwhich\b|\buses\b|$))",
    re.I,
)
LIMIT = 4000
"""Characters of the text in which a treatment is introduced with its other names."""


def treatment_name(title: str, headings: list[str]) -> str:
    """The treatment as the first “What is …?” or the title names it; "" when neither does."""
    for heading in headings:
        if match := ASKED.match(without_number(heading).strip()):
            return _cleaned(match["name"])
    for pattern in TITLED:
        if match := pattern.search(without_number(title).strip()):
            return _cleaned(match["name"])
    return ""


ABOUT = re.compile(
    r"\b(?:benefits of|advantages of|alternatives to|candidate for|overview of|types of|risks of)\s+(?:an? |the )?(?P<name>[\w -]{3,40}?)\??$",
    re.I,
)


def name_in_headings(headings: list[str]) -> str:
    """The treatment as headings such as “Benefits of …” name it; "" where none does."""
    matches = (ABOUT.search(heading) for heading in headings)
    return next((_cleaned(match["name"]) for match in matches if match), "")


def other_names(text: str, name: str) -> list[str]:
    """Names that the text says the treatment also goes by."""
    found = [match["name"].strip() for match in OTHER_NAME.finditer(text[:LIMIT]) if "known" not in match["name"]]
    return [other for other in found[:1] if len(other.split()) <= 5 and other.casefold() != name.casefold()]


def _cleaned(name: str) -> str:
    words = name.strip(" -–—’'")
    return words.title() if words.isupper() else words[:1].upper() + words[1:]
