"""Pages are kept, and nothing of the test before is left."""

import pytest
from django.core.cache import cache
from wagtail import hooks

from leads.page_cache import store


@pytest.fixture(autouse=True)
def pages_are_kept(settings, monkeypatch):
    settings.LEADS = {**settings.LEADS, "PAGE_CACHE": "default"}
    monkeypatch.setattr(store, "health", store.Health())
    cache.clear()
    yield
    cache.clear()


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
