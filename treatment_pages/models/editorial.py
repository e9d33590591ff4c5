"""What a site keeps of the content checks: its profile, what was dismissed, and what stands on which page."""

import swapper
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.profiles import Profile

PAGE_MODEL = swapper.get_model_name("wagtailcore", "Page")


@register_setting(icon="clipboard-list")
class ComplianceSettings(BaseSiteSetting):
    """The rule book that a site's treatment pages are checked by."""

    profile = models.CharField(
        _("profile"),
        max_length=20,
        choices=Profile,
        default=Profile.BASE,
        help_text=_("Where the clinic advertises. Published pages are checked again within the day."),
    )

    panels = [
        FieldPanel("profile"),
        HelpPanel(_("<p>These are checks, not legal advice: a page without findings can still break a rule.</p>")),
    ]

    class Meta:
        verbose_name = _("content checks")

    @classmethod
    def profile_of(cls, page) -> str:
        """The profile of the site that a page belongs to; the general one for a page outside of every site."""
        root_path = page.url_path or ""
        root = next((path for path in Site.get_site_root_paths() if root_path.startswith(path.root_path)), None)
        chosen = root and cls.objects.filter(site_id=root.site_id).values_list("profile", flat=True).first()
        return chosen or Profile.BASE.value


class FindingDismissal(models.Model):
    """Somebody's decision that one finding about one sentence of one page need not be followed, and why.

    It is bound to the fingerprint: another sentence is another finding, which this says nothing about.
    """

    page = models.ForeignKey(PAGE_MODEL, models.CASCADE, related_name="finding_dismissals", verbose_name=_("page"))
    rule = models.CharField(_("rule"), max_length=20)
    fingerprint = models.CharField(max_length=64)
    sentence = models.TextField(_("sentence"), blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("dismissed by")
    )
    dismissed_at = models.DateTimeField(_("dismissed at"), default=timezone.now)

    class Meta:
        verbose_name = _("dismissed finding")
        verbose_name_plural = _("dismissed findings")
        default_permissions = ()
        permissions = [("dismiss_finding", _("Can dismiss findings of the content checks"))]
        constraints = [
            models.UniqueConstraint(fields=["page", "rule", "fingerprint"], name="one_dismissal_of_a_finding")
        ]

    def __str__(self):
        return self.rule


class PageCheck(models.Model):
    """The last check of a page's latest version, for lists over all pages."""

    page = models.OneToOneField(
        PAGE_MODEL, models.CASCADE, primary_key=True, related_name="content_check", verbose_name=_("page")
    )
    profile = models.CharField(max_length=20)
    checked_at = models.DateTimeField(_("checked"))
    is_blocked = models.BooleanField(_("may not be published"), default=False)
    unchecked_language = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("page check")
        verbose_name_plural = _("page checks")
        default_permissions = ()

    def __str__(self):
        return str(self.page_id)


class PageFinding(models.Model):
    """One finding of a page's last check; written anew with every check."""

    check_of = models.ForeignKey(PageCheck, models.CASCADE, related_name="findings")
    rule = models.CharField(_("rule"), max_length=20, db_index=True)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    rank = models.PositiveSmallIntegerField()
    explanation = models.TextField(_("what was found"))
    fix = models.TextField(_("what to do"), blank=True)
    sentence = models.TextField(_("sentence"), blank=True)
    block_id = models.CharField(max_length=64, blank=True)
    path = models.CharField(max_length=200, blank=True)
    is_time_driven = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ()

    def __str__(self):
        return self.rule
