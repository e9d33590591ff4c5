"""The words by which visitors look for a treatment: its category, the concern it is for, the part of the body."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index

from treatment_pages.listing.redirects import lead_on


class Term(TranslatableMixin, index.Indexed, models.Model):
    """One word of a list that treatments are sorted by; each has its own listing below a treatment index."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        allow_unicode=True,
        blank=True,
        help_text=_("The word in the web address of its listing. Empty: made from the name."),
    )
    description = models.TextField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("One or two plain sentences at the top of its listing, also for search engines."),
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("locale_id"),
    ]

    kind: str
    """What stands for this list in web addresses and querystrings, such as “concern”."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        """A new slug is a new address; the old one leads on."""
        self.slug = self.slug or slugify(self.name, allow_unicode=True)
        old_slug = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **kwargs)
        if old_slug and old_slug != self.slug:
            lead_on(self, old_slug)


class TreatmentCategory(Term):
    """What kind of treatment it is, such as peels or injections."""

    kind = "category"

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="treatment_pages_category_unique_slug"),
        ]


class Concern(Term):
    """What bothers the visitor, such as acne scars."""

    kind = "concern"

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="treatment_pages_concern_unique_slug")]


class BodyArea(Term):
    """Where on the body, such as the neck."""

    kind = "area"

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("body area")
        verbose_name_plural = _("body areas")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="treatment_pages_area_unique_slug")]
