"""What the checks find on a page, and how serious it is."""

import hashlib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Severity(models.TextChoices):
    """How much a finding matters; an error stops publishing."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")
    INFO = "info", _("Hint")

    @property
    def rank(self) -> int:
        """Grows with the severity."""
        return {Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}[self]


Place = tuple[str | None, str, tuple[int, int] | None]
"""Block id, path inside the block and span: where a sentence stands."""


@dataclass(frozen=True)
class Finding:
    """One thing that one rule found, in one sentence or on the page as a whole."""

    rule: str
    severity: Severity
    explanation: str
    """What is wrong with this sentence or page; translated."""
    fix: str
    """What to do about it; translated."""
    block_id: str | None = None
    """The top-level block; None for the page and its own fields."""
    block_type: str = ""
    path: str = ""
    """Inside the block, such as "items.2.text"; without a block a field's name; "" for all of the page or block."""
    span: tuple[int, int] | None = None
    """Start and end in the plain text of `path`, see `page_text.plain_text`."""
    sentence: str = ""
    time_driven: bool = False
    """It came by the passing of time alone: it is reported, and never stands in the way of a correction."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the rule and the sentence, for findings without one of the rule and the place.

        It outlives edits elsewhere on the page and changes with the sentence: a dismissal is bound to it.
        """
        said = normalised(self.sentence) if self.sentence else f"{self.block_id or ''} {self.path}"
        return hashlib.sha256(f"{self.rule}\n{said}".encode()).hexdigest()

    @property
    def place(self) -> Place:
        """Where it stands; findings in the same sentence share it."""
        return self.block_id, self.path, self.span


@dataclass
class PageReport:
    """All that the checks found on a page, the most serious first."""

    page: Any
    profile: str
    findings: list[Finding] = field(default_factory=list)
    """What stands; nothing that was dismissed."""
    unchecked_language: str | None = None
    """A sentence that says that rules could not read the page's language; None when all could."""
    dismissed: list[tuple[Finding, Any]] = field(default_factory=list)
    """Findings that somebody dismissed, each with its dismissal."""

    @property
    def errors(self) -> list[Finding]:
        """What has to change before the page is published."""
        return [found for found in self.findings if found.severity == Severity.ERROR and not found.time_driven]

    @property
    def warnings(self) -> list[Finding]:
        """What should change, and what time brought."""
        return [
            found
            for found in self.findings
            if found.severity == Severity.WARNING or (found.severity == Severity.ERROR and found.time_driven)
        ]

    @property
    def infos(self) -> list[Finding]:
        """What could be better."""
        return [found for found in self.findings if found.severity == Severity.INFO]

    @property
    def blocking(self) -> bool:
        """Whether the page may not be published as it is."""
        return bool(self.errors)

    @property
    def by_place(self) -> dict[Place, list[Finding]]:
        """The findings by sentence, the most serious first: a sentence takes the severity of its first finding."""
        places = defaultdict(list)
        for found in sorted(self.findings, key=lambda found: -found.severity.rank):
            places[found.place].append(found)
        return dict(places)


def normalised(sentence: str) -> str:
    """The sentence without what does not change its meaning: case, white space, the form of quotes and dashes."""
    text = unicodedata.normalize("NFKC", sentence).casefold().translate(PLAIN_MARKS)
    return " ".join(text.split()).rstrip(" .!?:;,")


PLAIN_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
