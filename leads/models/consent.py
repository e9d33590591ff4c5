"""The ledger of what visitors were told and what they agreed to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from leads import conf
from leads.models.consent_statement import StatementKind
from leads.models.enquiry import Verdict
from leads.models.written_once import WrittenOnce, WrittenOnceQuerySet


class ConsentRecordQuerySet(WrittenOnceQuerySet):
    """Questions about many decisions."""

    def given(self) -> "ConsentRecordQuerySet":
        """Consents that were given and not withdrawn, confirmed by mail or not."""
        return self.filter(kind=StatementKind.CONSENT, is_given=True, withdrawn_at=None)

    def unconfirmed(self) -> "ConsentRecordQuerySet":
        """Consents that count only when the owner of the mailbox has confirmed them, and are not confirmed."""
        return self.given().filter(purpose__in=conf.get("DOUBLE_OPT_IN_PURPOSES"), confirmed_at=None)

    def in_force(self) -> "ConsentRecordQuerySet":
        """Consents that may be acted on; none of an enquiry that is taken for spam."""
        confirmed = Q(confirmed_at__isnull=False) | ~Q(purpose__in=conf.get("DOUBLE_OPT_IN_PURPOSES"))
        return self.given().filter(confirmed, enquiry__verdict=Verdict.ACCEPTED)

    def allows(self, purpose: str, email: str) -> bool:
        """Whether the person with this address agreed to `purpose`, and still does."""
        # Matching reads enquiries and leads, which are models beside this one.
        from leads.matching import email_key

        key = email_key(email)
        return bool(key) and self.in_force().filter(purpose=purpose, enquiry__email_key=key).exists()


class ConsentRecord(WrittenOnce):
    """One notice shown or consent decided; a consent that was left empty is stored as refused.

    Only the confirmation and the withdrawal are written later.
    """

    enquiry = models.ForeignKey("leads.Enquiry", models.CASCADE, related_name="consents")
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind)
    purpose = models.CharField(_("purpose"), max_length=40)
    text = models.TextField(_("text"), help_text=_("Exactly as the visitor read it."))
    is_given = models.BooleanField(_("given"), default=False)
    recorded_at = models.DateTimeField(_("recorded"))
    confirmed_at = models.DateTimeField(_("confirmed by mail"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentRecordQuerySet.as_manager()

    written_once = frozenset({"enquiry_id", "kind", "purpose", "text", "is_given", "recorded_at"})

    class Meta:
        verbose_name = _("consent record")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.purpose} #{self.pk}"

    @property
    def needs_confirmation(self) -> bool:
        """Whether it counts only once its giver has confirmed it by mail."""
        return self.is_given and not self.confirmed_at and self.purpose in conf.get("DOUBLE_OPT_IN_PURPOSES")
