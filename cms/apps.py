from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Clinic site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cms.pictures import ROLES
        from treatment_pages import pictures

        pictures.ROLES.update(ROLES)
