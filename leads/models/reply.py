"""What staff write to people, and the texts that they start from."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PreviewableMixin

TEXT_LENGTH = 10_000
"""Characters of a reply."""


class ReplyTemplateQuerySet(models.QuerySet):
    """Questions about many templates."""

    def in_use(self) -> "ReplyTemplateQuerySet":
        """Templates that are offered; archived ones are kept for the replies that were made from them."""
        return self.filter(is_archived=False)


class ReplyTemplate(PreviewableMixin, models.Model):
    """A text to begin a reply with; its variables are filled in from the lead, the clinic and the subject.

    `purpose` is the purpose of a consent, such as marketing-email, without which the text may not be sent; an answer
    to what somebody asked has none.
    """

    title = models.CharField(_("title"), max_length=120, help_text=_("For staff, in the list of templates."))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    purpose = models.SlugField(
        _("needs consent to"),
        max_length=40,
        blank=True,
        help_text=_("Such as marketing-email. Empty: an answer to the enquiry, which needs no consent."),
    )
    site = models.ForeignKey(
        "wagtailcore.Site",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("site"),
        help_text=_("Empty: offered on every site."),
    )
    is_archived = models.BooleanField(_("archived"), default=False, help_text=_("Not offered any more."))

    objects = ReplyTemplateQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("subject"),
        FieldPanel("text"),
        FieldRowPanel(["purpose", "site"]),
        FieldPanel("is_archived"),
    ]

    class Meta:
        verbose_name = _("reply template")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request, mode_name):
        return "leads/desk/replies/template_live.html"

    def get_preview_context(self, request, mode_name):
        """The mail as the editor has it now; what fills it in is made of models beside this one."""
        from leads.replies.example import example_mail

        return super().get_preview_context(request, mode_name) | example_mail(self, request)


class Reply(models.Model):
    """One e-mail from staff to the person of a lead, as it was written; its delivery says what became of it.

    `consultation_at` is set where the mail carries an appointment for the person's calendar.
    """

    lead = models.ForeignKey("leads.Lead", models.CASCADE, related_name="replies")
    delivery = models.OneToOneField("leads.Delivery", models.SET_NULL, null=True, related_name="reply")
    template = models.ForeignKey(ReplyTemplate, models.SET_NULL, null=True, blank=True, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    consultation_at = models.DateTimeField(null=True, blank=True)
    consultation_minutes = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"reply #{self.pk}"
