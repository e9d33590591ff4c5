"""The people who treat, write and review."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.images.models import AbstractImage
from wagtail.models import Orderable, Page
from wagtail.search import index

from treatment_pages.api_fields import PRACTITIONER_FIELDS
from treatment_pages.around import articles_by, treatments_of
from treatment_pages.blocks.choosers import images_by_key
from treatment_pages.models.index_page import KeepsViewAddresses
from treatment_pages.models.panels import page_tabs
from treatment_pages.models.routing import RoutedPage
from treatment_pages.staff.choices import ChoicesPanel
from treatment_pages.trail import index_above


class PractitionerPage(RoutedPage, KeepsViewAddresses, Page):
    """One practitioner; the title is the name as visitors read it."""

    job_title = models.CharField(_("profession"), max_length=120, help_text=_("Such as Nurse prescriber."))
    summary = models.TextField(
        _("summary"), max_length=300, help_text=_("One or two plain sentences; also shown on cards.")
    )
    portrait = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    portrait_alt = models.CharField(
        _("portrait description"),
        max_length=200,
        blank=True,
        help_text=_("What the portrait shows, for people who cannot see it. Empty: the picture's own description."),
    )
    text = RichTextField(_("about"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ul", "ol"])
    registration_body = models.CharField(
        _("registered with"), max_length=160, blank=True, help_text=_("Such as General Medical Council.")
    )
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    registration_url = models.URLField(
        _("entry in the register"),
        max_length=500,
        blank=True,
        help_text=_("Where visitors can check the registration."),
    )
    treatments = ParentalManyToManyField(
        "treatment_pages.TreatmentPage", blank=True, related_name="practitioners", verbose_name=_("treatments")
    )

    read_with = ("locale", "portrait")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["job_title", "summary", "portrait", "portrait_alt"], heading=_("Who it is")),
        MultiFieldPanel(
            [FieldRowPanel(["registration_body", "registration_number"]), "registration_url"],
            heading=_("Registration"),
            help_text=_("Visitors check it; give the body and the number together."),
        ),
        InlinePanel("credentials", heading=_("Credentials"), label=_("Credential")),
        FieldPanel("text"),
        ChoicesPanel("treatments"),
    ]
    edit_handler = page_tabs(content=content_panels)
    search_fields = [
        *Page.search_fields,
        index.SearchField("job_title"),
        index.SearchField("summary"),
        index.SearchField("text"),
    ]
    api_fields = PRACTITIONER_FIELDS

    subpage_types = []
    page_description = _("A practitioner: registration, credentials, treatments, articles.")

    class Meta:
        verbose_name = _("practitioner")
        verbose_name_plural = _("practitioners")

    def get_context(self, request, *args, **kwargs):
        """Reads the portrait's renditions and the credentials once for all places of the page."""
        if self.portrait:
            images_by_key(type(self.portrait), set(), at_hand=[self.portrait])
        return super().get_context(request, *args, **kwargs) | {"credentials": self.credentials.get_object_list()}

    @property
    def enquiry_subject(self) -> str:
        """What an enquiry from this page is about."""
        return self.title

    enquiry_treatment = ""
    """A person is no treatment: the visitor of this page names the one they ask about."""

    def get_enquiry_form(self):
        """The form of the index above, if it chose one; None for the clinic's standard form."""
        index = index_above(self)
        return index.get_enquiry_form() if index else None

    @property
    def portrait_description(self) -> str:
        """The alternative text of the portrait."""
        return self.portrait_alt or (self.portrait.default_alt_text if self.portrait else "")

    @property
    def public_treatments(self) -> models.QuerySet:
        """What this person does, as far as visitors can open it, for cards."""
        return treatments_of(self)

    @property
    def articles(self) -> models.QuerySet:
        """What this person wrote, as far as visitors can open it, the newest first."""
        return articles_by(self)

    def pictures(self) -> Iterator[tuple[AbstractImage, str]]:
        """What the page shows, each with its role."""
        if self.portrait:
            yield from ((self.portrait, role) for role in ("portrait", "face", "share"))


class Credential(Orderable):
    """A qualification that a practitioner holds."""

    practitioner = ParentalKey(PractitionerPage, on_delete=models.CASCADE, related_name="credentials")
    name = models.CharField(_("name"), max_length=160, help_text=_("Such as MSc Aesthetic Medicine."))
    awarded_by = models.CharField(_("awarded by"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")

    def __str__(self) -> str:
        return self.name
