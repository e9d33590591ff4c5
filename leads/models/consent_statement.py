"""What a form tells its visitors, and what it asks their consent for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class StatementKind(models.TextChoices):
    """A notice informs; a consent asks with a box that starts empty."""

    NOTICE = "notice", _("Notice (no box)")
    CONSENT = "consent", _("Consent (box to tick)")


class ConsentStatement(Orderable):
    """A notice that a visitor reads, or a consent that a visitor gives or leaves."""

    form = ParentalKey("leads.EnquiryForm", on_delete=models.CASCADE, related_name="consent_statements")
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind, default=StatementKind.NOTICE)
    purpose = models.SlugField(
        _("purpose"),
        max_length=40,
        help_text=_("Such as privacy or marketing-email; kept with every decision."),
    )
    text = models.TextField(_("text"), max_length=1_000)
    is_required = models.BooleanField(
        _("required"), default=False, help_text=_("Only for what the enquiry cannot be answered without.")
    )

    panels = [FieldRowPanel(["kind", "purpose", "is_required"]), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("notice or consent")

    def __str__(self) -> str:
        return self.purpose

    def definition(self) -> dict:
        """What a visitor sees of this statement, as plain data."""
        return {
            "kind": str(self.kind),
            "purpose": self.purpose,
            "text": self.text,
            "is_required": self.is_required and self.kind == StatementKind.CONSENT,
        }
