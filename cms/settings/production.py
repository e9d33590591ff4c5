"""For visitors: refuses to start without SECRET_KEY and ALLOWED_HOSTS in the environment.

`DEMO_SITE=on` is for the demo on one's own machine only: it gives up HTTPS, nothing else.
"""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *
from cms.settings.base import DEMO_SITE, STORAGES, env

DEBUG = False

SECRET_KEY = env.str("SECRET_KEY", default="")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "Set SECRET_KEY in the environment to at least 50 random characters. It signs sessions and enquiry forms."
    )
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "Set ALLOWED_HOSTS in the environment to the site's host names, separated by commas, without '*'."
    )
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "cms.static_storage.SiteStaticFilesStorage"},
}

HTTPS = not DEMO_SITE
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Where each edge takes PURGE requests, such as http://127.0.0.1:8081; unset, pages are left to expire there.
WAGTAILFRONTENDCACHE = {
    f"edge-{number}": {"BACKEND": "leads.page_cache.purge_backend.TimedHTTPBackend", "LOCATION": url}
    for number, url in enumerate(env.list("EDGE_PURGE_URLS", default=[]), start=1)
}
