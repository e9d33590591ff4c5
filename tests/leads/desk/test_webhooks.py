"""Webhooks are kept by those with the permission; only they see the secret, on request, and that is logged."""

from html import unescape
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import ModelLogEntry

from leads.models import Delivery, WebhookEndpoint
from tests import factories
from tests.leads.webhooks.receiver import receiving

LIST = "/admin/snippets/leads/webhookendpoint/"
ACTIONS = ["test", "secret", "renew_secret"]
KEEPER = [f"leads.{action}_webhookendpoint" for action in ("add", "change", "delete", "view")]


@pytest.fixture
def endpoint(db):
    return WebhookEndpoint.objects.create(description="Booking system", url="https://hooks.example/hush?key=sssh")


@pytest.fixture
def keeper(client, db):
    """The browser of somebody who keeps the webhooks."""
    client.force_login(factories.make_user(*KEEPER, username="keeper"))
    return client


def page(endpoint, action: str = "inspect") -> str:
    return f"{LIST}{action}/{endpoint.pk}/"


def text_of(response) -> str:
    assert response.status_code == 200
    return unescape(response.content.decode())


def said(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def values(**fields) -> dict:
    return {
        "description": "Booking",
        "url": "https://hooks.example/x",
        "is_active": "on",
        "tells_enquiries": "on",
    } | fields


def test_a_new_webhook_leads_to_the_page_with_its_secret(keeper):
    form = factories.make_form()
    response = keeper.post(f"{LIST}add/", values(forms=[form.pk]))
    endpoint = WebhookEndpoint.objects.get()
    assert response.url == page(endpoint)
    assert endpoint.secret.startswith("whsec_")
    assert list(endpoint.forms.all()) == [form]
    assert endpoint.secret not in text_of(keeper.get(page(endpoint)))


@pytest.mark.parametrize("url", ["http://hooks.example/", "ftp://x.example", "nonsense", "https://u:p@x.example/", ""])
def test_an_address_that_nothing_is_sent_to_is_refused_with_a_sentence(keeper, url):
    response = keeper.post(f"{LIST}add/", values(url=url))
    assert response.status_code == 200
    assert not WebhookEndpoint.objects.exists()


def test_an_edited_webhook_keeps_its_secret(keeper, endpoint):
    secret = endpoint.secret
    keeper.post(page(endpoint, "edit"), values(description="Calendar"))
    endpoint.refresh_from_db()
    assert (endpoint.description, endpoint.secret) == ("Calendar", secret)


def test_the_list_shows_hosts_and_no_paths(keeper, endpoint):
    text = text_of(keeper.get(LIST))
    assert "hooks.example" in text
    assert "hush" not in text
    assert "sssh" not in text


def test_the_secret_is_shown_on_request_never_stored_by_a_browser_and_logged(keeper, endpoint):
    response = keeper.post(page(endpoint, "secret"))
    assert endpoint.secret in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert ModelLogEntry.objects.get(action="leads.show_secret").user.username == "keeper"


def test_a_new_secret_replaces_the_old_one(keeper, endpoint):
    before = endpoint.secret
    text = text_of(keeper.post(page(endpoint, "renew_secret")))
    endpoint = WebhookEndpoint.objects.get()
    assert endpoint.secret != before
    assert endpoint.secret in text
    assert before not in text


def test_a_secret_that_no_key_opens_can_be_replaced(keeper, endpoint):
    WebhookEndpoint.objects.update(sealed_secret="unreadable")
    assert "encryption keys" in said(keeper.post(page(endpoint, "secret"), follow=True))
    assert "whsec_" in text_of(keeper.post(page(endpoint, "renew_secret")))


def test_a_test_event_is_sent_at_once(keeper, settings):
    settings.LEADS = {**settings.LEADS, "WEBHOOK_ALLOWED_HOSTS": ["127.0.0.1"]}
    with receiving() as receiver:
        endpoint = WebhookEndpoint.objects.create(description="x", url=receiver.url(), is_active=False)
        assert "was taken" in said(keeper.post(page(endpoint, "test"), follow=True))
        receiver.status = 500
        assert "The receiver answered 500." in said(keeper.post(page(endpoint, "test"), follow=True))
    assert len(receiver.requests) == 2
    assert b'"type":"test"' in receiver.requests[0][2]
    assert not Delivery.objects.exists()
    assert ModelLogEntry.objects.filter(action="leads.test_webhook").count() == 2


def test_a_test_event_does_not_explore_the_clinics_network(keeper):
    with receiving() as receiver:
        endpoint = WebhookEndpoint.objects.create(description="x", url=f"https://127.0.0.1:{receiver.port}/")
        assert "not on the public internet" in said(keeper.post(page(endpoint, "test"), follow=True))
    assert receiver.requests == []


@pytest.mark.parametrize("action", ACTIONS)
def test_following_a_link_does_nothing(keeper, endpoint, action):
    before = endpoint.secret
    assert keeper.get(page(endpoint, action)).url == page(endpoint)
    assert WebhookEndpoint.objects.get().secret == before
    assert not ModelLogEntry.objects.exists()


@pytest.mark.parametrize("permissions", [[], ["leads.view_lead", "leads.change_lead"]])
def test_neither_editors_nor_the_desk_reach_webhooks(client, endpoint, permissions):
    client.force_login(factories.make_user(*permissions))
    for address in (LIST, f"{LIST}add/", page(endpoint), page(endpoint, "edit"), page(endpoint, "delete")):
        assert client.get(address).status_code in {302, 403}, address
    for action in ACTIONS:
        response = client.post(page(endpoint, action))
        assert response.status_code == 403
        assert endpoint.secret not in response.content.decode()
    assert LIST not in client.get("/admin/").content.decode()


def test_who_may_only_look_sees_neither_secret_nor_path(client, endpoint):
    client.force_login(factories.make_user("leads.view_webhookendpoint"))
    text = text_of(client.get(page(endpoint)))
    assert "hooks.example" in text
    assert "hush" not in text
    assert "Show the secret" not in text
    for action in ACTIONS:
        assert client.post(page(endpoint, action)).status_code == 403


def test_anonymous_visitors_are_sent_to_the_login(client, endpoint):
    for action in ACTIONS:
        assert client.post(page(endpoint, action)).url.startswith("/admin/login/")


@pytest.mark.parametrize("pk", ["0", "999999", "abc", "9" * 30])
@pytest.mark.parametrize("action", ["inspect", *ACTIONS])
def test_a_webhook_that_does_not_exist_is_not_found(keeper, pk, action):
    assert keeper.post(f"{LIST}{action}/{pk}/").status_code in {404, 405}


@pytest.mark.parametrize("query", ["?q=%00", "?is_active=maybe", "?p=x", "?bogus__x=1", "?ordering=url"])
def test_nonsense_in_the_address_is_no_error(keeper, endpoint, query):
    assert keeper.get(LIST + query).status_code < 500


def test_a_lead_manager_keeps_the_webhooks(client, endpoint):
    group, _made = Group.objects.get_or_create(name="Lead manager")
    import_module("leads.migrations.0008_webhook_permissions").allow(apps, SimpleNamespace(connection=connection))
    user = factories.make_user()
    user.groups.add(group)
    client.force_login(user)
    assert client.get(LIST).status_code == 200
    assert client.post(page(endpoint, "secret")).status_code == 200
