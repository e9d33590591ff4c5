from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

from leads.models import Lead
from tests import factories
from tests.leads.desk.listing import INBOX

migration = import_module("leads.migrations.0002_lead_desk_groups")
schema_editor = SimpleNamespace(connection=connection)

pytestmark = pytest.mark.django_db


def test_a_new_database_has_the_two_groups_with_just_these_permissions():
    desk = {"access_admin", "view_lead", "add_lead", "change_lead", "assign_lead"}
    verbs, models = ("add", "change", "delete", "view"), ("webhookendpoint", "replytemplate")
    kept = {f"{verb}_{model}" for verb in verbs for model in models}
    forms = {"add_enquiryform", "change_enquiryform", "view_enquiryform", "change_clinicsettings"}
    answers = {"export_lead", "erase_lead", "view_sensitive_answers"}
    # Wagtail's own migrations let everybody who may use the admin choose documents.
    of_wagtail = {"choose_document", "choose_image"}
    found = {group.name: codenames(group) - of_wagtail for group in Group.objects.filter(name__startswith="Lead ")}
    assert found == {"Lead desk": desk, "Lead manager": desk | kept | forms | answers}


@pytest.fixture
def groups():
    """The groups as a new site gets them, whatever other tests left behind."""
    migration.remove_groups(apps, schema_editor)
    migration.make_groups(apps, schema_editor)
    return {group.name: group for group in Group.objects.all()}


def codenames(group: Group) -> set[str]:
    return set(group.permissions.values_list("codename", flat=True))


def test_the_lead_desk_may_work_on_leads_and_no_more(groups):
    assert codenames(groups["Lead desk"]) == {"access_admin", "view_lead", "change_lead", "assign_lead"}


def test_the_lead_manager_may_also_see_health_answers_and_keep_the_forms(groups):
    more = codenames(groups["Lead manager"]) - codenames(groups["Lead desk"])
    assert more == {
        "export_lead",
        "erase_lead",
        "view_sensitive_answers",
        "add_enquiryform",
        "change_enquiryform",
        "view_enquiryform",
        "change_clinicsettings",
    }


def test_permissions_that_are_missing_are_made(groups):
    Permission.objects.filter(content_type__app_label="leads").delete()
    migration.remove_groups(apps, schema_editor)
    migration.make_groups(apps, schema_editor)
    made = Permission.objects.get(content_type__app_label="leads", codename="assign_lead")
    assert made.content_type.model_class() is Lead


def test_the_names_of_permissions_are_djangos_own(groups):
    stored = dict(Permission.objects.filter(codename__in=migration.NAMES).values_list("codename", "name"))
    assert stored == migration.NAMES


def test_making_the_groups_again_keeps_what_a_clinic_added(groups):
    extra = Permission.objects.get(codename="delete_lead")
    groups["Lead desk"].permissions.add(extra)
    migration.make_groups(apps, schema_editor)
    assert "delete_lead" in codenames(groups["Lead desk"])
    assert Group.objects.filter(name="Lead desk").count() == 1


def test_the_groups_can_be_taken_away(groups):
    migration.remove_groups(apps, schema_editor)
    assert not Group.objects.filter(name__in=migration.GROUPS).exists()


@pytest.mark.parametrize("name", ["Lead desk", "Lead manager"])
def test_a_member_of_a_group_opens_the_inbox(client, groups, name):
    user = factories.make_user()
    user.user_permissions.clear()
    user.groups.add(groups[name])
    client.force_login(user)
    assert client.get(INBOX).status_code == 200


def test_a_lead_manager_opens_the_forms_and_the_clinics_settings(client, groups, site):
    user = factories.make_user()
    user.groups.add(groups["Lead manager"])
    client.force_login(user)
    assert client.get("/admin/snippets/leads/enquiryform/").status_code == 200
    assert client.get(f"/admin/settings/leads/clinicsettings/{site.pk}/").status_code == 200
