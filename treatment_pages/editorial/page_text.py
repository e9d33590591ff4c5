"""A page as the rules see it: passages of plain text with their sentences, and the facts around them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.models import Site

from leads.clinics import of_site
from treatment_pages.blocks.consents import consents_of_published
from treatment_pages.editorial.passages import PageClaim, Passage, Sentence
from treatment_pages.editorial.plain import plain_text
from treatment_pages.editorial.walk import RawBlock, Walk, list_values
from treatment_pages.editorial.words import Words, words_for
from treatment_pages.models.consent import ImageConsent
from treatment_pages.models.mixins import ArticleDatesMixin

__all__ = ["Hit", "PageText", "Passage", "RawBlock", "Sentence", "list_values", "plain_text", "read_page"]

PAGE_FIELDS = {
    "title": "heading",
    "summary": "prose",
    "introduction": "prose",
    "seo_title": "heading",
    "search_description": "prose",
}


@dataclass(frozen=True)
class Hit:
    """What a rule found: in a sentence, in a block, or on the page as a whole."""

    explanation: str
    fix: str
    sentence: Sentence | None = None
    block_id: str | None = None
    block_type: str = ""
    path: str = ""
    time_driven: bool = False

    @classmethod
    def of_block(cls, block: RawBlock, explanation: str, fix: str, path: str = "", **more) -> "Hit":
        """A hit in a block or in one of its fields, not in a sentence."""
        return cls(explanation, fix, block_id=block.id, block_type=block.type, path=path, **more)


@dataclass(eq=False)
class PageText:
    """What the rules read of a page."""

    page: Any
    kind: str
    """article or treatment."""
    language: str
    """The language's code without region, such as "en"."""
    blocks: list[RawBlock]
    passages: list[Passage]
    claims: list[PageClaim]

    def of_type(self, *types: str) -> list[RawBlock]:
        """The top-level blocks of some types, in order."""
        return [block for block in self.blocks if block.type in types]

    @cached_property
    def words(self) -> Words:
        """What the rules look for in the page's language; only asked where `register_rule` names the language."""
        return words_for(self.language)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in the order of the page."""
        return [sentence for passage in self.passages for sentence in passage.sentences]

    @cached_property
    def stated(self) -> list[Sentence]:
        """The sentences that neither ask nor warn of what others promise."""
        caution = self.words.caution
        return [found for found in self.sentences if not found.is_question and not caution.search(found.plain)]

    @property
    def key_facts(self) -> dict:
        """The stored key facts; empty without the block."""
        found = self.of_type("key_facts")
        return found[0].value if found else {}

    @cached_property
    def relied_consents(self) -> set[int]:
        """The keys of the consents that the published version of the page rests on; one query for a live page."""
        return consents_of_published(self.page)

    @cached_property
    def consents(self) -> dict[int, ImageConsent]:
        """The consents that blocks choose, by key; one query."""
        keys = {block.value.get("consent") for block in self.of_type("before_after", "testimonial")} - {None}
        return ImageConsent.objects.in_bulk(keys) if keys else {}

    @cached_property
    def clinic(self):
        """The settings of the clinic of the page's site, or None; a page without a place counts to the main site."""
        site = self.page.get_site() if self.page.path else None
        site = site or Site.objects.filter(is_default_site=True).first()
        return of_site.first(site=site.pk) if site else None


def read_page(page) -> PageText:
    """The page as it is in memory; saved or not, draft or live. One query for the sources that it names."""
    language = page.locale.language_code.partition("-")[0] if page.locale_id else "en"
    raw = page.body.get_prep_value() if page.body else []
    stream = page.body.stream_block
    read = [RawBlock(item["id"] or "", item["type"], item["value"]) for item in raw]
    walked = Walk()
    for name, role in PAGE_FIELDS.items():
        walked.add_field(name, getattr(page, name, "") or "", role, is_rich=name == "introduction")
    for block in read:
        if block.type in stream.child_blocks:
            walked.block = block
            walked.walk(stream.child_blocks[block.type], block.value, "", "")
    walked.find_sources()
    kind = "article" if isinstance(page, ArticleDatesMixin) else "treatment"
    return PageText(page, kind, language, read, walked.passages, walked.claims)
