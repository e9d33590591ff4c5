"""What a visitor sent: written once, kept whatever becomes of its page, form or lead."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models.clinic import PAGE_MODEL
from leads.models.written_once import WrittenOnce, WrittenOnceQuerySet

REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0/O, 1/I/L and U: a reference is read out on the phone."""

VISITOR_FIELDS = frozenset(
    {
        "received_at",
        "form_id",
        "form_version_id",
        "name",
        "email",
        "email_key",
        "phone",
        "phone_e164",
        "preferred_contact",
        "treatment",
        "message",
        "answers",
        "language",
        "client_key",
        "dedupe_key",
    }
)
"""Fields that are refused a change once stored."""


def new_reference() -> str:
    """A random reference such as E-7K4M2Q: nothing can be counted or guessed from it."""
    return "E-" + "".join(secrets.choice(REFERENCE_ALPHABET) for position in range(6))


class Verdict(models.TextChoices):
    """Whether an enquiry went to the desk, waits for a person's look, or was found to be spam by one.

    One that the site sent to itself is nobody's, and soon removed.
    """

    ACCEPTED = "accepted", _("Accepted")
    QUARANTINED = "quarantined", _("Quarantined")
    SPAM = "spam", _("Confirmed spam")
    CANARY = "canary", _("Sent by the site to itself")


class PreferredContact(models.TextChoices):
    """How the visitor would like to be answered."""

    ANY = "any", _("Any")
    PHONE = "phone", _("Phone call")
    EMAIL = "email", _("E-mail")
    TEXT = "text", _("Text message")


class EnquiryQuerySet(WrittenOnceQuerySet):
    """Questions about many enquiries."""

    def quarantined(self) -> "EnquiryQuerySet":
        """Enquiries that wait for somebody to look at them."""
        return self.filter(verdict=Verdict.QUARANTINED)

    def ever_quarantined(self) -> "EnquiryQuerySet":
        """Enquiries that wait or waited in quarantine, whatever was decided about them."""
        return self.filter(
            models.Q(verdict__in=[Verdict.QUARANTINED, Verdict.SPAM]) | models.Q(judged_at__isnull=False)
        )


class Enquiry(WrittenOnce):
    """One acknowledged message of a visitor.

    `answers` is a list of {key, label, type, sensitivity, value}: each answer under the label the visitor saw; a
    sensitive one holds `sealed` in place of `value`, which `leads.sealing` opens.
    `spam_reasons` is a list of {signal, points, reason}; the oldest rows hold the reasons' sentences alone.
    `email_key` and `phone_e164` are the visitor's contact data made comparable, by which leads are matched.
    `judged_at` and `judged_by` say who decided about an enquiry in quarantine; without them nobody had to.
    `flags` says what was odd about the post (unknown form, archived form, broken context), never the answers.
    """

    reference = models.CharField(_("reference"), max_length=12, unique=True, default=new_reference, editable=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)

    form = models.ForeignKey(
        "leads.EnquiryForm", models.PROTECT, null=True, related_name="enquiries", verbose_name=_("form")
    )
    form_version = models.ForeignKey("leads.EnquiryFormVersion", models.PROTECT, null=True, related_name="enquiries")
    site = models.ForeignKey("wagtailcore.Site", models.SET_NULL, null=True, related_name="+")
    page = models.ForeignKey(PAGE_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("page"))
    page_title = models.CharField(_("page title"), max_length=255, blank=True)
    page_url = models.CharField(_("page address"), max_length=500, blank=True)
    page_revision_id = models.BigIntegerField(null=True, help_text=_("The revision that the visitor read."))
    subject = models.CharField(_("subject"), max_length=255, blank=True)

    name = models.CharField(_("name"), max_length=200)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    email_key = models.CharField(max_length=254, blank=True, db_index=True, editable=False)
    phone = models.CharField(_("phone"), max_length=60, blank=True, help_text=_("As it was typed."))
    phone_e164 = models.CharField(max_length=20, blank=True, db_index=True, editable=False)
    preferred_contact = models.CharField(
        _("preferred contact"), max_length=10, choices=PreferredContact, default=PreferredContact.ANY
    )
    treatment = models.CharField(_("treatment"), max_length=255, blank=True)
    message = models.TextField(_("message"), blank=True)
    answers = models.JSONField(_("answers"), default=list)
    attribution = models.JSONField(_("came from"), default=dict)
    language = models.CharField(_("language"), max_length=16, blank=True, help_text=_("The one the visitor read."))

    client_key = models.CharField(max_length=64, blank=True)
    dedupe_key = models.CharField(max_length=64, db_index=True)
    address_hash = models.CharField(max_length=64, blank=True, db_index=True, help_text=_("Keyed hash of the IP."))

    lead = models.ForeignKey("leads.Lead", models.PROTECT, null=True, related_name="enquiries", verbose_name=_("lead"))
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict, default=Verdict.ACCEPTED)
    spam_score = models.PositiveSmallIntegerField(_("spam score"), default=0)
    spam_reasons = models.JSONField(_("spam reasons"), default=list)
    judged_at = models.DateTimeField(_("judged"), null=True, editable=False)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    flags = models.JSONField(default=list)

    objects = EnquiryQuerySet.as_manager()

    written_once = VISITOR_FIELDS

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["verdict", "-received_at", "-id"], name="leads_enquiry_verdict"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dedupe_key"],
                condition=~models.Q(client_key=""),
                name="leads_enquiry_once_per_client_key",
            ),
            models.CheckConstraint(
                condition=models.Q(verdict__in=Verdict.values), name="leads_enquiry_verdict_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def confirm_spam(self, *, by) -> bool:
        """Somebody found that it is spam; it stays stored. False when it is no longer in quarantine."""
        return self._judge(Verdict.QUARANTINED, Verdict.SPAM, at=timezone.now(), by=by)

    def return_to_quarantine(self) -> bool:
        """Nobody is sure any more that it is spam. False when it was not confirmed as such."""
        return self._judge(Verdict.SPAM, Verdict.QUARANTINED, at=None, by=None)

    def move_to(self, lead, *, by) -> None:
        """File it under another lead; see `leads.refiling.move`."""
        # A verb of several models, which import this one.
        from leads.refiling import move

        move(self, lead, by=by)

    def _judge(self, verdict: str, new_verdict: str, *, at, by) -> bool:
        changes = {"verdict": new_verdict, "judged_at": at, "judged_by": by}
        is_judged = Enquiry.objects.filter(pk=self.pk, verdict=verdict).update(**changes)
        if is_judged:
            self.verdict, self.judged_at, self.judged_by = new_verdict, at, by
        return bool(is_judged)
