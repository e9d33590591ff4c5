"""The evergreen page of one treatment."""

from functools import cached_property

from django.db import models
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Orderable, Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from treatment_pages.api_fields import TREATMENT_FIELDS
from treatment_pages.around import RELATED
from treatment_pages.models.checked import CheckedPageMixin
from treatment_pages.models.checked_form import CheckedPageForm
from treatment_pages.models.comparable import ComparableMixin
from treatment_pages.models.index_page import BelowTreatmentIndex
from treatment_pages.models.mixins import AuthorMixin, EnquiryPageMixin, TreatmentContentMixin
from treatment_pages.models.panels import page_tabs
from treatment_pages.models.referenced import ReferencedChoicesMixin, ReferencedManyToManyField
from treatment_pages.models.review import ReviewMixin
from treatment_pages.models.taxonomy import Term
from treatment_pages.models.topics import take_own_terms, topics_of
from treatment_pages.staff.choices import ChoicesPanel


class TreatmentQuerySet(PageQuerySet):
    """Questions about treatment pages and articles."""

    def for_cards(self) -> "TreatmentQuerySet":
        """With the picture and its renditions, so that a grid of cards costs a fixed number of queries."""
        return self.select_related("hero_image").prefetch_related("hero_image__renditions")

    def newest_first(self) -> "TreatmentQuerySet":
        """Articles by the date that readers are told, the newest first."""
        told = Coalesce("published_on", TruncDate("first_published_at"))
        return self.order_by(told.desc(nulls_last=True), "title")


class TreatmentPage(
    ReferencedChoicesMixin,
    BelowTreatmentIndex,
    ReviewMixin,
    CheckedPageMixin,
    AuthorMixin,
    ComparableMixin,
    TreatmentContentMixin,
    Page,
):
    """The evergreen page of one treatment."""

    categories = ReferencedManyToManyField(
        "treatment_pages.TreatmentCategory", blank=True, related_name="treatments", verbose_name=_("categories")
    )
    concerns = ReferencedManyToManyField(
        "treatment_pages.Concern", blank=True, related_name="treatments", verbose_name=_("concerns")
    )
    body_areas = ReferencedManyToManyField(
        "treatment_pages.BodyArea", blank=True, related_name="treatments", verbose_name=_("body areas")
    )

    read_with = ("locale", "hero_image", "author_page", "medical_reviewer", "enquiry_form")

    people_panels = [FieldPanel("author_page"), *ReviewMixin.review_panels]
    finding_panels = [
        MultiFieldPanel(
            [ChoicesPanel("categories"), ChoicesPanel("concerns"), ChoicesPanel("body_areas")],
            heading=_("Topics"),
            help_text=_("How visitors filter the list of treatments."),
        ),
        MultipleChooserPanel(
            "related_links",
            chooser_field_name="treatment",
            heading=_("Related treatments"),
            label=_("Treatment"),
            help_text=_("Without a choice, treatments for the same concerns are shown."),
            max_num=RELATED,
        ),
    ]
    edit_handler = page_tabs(
        content=TreatmentContentMixin.content_panels,
        people=people_panels,
        finding=finding_panels,
        enquiry=EnquiryPageMixin.enquiry_panels,
        base_form_class=CheckedPageForm,
    )
    search_fields = [
        *Page.search_fields,
        *TreatmentContentMixin.content_search_fields,
        index.FilterField("price_from"),
        index.FilterField("session_minutes"),
        index.FilterField("recovery_days"),
    ]

    api_fields = TREATMENT_FIELDS

    objects = PageManager.from_queryset(TreatmentQuerySet)()

    parent_page_types = ["treatment_pages.TreatmentIndexPage"]
    subpage_types = []
    page_description = _("One treatment: facts, procedure, suitability, risks and an enquiry form.")

    class Meta:
        verbose_name = _("treatment page")
        verbose_name_plural = _("treatment pages")

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            take_own_terms(self)
        super().save(*args, **kwargs)

    @cached_property
    def topics(self) -> list[Term]:
        """The page's categories, concerns and body areas; one query."""
        return topics_of(self)


class RelatedTreatment(Orderable):
    """A treatment that the editor chose to stand at the end of another one's page."""

    page = ParentalKey(TreatmentPage, on_delete=models.CASCADE, related_name="related_links")
    treatment = models.ForeignKey(TreatmentPage, models.CASCADE, related_name="+", verbose_name=_("treatment"))

    class Meta(Orderable.Meta):
        verbose_name = _("related treatment")
        verbose_name_plural = _("related treatments")
