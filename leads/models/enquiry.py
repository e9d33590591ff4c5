"""What a visitor sent: written once, kept whatever becomes of its page, form or lead."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models.clinic import PAGE_MODEL
from leads.models.written_once import WrittenOnce

REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0/O, 1/I/L and U: a reference is read out on the phone."""

VISITOR_FIELDS = frozenset(
    {
        "received_at",
        "form_id",
        "form_version_id",
        "name",
        "email",
        "phone",
        "preferred_contact",
        "treatment",
        "message",
        "answers",
        "client_key",
        "dedupe_key",
    }
)
"""Fields that `Enquiry.save` refuses to change once stored."""


def new_reference() -> str:
    """A random reference such as E-7K4M2Q: nothing can be counted or guessed from it."""
    return "E-" + "".join(secrets.choice(REFERENCE_ALPHABET) for position in range(6))


class Verdict(models.TextChoices):
    """Whether an enquiry went to the desk at once or waits for a person's look."""

    ACCEPTED = "accepted", _("Accepted")
    QUARANTINED = "quarantined", _("Quarantined")


class PreferredContact(models.TextChoices):
    """How the visitor would like to be answered."""

    ANY = "any", _("Any")
    PHONE = "phone", _("Phone call")
    EMAIL = "email", _("E-mail")
    TEXT = "text", _("Text message")


class Enquiry(WrittenOnce):
    """One acknowledged message of a visitor.

    `answers` is a list of {key, label, type, sensitivity, value}: each answer under the label the visitor saw.
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
    phone = models.CharField(_("phone"), max_length=60, blank=True, help_text=_("As it was typed."))
    preferred_contact = models.CharField(
        _("preferred contact"), max_length=10, choices=PreferredContact, default=PreferredContact.ANY
    )
    treatment = models.CharField(_("treatment"), max_length=255, blank=True)
    message = models.TextField(_("message"), blank=True)
    answers = models.JSONField(_("answers"), default=list)
    attribution = models.JSONField(_("came from"), default=dict)

    client_key = models.CharField(max_length=64, blank=True)
    dedupe_key = models.CharField(max_length=64, db_index=True)
    address_hash = models.CharField(max_length=64, blank=True, db_index=True, help_text=_("Keyed hash of the IP."))

    lead = models.ForeignKey("leads.Lead", models.PROTECT, null=True, related_name="enquiries", verbose_name=_("lead"))
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict, default=Verdict.ACCEPTED)
    spam_score = models.PositiveSmallIntegerField(_("spam score"), default=0)
    spam_reasons = models.JSONField(_("spam reasons"), default=list)
    flags = models.JSONField(default=list)

    written_once = VISITOR_FIELDS

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-received_at", "-pk"]
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
