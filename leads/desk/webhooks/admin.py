"""Webhooks in Wagtail admin, for those who have the permission: listing, editing, and the page with test and secret."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import CreateView, InspectView, SnippetViewSet

from leads.later import Later, view
from leads.models import EnquiryForm, WebhookEndpoint

ACTIONS = "leads.desk.webhooks.actions"

endpoint_context = Later(f"{ACTIONS}.endpoint_context")


def state_of(endpoint: WebhookEndpoint):
    """Whether it is told anything."""
    if endpoint.is_active:
        return _("In use")
    return _("Gone") if endpoint.gone_at else _("Switched off")


class WebhookCreateView(CreateView):
    """Afterwards the secret is wanted, which stands on the webhook's page."""

    def get_success_url(self):
        return reverse(WebhookEndpointViewSet().get_url_name("inspect"), args=[quote(self.object.pk)])


class WebhookPage(InspectView):
    """What the webhook is told and how it fares; test and secret for those who may change it."""

    template_name = "leads/desk/webhooks/endpoint.html"

    def get_page_title(self):
        return self.object.description

    def get_page_subtitle(self):
        return self.object.host

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.index_url_name), "label": _("Webhooks")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": str(self.object)}]

    def get_context_data(self, **kwargs):
        actions = endpoint_context(self.object, self.request.user)
        return super().get_context_data(**kwargs) | actions | {"state": state_of(self.object)}


class WebhookEndpointViewSet(SnippetViewSet):
    """The other systems that are told; everything here has permissions of its own."""

    model = WebhookEndpoint
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_name = "webhooks"
    add_to_settings_menu = True
    add_view_class = WebhookCreateView
    inspect_view_class = WebhookPage
    inspect_view_enabled = True
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["description"]
    list_filter = ["is_active"]
    list_display = [
        "description",
        Column("host", label=_("Host")),
        StatusTagColumn(state_of, label=_("State"), sort_key="is_active", primary=lambda endpoint: endpoint.is_active),
    ]
    panels = [
        FieldPanel("description"),
        FieldPanel("url"),
        FieldPanel("is_active"),
        MultiFieldPanel(
            [FieldRowPanel(["tells_enquiries", "tells_statuses"])],
            heading=_("What it is told"),
            help_text=_("References only: no name, no contact, no answer."),
        ),
        FieldPanel("forms", widget=forms.CheckboxSelectMultiple),
    ]

    def register_chooser_viewset(self):
        """Nothing chooses a webhook, and Wagtail shows a chooser to everybody who may use the admin."""

    def get_form_class(self, for_update=False):
        """Offers the forms by name."""
        form_class = super().get_form_class(for_update)
        form_class.base_fields["forms"].queryset = EnquiryForm.objects.order_by("title")
        return form_class

    def get_urlpatterns(self):
        actions = {"test": "TestEvent", "secret": "ShowSecret", "renew_secret": "RenewSecret"}
        return [
            *super().get_urlpatterns(),
            *(path(f"{name}/<int:pk>/", view(f"{ACTIONS}.{action}"), name=name) for name, action in actions.items()),
        ]
