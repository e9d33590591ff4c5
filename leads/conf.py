"""The settings of this app, read when used: `LEADS = {...}` in the host's settings."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    "TRUSTED_PROXIES": [],
    "FALLBACK_PHONE": "",
    "SPAM_LIMIT": 50,
    "DELIVERY_LEASE_SECONDS": 120,
    "DELIVERY_MAX_ATTEMPTS": 12,
}
"""
TRUSTED_PROXIES: addresses or networks (CIDR) whose X-Forwarded-For is believed.
FALLBACK_PHONE: the number shown when an enquiry cannot be taken.
SPAM_LIMIT: the score (points) from which an enquiry is quarantined.
DELIVERY_LEASE_SECONDS: how long a sender owns a delivery; longer where EMAIL_TIMEOUT asks for it.
DELIVERY_MAX_ATTEMPTS: attempts after which a delivery is given up.
"""


def get(name: str) -> Any:
    """The host's value of a setting of `LEADS`, or its default; KeyError for a name that does not exist."""
    return getattr(settings, "LEADS", {}).get(name, DEFAULTS[name])
