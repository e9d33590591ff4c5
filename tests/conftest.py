"""Fixtures that every test may use: a small site, a form, and the people around it."""

import gc
import itertools
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.utils import timezone, translation
from wagtail.models import Locale, Page, Site

from tests import factories
from tests.restored_database import migrated_rows_come_back

# A busy machine is no reason to fail: nothing here is tested by the clock.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_collection_modifyitems(items):
    """The tests of a file are run by one worker, unless they name a group: what a module loads, is loaded once."""
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(f"{item.path.parent.name}/{item.path.stem}"))


def pytest_collection_finish():
    """What is loaded by now stays, so the garbage collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    with migrated_rows_come_back():
        yield


media_folders = itertools.count()


@pytest.fixture(scope="session")
def media_of_all_tests(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def media_in_a_folder_of_its_own(media_of_all_tests, settings):
    """Named, not made: few tests keep a file."""
    settings.MEDIA_ROOT = str(media_of_all_tests / str(next(media_folders)))


@pytest.fixture(autouse=True)
def no_language_or_time_zone_of_the_test_before():
    """A request leaves both active in its thread, as on a server, where the next request sets its own."""
    translation.deactivate()
    timezone.deactivate()


@pytest.fixture
def root_page(db):
    """The root of the tree; made anew when a transaction test's flush removed it."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


@pytest.fixture
def home_page(root_page):
    home = factories.HomePageFactory(parent=root_page, slug="front")
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": home})
    Site.clear_site_root_paths_cache()
    return home


@pytest.fixture
def site(home_page):
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def treatment_index(home_page):
    return factories.TreatmentIndexPageFactory(parent=home_page)


@pytest.fixture
def treatment_page(treatment_index):
    return factories.TreatmentPageFactory(parent=treatment_index, title="Microneedling", slug="microneedling")


@pytest.fixture
def enquiry_form(db):
    return factories.make_form()


@pytest.fixture
def clinic(site, enquiry_form):
    return factories.make_clinic(site, enquiry_form)


@pytest.fixture
def admin_user(db):
    return factories.make_user(username="admin", is_superuser=True)


@pytest.fixture
def desk_user(db):
    return factories.make_user("leads.view_lead", "leads.change_lead", "leads.assign_lead", username="desk")


@pytest.fixture
def editor(db):
    """May edit pages, knows nothing of leads."""
    return factories.make_user(username="editor")
