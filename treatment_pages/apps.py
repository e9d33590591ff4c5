from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentPagesConfig(AppConfig):
    name = "treatment_pages"
    verbose_name = _("Treatment pages")
    default_auto_field = "django.db.models.BigAutoField"
