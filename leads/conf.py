"""The settings of this app, read when used: `LEADS = {...}` in the host's settings."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    "TRUSTED_PROXIES": [],
    "FALLBACK_PHONE": "",
    "SPAM_LIMIT": 50,
    "DELIVERY_LEASE_SECONDS": 120,
    "DELIVERY_MAX_ATTEMPTS": 12,
    "ENCRYPTION_KEYS": [],
    "ACKNOWLEDGEMENTS_PER_HOUR": 120,
    "DOUBLE_OPT_IN_PURPOSES": ["marketing-email"],
    "OPT_IN_DAYS": 7,
    "ATTRIBUTION_STORAGE": "none",
    "ATTRIBUTION_NEEDS_CONSENT": False,
    "CANARY": {},
    "TASK_BACKEND": "",
    "WEBHOOK_TIMEOUT": 10,
    "WEBHOOK_ALLOWED_HOSTS": [],
    "HEALTH_LATE_SECONDS": 300,
    "HEALTH_LOOPS": ["lead jobs"],
    "PAGE_CACHE": "default",
    "PAGE_CACHE_SECONDS": 3_600,
    "PAGE_CACHE_MAX_BYTES": 1_000_000,
    "PAGE_CACHE_QUERY_KEYS": [],
}
"""
TRUSTED_PROXIES: addresses or networks (CIDR) whose X-Forwarded-For is believed.
FALLBACK_PHONE: the number shown when an enquiry cannot be taken.
SPAM_LIMIT: the score (points) from which an enquiry is quarantined.
DELIVERY_LEASE_SECONDS: how long a sender owns a delivery; longer where EMAIL_TIMEOUT asks for it.
DELIVERY_MAX_ATTEMPTS: attempts after which a delivery is given up.
ENCRYPTION_KEYS: Fernet keys for sensitive answers, the one that seals first; empty derives one from SECRET_KEY.
ACKNOWLEDGEMENTS_PER_HOUR: how many acknowledgements the whole site sends in an hour at most, and how many requests
to confirm a consent.
DOUBLE_OPT_IN_PURPOSES: purposes of consents that count only once their giver has confirmed them by mail.
OPT_IN_DAYS: how long the link in that mail works.
ATTRIBUTION_STORAGE: where the browser keeps a visitor's first and last touch from page to page: "none" of them,
"session" (until the tab is closed) or "local" (30 days).
ATTRIBUTION_NEEDS_CONSENT: whether it keeps them only once the host's script has told it of a consent.
CANARY: the enquiry that the site sends to itself on a schedule, see `leads.canary`; empty sends none.
TASK_BACKEND: the alias in TASKS of a queue that sends messages at once; empty leaves all of them to the loop.
WEBHOOK_TIMEOUT: seconds that telling another system may take from connecting to its answer.
WEBHOOK_ALLOWED_HOSTS: hosts of webhooks that may be reached within one's own network and by plain HTTP.
HEALTH_LATE_SECONDS: how long a due message or a loop may be late before /healthz calls it a problem.
HEALTH_LOOPS: the loops that must run, by the names under which they note their turns.
PAGE_CACHE: the alias in CACHES under which public pages are kept ready; empty renders each of them.
PAGE_CACHE_SECONDS: how long a page is kept at most, though nothing changed.
PAGE_CACHE_MAX_BYTES: the largest page that is kept, uncompressed.
PAGE_CACHE_QUERY_KEYS: keys of the querystring that the host's own pages read; a page asked for with another unknown
key is rendered and not kept.
"""


def get(name: str) -> Any:
    """The host's value of a setting of `LEADS`, or its default; KeyError for a name that does not exist."""
    return getattr(settings, "LEADS", {}).get(name, DEFAULTS[name])
