"""Fields and behaviour that treatment pages share; the concrete page classes stay thin."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.images import get_image_model, get_image_model_string
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.search import index

from treatment_pages.around import PagesAround, pages_around
from treatment_pages.blocks.choosers import Records, chosen_keys, fetch, images_by_key, shared_lookup
from treatment_pages.blocks.stream import TreatmentStreamBlock, starter_body
from treatment_pages.claims import claim_source_ids
from treatment_pages.models.evidence import Source
from treatment_pages.pictures import pictures_in

TAKEN_ANCHOR = re.compile(
    r"main|contents|key-facts|enquiry|enquiry-form-\d+.*|source-\d+|cite-\d+-\d+"
    r"|reader-questions?(-.*)?|ask-a-question(-heading)?|question-\d+"
)
"""Element ids that the page's templates give to something else."""


class Section(NamedTuple):
    """One part of the page: a block with the heading and anchor that the contents list links to."""

    anchor: str
    heading: str
    block: StreamValue.StreamChild


class EnquiryPageMixin(models.Model):
    """A page that visitors enquire from; it can choose its own enquiry form."""

    enquiry_form = models.ForeignKey(
        "leads.EnquiryForm",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("enquiry form"),
        help_text=_("Empty: the form of the page above, or the clinic's standard form."),
    )

    enquiry_panels = [FieldPanel("enquiry_form")]

    class Meta:
        abstract = True

    @property
    def enquiry_subject(self) -> str:
        """What an enquiry from this page is about."""
        return self.title

    def get_enquiry_form(self):
        """The form chosen here, never an archived one; None for the clinic's standard form."""
        return self.enquiry_form if self.enquiry_form_id and not self.enquiry_form.is_archived else None


class TreatmentContentMixin(models.Model):
    """The content of one treatment: names, summary, picture and the stream of blocks."""

    alternate_names = models.CharField(
        _("also known as"),
        max_length=200,
        blank=True,
        help_text=_("Other names that people search for, separated by commas."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two plain sentences below the title; also shown on cards."),
    )
    hero_image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    hero_alt = models.CharField(
        _("picture description"),
        max_length=200,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it. Empty: the picture's own description."),
    )
    body = StreamField(TreatmentStreamBlock(), verbose_name=_("content"), blank=True, default=starter_body)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["summary", "alternate_names"], heading=_("Summary and other names")),
        MultiFieldPanel(["hero_image", "hero_alt"], heading=_("Picture")),
        FieldPanel("body"),
    ]
    content_search_fields = [
        index.SearchField("alternate_names", boost=2),
        index.SearchField("summary"),
        index.SearchField("body"),
        index.AutocompleteField("alternate_names"),
    ]

    class Meta:
        abstract = True

    @property
    def key_facts(self):
        """The page's typed key facts, or None; reads no other block, so it costs no query."""
        for position, raw in enumerate(self.body.raw_data):
            if raw["type"] == "key_facts":
                return self.body[position].value
        return None

    def get_context(self, request, *args, **kwargs):
        """Looks up all records before the template asks for the first one, so that none is read by itself."""
        return super().get_context(request, *args, **kwargs) | {"records": self.chosen_records}

    @cached_property
    def around(self) -> PagesAround:
        """The pages that this one leads to, chosen in blocks or not; one query."""
        people = {self.author_page_id, self.medical_reviewer_id} - {None}
        return pages_around(self, self._chosen_keys[Page] | people)

    @property
    def public_author(self) -> Page | None:
        """The author's page while visitors can open it."""
        return self.around.public(self.author_page)

    @property
    def public_reviewer(self) -> Page | None:
        """The medical reviewer's page while visitors can open it."""
        return self.around.public(self.medical_reviewer)

    @cached_property
    def chosen_records(self) -> Records:
        """All records that the page's blocks and rich texts choose, by model and key, in one query a model.

        Pictures come with their renditions, also the page's own one and those of the pages around it.
        """
        image_model, keys = get_image_model(), self._chosen_keys
        at_hand = [*self.around.images, *filter(None, self.own_images())]
        given = {
            Page: self.around.chosen,
            image_model: images_by_key(image_model, keys[image_model], at_hand),
            Source: fetch(Source, keys[Source]),
        }
        with shared_lookup(keys, given) as records:
            list(self.body)
        return records

    @cached_property
    def _chosen_keys(self) -> dict[type, set[int]]:
        keys = chosen_keys(self.body)
        keys[Source] |= set(claim_source_ids(getattr(self, "introduction", "")))
        return keys

    def own_images(self) -> list[AbstractImage | None]:
        """The pictures of the page's own fields."""
        return [self.hero_image]

    @cached_property
    def sections(self) -> list[Section]:
        """The blocks in order with unique anchors; the key facts have their own place on the page.

        A block that may not be shown, such as one whose consent has lapsed, leaves no trace. A page with sources has
        a list of them, whether or not an editor placed it; a page without sources has none.
        """
        has_sources = bool(self.chosen_records[Source])
        shown = [block for block in self.body if block.block_type != "key_facts" and is_shown(block)]
        shown = self._with_sources(shown) if has_sources else _without_sources(shown)
        anchors = unique_anchors([_heading(block) or block.block_type for block in shown])
        return [Section(anchor, _heading(block), block) for anchor, block in zip(anchors, shown, strict=True)]

    def _with_sources(self, shown: list[StreamValue.StreamChild]) -> list[StreamValue.StreamChild]:
        if any(block.block_type == "sources" for block in shown):
            return shown
        sources = self.body.stream_block.child_blocks["sources"]
        place = len(shown) - (shown[-1].block_type == "enquiry_form")
        return [*shown[:place], StreamValue.StreamChild(sources, sources.get_default(), id=None), *shown[place:]]

    @property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and heading of every part that has a heading, for the list of contents."""
        return [(part.anchor, part.heading) for part in self.sections if part.heading]

    def pictures(self) -> Iterator[tuple[AbstractImage, str]]:
        """What the page and its cards show, each with its role."""
        if self.hero_image:
            yield from ((self.hero_image, role) for role in ("hero", "card", "share"))
        for part in self.sections:
            yield from pictures_in(part.block.block, part.block.value)

    @property
    def has_form_block(self) -> bool:
        """Whether an editor placed the enquiry form; otherwise the page ends with it."""
        return any(raw["type"] == "enquiry_form" for raw in self.body.raw_data)

    @property
    def picture_description(self) -> str:
        """The alternative text of the picture."""
        return self.hero_alt or (self.hero_image.default_alt_text if self.hero_image else "")


class AuthorMixin(models.Model):
    """Who wrote the text: somebody of the team."""

    author_page = models.ForeignKey(
        "treatment_pages.PractitionerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
        help_text=_("Somebody of the team; the name leads to the person's page."),
    )

    class Meta:
        abstract = True

    @property
    def author_name(self) -> str:
        """Who wrote it, as the reader is told."""
        return self.author_page.title if self.author_page else ""


class ArticleDatesMixin(models.Model):
    """When an article was written, and by whom if not by the team, as the reader is told."""

    author = models.CharField(
        _("author's name"), max_length=120, blank=True, help_text=_("Only for an author who has no page here.")
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Empty: readers are told when the page last changed.")
    )
    updated_on = models.DateField(
        _("updated on"), null=True, blank=True, help_text=_("When the text last changed in substance.")
    )

    class Meta:
        abstract = True


def unique_anchors(headings: list[str]) -> list[str]:
    """An element id for every heading, made of its words; a heading keeps its id while others before it differ."""
    anchors: list[str] = []
    for heading in headings:
        stem = slugify(heading.replace("_", " "), allow_unicode=True) or gettext("part")
        anchor, number = stem, 1
        while anchor in anchors or TAKEN_ANCHOR.fullmatch(anchor):
            number += 1
            anchor = f"{stem}-{number}"
        anchors.append(anchor)
    return anchors


def is_shown(block: StreamValue.StreamChild) -> bool:
    """Whether visitors may see a block; its value knows of reasons why not."""
    return getattr(block.value, "is_shown", True)


def _without_sources(shown: list[StreamValue.StreamChild]) -> list[StreamValue.StreamChild]:
    return [block for block in shown if block.block_type != "sources"]


def _heading(block) -> str:
    """The heading of a block that has one."""
    return block.value.get("heading") or "" if hasattr(block.value, "get") else ""
