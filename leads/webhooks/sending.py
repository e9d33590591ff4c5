"""One request that tells another system of one event: signed, without redirects, and over in a set time."""

import json
import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException

from django.utils.translation import gettext as _

from leads import conf
from leads.models import Delivery, WebhookEndpoint
from leads.sealing import UnreadableAnswerError
from leads.webhooks.addresses import DEFAULT_PORTS, Address, WebhookError, look_up, read_address
from leads.webhooks.signing import sign


class EndpointOffError(WebhookError):
    """Nothing is sent any more: somebody switched the endpoint off."""


class EndpointGoneError(WebhookError):
    """The receiver wants to hear nothing more (410)."""


def send_webhook(delivery: Delivery) -> None:
    """Tell an event to its endpoint; WebhookError when that failed. An endpoint that is gone is switched off."""
    endpoint = delivery.endpoint
    if not endpoint.is_active:
        raise EndpointOffError(_("The webhook is switched off."))
    try:
        tell(endpoint, delivery.message_id, delivery.payload)
    except EndpointGoneError:
        endpoint.switch_off_as_gone()
        raise


def tell(endpoint: WebhookEndpoint, message_id: str, payload: dict) -> None:
    """Send one event; returns when the receiver has taken it (2xx), raises WebhookError otherwise."""
    address = read_address(endpoint.url)
    body = json.dumps(payload, separators=(",", ":")).encode()
    status = post(address, body, headers_of(endpoint, message_id, body))
    if status == 410:
        raise EndpointGoneError(_("The receiver answered that this webhook is no more (410)."))
    if 300 <= status < 400:
        raise WebhookError(_("The receiver answered with a redirect (%(status)d).") % {"status": status})
    if not 200 <= status < 300:
        raise WebhookError(_("The receiver answered %(status)d.") % {"status": status})


def headers_of(endpoint: WebhookEndpoint, message_id: str, body: bytes) -> dict[str, str]:
    """The three headers of Standard Webhooks and what HTTP asks for."""
    now = int(time.time())
    try:
        signature = sign(endpoint.secret, message_id, now, body)
    except UnreadableAnswerError as error:
        raise WebhookError(_("The present encryption keys do not open the webhook's secret.")) from error
    return {
        "Content-Type": "application/json",
        "User-Agent": "Leads webhooks",
        "webhook-id": message_id,
        "webhook-timestamp": str(now),
        "webhook-signature": signature,
        "Connection": "close",
    }


def post(address: Address, body: bytes, headers: dict[str, str]) -> int:
    """The status that the receiver answers with; of its answer nothing else is read."""
    seconds = conf.get("WEBHOOK_TIMEOUT")
    connection = CheckedConnection(address, look_up(address), timeout=seconds)
    try:
        with closed_after(connection, seconds):
            connection.request("POST", address.target, body=body, headers=headers)
            status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise WebhookError(reason_of(error, connection)) from error
    if connection.is_overdue:
        raise WebhookError(reason_of(TimeoutError(), connection))
    return status


def reason_of(error: Exception, connection: "CheckedConnection") -> str:
    """Why there is no answer; what was cut off by us looks like any other end of a connection."""
    if connection.is_overdue or isinstance(error, TimeoutError):
        return _("The receiver did not answer in time.")
    if isinstance(error, ssl.SSLError):
        return _("The receiver's certificate is not valid, or it speaks no TLS.")
    return _("The receiver could not be reached, or broke off.")


class CheckedConnection(HTTPConnection):
    """A connection to one of the numbers that were checked; name and certificate are those of the host."""

    def __init__(self, address: Address, numbers: list[str], *, timeout: float) -> None:
        self.default_port = DEFAULT_PORTS[address.scheme]
        super().__init__(address.host, address.port, timeout=timeout)
        self.is_encrypted = address.scheme == "https"
        self.numbers = numbers
        self.is_overdue = False

    def connect(self) -> None:
        """The first number that answers; the others are for when it does not."""
        for position, number in enumerate(self.numbers, start=1):
            try:
                self.sock = socket.create_connection((number, self.port), self.timeout)
                break
            except OSError:
                if position == len(self.numbers) or self.is_overdue:
                    raise
        if self.is_encrypted:
            self.sock = tls_context().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def break_off(self) -> None:
        """End a conversation from another thread, wherever it stands."""
        self.is_overdue = True
        if self.sock:
            with suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


def tls_context() -> ssl.SSLContext:
    """Certificates are checked against those that this machine trusts."""
    return ssl.create_default_context()


@contextmanager
def closed_after(connection: CheckedConnection, seconds: float):
    """A time limit for the whole conversation: a receiver may send a byte now and then and never end."""
    timer = threading.Timer(seconds, connection.break_off)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()
