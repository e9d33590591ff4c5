"""The desk's tests look at it as staff do: signed in, with a lead or two."""

import pytest

from tests import factories


@pytest.fixture
def desk(client, desk_user):
    """The browser of somebody at the front desk."""
    client.force_login(desk_user)
    return client


@pytest.fixture
def lead(db):
    return factories.LeadFactory(name="Amara Osei", email="amara@example.com", phone="020 7946 0123")


@pytest.fixture
def manager(db):
    return factories.make_user("leads.view_lead", "leads.view_sensitive_answers", username="manager")


@pytest.fixture
def onlooker(db):
    """May look at leads and do nothing with them."""
    return factories.make_user("leads.view_lead", username="onlooker")
