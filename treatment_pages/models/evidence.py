"""Published sources that claims rest on: kept once, cited from many pages."""

import re
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class SourceKind(models.TextChoices):
    """What was published."""

    ARTICLE = "article", _("Journal article")
    GUIDELINE = "guideline", _("Guideline")
    REGULATOR = "regulator", _("Regulator or health service")
    BOOK = "book", _("Book")
    OTHER = "other", _("Other")


KIND_LABELS = dict(SourceKind.choices)


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
    publication = models.CharField(
        _("published in"), max_length=200, blank=True, help_text=_("The journal, publisher or organisation.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, default=SourceKind.ARTICLE)
    evidence_level = models.CharField(
        _("level of evidence"),
        max_length=1,
        choices=EvidenceLevel,
        blank=True,
        help_text=_("Of the study design, after Oxford CEBM 2011. For staff; leave empty if nobody has judged it."),
    )
    doi = models.CharField(
        _("DOI"),
        max_length=200,
        blank=True,
        help_text=_("Such as 10.1000/182; an address at doi.org may be pasted whole."),
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", _("Enter a DOI such as 10.1000/182."))],
    )
    url = models.URLField(
        _("web address"), max_length=500, blank=True, help_text=_("Only needed when there is no DOI.")
    )

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("publication"),
        index.SearchField("doi"),
        index.FilterField("kind"),
        index.FilterField("evidence_level"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                Lower("doi"),
                condition=~models.Q(doi=""),
                name="treatment_pages_source_unique_doi",
                violation_error_message=_("A source with this DOI exists already. Choose it instead of adding it."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    @property
    def printed_year(self) -> str:
        """The year as it stands in a reference, without a sign between thousands; "" where it is not known."""
        return str(self.year or "")

    @property
    def kind_label(self) -> str:
        """The kind in words; "" for a kind that says nothing."""
        return "" if self.kind == SourceKind.OTHER else str(KIND_LABELS.get(self.kind, self.kind))

    def clean_fields(self, exclude=None) -> None:
        """Accept a DOI as people paste it."""
        self.doi = bare_doi(self.doi)
        super().clean_fields(exclude)

    def clean(self) -> None:
        """A reader must be able to find the source: it has a DOI or a web address."""
        if not (self.doi or self.url):
            raise ValidationError({"doi": _("Enter a DOI or a web address, so that readers can find the source.")})

    @property
    def link(self) -> str:
        """Where a reader finds it; the DOI outlives web addresses."""
        return f"https://doi.org/{quote(self.doi, safe='/:;()._-')}" if self.doi else self.url


def bare_doi(text: str) -> str:
    """The DOI without the address or label in front of it."""
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE)
