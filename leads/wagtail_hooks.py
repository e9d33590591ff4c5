"""Registrations with Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from leads.desk.admin import LeadAdmin
from leads.desk.audit import register_log_actions
from leads.desk.enquiry_form_admin import EnquiryFormViewSet, refuse_deletion_of_used_forms

modeladmin_register(LeadAdmin)
register_snippet(EnquiryFormViewSet)
hooks.register("register_log_actions", register_log_actions)
hooks.register("before_delete_snippet", refuse_deletion_of_used_forms)
