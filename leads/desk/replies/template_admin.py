"""Reply templates in Wagtail admin: listing, editing, a look at each with example data, and archiving."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext, gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, StatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, InspectView, SnippetViewSet

from leads.desk.replies.template_form import EDIT_HANDLER
from leads.later import Later
from leads.models import ReplyTemplate

example_mail = Later("leads.replies.example.example_mail")


class ReplyTemplateIndexView(IndexView):
    """The templates; archiving is one press away."""

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        for button in buttons:
            if button.url == self.get_inspect_url(instance):
                button.label = gettext("Preview")
        if not self.user_has_permission("change"):
            return buttons
        label = gettext("Use again") if instance.is_archived else gettext("Archive")
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": reverse(ReplyTemplateViewSet().get_url_name("archive"), args=[instance.pk]),
        }
        return [*buttons, Button(label, attrs=attrs, icon_name="folder-inverse", priority=20)]


class ArchiveView(PermissionCheckedMixin, View):
    """POST takes a template out of use, or puts it back."""

    permission_required = "change"
    permission_policy = ModelPermissionPolicy(ReplyTemplate)

    def get(self, request, pk):
        return redirect(reverse(ReplyTemplateViewSet().get_url_name("list")))

    def post(self, request, pk):
        template = get_object_or_404(ReplyTemplate, pk=pk)
        template.is_archived = not template.is_archived
        template.save(update_fields=["is_archived"])
        log(template, "wagtail.edit")
        said = gettext("“%(title)s” is archived.") if template.is_archived else gettext("“%(title)s” is in use again.")
        messages.success(request, said % {"title": template.title})
        return self.get(request, pk)


class ReplyTemplatePage(InspectView):
    """The mail as an invented person would get it."""

    template_name = "leads/desk/replies/template_preview.html"
    page_title = gettext_lazy("Preview")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | example_mail(self.object, self.request)


class ReplyTemplateViewSet(SnippetViewSet):
    """The texts that replies begin with; a lead manager keeps them."""

    model = ReplyTemplate
    icon = "doc-full"
    menu_label = gettext_lazy("Reply templates")
    menu_name = "reply-templates"
    menu_order = 121
    add_to_admin_menu = True
    edit_handler = EDIT_HANDLER
    copy_view_enabled = True
    index_view_class = ReplyTemplateIndexView
    inspect_view_class = ReplyTemplatePage
    inspect_view_enabled = True
    search_backend_name = None
    search_fields = ["title", "subject", "text"]
    list_filter = ["is_archived"]
    list_display = [
        "title",
        Column("purpose", label=gettext_lazy("Needs consent to"), sort_key="purpose"),
        StatusTagColumn(
            lambda template: gettext_lazy("Archived") if template.is_archived else gettext_lazy("In use"),
            label=gettext_lazy("State"),
            sort_key="is_archived",
            primary=lambda template: not template.is_archived,
        ),
        UpdatedAtColumn(),
    ]

    def register_chooser_viewset(self):
        """Replies offer the templates themselves, and Wagtail shows a chooser to everybody who may use the admin."""

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("archive/<int:pk>/", ArchiveView.as_view(), name="archive")]
