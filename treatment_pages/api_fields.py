"""What Wagtail's API tells of our pages beside their titles; nothing that visitors cannot read on them.

Models name these lists as their `api_fields`, so nothing here may read a model at import.
"""

from datetime import date
from decimal import Decimal

from rest_framework.fields import Field
from wagtail import blocks
from wagtail.api import APIField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from treatment_pages.claims import without_claims


class PageField(Field):
    """A field that is read from the whole page."""

    def get_attribute(self, instance):
        return instance


class BodyField(PageField):
    """The blocks in order, what they choose in words instead of keys; quotes and pictures only under consent."""

    def to_representation(self, page):
        request = self.context.get("request")
        return [
            {"type": section.block.block_type, "anchor": section.anchor, "value": spelt_out(section.block, request)}
            for section in page.sections
            if getattr(section.block.value, "is_shown", True) and section.block.block_type != "sources"
        ]


class KeyFactsField(PageField):
    """The key facts with their types: numbers, units, amounts of money."""

    def to_representation(self, page):
        facts = page.key_facts
        return _spelt(facts.block, facts, None) if facts else None


class SourcesField(PageField):
    """The publications that the page lists, each once."""

    def to_representation(self, page):
        from treatment_pages.structured_data.citations import page_sources

        return [_source(source) for source in page_sources(page)]


class ReviewField(PageField):
    """Who reviewed the text, when, and whether it changed since; null while it names nobody."""

    def to_representation(self, page):
        if not page.is_reviewed:
            return None
        return {
            "reviewer": _person(page.medical_reviewer, page.public_reviewer, self.context.get("request")),
            "reviewed_on": page.reviewed_on.isoformat(),
            "is_changed_since_review": page.is_changed_since_review,
        }


class AuthorField(PageField):
    """Who wrote the text, with a link while the person's page is public; null while it names nobody."""

    def to_representation(self, page):
        if page.author_page:
            return _person(page.author_page, page.public_author, self.context.get("request"))
        return {"title": page.author_name} if page.author_name else None


def _is_public(page: Page) -> bool:
    """Whether visitors can open the page; imported late, for it reads models."""
    from treatment_pages import around

    return around.is_public(page)


class LinkedPageField(Field):
    """A chosen page while visitors can open it."""

    def to_representation(self, page):
        return _page(page, self.context.get("request")) if _is_public(page) else None


class PagesField(Field):
    """Chosen pages that visitors can open."""

    def to_representation(self, pages):
        public = pages.all().live().public().order_by("title")
        return [_page(page, self.context.get("request")) for page in public]


class TermsField(Field):
    """Categories, concerns or body areas."""

    def to_representation(self, terms):
        return [{"name": term.name, "slug": term.slug} for term in terms.all()]


class ImageField(Field):
    """A picture as anybody may fetch it."""

    def to_representation(self, image):
        return _image(image)


class HtmlField(Field):
    """Rich text as visitors' HTML."""

    def to_representation(self, text):
        return _html(text)


def spelt_out(bound_block, request):
    """The value of a block for readers who cannot look up keys."""
    return _spelt(bound_block.block, bound_block.value, request)


def _spelt(block: blocks.Block, value, request):
    """Blocks by their kind; what is chosen by the kind of the record. An empty range or price is null."""
    if value is None:
        return None
    if isinstance(block, blocks.StructBlock):
        if not value:
            return None
        entries = ((name, child, value.get(name)) for name, child in block.child_blocks.items())
        return {name: _spelt(child, entry, request) for name, child, entry in entries if name not in FOR_STAFF}
    if isinstance(block, blocks.ListBlock):
        return [_spelt(block.child_block, item, request) for item in value]
    if isinstance(block, blocks.RichTextBlock):
        return _html(value.source)
    if isinstance(block, blocks.ChooserBlock):
        return _record(value, request) if value else None
    return float(value) if isinstance(value, Decimal) else value.isoformat() if isinstance(value, date) else value


FOR_STAFF = {"consent", "form"}
"""Fields of blocks that visitors never see."""


def _record(record, request):
    if isinstance(record, Page):
        return _page(record, request) if _is_public(record) else None
    if isinstance(record, AbstractImage):
        return _image(record)
    if hasattr(record, "doi"):
        return _source(record)
    return {"title": str(record), "url": getattr(record, "url", "")}


def _person(person: Page, public: Page | None, request) -> dict:
    """Somebody whom the page names; the name alone while visitors cannot open the person's own page."""
    return _page(public, request) if public else {"title": person.title}


def _page(page: Page, request) -> dict:
    return {"id": page.pk, "title": page.title, "html_url": page.get_full_url(request)}


def _image(image: AbstractImage) -> dict:
    return {"id": image.pk, "title": image.title, "url": image.file.url, "width": image.width, "height": image.height}


def _source(source) -> dict:
    names = ("title", "authors", "year", "publication", "kind", "doi")
    return {**{name: getattr(source, name) for name in names}, "url": source.link}


def _html(text: str) -> str:
    return expand_db_html(without_claims(str(text or "")))


CONTENT_FIELDS = [
    APIField("summary"),
    APIField("alternate_names"),
    APIField("hero_image", serializer=ImageField()),
    APIField("picture_description"),
    APIField("key_facts", serializer=KeyFactsField()),
    APIField("body", serializer=BodyField()),
    APIField("sources", serializer=SourcesField()),
    APIField("review", serializer=ReviewField()),
    APIField("author", serializer=AuthorField()),
]
TREATMENT_FIELDS = [
    *CONTENT_FIELDS,
    *(APIField(name, serializer=TermsField()) for name in ("categories", "concerns", "body_areas")),
]
ARTICLE_FIELDS = [
    *CONTENT_FIELDS,
    APIField("introduction", serializer=HtmlField()),
    APIField("treatment", serializer=LinkedPageField()),
    APIField("published_on"),
    APIField("updated_on"),
    APIField("reading_minutes"),
    APIField("tags"),
]
INDEX_FIELDS = [APIField("introduction"), APIField("text", serializer=HtmlField())]
PRACTITIONER_FIELDS = [
    APIField("job_title"),
    APIField("summary"),
    APIField("portrait", serializer=ImageField()),
    APIField("portrait_alt"),
    APIField("text", serializer=HtmlField()),
    APIField("registration_body"),
    APIField("registration_number"),
    APIField("registration_url"),
    APIField("credentials"),
    APIField("treatments", serializer=PagesField()),
]
DETAIL_ONLY = (
    *("hero_image", "picture_description", "body", "sources", "review", "author", "categories", "concerns"),
    *("body_areas", "treatment", "reading_minutes", "tags", "portrait", "credentials", "treatments", "text"),
    "introduction",
)
"""What a listing leaves out, because it would cost queries for every page of the listing."""
