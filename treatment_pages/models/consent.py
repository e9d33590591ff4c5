"""Consents of people shown in pictures or quoted; pages stop showing them when the consent ends."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class ConsentScope(models.TextChoices):
    """Where the person agreed to be shown."""

    WEBSITE = "website", _("This website")
    ONLINE = "online", _("Website and social media")
    ALL = "all", _("Website, social media and print")


class ImageConsentQuerySet(models.QuerySet):
    """Questions about consents."""

    def valid(self, on: date | None = None) -> "ImageConsentQuerySet":
        """Consents in force on a day (today): given, neither expired nor withdrawn."""
        day = on or timezone.localdate()
        return self.filter(
            Q(given_on__lte=day),
            Q(expires_on=None) | Q(expires_on__gte=day),
            Q(withdrawn_on=None) | Q(withdrawn_on__gt=day),
        )


class ImageConsent(index.Indexed, models.Model):
    """What one person agreed to; the signed form itself stays in the clinic's records."""

    reference = models.CharField(
        _("reference"),
        max_length=60,
        unique=True,
        help_text=_("Where the signed form is filed, such as C-2026-014. Never the person's name."),
    )
    scope = models.CharField(_("agreed to"), max_length=20, choices=ConsentScope, default=ConsentScope.WEBSITE)
    given_on = models.DateField(_("given on"))
    expires_on = models.DateField(_("ends after"), null=True, blank=True, help_text=_("Empty: until withdrawn."))
    withdrawn_on = models.DateField(
        _("withdrawn on"), null=True, blank=True, help_text=_("From this day on nothing that rests on it is shown.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For staff only. No names, no health details."))

    objects = ImageConsentQuerySet.as_manager()

    search_fields = [
        index.SearchField("reference"),
        index.AutocompleteField("reference"),
        index.FilterField("scope"),
        index.FilterField("expires_on"),
        index.FilterField("withdrawn_on"),
    ]

    class Meta:
        verbose_name = _("image consent")
        verbose_name_plural = _("image consents")
        ordering = ["reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=F("given_on")),
                name="treatment_pages_consent_ends_after_it_was_given",
                violation_error_message=_("The consent cannot end before it was given."),
            )
        ]

    def __str__(self) -> str:
        return self.reference

    def clean(self) -> None:
        """Nobody withdraws a consent before giving it."""
        if self.given_on and self.withdrawn_on and self.withdrawn_on < self.given_on:
            raise ValidationError({"withdrawn_on": _("Enter the day of withdrawal, not a day before the consent.")})

    def is_valid(self, on: date | None = None) -> bool:
        """Whether pages may show what rests on it on a day (today)."""
        day = on or timezone.localdate()
        return (
            self.given_on <= day
            and (self.expires_on is None or self.expires_on >= day)
            and (self.withdrawn_on is None or self.withdrawn_on > day)
        )
