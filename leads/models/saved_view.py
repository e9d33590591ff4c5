"""Ways of looking at the inbox that somebody wants to come back to."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

QUERY_LENGTH = 1_000
"""Characters of a querystring that is worth keeping."""


class SavedViewQuerySet(models.QuerySet):
    """Questions about many saved views."""

    def offered_to(self, user) -> "SavedViewQuerySet":
        """The user's own views and those that somebody shared."""
        return self.filter(models.Q(owner=user) | models.Q(is_shared=True))


class SavedView(models.Model):
    """A tab, filters, a search and an order of the inbox under a name; the querystring holds no person's data."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=QUERY_LENGTH, blank=True)
    is_shared = models.BooleanField(_("for everybody"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="leads_savedview_name_once_per_owner")]

    def __str__(self) -> str:
        return self.name
