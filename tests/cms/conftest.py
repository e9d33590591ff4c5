"""The demo clinic, for tests that look at what it loads."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from cms.demo import images
from tests.cms.demo_command import load
from treatment_pages.models import TreatmentPage


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for a module with small pictures; each test works in a savepoint above it."""
    var_dir = tmp_path_factory.mktemp("demo")
    places = override_settings(VAR_DIR=var_dir, MEDIA_ROOT=str(var_dir / "media"))
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, places, transaction.atomic():
        patch.setattr(images, "SIZE", (160, 100))
        yield SimpleNamespace(output=load(), var_dir=var_dir)
        transaction.set_rollback(True)


@pytest.fixture
def demo_site(demo, db, settings, media_in_a_folder_of_its_own):
    """The demo's own folders, also while a test runs; the cache of site paths is of this site."""
    settings.VAR_DIR = demo.var_dir
    settings.MEDIA_ROOT = str(demo.var_dir / "media")
    Site.clear_site_root_paths_cache()


@pytest.fixture
def microneedling(demo_site) -> TreatmentPage:
    return TreatmentPage.objects.get(slug="microneedling", locale__language_code="en-gb")
