"""Pages are kept, and nothing of the test before is left."""

import pytest
from django.core.cache import cache
from wagtail import hooks

from leads.page_cache import store
from tests.leads.page_cache.redis_server import RedisServer

LOCAL = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


@pytest.fixture(autouse=True)
def pages_are_kept(settings, monkeypatch):
    """In local memory, unless a test asks for `shared_cache`."""
    settings.CACHES = {"default": LOCAL}
    settings.LEADS = {**settings.LEADS, "PAGE_CACHE": "default"}
    monkeypatch.setattr(store, "health", store.Health())
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory):
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def shared_cache(settings, redis_server, pages_are_kept):
    """Redis, with little patience."""
    settings.CACHES = {
        "default": {
            "BACKEND": "leads.page_cache.redis_cache.ForgivingRedisCache",
            "LOCATION": redis_server.url,
            "OPTIONS": {"socket_timeout": 0.3, "socket_connect_timeout": 0.3},
        }
    }
    cache.clear()
    return cache


@pytest.fixture
def renders():
    """The address of every page that was rendered, one entry for each time."""
    rendered: list[str] = []

    def note(page, request, args, kwargs):
        rendered.append(request.get_full_path())

    with hooks.register_temporarily("before_serve_page", note):
        yield rendered


@pytest.fixture
def page(treatment_page, clinic):
    """A page with a form."""
    return treatment_page
