"""What is done with a webhook on its page: POST does it, GET only shows the page."""

from django.contrib.admin.utils import quote
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from leads.desk.permissions import forbidden
from leads.models import Delivery, DeliveryKind, DeliveryState, WebhookEndpoint
from leads.sealing import UnreadableAnswerError
from leads.webhooks.addresses import WebhookError
from leads.webhooks.events import payload_of
from leads.webhooks.sending import tell
from leads.webhooks.signing import new_id

SNIPPET = "wagtailsnippets_leads_webhookendpoint"
TEST_EVENT = "test"
"""The type of an event that reports nothing."""


def endpoint_path(pk: int) -> str:
    """The page of a webhook."""
    return reverse(f"{SNIPPET}:inspect", args=[quote(pk)])


def may_change(user) -> bool:
    """Whether the user may test a webhook, and see and renew its secret."""
    return policy_registry.get_by_type(WebhookEndpoint).user_has_permission(user, "change")


def endpoint_context(endpoint: WebhookEndpoint, user) -> dict:
    """What the page of a webhook needs for its buttons."""
    events = Delivery.objects.filter(endpoint=endpoint, kind=DeliveryKind.WEBHOOK)
    return {
        "endpoint": endpoint,
        "last_sent": events.filter(state=DeliveryState.SENT).order_by("-sent_at").first(),
        "may_change": may_change(user),
        "test_url": reverse(f"{SNIPPET}:test", args=[endpoint.pk]),
        "secret_url": reverse(f"{SNIPPET}:secret", args=[endpoint.pk]),
        "renew_url": reverse(f"{SNIPPET}:renew_secret", args=[endpoint.pk]),
    }


class EndpointAction(View):
    """One thing done with a webhook by somebody who may change it, and logged."""

    action = ""

    def dispatch(self, request, *args, **kwargs):
        if not may_change(request.user):
            return forbidden(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        return redirect(endpoint_path(pk))

    def post(self, request, pk):
        endpoint = get_object_or_404(WebhookEndpoint, pk=pk)
        with transaction.atomic():
            log(instance=endpoint, action=self.action, user=request.user)
            self.do(endpoint)
        return self.answer(endpoint)

    def do(self, endpoint: WebhookEndpoint) -> None:
        """Change what is to be changed, in one transaction with the log."""

    def answer(self, endpoint: WebhookEndpoint):
        """Where the user goes, or what they see."""
        return redirect(endpoint_path(endpoint.pk))


class TestEvent(EndpointAction):
    """Sends an event that reports nothing, at once and once, also where the webhook is switched off."""

    action = "leads.test_webhook"

    def answer(self, endpoint):
        try:
            tell(endpoint, new_id(), payload_of(TEST_EVENT, {}))
        except WebhookError as error:
            messages.error(self.request, _("The test event did not arrive. %(reason)s") % {"reason": error})
        else:
            messages.success(self.request, _("The test event was taken by the receiver."))
        return super().answer(endpoint)


class ShowSecret(EndpointAction):
    """Shows what the receiver needs to verify signatures."""

    action = "leads.show_secret"

    def answer(self, endpoint):
        try:
            secret = endpoint.secret
        except UnreadableAnswerError:
            messages.error(self.request, _("The present encryption keys do not open the secret. Make a new one."))
            return super().answer(endpoint)
        context = {"endpoint": endpoint, "secret": secret, "back_url": endpoint_path(endpoint.pk)}
        response = TemplateResponse(self.request, "leads/desk/webhooks/secret.html", context)
        add_never_cache_headers(response)
        return response


class RenewSecret(ShowSecret):
    """From now on everything is signed with another secret, which the receiver must learn."""

    action = "leads.renew_secret"

    def do(self, endpoint):
        endpoint.renew_secret()
