"""The timeline of a lead: everything that happened to it, in order."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ActivityKind(models.TextChoices):
    """What happened."""

    ENQUIRY = "enquiry", _("Enquiry received")
    STATUS = "status", _("Status changed")
    ASSIGNED = "assigned", _("Owner changed")
    NOTE = "note", _("Note")
    REOPENED = "reopened", _("Reopened")


class Activity(models.Model):
    """One entry of a lead's timeline; `actor` is empty when the system did it."""

    lead = models.ForeignKey("leads.Lead", models.CASCADE, related_name="activities")
    kind = models.CharField(_("kind"), max_length=20, choices=ActivityKind)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("time"), default=timezone.now)
    text = models.TextField(_("text"), blank=True)
    from_value = models.CharField(max_length=100, blank=True)
    to_value = models.CharField(max_length=100, blank=True)
    enquiry = models.ForeignKey("leads.Enquiry", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["lead", "-created_at"], name="leads_activity_timeline")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"
