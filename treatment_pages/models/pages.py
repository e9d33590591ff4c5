"""The page types: an index of treatments, the evergreen treatment page, and the article."""

import math

from django.db import models
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from treatment_pages.models.mixins import AuthorshipMixin, EnquiryPageMixin, TreatmentContentMixin
from treatment_pages.models.panels import page_tabs

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""


class TreatmentIndexQuerySet(PageQuerySet):
    """Questions about treatment indexes."""

    def nearest_with_form(self, page: Page) -> "TreatmentIndexPage | None":
        """The closest index above `page` that chose an enquiry form in use; one query, the form included."""
        chosen = self.ancestor_of(page).filter(enquiry_form__is_archived=False)
        return chosen.select_related("enquiry_form").order_by("-depth").first()


class TreatmentQuerySet(PageQuerySet):
    """Questions about treatment pages and articles."""

    def for_cards(self) -> "TreatmentQuerySet":
        """With the picture and its renditions, so that a grid of cards costs a fixed number of queries."""
        return self.select_related("hero_image").prefetch_related("hero_image__renditions")

    def newest_first(self) -> "TreatmentQuerySet":
        """Articles by the date that readers are told, the newest first."""
        told = Coalesce("published_on", TruncDate("first_published_at"))
        return self.order_by(told.desc(nulls_last=True), "title")


class BelowTreatmentIndex(EnquiryPageMixin):
    """A page that stands below a treatment index and takes its enquiry form from there."""

    class Meta:
        abstract = True

    def get_enquiry_form(self):
        """The form chosen here or at the closest index that chose one; None for the clinic's standard form."""
        if form := super().get_enquiry_form():
            return form
        above = TreatmentIndexPage.objects.nearest_with_form(self)
        return above.enquiry_form if above else None


class TreatmentIndexPage(EnquiryPageMixin, Page):
    """The listing of treatments; their pages and articles live below it."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)
    text = RichTextField(_("text below the list"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ul"])

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("text")]
    edit_handler = page_tabs(content=content_panels, enquiry=EnquiryPageMixin.enquiry_panels)
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("text")]

    objects = PageManager.from_queryset(TreatmentIndexQuerySet)()

    subpage_types = ["treatment_pages.TreatmentPage", "treatment_pages.TreatmentArticlePage"]
    page_description = _("Lists treatments; treatment pages and articles live below it.")

    class Meta:
        verbose_name = _("treatment index")
        verbose_name_plural = _("treatment indexes")

    def get_context(self, request, *args, **kwargs):
        """Adds `treatments` and `articles`: the live pages below, with what their cards need."""
        context = super().get_context(request, *args, **kwargs)
        context["treatments"] = TreatmentPage.objects.child_of(self).live().public().for_cards().order_by("title")
        context["articles"] = TreatmentArticlePage.objects.child_of(self).live().public().for_cards().newest_first()
        return context


class TreatmentPage(BelowTreatmentIndex, TreatmentContentMixin, Page):
    """The evergreen page of one treatment."""

    edit_handler = page_tabs(content=TreatmentContentMixin.content_panels, enquiry=EnquiryPageMixin.enquiry_panels)
    search_fields = [*Page.search_fields, *TreatmentContentMixin.content_search_fields]

    objects = PageManager.from_queryset(TreatmentQuerySet)()

    parent_page_types = ["treatment_pages.TreatmentIndexPage"]
    subpage_types = []
    page_description = _("One treatment: facts, procedure, suitability, risks and an enquiry form.")

    class Meta:
        verbose_name = _("treatment page")
        verbose_name_plural = _("treatment pages")


class TreatmentArticlePage(BelowTreatmentIndex, AuthorshipMixin, TreatmentContentMixin, Page):
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
    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [
        *TreatmentContentMixin.content_panels[:-1],
        *AuthorshipMixin.authorship_panels,
        MultiFieldPanel(["treatment", "introduction"], heading=_("Article")),
        TreatmentContentMixin.content_panels[-1],
    ]
    edit_handler = page_tabs(content=content_panels, enquiry=EnquiryPageMixin.enquiry_panels)
    search_fields = [
        *Page.search_fields,
        *TreatmentContentMixin.content_search_fields,
        index.SearchField("author"),
        index.SearchField("introduction"),
    ]

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
        return self.treatment if self.treatment and self.treatment.live else None

    @property
    def reading_minutes(self) -> int:
        """Minutes to read the article, at least one; `WORDS_PER_MINUTE` says at what pace."""
        texts = [get_text_for_indexing(self.introduction)]
        for part in self.sections:
            texts.extend(part.block.block.get_searchable_content(part.block.value))
        return max(1, math.ceil(sum(len(str(text).split()) for text in texts) / WORDS_PER_MINUTE))
