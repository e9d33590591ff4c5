"""Registrations with Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from leads.desk.admin import LeadAdmin
from leads.desk.audit import register_log_actions
from leads.desk.bulk.registration import register_bulk_actions
from leads.desk.enquiry_form_admin import EnquiryFormViewSet, refuse_deletion_of_used_forms
from leads.desk.messages.bulk import SendAgainBulkAction, SetAsideBulkAction
from leads.desk.quarantine.bulk import ConfirmSpamBulkAction, ReleaseBulkAction
from leads.desk.replies.template_admin import ReplyTemplateViewSet
from leads.desk.webhooks.admin import WebhookEndpointViewSet
from leads.later import Later
from leads.reports.admin import register_report_menu_item, register_report_urls

modeladmin_register(LeadAdmin)
register_snippet(EnquiryFormViewSet)
register_snippet(WebhookEndpointViewSet)
register_snippet(ReplyTemplateViewSet)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", Later("leads.desk.export.download.register_export_action"))
hooks.register("before_delete_snippet", refuse_deletion_of_used_forms)
register_bulk_actions()
hooks.register("register_bulk_action", ReleaseBulkAction)
hooks.register("register_bulk_action", ConfirmSpamBulkAction)
hooks.register("register_bulk_action", SendAgainBulkAction)
hooks.register("register_bulk_action", SetAsideBulkAction)
hooks.register("construct_homepage_panels", Later("leads.desk.warning.add_warning_panel"))
hooks.register("construct_homepage_panels", Later("leads.desk.dashboard.add_desk_panel"))
hooks.register("construct_homepage_panels", Later("leads.reports.notice.add_notice_panel"))
hooks.register("register_group_permission_panel", Later("leads.desk.group_permissions.register_group_permission_panel"))
hooks.register("register_reports_menu_item", register_report_menu_item)
hooks.register("register_admin_urls", register_report_urls)
