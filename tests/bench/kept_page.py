"""What one kept page costs, against Django's barest view in the same process: `python -m tests.bench.kept_page`.

Prints microseconds of CPU for a request through the WSGI application, the middle of interleaved rounds. It uses the
database and the cache that the environment names (`DATABASE_URL`, `REDIS_URL`), and expects the demo's content there.
"""

import io
import os
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")

import django

django.setup()

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test.utils import override_settings
from django.urls import path
from wagtail.models import Site

from leads.wsgi import kept_pages_first

ROUNDS, REQUESTS = 15, 300
COOKIES = "_ga=GA1.2.1234567890.1700000000; _gid=GA1.2.987654321.1700000000; csrftoken=" + "x" * 32
BODY = b"x" * 30_000

urlpatterns = [path("bare/", lambda request: HttpResponse(BODY))]


def environ_of(address: str, host: str, **headers: str) -> dict:
    """A request as gunicorn hands it over."""
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": host,
        "SERVER_PORT": "80",
        "HTTP_HOST": host,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        **headers,
    }


def cost(application, environ: dict) -> float:
    """Microseconds of CPU for one request."""
    began = time.process_time()
    for _request in range(REQUESTS):
        response = application(dict(environ), lambda status, headers: None)
        b"".join(response)
        getattr(response, "close", lambda: None)()
    return (time.process_time() - began) / REQUESTS * 1e6


def main(address: str) -> None:
    """Measure the contestants in turns."""
    site = Site.objects.get(is_default_site=True)
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        bare = WSGIHandler()
    settings.LEADS["PAGE_CACHE"] = "default"
    ours = WSGIHandler()
    first = kept_pages_first(ours)
    browser = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd", "HTTP_USER_AGENT": "Mozilla/5.0"}
    contestants = {
        "kept page": (first, environ_of(address, site.hostname, **browser)),
        "kept page, visitor with cookies": (first, environ_of(address, site.hostname, HTTP_COOKIE=COOKIES, **browser)),
        "kept page, from the middleware": (ours, environ_of(address, site.hostname, **browser)),
        "bare Django view": (bare, environ_of("/bare/", site.hostname)),
    }
    costs: dict[str, list[float]] = {name: [] for name in contestants}
    for _round in range(ROUNDS):
        for name, (application, environ) in contestants.items():
            with override_settings(ROOT_URLCONF=__name__ if application is bare else settings.ROOT_URLCONF):
                costs[name].append(cost(application, environ))
    middle = {name: statistics.median(values) for name, values in costs.items()}
    for name, value in middle.items():
        print(f"{value:7.0f} µs  {value / middle['bare Django view']:.2f} × bare  {name}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/")
