from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeadsConfig(AppConfig):
    name = "leads"
    verbose_name = _("Leads")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks, and tell Wagtail's generic views who may do what with leads before any of them asks."""
        # Models, and Wagtail's modules that need them, cannot be imported while apps are still loading.
        from wagtail.permissions import register_permission_policy

        from leads.checks import register_checks
        from leads.desk.permissions import lead_policy

        register_checks()
        register_permission_policy(self.get_model("Lead"), lead_policy)
