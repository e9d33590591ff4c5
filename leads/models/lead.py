"""The case that staff work on: one person, one matter, any number of enquiries."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.models.activity import ActivityKind
from leads.models.clinic import PAGE_MODEL
from leads.models.enquiry import PreferredContact
from leads.pipeline import CLOSED_STATUSES, OUTBOUND, LeadStatus, check_move, check_unchanged


class LeadSource(models.TextChoices):
    """How the person first reached the clinic."""

    WEBSITE = "website", _("Website")
    PHONE = "phone", _("Phone")
    WALK_IN = "walk_in", _("Walk-in")
    SOCIAL = "social", _("Social media")


class LeadQuerySet(models.QuerySet):
    """Questions about many leads."""

    def open(self) -> "LeadQuerySet":
        """Leads that somebody still works on."""
        return self.exclude(status__in=CLOSED_STATUSES)

    def unread(self) -> "LeadQuerySet":
        """Leads that nobody has opened since their last enquiry."""
        return self.filter(is_unread=True)

    def overdue(self) -> "LeadQuerySet":
        """Open leads past their promised reply time without a first answer."""
        return self.open().filter(first_response_at=None, response_due_at__lt=timezone.now())


class Lead(models.Model):
    """A person's matter; `str()` is its reference, so that logs and titles hold no names."""

    site = models.ForeignKey("wagtailcore.Site", models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    email_key = models.CharField(max_length=254, blank=True, db_index=True, editable=False)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    phone_e164 = models.CharField(max_length=20, blank=True, db_index=True, editable=False)
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
        verbose_name=_("owner"),
    )
    is_unread = models.BooleanField(_("unread"), default=True)
    possible_duplicate_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    created_at = models.DateTimeField(_("received"), default=timezone.now)
    last_enquiry_at = models.DateTimeField(_("last enquiry"), default=timezone.now)
    first_response_at = models.DateTimeField(_("first response"), null=True, blank=True)
    response_due_at = models.DateTimeField(_("reply due"), null=True, blank=True)

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
            models.Index(fields=["status", "-last_enquiry_at"], name="leads_lead_status_received"),
            models.Index(fields=["-last_enquiry_at", "-id"], name="leads_lead_received"),
            models.Index(fields=["owner", "-last_enquiry_at"], name="leads_lead_owner_received"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=LeadStatus.values), name="leads_lead_status_is_known"),
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

    def mark_attempted(self, *, by) -> None:
        """Staff tried to reach the person; raises PipelineError when the state forbids it."""
        self._move(LeadStatus.ATTEMPTED, by=by)

    def mark_contacted(self, *, by) -> None:
        """Staff reached the person; raises PipelineError when the state forbids it."""
        self._move(LeadStatus.CONTACTED, by=by)

    def assign(self, owner, *, by) -> None:
        """Give the lead to `owner`, or to nobody with None; the same owner again is no change.

        Raises PipelineError when somebody else gave it away since it was read.
        """
        previous = self.owner
        if owner == previous:
            return
        with transaction.atomic():
            unchanged = Lead.objects.filter(pk=self.pk, owner=previous).update(owner=owner)
            check_unchanged(was_changed=not unchanged)
            self._record(
                ActivityKind.ASSIGNED,
                by=by,
                from_value=previous.get_username() if previous else "",
                to_value=owner.get_username() if owner else "",
            )
        self.owner = owner

    def mark_read(self) -> None:
        """Somebody has seen everything that came in so far."""
        if self.is_unread:
            Lead.objects.filter(pk=self.pk, last_enquiry_at=self.last_enquiry_at).update(is_unread=False)
            self.is_unread = False

    def add_note(self, text: str, *, by) -> None:
        """Write a note on the timeline."""
        self._record(ActivityKind.NOTE, by=by, text=text)

    def _move(self, target: str, *, by) -> None:
        check_move(self.status, target)
        now = timezone.now()
        changes = {"status": target}
        if target in OUTBOUND and self.first_response_at is None:
            changes["first_response_at"] = now
        with transaction.atomic():
            unchanged = Lead.objects.filter(pk=self.pk, status=self.status).update(**changes)
            check_unchanged(was_changed=not unchanged)
            self._record(ActivityKind.STATUS, by=by, from_value=self.status, to_value=target)
        for name, value in changes.items():
            setattr(self, name, value)

    def _record(self, kind: str, *, by, **details) -> None:
        self.activities.create(kind=kind, actor=by, **details)
