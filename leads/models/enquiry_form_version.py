"""Forms exactly as visitors saw them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from leads.models.written_once import WrittenOnce


class EnquiryFormVersion(WrittenOnce):
    """A form exactly as visitors saw it; never changed, so old answers keep their labels."""

    form = models.ForeignKey("leads.EnquiryForm", models.CASCADE, related_name="versions")
    sha256 = models.CharField(max_length=64)
    definition = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    written_once = frozenset({"form_id", "sha256", "definition"})

    class Meta:
        verbose_name = _("form version")

    def __str__(self) -> str:
        return f"{self.form_id}/{self.sha256[:8]}"
