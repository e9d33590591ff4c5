"""Messages that must reach somebody: each row is a task until it is sent, given up or set aside."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeliveryKind(models.TextChoices):
    """Why a message is sent."""

    ALERT = "alert", _("Alert to staff")
    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement to the visitor")
    UNDELIVERED = "undelivered", _("Notice of a message that was given up")
    OPT_IN = "opt_in", _("Request to confirm a consent")
    WEBHOOK = "webhook", _("Webhook")
    CANARY = "canary", _("Message of the canary")
    ENDPOINT_OFF = "endpoint_off", _("Notice of a webhook that was switched off")
    REPLY = "reply", _("Reply from staff")
    APPOINTMENT = "appointment", _("Appointment for staff")
    REMINDER = "reminder", _("Reminder")
    ESCALATION = "escalation", _("Escalation")
    DIGEST = "digest", _("Morning digest")


TO_VISITORS = (DeliveryKind.ACKNOWLEDGEMENT, DeliveryKind.OPT_IN, DeliveryKind.REPLY)
"""Messages to an address that a visitor typed."""


class DeliveryState(models.TextChoices):
    """Where a message is on its way."""

    PENDING = "pending", _("Waiting")
    SENDING = "sending", _("Being sent")
    RETRYING = "retrying", _("Will be tried again")
    SENT = "sent", _("Sent")
    DEAD = "dead", _("Given up")
    DISMISSED = "dismissed", _("Set aside")


IDLE = (DeliveryState.DEAD, DeliveryState.RETRYING, DeliveryState.DISMISSED)
"""States in which nothing is going on, so that staff may send a message again."""


class DeliveryQuerySet(models.QuerySet):
    """Questions about many deliveries."""

    def due(self) -> "DeliveryQuerySet":
        """Rows to send now: waiting ones whose time came, and ones whose sender died with its lease."""
        now = timezone.now()
        waiting = Q(state__in=[DeliveryState.PENDING, DeliveryState.RETRYING], next_attempt_at__lte=now)
        abandoned = Q(state=DeliveryState.SENDING, lease_until__lt=now)
        return self.filter(waiting | abandoned)

    def dead(self) -> "DeliveryQuerySet":
        """Messages to the clinic's own side that were given up; a visitor's mistyped address is no fault of ours.

        The canary's own message is reported by the canary.
        """
        return self.filter(state=DeliveryState.DEAD).exclude(kind__in=[*TO_VISITORS, DeliveryKind.CANARY])

    def can_be_sent_again(self) -> "DeliveryQuerySet":
        """Messages that are idle, and for which there still is somebody to send them to."""
        return self.filter(state__in=IDLE).exclude(~Q(kind=DeliveryKind.WEBHOOK), recipient="")


class Delivery(models.Model):
    """One message to one address; its text is made when it is sent, so no answer is copied into it.

    A webhook goes to `endpoint` in place of a recipient; its thin `payload` is that of the moment when it happened.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=DeliveryKind)
    enquiry = models.ForeignKey("leads.Enquiry", models.CASCADE, null=True, related_name="deliveries")
    lead = models.ForeignKey("leads.Lead", models.CASCADE, null=True, related_name="deliveries")
    endpoint = models.ForeignKey("leads.WebhookEndpoint", models.CASCADE, null=True, related_name="deliveries")
    recipient = models.EmailField(_("to"), blank=True)
    payload = models.JSONField(default=dict, blank=True)
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
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="leads_delivery_due"),
            models.Index(fields=["kind", "created_at"], name="leads_delivery_recent"),
            models.Index(fields=["-created_at", "-id"], name="leads_delivery_newest"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="leads_delivery_state_is_known"),
            models.CheckConstraint(
                condition=~Q(kind=DeliveryKind.WEBHOOK) | Q(endpoint__isnull=False),
                name="leads_delivery_webhook_has_endpoint",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"

    @property
    def is_to_visitor(self) -> bool:
        """Whether somebody typed its recipient into a form."""
        return self.kind in TO_VISITORS

    @property
    def can_be_sent_again(self) -> bool:
        """Whether nothing is going on with it, and there still is somebody to send it to."""
        return self.state in IDLE and bool(self.recipient or self.kind == DeliveryKind.WEBHOOK)

    def send_again(self) -> bool:
        """Let it be sent now, all attempts before it, under the same Message-ID; False when it cannot be (any more)."""
        fresh = {"attempts": 0, "next_attempt_at": timezone.now()}
        return self.can_be_sent_again and self._move(self.state, DeliveryState.PENDING, **fresh)

    def set_aside(self) -> bool:
        """It needs no sending: nobody is warned of it any more. False when it is not given up (any more)."""
        return self._move(DeliveryState.DEAD, DeliveryState.DISMISSED)

    def take_up(self) -> bool:
        """It was set aside too early: it counts as given up again. False when it was not set aside."""
        return self._move(DeliveryState.DISMISSED, DeliveryState.DEAD)

    def _move(self, source: str, target: str, **changes) -> bool:
        changes |= {"state": target}
        is_moved = bool(Delivery.objects.filter(pk=self.pk, state=source).update(**changes))
        if is_moved:
            for name, value in changes.items():
                setattr(self, name, value)
        return is_moved
