"""How many leads came on a day and what became of them, counted beforehand for reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TallyDimension(models.TextChoices):
    """What a day's leads are counted by."""

    ALL = "all", _("All")
    SUBJECT = "subject", _("Subject")
    PAGE = "page", _("Page")
    SOURCE = "source", _("Source")
    OWNER = "owner", _("Owner")
    STATUS = "status", _("Status")
    LOST_REASON = "lost_reason", _("Reason for losing")
    HOUR = "hour", _("Hour of the day")
    RESPONSE = "response", _("Minutes until the first response")


class DayTally(models.Model):
    """The leads that one site received on one local day and that share one value of a dimension.

    It is made anew from leads and tombstones whenever one of the day's leads changed, so it can always be recomputed.
    `due` counts the leads whose promised time has passed or that were answered, `kept` those answered in time.
    `value` is a key (status, number of a page, of a user, of minutes), `label` what was its name when it was counted.
    """

    site = models.ForeignKey("wagtailcore.Site", models.CASCADE, null=True, related_name="+")
    day = models.DateField(_("day"))
    dimension = models.CharField(max_length=20, choices=TallyDimension)
    value = models.CharField(max_length=255, blank=True)
    label = models.CharField(max_length=255, blank=True)

    leads = models.PositiveIntegerField(default=0)
    enquiries = models.PositiveIntegerField(default=0)
    booked = models.PositiveIntegerField(default=0)
    converted = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    due = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tally of a day")
        ordering = ["day", "dimension", "value"]
        constraints = [
            models.UniqueConstraint(fields=["site", "day", "dimension", "value"], name="leads_daytally_once")
        ]
        indexes = [models.Index(fields=["dimension", "day"], name="leads_daytally_period")]

    def __str__(self) -> str:
        return f"{self.day} {self.dimension} {self.value}"
