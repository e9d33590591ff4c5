"""Texts of a page and their sentences, each with its place."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from treatment_pages.editorial.plain import PlainText, Span
from treatment_pages.editorial.sentences import split_sentences

NAMED_BODY = re.compile(
    r"(?:\b[A-Z][\w’'&.-]*(?:\s+(?:of|for|the|and|in|&|on)\b)*\s+[A-Z][\w’'.-]+|\b[A-Z]{2,}\b|et al)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(eq=False)
class Passage:
    """One text of the page: a field of the page, or of a block."""

    text: str
    role: str
    """heading, question, label, fact, line, claim, quote, testimonial, or prose."""
    block_id: str | None = None
    block_type: str = ""
    path: str = ""
    heading: str = ""
    """The heading of the block that the text stands in."""
    marks: PlainText = field(default_factory=PlainText)
    is_sourced: bool = False
    """The whole text rests on a source, as a claim does that names one."""
    sourced: list[Span] = field(default_factory=list)
    """Where single sentences rest on a source."""

    @cached_property
    def sentences(self) -> list["Sentence"]:
        """The sentences in order."""
        return [Sentence(self, number, start, end) for number, (start, end) in enumerate(split_sentences(self.text))]


@dataclass(eq=False)
class Sentence:
    """One sentence of a passage; `passage.text[start:end]` is its text."""

    passage: Passage
    number: int
    start: int
    end: int
    rests_on_claim: bool = False
    """A claim of the page says the same and names its source."""

    @cached_property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @cached_property
    def plain(self) -> str:
        """The text as the word lists are matched against: plain apostrophes and spaces, lower case, same length."""
        lowered = self.text.lower()
        text = lowered if len(lowered) == len(self.text) else self.text
        return text.replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")

    @cached_property
    def role(self) -> str:
        """The role of the passage, or that of the line which the sentence stands in."""
        if self._within(self.passage.marks.headings):
            return "heading"
        return self.passage.role

    @property
    def is_item(self) -> bool:
        """Whether it stands in a list."""
        return self.passage.role == "line" or self._within(self.passage.marks.items)

    @property
    def is_question(self) -> bool:
        """Whether it asks rather than says."""
        return self.role == "question" or self.text.rstrip(' "”’)').endswith("?")

    @property
    def before(self) -> "Sentence | None":
        """The sentence before it in the same passage."""
        return self.passage.sentences[self.number - 1] if self.number else None

    @property
    def after(self) -> "Sentence | None":
        """The sentence after it in the same passage."""
        following = self.passage.sentences[self.number + 1 : self.number + 2]
        return following[0] if following else None

    @cached_property
    def is_sourced(self) -> bool:
        """Whether a reader can follow it to a source: a marked claim, or a citation with body, year and link."""
        return (
            self.passage.is_sourced
            or self.rests_on_claim
            or any(self._overlaps(span) for span in self.passage.sourced)
            or self._is_citation
        )

    @property
    def _is_citation(self) -> bool:
        links = [span for span, _url in self.passage.marks.links if self._overlaps(span)]
        return bool(links and YEAR.search(self.text) and NAMED_BODY.search(self.text))

    def _overlaps(self, span: Span) -> bool:
        return span[0] < self.end and self.start < span[1]

    def _within(self, spans: list[Span]) -> bool:
        return any(start <= self.start and self.end <= end for start, end in spans)


@dataclass(frozen=True)
class PageClaim:
    """A claim with its own fields."""

    passage: Passage
    figure: str
    is_sourced: bool
