"""Published sources that claims rest on: kept once, cited from many pages."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.search import index


class SourceKind(models.TextChoices):
    """What was published."""

    ARTICLE = "article", _("Journal article")
    GUIDELINE = "guideline", _("Guideline")
    REGULATOR = "regulator", _("Regulator or health service")
    BOOK = "book", _("Book")
    OTHER = "other", _("Other")


class EvidenceLevel(models.TextChoices):
    """How much weight it carries, after the Oxford CEBM levels of evidence (2011)."""

    SYSTEMATIC_REVIEW = "1", _("1 – Systematic review")
    RANDOMISED_TRIAL = "2", _("2 – Randomised trial")
    CONTROLLED_STUDY = "3", _("3 – Controlled study")
    CASE_SERIES = "4", _("4 – Case series")
    EXPERT_OPINION = "5", _("5 – Mechanism or expert opinion")


class Source(index.Indexed, models.Model):
    """One publication with a DOI or URL that a reader can follow."""

    title = models.CharField(_("title"), max_length=300)
    authors = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As cited, such as “Smith J, Ito K”.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1800), MaxValueValidator(2100)]
    )
    publication = models.CharField(_("published in"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, default=SourceKind.ARTICLE)
    evidence_level = models.CharField(_("level of evidence"), max_length=1, choices=EvidenceLevel, blank=True)
    doi = models.CharField(
        _("DOI"),
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", _("Enter a DOI such as 10.1000/182, without https."))],
    )
    url = models.URLField(_("web address"), max_length=500, blank=True)

    panels = [
        MultiFieldPanel(["title", "authors", FieldRowPanel(["year", "publication"])], heading=_("Publication")),
        FieldRowPanel(["kind", "evidence_level"]),
        MultiFieldPanel(["doi", "url"], heading=_("Where to find it")),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
    ]

    class Meta:
        verbose_name = _("source")
        ordering = ["title"]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def clean(self) -> None:
        """A reader must be able to find the source: it has a DOI or a web address."""
        if not (self.doi or self.url):
            raise ValidationError({"doi": _("Enter a DOI or a web address, so that readers can find the source.")})

    @property
    def link(self) -> str:
        """Where a reader finds it; the DOI outlives web addresses."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
