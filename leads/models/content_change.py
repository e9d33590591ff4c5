"""How often what visitors see has changed, counted in the database."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


class ContentChange(models.Model):
    """A committed change; the counts of a site's rows, and of those without a site, add up to its generation.

    Rows are only added, so that no two transactions wait for each other, and a change counts from the moment of its
    commit. `run_content_jobs` puts old rows together; the sum stays what it was.
    """

    # Without a constraint: deleting a site changes its pages, and those changes are counted meanwhile.
    site = models.ForeignKey(
        Site,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("site"),
        help_text=_("Empty: all of them."),
    )
    count = models.PositiveBigIntegerField(_("changes"), default=1)
    day = models.DateField(_("beginning of"), null=True, help_text=_("The day whose beginning was the change."))
    purges_site = models.BooleanField(
        _("every page is still kept before the site"),
        default=False,
        help_text=_("Until the job has dropped all pages of the site from the caches in front of it."),
    )

    class Meta:
        verbose_name = _("change of content")
        verbose_name_plural = _("changes of content")
        constraints = [
            models.UniqueConstraint(fields=["site", "day"], name="leads_contentchange_one_beginning_of_a_day"),
            models.CheckConstraint(condition=Q(count__gt=0), name="leads_contentchange_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.count} of {self.site_id or 'all'}"
