"""Articles as spas publish them, as plain text, and the pages that their import makes of them."""

import json
import re
from pathlib import Path

from tests.treatment_pages.importing.measuring import SHARED
from treatment_pages.importing.building import build_page
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.readers import read
from treatment_pages.models import TreatmentArticlePage

OWN = Path(__file__).parent / "spa_article.txt"
SEEDS = SHARED / "seeds"
"""Beside the repository, where it is kept at all."""

ANNOTATION = re.compile(r" \{([A-Z0-9\- ]+)\}")


def own_article() -> tuple[str, dict[str, frozenset[str]]]:
    """Our article, and by sentence the rules of the errors in it."""
    text = OWN.read_text()
    flagged = re.finditer(r"([^.\n{}]*(?:[.:]|(?<=downtime))) \{([A-Z0-9\- ]+)\}", text)
    errors = {found[1].strip(): frozenset(found[2].split()) for found in flagged}
    return ANNOTATION.sub("", text), errors


def seed_article() -> tuple[str, dict]:
    """The article beside the repository, and what a person finds in it."""
    (path,) = SEEDS.glob("000_*.txt")
    return path.read_text(), json.loads((SEEDS / "seed_flags.json").read_text())


def page_of(text: str) -> TreatmentArticlePage:
    """The page that the import makes of an article, not saved."""
    (document,) = read("article.txt", text.encode())
    return build_page(outline_of(document), TreatmentArticlePage)
