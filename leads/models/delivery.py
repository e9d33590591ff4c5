"""Messages that must reach somebody: each row is a task until it is sent or dead."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeliveryKind(models.TextChoices):
    """Why a message is sent."""

    ALERT = "alert", _("Alert to staff")


class DeliveryState(models.TextChoices):
    """Where a message is on its way."""

    PENDING = "pending", _("Waiting")
    SENDING = "sending", _("Being sent")
    RETRYING = "retrying", _("Will be tried again")
    SENT = "sent", _("Sent")
    DEAD = "dead", _("Given up")


class DeliveryQuerySet(models.QuerySet):
    """Questions about many deliveries."""

    def due(self) -> "DeliveryQuerySet":
        """Rows to send now: waiting ones whose time came, and ones whose sender died with its lease."""
        now = timezone.now()
        waiting = Q(state__in=[DeliveryState.PENDING, DeliveryState.RETRYING], next_attempt_at__lte=now)
        abandoned = Q(state=DeliveryState.SENDING, lease_until__lt=now)
        return self.filter(waiting | abandoned)


class Delivery(models.Model):
    """One message to one address; its text is made when it is sent, so no answer is copied into it."""

    kind = models.CharField(_("kind"), max_length=20, choices=DeliveryKind)
    enquiry = models.ForeignKey("leads.Enquiry", models.CASCADE, null=True, related_name="deliveries")
    lead = models.ForeignKey("leads.Lead", models.CASCADE, null=True, related_name="deliveries")
    recipient = models.EmailField(_("to"))
    state = models.CharField(_("state"), max_length=20, choices=DeliveryState, default=DeliveryState.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.CharField(max_length=32, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    dedupe_key = models.CharField(max_length=120, unique=True)
    message_id = models.CharField(max_length=200, blank=True, help_text=_("The same at every attempt."))
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="leads_delivery_due")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="leads_delivery_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"
