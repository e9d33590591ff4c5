"""A receiver on this machine, which only a setting makes reachable."""

import pytest

from leads.models import WebhookEndpoint
from tests.leads.webhooks.receiver import receiving


@pytest.fixture
def receiver():
    with receiving() as running:
        yield running


@pytest.fixture
def local_receivers(settings):
    """The clinic has said that its own machines may be told."""
    settings.LEADS = {**settings.LEADS, "WEBHOOK_ALLOWED_HOSTS": ["127.0.0.1", "hooks.example"]}


@pytest.fixture
def endpoint(db, receiver, local_receivers):
    return WebhookEndpoint.objects.create(description="Booking system", url=receiver.url(), tells_statuses=True)
