"""The timeline of a lead: everything that happened to it, in order."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ActivityKind(models.TextChoices):
    """What happened."""

    ENQUIRY = "enquiry", _("Enquiry received")
    ADDED = "added", _("Added by hand")
    STATUS = "status", _("Status changed")
    ASSIGNED = "assigned", _("Owner changed")
    NOTE = "note", _("Note")
    CALL = "call", _("Call")
    REPLY = "reply", _("Reply by e-mail")
    FOLLOW_UP = "follow_up", _("Follow-up date changed")
    UNDO = "undo", _("Change taken back")
    UNDONE = "undone", _("Status changed, then taken back")
    BREACHED = "breached", _("Reply time passed")
    ESCALATED = "escalated", _("Second person told")
    HANDED_OUT = "handed_out", _("Given out by itself")
    HANDED_BACK = "handed_back", _("Back in the queue")
    REOPENED = "reopened", _("Reopened")
    RELEASED = "released", _("Released from quarantine")
    MOVED_HERE = "moved_here", _("Enquiry moved here")
    MOVED_AWAY = "moved_away", _("Enquiry moved away")
    SPLIT_OFF = "split_off", _("Split off")
    CONSENT_CONFIRMED = "consent_confirmed", _("Consent confirmed")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Consent withdrawn")
    HELD = "held", _("Legal hold placed")
    HOLD_LIFTED = "hold_lifted", _("Legal hold lifted")


STATUS_KINDS = (ActivityKind.STATUS, ActivityKind.REOPENED, ActivityKind.UNDO)
"""Entries that say that the lead stands elsewhere now."""


class Activity(models.Model):
    """One entry of a lead's timeline; `actor` is empty when the system did it.

    `outcome` is a CallOutcome; `data` holds dates and states, never what a person said: {"before": …} is what a change
    of status replaced, {"after": …} what it set besides, {"by_hand": …} that staff reopened it.
    """

    lead = models.ForeignKey("leads.Lead", models.CASCADE, related_name="activities")
    kind = models.CharField(_("kind"), max_length=20, choices=ActivityKind)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("time"), default=timezone.now)
    text = models.TextField(_("text"), blank=True)
    from_value = models.CharField(max_length=100, blank=True)
    to_value = models.CharField(max_length=100, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    data = models.JSONField(default=dict, blank=True)
    enquiry = models.ForeignKey("leads.Enquiry", models.SET_NULL, null=True, related_name="+")
    delivery = models.ForeignKey("leads.Delivery", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["lead", "-created_at"], name="leads_activity_timeline")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"

    def save(self, *args, **kwargs):
        """Other systems hear of a new status in the transaction that sets it, whichever way it was set."""
        # What other systems are told is made of models beside this one.
        from leads.webhooks.events import announce_status

        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new and self.kind in STATUS_KINDS:
            announce_status(self)
