"""The article about a treatment: author, dates, tags, reading time, readers' questions."""

import math
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from treatment_pages.api_fields import ARTICLE_FIELDS
from treatment_pages.around import is_public
from treatment_pages.blocks.base import INLINE_FEATURES
from treatment_pages.claims import deleted_source_error
from treatment_pages.models.checked import CheckedPageMixin
from treatment_pages.models.checked_form import CheckedPageForm
from treatment_pages.models.index_page import BelowTreatmentIndex
from treatment_pages.models.mixins import ArticleDatesMixin, AuthorMixin, EnquiryPageMixin, TreatmentContentMixin
from treatment_pages.models.panels import page_tabs
from treatment_pages.models.review import ReviewMixin
from treatment_pages.models.treatment_page import TreatmentPage, TreatmentQuerySet

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""


class ArticleTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(
        "treatment_pages.TreatmentArticlePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticlePageForm(CheckedPageForm):
    """The page editor's form of an article."""

    def clean_introduction(self) -> str:
        """What is published rests on no source that was deleted; drafts may."""
        introduction = self.cleaned_data["introduction"]
        error = "" if self.is_deferred_validation else deleted_source_error(introduction)
        if error:
            raise ValidationError(error)
        return introduction


class TreatmentArticlePage(
    BelowTreatmentIndex, ReviewMixin, CheckedPageMixin, AuthorMixin, ArticleDatesMixin, TreatmentContentMixin, Page
):
    """An article about a treatment, with author, dates and reading time."""

    treatment = models.ForeignKey(
        TreatmentPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("treatment"),
        help_text=_("The treatment that the article is about; enquiries name it."),
    )
    introduction = RichTextField(_("introduction"), blank=True, features=INLINE_FEATURES)
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    takes_questions = models.BooleanField(
        _("readers can ask questions"),
        default=False,
        help_text=_("Questions wait under “Treatments” until staff answer and publish them."),
    )

    read_with = ("locale", "hero_image", "author_page__portrait", "medical_reviewer", "enquiry_form", "treatment")

    content_panels = [
        *TreatmentContentMixin.content_panels[:-1],
        MultiFieldPanel(["treatment", "introduction"], heading=_("Article")),
        TreatmentContentMixin.content_panels[-1],
    ]
    people_panels = [
        MultiFieldPanel(
            ["author_page", "author", FieldRowPanel(["published_on", "updated_on"])], heading=_("Author and dates")
        ),
        *ReviewMixin.review_panels,
    ]
    edit_handler = page_tabs(
        content=content_panels,
        people=people_panels,
        finding=[FieldPanel("tags"), FieldPanel("takes_questions")],
        enquiry=EnquiryPageMixin.enquiry_panels,
        base_form_class=ArticlePageForm,
    )
    search_fields = [
        *Page.search_fields,
        *TreatmentContentMixin.content_search_fields,
        index.SearchField("author"),
        index.SearchField("introduction"),
    ]

    api_fields = ARTICLE_FIELDS

    objects = PageManager.from_queryset(TreatmentQuerySet)()

    parent_page_types = ["treatment_pages.TreatmentIndexPage"]
    subpage_types = []
    page_description = _("An article about a treatment, with author and dates.")

    class Meta:
        verbose_name = _("treatment article")
        verbose_name_plural = _("treatment articles")

    @property
    def enquiry_subject(self) -> str:
        """The treatment that the article is about, or the article's title."""
        return self.treatment.title if self.treatment else self.title

    @property
    def public_treatment(self) -> TreatmentPage | None:
        """The treatment while visitors can open its page."""
        treatment = self.around.chosen.get(self.treatment_id)
        return treatment if treatment and is_public(treatment) else None

    @property
    def told_date(self) -> date | None:
        """The day of publication as readers are told it."""
        return self.published_on or (self.first_published_at and timezone.localdate(self.first_published_at))

    def own_images(self) -> list:
        """The picture, and the author's portrait at the end."""
        return [self.hero_image, self.author_page and self.author_page.portrait]

    @property
    def author_name(self) -> str:
        """Who wrote it, as the reader is told."""
        return self.author_page.title if self.author_page else self.author

    @property
    def reading_minutes(self) -> int:
        """Minutes to read the article, at least one; `WORDS_PER_MINUTE` says at what pace."""
        texts = [get_text_for_indexing(self.introduction)]
        for part in self.sections:
            texts.extend(part.block.block.get_searchable_content(part.block.value))
        return max(1, math.ceil(sum(len(str(text).split()) for text in texts) / WORDS_PER_MINUTE))
