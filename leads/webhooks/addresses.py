"""Which addresses a webhook may be sent to: the public internet by HTTPS, and hosts that the settings name.

A name is looked up once, every address it has is checked, and the connection goes to a checked one: a name that
answers differently a moment later leads nowhere.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from django.utils.translation import gettext as _

from leads import conf

DEFAULT_PORTS = {"https": 443, "http": 80}
NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?", re.IGNORECASE)
PATH_SAFE = "/:@!$&'()*+,;=-._~%"
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""The only part of IPv6 that is given out for the public internet."""


class WebhookError(Exception):
    """An attempt that failed; its text is a sentence of ours and quotes neither the address nor the answer."""


@dataclass(frozen=True)
class Address:
    """A webhook's address in its parts; `target` is the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def is_allowed_by_name(self) -> bool:
        """Whether `LEADS["WEBHOOK_ALLOWED_HOSTS"]` names the host."""
        return self.host in {host.lower() for host in conf.get("WEBHOOK_ALLOWED_HOSTS")}


def read_address(url: str) -> Address:
    """Take an address apart; WebhookError for one that nothing is sent to."""
    not_one = WebhookError(_("This is not an address of the web. Enter one such as https://example.com/hook."))
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError) as error:
        raise not_one from error
    address = Address(parts.scheme, host_of(parts), port, target_of(parts))
    if not address.host or parts.scheme not in DEFAULT_PORTS:
        raise not_one
    if parts.username is not None or parts.password is not None:
        raise WebhookError(_("Take user name and password out of the address: the signature says who is calling."))
    if parts.scheme != "https" and not address.is_allowed_by_name:
        raise WebhookError(_("Only addresses that begin with https:// are sent to."))
    return address


def host_of(parts: SplitResult) -> str:
    """The host in lower case as it is looked up; "" when it is no name and no number."""
    host = (parts.hostname or "").lower()
    if "%" in host:
        return ""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        name = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    return name if NAME.fullmatch(name) else ""


def target_of(parts: SplitResult) -> str:
    """Path and query as they stand in a request; whatever is not allowed there is percent-encoded."""
    path = quote(parts.path or "/", safe=PATH_SAFE)
    return f"{path}?{quote(parts.query, safe=PATH_SAFE + '?')}" if parts.query else path


def look_up(address: Address) -> list[str]:
    """The numbers to connect to, all of them checked; WebhookError when there are none or one is not public."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise WebhookError(_("The host of the address is not known.")) from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not address.is_allowed_by_name and not all(map(is_public, numbers)):
        raise WebhookError(_("The host of the address is not on the public internet."))
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the public internet; an IPv4 address hidden in an IPv6 one is looked at too."""
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if address.version == 4:
        return address.is_global and not (address.is_multicast or address.is_reserved)
    if hidden := address.ipv4_mapped:
        return is_public(str(hidden))
    if address not in GLOBAL_UNICAST or not address.is_global:
        return False
    hidden = address.sixtofour
    return hidden is None or is_public(str(hidden))
