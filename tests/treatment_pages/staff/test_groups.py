"""What Wagtail's own groups may do in the library."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

migration = import_module("treatment_pages.migrations.0003_content_groups")
schema_editor = SimpleNamespace(connection=connection)

pytestmark = pytest.mark.django_db


def library_of(group: Group) -> set[str]:
    ours = group.permissions.filter(content_type__app_label="treatment_pages")
    return set(ours.values_list("codename", flat=True))


@pytest.fixture
def groups():
    """Wagtail's groups as a new site has them, and one of the site's own."""
    for name in ("Moderators", "Editors", "Guests"):
        Group.objects.get_or_create(name=name)
    migration.give_permissions(apps, schema_editor)
    return {group.name: group for group in Group.objects.all()}


def test_moderators_look_after_the_whole_library(groups):
    models = ("treatmentcategory", "concern", "bodyarea", "source", "imageconsent")
    assert library_of(groups["Moderators"]) >= {
        f"{action}_{model}" for model in models for action in ("add", "change", "delete", "view")
    }


def test_editors_add_and_correct_but_delete_nothing_and_leave_consents_alone(groups):
    codenames = library_of(groups["Editors"])
    assert {"add_source", "change_concern", "view_imageconsent"} <= codenames
    assert not any(name.startswith("delete_") for name in codenames)
    assert "change_imageconsent" not in codenames


def test_other_groups_are_left_alone(groups):
    assert library_of(groups["Guests"]) == set()


def test_a_site_without_these_groups_gets_none(db):
    Group.objects.all().delete()
    migration.give_permissions(apps, schema_editor)
    assert not Group.objects.exists()


def test_permissions_that_are_missing_are_made_with_djangos_own_names(groups):
    names = dict(Permission.objects.filter(content_type__app_label="treatment_pages").values_list("codename", "name"))
    Permission.objects.filter(content_type__app_label="treatment_pages").delete()
    migration.give_permissions(apps, schema_editor)
    made = dict(Permission.objects.filter(content_type__app_label="treatment_pages").values_list("codename", "name"))
    assert made
    assert made == {codename: names[codename] for codename in made}


def test_what_was_given_can_be_taken_back(groups):
    migration.take_permissions(apps, schema_editor)
    assert library_of(groups["Editors"]) == set()
