"""Who answers the enquiries of a form."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class FormAgent(Orderable):
    """Somebody to whom new leads of a form can be given by themselves."""

    form = ParentalKey("leads.EnquiryForm", on_delete=models.CASCADE, related_name="agents")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))

    panels = [FieldPanel("user")]

    class Meta(Orderable.Meta):
        verbose_name = _("person who answers")
        constraints = [models.UniqueConstraint(fields=["form", "user"], name="leads_formagent_once_per_form")]

    def __str__(self) -> str:
        return f"{self.form_id}/{self.user_id}"
