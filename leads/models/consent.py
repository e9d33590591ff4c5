"""The ledger of what visitors were told and what they agreed to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from leads.models.enquiry_form import StatementKind
from leads.models.written_once import WrittenOnce


class ConsentRecord(WrittenOnce):
    """One notice shown or consent decided; a consent that was left empty is stored as refused.

    Only the withdrawal is written later.
    """

    enquiry = models.ForeignKey("leads.Enquiry", models.CASCADE, related_name="consents")
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind)
    purpose = models.CharField(_("purpose"), max_length=40)
    text = models.TextField(_("text"), help_text=_("Exactly as the visitor read it."))
    is_given = models.BooleanField(_("given"), default=False)
    recorded_at = models.DateTimeField(_("recorded"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    written_once = frozenset({"enquiry_id", "kind", "purpose", "text", "is_given", "recorded_at"})

    class Meta:
        verbose_name = _("consent record")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.purpose} #{self.pk}"
