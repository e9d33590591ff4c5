"""What became of each enquiry that the site sent to itself."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_hex(16)


class CanaryRun(models.Model):
    """One round of the canary with the times of its steps; a step without a time has not happened.

    `key` is the client key of its enquiry, `problem` why the last visit failed. A run is open until its enquiry is
    removed, which happens also to one that never reached the mail server.
    """

    due_at = models.DateTimeField(_("due"), unique=True)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    attempted_at = models.DateTimeField(_("last visit"), null=True)
    shown_at = models.DateTimeField(_("form shown"), null=True)
    acknowledged_at = models.DateTimeField(_("enquiry acknowledged"), null=True)
    stored_at = models.DateTimeField(_("enquiry found"), null=True)
    sent_at = models.DateTimeField(_("message accepted"), null=True)
    purged_at = models.DateTimeField(_("enquiry removed"), null=True)
    problem = models.CharField(_("problem"), max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("canary run")
        verbose_name_plural = _("canary runs")
        ordering = ["-due_at"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} #{self.pk}"

    @property
    def is_sound(self) -> bool:
        """Whether every step has happened."""
        return all([self.shown_at, self.acknowledged_at, self.stored_at, self.sent_at, self.purged_at])

    @property
    def is_open(self) -> bool:
        """Whether it still has an enquiry to follow or to remove."""
        return self.purged_at is None

    def note(self, **changes) -> None:
        """Store the times of steps, or a problem."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.save(update_fields=list(changes))
