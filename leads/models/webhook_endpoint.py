"""Other systems that are told what happens to enquiries and leads, by Standard Webhooks."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WebhookEvent(models.TextChoices):
    """What another system can be told of."""

    ENQUIRY_ACCEPTED = "enquiry.accepted", _("Enquiry accepted")
    STATUS_CHANGED = "lead.status_changed", _("Status of a lead changed")


def validate_address(url: str) -> None:
    """Refuse an address that nothing would be sent to; whether its host may be reached is asked at each sending."""
    # The guard reads settings, and so does not belong to the models.
    from leads.webhooks.addresses import WebhookError, read_address

    try:
        read_address(url)
    except WebhookError as error:
        raise ValidationError(str(error)) from error


class WebhookEndpointQuerySet(models.QuerySet):
    """Questions about many endpoints."""

    def listening(self, event: str) -> "WebhookEndpointQuerySet":
        """Endpoints that are in use and want to hear of this kind of event."""
        wanted = {WebhookEvent.ENQUIRY_ACCEPTED: "tells_enquiries", WebhookEvent.STATUS_CHANGED: "tells_statuses"}
        return self.filter(is_active=True, **{wanted[event]: True})

    def about_forms(self, form_ids) -> "WebhookEndpointQuerySet":
        """Endpoints without a choice of forms, and those that chose one of these."""
        return self.filter(Q(forms=None) | Q(forms__in=form_ids)).distinct()


class WebhookEndpoint(models.Model):
    """One address of another system; its secret signs what is sent there and is sealed like a sensitive answer.

    `gone_at` is when it answered that it does not exist any more, which switched it off.
    """

    description = models.CharField(_("name"), max_length=120, help_text=_("Whose it is, such as “Booking system”."))
    url = models.CharField(
        _("address"),
        max_length=500,
        validators=[validate_address],
        help_text=_("Begins with https://. A redirect is not followed."),
    )
    sealed_secret = models.TextField(editable=False)
    is_active = models.BooleanField(_("in use"), default=True)
    tells_enquiries = models.BooleanField(_("enquiry accepted"), default=True)
    tells_statuses = models.BooleanField(_("status of a lead changed"), default=False)
    forms = models.ManyToManyField(
        "leads.EnquiryForm", blank=True, related_name="+", verbose_name=_("forms"), help_text=_("None: all of them.")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    gone_at = models.DateTimeField(_("gone since"), null=True, editable=False)

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["description", "pk"]

    def __str__(self) -> str:
        return self.description

    def save(self, *args, **kwargs):
        """A new endpoint gets a secret; one that is put to use again is not gone."""
        if not self.sealed_secret:
            self._draw_secret()
        if self.is_active:
            self.gone_at = None
        super().save(*args, **kwargs)

    @property
    def host(self) -> str:
        """The part of the address that may be shown to everybody: paths of webhooks are often secret."""
        return urlsplit(self.url).hostname or ""

    @property
    def secret(self) -> str:
        """The secret as the receiver enters it; UnreadableAnswerError when no encryption key opens it."""
        # Sealing is made of models beside this one.
        from leads.sealing import open_text

        return open_text(self.sealed_secret)

    def renew_secret(self) -> None:
        """From now on sign with another secret."""
        self._draw_secret()
        self.save(update_fields=["sealed_secret"])

    def switch_off_as_gone(self) -> bool:
        """The receiver says that it is no more; False when that was known."""
        now = timezone.now()
        is_news = WebhookEndpoint.objects.filter(pk=self.pk, is_active=True).update(is_active=False, gone_at=now)
        self.is_active, self.gone_at = False, now
        return bool(is_news)

    def _draw_secret(self) -> None:
        from leads.sealing import seal_text
        from leads.webhooks.signing import new_secret

        self.sealed_secret = seal_text(new_secret())
