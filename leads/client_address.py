"""Who really sent a request, behind the proxies that the host trusts; only a keyed hash of it is ever kept."""

import logging
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.utils.crypto import salted_hmac

from leads import conf

logger = logging.getLogger(__name__)

SALT = "leads.client-address"
HOME_PREFIX = 64
"""Bits of an IPv6 address that stay the same for one household; the rest changes daily (RFC 8981)."""

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def address_hash(request) -> str:
    """A keyed hash of the visitor's address, "" when the server does not know it."""
    address = client_address(request)
    if address is None:
        return ""
    place = ip_network((address, HOME_PREFIX), strict=False) if address.version == 6 else address
    return salted_hmac(SALT, str(place), algorithm="sha256").hexdigest()


def client_address(request) -> Address | None:
    """REMOTE_ADDR, or the last address in X-Forwarded-For that no trusted proxy of ours has.

    The header is read from its end: before the first address we do not trust, a visitor may have written it.
    """
    trusted = trusted_networks(conf.get("TRUSTED_PROXIES"))
    address = parse(request.META.get("REMOTE_ADDR", ""))
    for text in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        if address is None or not any(address in network for network in trusted):
            return address
        address = parse(text) or address
    return address


def trusted_networks(entries: Iterable[str]) -> list[Network]:
    """The networks of `LEADS["TRUSTED_PROXIES"]`; a mistyped one is logged and trusts nobody."""
    networks = []
    for entry in entries:
        try:
            networks.append(ip_network(entry, strict=False))
        except ValueError:
            logger.error("LEADS['TRUSTED_PROXIES'] holds %r, which is neither an address nor a network", entry)
    return networks


def parse(text: str) -> Address | None:
    """The address in `text`, which may carry a port or brackets; an IPv4 address inside IPv6 comes out as IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
