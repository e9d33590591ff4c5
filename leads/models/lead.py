"""The case that staff work on: one person, one matter, any number of enquiries."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models.clinic import PAGE_MODEL
from leads.models.enquiry import PreferredContact
from leads.models.lead_steps import CONSULTATION_MINUTES, LeadSteps
from leads.pipeline import CLOSED_STATUSES, LeadStatus, LostReason


class LeadSource(models.TextChoices):
    """How the person first reached the clinic."""

    WEBSITE = "website", _("Website")
    PHONE = "phone", _("Phone")
    WALK_IN = "walk_in", _("Walk-in")
    SOCIAL = "social", _("Social media")


OPEN = ~models.Q(status__in=CLOSED_STATUSES)
"""Leads that somebody still works on; the condition of the index by which they are found."""
WAITING = models.Q(first_response_at=None) & OPEN
"""Leads to whom nobody has turned yet; the same of theirs."""


def not_reminded(what: str) -> models.Q:
    """Nobody was reminded of the date that stands in `<what>_at` now."""
    reminded = f"{what}_reminded_for"
    return models.Q(**{reminded: None}) | ~models.Q(**{reminded: models.F(f"{what}_at")})


class LeadQuerySet(models.QuerySet):
    """Questions about many leads."""

    def open(self) -> "LeadQuerySet":
        """Leads that somebody still works on."""
        return self.exclude(status__in=CLOSED_STATUSES)

    def unread(self) -> "LeadQuerySet":
        """Leads that nobody has opened since their last enquiry."""
        return self.filter(is_unread=True)

    def not_held(self) -> "LeadQuerySet":
        """Leads that may be removed: no legal hold is on them."""
        return self.filter(held_at=None)

    def not_emptied(self) -> "LeadQuerySet":
        """Leads but those whose enquiries staff moved to another one, wherever that is by now."""
        return self.filter(emptied_into=None).exclude(lost_reason=LostReason.MOVED)

    def overdue(self) -> "LeadQuerySet":
        """Open leads past their promised reply time without a first answer."""
        return self.open().filter(first_response_at=None, response_due_at__lt=timezone.now())

    def waiting(self) -> "LeadQuerySet":
        """Open leads to whom nobody has turned yet."""
        return self.open().filter(first_response_at=None)

    def to_breach(self) -> "LeadQuerySet":
        """Waiting leads whose promise is broken without anybody having noticed yet."""
        return self.filter(WAITING, breached_at=None, response_due_at__lte=timezone.now())

    def to_remind(self) -> "LeadQuerySet":
        """Leads whose follow-up date has come without anybody having been reminded of it."""
        return self.filter(not_reminded("follow_up"), follow_up_at__lte=timezone.now())

    def to_announce(self, until: datetime) -> "LeadQuerySet":
        """Leads with a consultation before `until` that nobody was reminded of."""
        return self.filter(not_reminded("consultation"), consultation_at__lte=until)

    def due_before(self, end: datetime) -> "LeadQuerySet":
        """Open leads that ask for something before `end`: a first answer, a follow-up or a consultation."""
        answer = WAITING & models.Q(response_due_at__lt=end)
        consultation = models.Q(status=LeadStatus.BOOKED, consultation_at__lt=end)
        return self.open().filter(answer | models.Q(follow_up_at__lt=end) | consultation)

    def to_follow_up(self) -> "LeadQuerySet":
        """Open leads whose follow-up date has come."""
        return self.open().filter(follow_up_at__lte=timezone.now())


class Lead(LeadSteps):
    """A person's matter; `str()` is its reference, so that logs and titles hold no names.

    `clock_started_at` is when the response clock began to run: with the first enquiry, or with the one that reopened
    the lead, and `target_minutes` what was promised then, in opening hours. `breached_at`, `escalated_at` and
    `handed_out_at` are when the clock's jobs noticed the broken promise, told a second person, and gave the lead to
    somebody; `escalate_at`, `hand_out_at` and `hand_back_at` are when they are to do so. `follow_up_reminded_for` and
    `consultation_reminded_for` are the dates that somebody was reminded of.
    `emptied_into` is where staff moved its last enquiry; such a lead is kept, but nothing new is filed under it.
    """

    site = models.ForeignKey(
        "wagtailcore.Site", models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    email_key = models.CharField(max_length=254, blank=True, editable=False)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    phone_e164 = models.CharField(max_length=20, blank=True, editable=False)
    preferred_contact = models.CharField(
        _("preferred contact"), max_length=10, choices=PreferredContact, default=PreferredContact.ANY
    )

    subject = models.CharField(_("subject"), max_length=255, blank=True)
    source = models.CharField(_("source"), max_length=20, choices=LeadSource, default=LeadSource.WEBSITE)
    page = models.ForeignKey(PAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    page_title = models.CharField(_("page title"), max_length=255, blank=True)
    page_url = models.CharField(_("page address"), max_length=500, blank=True)

    status = models.CharField(_("status"), max_length=20, choices=LeadStatus, default=LeadStatus.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_leads",
        db_index=False,
        verbose_name=_("owner"),
    )
    is_unread = models.BooleanField(_("unread"), default=True)
    possible_duplicate_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    emptied_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    held_at = models.DateTimeField(_("legal hold since"), null=True, blank=True, editable=False)
    hold_reason = models.CharField(_("reason of the legal hold"), max_length=300, blank=True, editable=False)

    created_at = models.DateTimeField(_("received"), default=timezone.now)
    last_enquiry_at = models.DateTimeField(_("last enquiry"), default=timezone.now)
    clock_started_at = models.DateTimeField(null=True, blank=True, editable=False)
    first_response_at = models.DateTimeField(_("first response"), null=True, blank=True)
    response_due_at = models.DateTimeField(_("reply due"), null=True, blank=True)
    target_minutes = models.PositiveIntegerField(null=True, blank=True, editable=False)
    breached_at = models.DateTimeField(null=True, blank=True, editable=False)
    escalate_at = models.DateTimeField(null=True, blank=True, editable=False)
    escalated_at = models.DateTimeField(null=True, blank=True, editable=False)
    hand_out_at = models.DateTimeField(null=True, blank=True, editable=False)
    handed_out_at = models.DateTimeField(null=True, blank=True, editable=False)
    hand_back_at = models.DateTimeField(null=True, blank=True, editable=False)

    follow_up_at = models.DateTimeField(_("follow up"), null=True, blank=True)
    consultation_at = models.DateTimeField(_("consultation"), null=True, blank=True)
    follow_up_reminded_for = models.DateTimeField(null=True, blank=True, editable=False)
    consultation_reminded_for = models.DateTimeField(null=True, blank=True, editable=False)
    consultation_minutes = models.PositiveSmallIntegerField(_("minutes"), default=CONSULTATION_MINUTES)
    lost_reason = models.CharField(_("reason"), max_length=20, choices=LostReason, blank=True)
    converted_at = models.DateTimeField(_("converted"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("lead")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("assign_lead", _("Can assign leads")),
            ("export_lead", _("Can export leads")),
            ("erase_lead", _("Can erase leads")),
            ("view_sensitive_answers", _("Can view sensitive answers")),
        ]
        indexes = [
            models.Index(fields=["status", "-last_enquiry_at", "site"], name="leads_lead_status_received"),
            models.Index(fields=["-last_enquiry_at", "-id"], name="leads_lead_received"),
            models.Index(fields=["owner", "-last_enquiry_at"], name="leads_lead_owner_received"),
            models.Index(fields=["site", "-last_enquiry_at"], name="leads_lead_site_received"),
            models.Index(fields=["subject", "-last_enquiry_at"], name="leads_lead_subject_received"),
            models.Index(fields=["page_title", "-last_enquiry_at"], name="leads_lead_page_received"),
            models.Index(
                fields=["source", "-last_enquiry_at"],
                name="leads_lead_source_received",
                condition=~models.Q(source=LeadSource.WEBSITE),
            ),
            models.Index(fields=["-last_enquiry_at", "-id", "site"], name="leads_lead_open", condition=OPEN),
            models.Index(
                fields=["-last_enquiry_at", "-id", "site"],
                name="leads_lead_unread",
                condition=models.Q(is_unread=True),
            ),
            models.Index(fields=["email_key"], name="leads_lead_by_email"),
            models.Index(fields=["phone_e164"], name="leads_lead_by_phone"),
            models.Index(
                fields=["response_due_at", "site"],
                name="leads_lead_reply_due",
                condition=WAITING,
            ),
            models.Index(
                fields=["follow_up_at", "site"],
                name="leads_lead_follow_up",
                condition=models.Q(follow_up_at__isnull=False) & ~models.Q(status__in=CLOSED_STATUSES),
            ),
            models.Index(
                fields=["response_due_at"],
                name="leads_lead_to_breach",
                condition=WAITING & models.Q(breached_at=None, response_due_at__isnull=False),
            ),
            models.Index(
                fields=["escalate_at"], name="leads_lead_to_escalate", condition=models.Q(escalate_at__isnull=False)
            ),
            models.Index(
                fields=["hand_out_at"], name="leads_lead_to_hand_out", condition=models.Q(hand_out_at__isnull=False)
            ),
            models.Index(
                fields=["hand_back_at"], name="leads_lead_to_hand_back", condition=models.Q(hand_back_at__isnull=False)
            ),
            models.Index(
                fields=["follow_up_at"],
                name="leads_lead_to_remind",
                condition=models.Q(follow_up_at__isnull=False) & not_reminded("follow_up"),
            ),
            models.Index(
                fields=["consultation_at"],
                name="leads_lead_to_announce",
                condition=models.Q(consultation_at__isnull=False) & not_reminded("consultation"),
            ),
            models.Index(fields=["created_at"], name="leads_lead_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=LeadStatus.values), name="leads_lead_status_is_known"),
            models.CheckConstraint(
                condition=~models.Q(status=LeadStatus.ON_HOLD) | models.Q(follow_up_at__isnull=False),
                name="leads_lead_on_hold_has_a_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=LeadStatus.BOOKED) | models.Q(consultation_at__isnull=False),
                name="leads_lead_booked_has_a_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=LeadStatus.LOST) | ~models.Q(lost_reason=""),
                name="leads_lead_lost_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What staff call the case, such as L-2041."""
        return f"L-{self.pk}"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected of staff."""
        return self.status in CLOSED_STATUSES

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has turned to the person yet."""
        return self.first_response_at is None and not self.is_closed

    @property
    def is_held(self) -> bool:
        """Whether a legal hold keeps the lead from being erased or purged."""
        return self.held_at is not None
