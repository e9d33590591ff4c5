from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeadsConfig(AppConfig):
    name = "leads"
    verbose_name = _("Leads")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks, watch what visitors see, and tell Wagtail's views who may do what with leads."""
        # Models, and Wagtail's modules that need them, cannot be imported while apps are still loading.
        from wagtail.permissions import register_permission_policy

        from leads.checks import register_checks
        from leads.desk.permissions import lead_policy
        from leads.page_cache.changes import connect

        register_checks()
        connect()
        register_permission_policy(self.get_model("Lead"), lead_policy)
