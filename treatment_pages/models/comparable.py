"""Key facts as columns, so that the database can sort and filter treatments by them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ComparableMixin(models.Model):
    """Copies of the page's key facts, renewed on every save; the facts in `body` are what editors write."""

    price_from = models.DecimalField(_("price from"), max_digits=10, decimal_places=2, null=True, editable=False)
    session_minutes = models.PositiveIntegerField(_("minutes a session, at most"), null=True, editable=False)
    recovery_days = models.PositiveIntegerField(_("days back to normal, at most"), null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self.refresh_comparables()
        super().save(*args, **kwargs)

    def refresh_comparables(self) -> None:
        """Take the columns from the key facts; what they do not say is None."""
        facts = self.key_facts
        self.price_from = facts.price_from if facts else None
        self.session_minutes = facts.most_minutes if facts else None
        self.recovery_days = facts.most_recovery_days if facts else None
