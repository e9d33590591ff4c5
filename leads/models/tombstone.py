"""What remains of a lead or an enquiry that was removed: enough to count it, nothing to know anybody by."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models.clinic import PAGE_MODEL

RELEASED = "released"
"""The verdict on the tombstone of an enquiry that staff let out of quarantine, and so was accepted in the end."""


class TombstoneKind(models.TextChoices):
    """What was removed."""

    LEAD = "lead", _("Lead")
    ENQUIRY = "enquiry", _("Enquiry")


class RemovalCause(models.TextChoices):
    """Why it was removed."""

    ERASED = "erased", _("Erased for a person")
    EXPIRED = "expired", _("Kept for long enough")


class Tombstone(models.Model):
    """One removed row, with days instead of times, and without a reference, so that it leads back to nobody.

    A lead's has `source`, `status`, `closed_on`, `is_answered_in_time` (None where no time was promised) and what
    reports count it by: `received_hour` (local), `subject` (that of the page, never what was typed), `owner`,
    `response_minutes` and whether it `was_booked` or `was_converted`. An enquiry's has `verdict`, which tells the
    released ones from those never held back, and the ids of its `signals`.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=TombstoneKind)
    cause = models.CharField(_("cause"), max_length=10, choices=RemovalCause)
    removed_on = models.DateField(_("removed"), default=timezone.localdate)
    site = models.ForeignKey("wagtailcore.Site", models.SET_NULL, null=True, related_name="+")
    page = models.ForeignKey(PAGE_MODEL, models.SET_NULL, null=True, related_name="+")
    page_title = models.CharField(_("page title"), max_length=255, blank=True)
    received_on = models.DateField(_("received"))

    source = models.CharField(_("source"), max_length=20, blank=True)
    status = models.CharField(_("status"), max_length=20, blank=True)
    closed_on = models.DateField(_("closed"), null=True)
    is_answered_in_time = models.BooleanField(_("answered in time"), null=True)

    received_hour = models.PositiveSmallIntegerField(null=True)
    subject = models.CharField(_("subject"), max_length=255, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    lost_reason = models.CharField(_("reason"), max_length=20, blank=True)
    response_minutes = models.PositiveIntegerField(null=True)
    was_booked = models.BooleanField(default=False)
    was_converted = models.BooleanField(default=False)

    verdict = models.CharField(_("verdict"), max_length=20, blank=True)
    signals = models.JSONField(_("signals"), default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tombstone")
        ordering = ["-removed_on", "-pk"]
        indexes = [models.Index(fields=["kind", "received_on"], name="leads_tombstone_counted")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"
