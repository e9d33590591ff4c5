"""An event arrives once it was taken with 2xx; everything else is tried again, and says why in our own words."""

import json
import socket
import ssl
import time

import pytest
from django.core import mail
from django.utils import timezone

from leads.dispatch import claim_due, run_due
from leads.models import Delivery, DeliveryKind, DeliveryState, WebhookEndpoint
from leads.webhooks import sending
from leads.webhooks.addresses import WebhookError
from leads.webhooks.events import event_for
from leads.webhooks.sending import tell
from tests import factories
from tests.leads.webhooks.receiver import receiving, write_certificate
from tests.leads.webhooks.test_signing import verify

SECRETS = ("hush", "sssh", "127.0.0.1")


@pytest.fixture
def queued(endpoint, site):
    """An event that waits for its turn."""
    delivery = event_for(endpoint, {"lead": "L-1"}, "enquiry.accepted:1", lead=factories.LeadFactory(site=site))
    delivery.save()
    return delivery


def attempt(delivery: Delivery) -> Delivery:
    Delivery.objects.update(next_attempt_at=timezone.now())
    assert run_due() == 1
    return Delivery.objects.get(pk=delivery.pk)


def test_an_event_arrives_signed(queued, receiver, endpoint):
    assert attempt(queued).state == DeliveryState.SENT
    [(path, headers, body)] = receiver.requests
    assert path == "/hook?key=hush"
    assert headers["Content-Type"] == "application/json"
    assert headers["Host"] == f"127.0.0.1:{receiver.port}"
    assert headers["webhook-id"] == queued.message_id
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    assert verify(endpoint.secret, headers, body)
    assert json.loads(body) == queued.payload


def test_the_id_and_the_body_stay_while_an_event_is_tried_again(queued, receiver):
    receiver.status = 503
    attempt(queued)
    receiver.status = 204
    assert attempt(queued).state == DeliveryState.SENT
    first, second = receiver.requests
    assert first[1]["webhook-id"] == second[1]["webhook-id"]
    assert first[2] == second[2]


@pytest.mark.parametrize("status", [300, 301, 302, 307, 308, 400, 401, 404, 429, 500, 503])
def test_any_other_answer_is_a_failure_to_be_tried_again(queued, receiver, status):
    receiver.status = status
    receiver.headers = {"Location": "http://127.0.0.1:1/sssh"}
    failed = attempt(queued)
    assert failed.state == DeliveryState.RETRYING
    assert str(status) in failed.last_error
    assert not any(secret in failed.last_error for secret in SECRETS)


def test_a_redirect_is_not_followed(queued, receiver):
    receiver.status = 307
    receiver.headers = {"Location": f"http://127.0.0.1:{receiver.port}/elsewhere"}
    attempt(queued)
    assert len(receiver.requests) == 1


def test_a_receiver_that_hangs_is_left_in_time(queued, receiver, settings):
    settings.LEADS = {**settings.LEADS, "WEBHOOK_TIMEOUT": 0.3}
    receiver.wait = 3
    began = time.monotonic()
    failed = attempt(queued)
    assert time.monotonic() - began < 2
    assert failed.last_error == "The receiver did not answer in time."


def test_a_receiver_that_answers_byte_by_byte_is_left_in_time(queued, receiver, settings):
    settings.LEADS = {**settings.LEADS, "WEBHOOK_TIMEOUT": 0.5}
    receiver.drip = True
    began = time.monotonic()
    failed = attempt(queued)
    assert time.monotonic() - began < 2
    assert failed.last_error == "The receiver did not answer in time."


def test_of_a_long_answer_nothing_is_read(queued, receiver):
    receiver.body = b"sssh" * 5_000_000
    began = time.monotonic()
    assert attempt(queued).state == DeliveryState.SENT
    assert time.monotonic() - began < 2


def test_headers_without_end_are_a_failure(queued, receiver):
    receiver.headers = {f"X-{number}": "sssh" for number in range(500)}
    failed = attempt(queued)
    assert failed.state == DeliveryState.RETRYING
    assert not any(secret in failed.last_error for secret in SECRETS)


def test_a_port_where_nobody_listens_is_a_failure_in_our_own_words(queued, endpoint):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        endpoint.url = f"http://127.0.0.1:{unused.getsockname()[1]}/hook?key=hush"
    endpoint.save()
    failed = attempt(queued)
    assert failed.state == DeliveryState.RETRYING
    assert not any(secret in failed.last_error for secret in SECRETS)


def test_neither_address_nor_secret_stands_in_the_log(queued, receiver, endpoint, caplog):
    receiver.status = 500
    attempt(queued)
    assert not any(secret in caplog.text for secret in (*SECRETS, endpoint.secret))


def test_after_the_last_attempt_an_event_is_given_up_and_counts(queued, receiver, settings):
    settings.LEADS = {**settings.LEADS, "DELIVERY_MAX_ATTEMPTS": 1}
    receiver.status = 500
    attempt(queued)
    assert list(Delivery.objects.dead()) == [queued]


def test_without_the_setting_this_machine_is_not_told(queued, receiver, settings):
    settings.LEADS = {}
    failed = attempt(queued)
    assert failed.state == DeliveryState.RETRYING
    assert receiver.requests == []


def test_an_endpoint_that_is_gone_is_switched_off_and_the_clinic_is_told_once(queued, receiver, endpoint, site):
    factories.make_clinic(site, fallback_email="manager@example.com")
    other = event_for(endpoint, {}, "enquiry.accepted:2", lead=queued.lead)
    receiver.status = 410
    run_due()
    queued.refresh_from_db()
    assert queued.state == DeliveryState.DEAD
    endpoint.refresh_from_db()
    assert not endpoint.is_active
    assert endpoint.gone_at
    other.save()
    run_due()
    assert len(receiver.requests) == 1
    other.refresh_from_db()
    assert other.state == DeliveryState.DISMISSED
    [notice] = mail.outbox
    assert notice.to == ["manager@example.com"]
    assert "Booking system" in notice.subject
    assert f"/inspect/{endpoint.pk}/" in notice.body
    assert not any(secret in str(notice.message()) for secret in SECRETS)


def test_an_endpoint_that_is_used_again_is_not_gone(endpoint):
    endpoint.switch_off_as_gone()
    endpoint.is_active = True
    endpoint.save()
    endpoint.refresh_from_db()
    assert endpoint.gone_at is None


def test_to_an_endpoint_that_is_switched_off_nothing_is_sent_and_nobody_is_alarmed(queued, receiver, endpoint):
    WebhookEndpoint.objects.update(is_active=False)
    assert attempt(queued).state == DeliveryState.DISMISSED
    assert receiver.requests == []
    assert not Delivery.objects.dead().exists()


def test_a_secret_that_no_key_opens_waits_for_the_right_key(queued, receiver, settings):
    key, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 10
    assert "encryption keys" in attempt(queued).last_error
    settings.SECRET_KEY = key
    assert attempt(queued).state == DeliveryState.SENT


def names_lead_to(monkeypatch, *answers):
    """A name server that says something else each time it is asked."""
    left, ask = list(answers), socket.getaddrinfo

    def getaddrinfo(host, port, *args, **kwargs):
        if host[0].isdigit():
            return ask(host, port, *args, **kwargs)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (left.pop(0), port))]

    monkeypatch.setattr(sending.socket, "getaddrinfo", getaddrinfo)


def test_a_name_that_changes_its_mind_is_asked_once(queued, endpoint, monkeypatch):
    """The connection goes to the number that was checked, never to what a second question would yield."""
    asked = []
    endpoint.url = "https://rebind.example/hook"
    endpoint.save()
    names_lead_to(monkeypatch, "93.184.216.34", "127.0.0.1")

    def connect(address, timeout):
        asked.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(sending.socket, "create_connection", connect)
    assert attempt(queued).state == DeliveryState.RETRYING
    assert asked == [("93.184.216.34", 443)]


def test_a_name_that_leads_inside_is_not_connected_to(queued, endpoint, monkeypatch):
    endpoint.url = "https://rebind.example/hook"
    endpoint.save()
    names_lead_to(monkeypatch, "169.254.169.254")
    monkeypatch.setattr(sending.socket, "create_connection", lambda *args: pytest.fail("it was connected to"))
    assert "not on the public internet" in attempt(queued).last_error


@pytest.fixture
def trusted(tmp_path, monkeypatch):
    """The certificate of hooks.example, which this machine trusts."""
    path = tmp_path / "certificate.pem"
    write_certificate(path, "hooks.example")
    monkeypatch.setattr(sending, "tls_context", lambda: ssl.create_default_context(cafile=str(path)))
    return path


def test_the_certificate_must_be_that_of_the_name(db, local_receivers, trusted, monkeypatch):
    with receiving(trusted) as receiver:
        named = WebhookEndpoint(description="Named", url=receiver.url("hooks.example", scheme="https"))
        other = WebhookEndpoint(description="Other", url=receiver.url("127.0.0.1", scheme="https"))
        for endpoint in (named, other):
            endpoint.save()
        with pytest.raises(WebhookError, match="certificate"):
            tell(other, "msg_1", {})
        names_lead_to(monkeypatch, "127.0.0.1")
        tell(named, "msg_1", {})
        [(_path, headers, _body)] = receiver.requests
    assert headers["Host"] == f"hooks.example:{receiver.port}"


def test_a_certificate_that_nobody_vouches_for_is_refused(db, local_receivers, tmp_path):
    path = tmp_path / "self-signed.pem"
    write_certificate(path, "127.0.0.1")
    with receiving(path) as receiver:
        endpoint = WebhookEndpoint.objects.create(description="x", url=receiver.url(scheme="https"))
        with pytest.raises(WebhookError, match="certificate"):
            tell(endpoint, "msg_1", {})
        assert receiver.requests == []


def test_a_server_that_never_finishes_its_greeting_is_left_in_time(db, local_receivers, settings):
    settings.LEADS = {**settings.LEADS, "WEBHOOK_TIMEOUT": 0.3}
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        endpoint = WebhookEndpoint.objects.create(description="x", url=url)
        began = time.monotonic()
        with pytest.raises(WebhookError, match="in time"):
            tell(endpoint, "msg_1", {})
    assert time.monotonic() - began < 2


def test_staff_are_told_before_other_systems(queued):
    enquiry = factories.EnquiryFactory()
    alert = Delivery.objects.create(
        kind=DeliveryKind.ALERT, enquiry=enquiry, lead=enquiry.lead, recipient="desk@example.com", dedupe_key="later"
    )
    assert [claim_due(1)[0] for _turn in range(2)] == [alert, queued]


def test_a_webhook_needs_its_endpoint(db):
    with pytest.raises(Exception, match="leads_delivery_webhook_has_endpoint"):
        Delivery.objects.create(kind=DeliveryKind.WEBHOOK, dedupe_key="x")
