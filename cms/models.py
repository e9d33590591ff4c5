"""The demo site's own pages around the treatments."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.search import index

from treatment_pages.models import PractitionerPage, TreatmentPage
from treatment_pages.models.routing import DirectRouting


class HomePage(DirectRouting, Page):
    """The clinic's front door: who they are, what they treat, how to ask."""

    headline = models.CharField(_("headline"), max_length=120)
    introduction = models.TextField(_("introduction"), max_length=400)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    body = RichTextField(_("text"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ul", "ol"])

    read_with = ("locale", "hero_image")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["headline", "introduction", "hero_image"], heading=_("First screen")),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1
    page_description = _("The front page of the site.")
    template = "home.html"

    class Meta:
        verbose_name = _("home page")

    def pictures(self) -> Iterator[tuple[AbstractImage, str]]:
        """What the page shows of its own, with its role."""
        if self.hero_image:
            yield self.hero_image, "front"

    def get_context(self, request, *args, **kwargs):
        """Adds `treatments`, the first six live treatment pages in the editors' order, for the grid of cards."""
        context = super().get_context(request, *args, **kwargs)
        context["treatments"] = (
            TreatmentPage.objects.descendant_of(self).live().public().for_cards().order_by("path")[:6]
        )
        return context


class InformationPage(DirectRouting, Page):
    """Plain text about the clinic: about us, privacy, complaints."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=400)
    image = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    body = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "ul", "ol", "hr"])

    read_with = ("image",)

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    parent_page_types = ["cms.HomePage", "cms.InformationPage"]
    page_description = _("A page of plain text, such as about us or privacy.")
    template = "information.html"

    class Meta:
        verbose_name = _("information page")

    def pictures(self) -> Iterator[tuple[AbstractImage, str]]:
        """What the page shows of its own, with its role."""
        if self.image:
            yield self.image, "information"

    def get_context(self, request, *args, **kwargs):
        """Adds `practitioners`, the people whose live pages stand below this one, with what their cards need."""
        context = super().get_context(request, *args, **kwargs)
        people = PractitionerPage.objects.child_of(self).live().public().order_by("path")
        context["practitioners"] = people.select_related("portrait").prefetch_related("portrait__renditions")
        return context
