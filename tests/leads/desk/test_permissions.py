import pytest
from django.urls import reverse

from leads.models import Activity, Lead
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page, rows, step

READ = ["", "results/", "inspect/{pk}/"]
CHANGE = ["mark_attempted/{pk}/", "mark_contacted/{pk}/", "note/{pk}/"]
ASSIGN = ["assign/{pk}/", "take/{pk}/"]
ALL_STEPS = CHANGE + ASSIGN


def address(tail: str, lead) -> str:
    return INBOX + tail.format(pk=lead.pk)


@pytest.mark.parametrize("tail", READ + ALL_STEPS)
def test_anonymous_visitors_are_sent_to_the_login(client, lead, tail):
    for response in (client.get(address(tail, lead)), client.post(address(tail, lead))):
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("tail", READ + ALL_STEPS)
def test_an_editor_without_lead_permission_is_refused(client, editor, lead, tail):
    client.force_login(editor)
    for response in (client.get(address(tail, lead)), client.post(address(tail, lead), {"text": "x"})):
        assert response.status_code == 403
        assert lead.name not in response.content.decode()
    assert not Activity.objects.exists()


def test_an_editor_cannot_tell_leads_that_exist_from_others(client, editor, lead):
    client.force_login(editor)
    assert client.get(f"{INBOX}inspect/999999/").status_code == client.get(lead_page(lead)).status_code == 403


def test_an_editor_sees_no_menu_item(client, editor, desk_user):
    home = reverse("wagtailadmin_home")
    client.force_login(editor)
    assert INBOX not in client.get(home).content.decode()
    client.force_login(desk_user)
    assert INBOX in client.get(home).content.decode()


def test_an_onlooker_reads_and_is_refused_every_step(client, onlooker, lead):
    client.force_login(onlooker)
    assert rows(client.get(INBOX)) == [lead.pk]
    assert client.get(lead_page(lead)).status_code == 200
    for tail in ALL_STEPS:
        assert client.post(address(tail, lead), {"text": "x"}).status_code == 403, tail
    assert not Activity.objects.exists()


@pytest.mark.parametrize("permission", ["change_lead", "assign_lead", "export_lead", "view_sensitive_answers"])
def test_no_other_permission_counts_without_the_one_to_see_leads(client, lead, permission):
    client.force_login(factories.make_user(f"leads.{permission}"))
    for tail in READ + ALL_STEPS:
        assert client.post(address(tail, lead)).status_code == 403, tail


def test_assigning_needs_its_own_permission(client, lead):
    client.force_login(factories.make_user("leads.view_lead", "leads.change_lead"))
    assert client.post(step("take", lead)).status_code == 403
    assert client.post(step("assign", lead)).status_code == 403
    assert client.post(step("mark_contacted", lead)).status_code == 302
    assert "Assign to me" not in client.get(lead_page(lead)).content.decode()


@pytest.mark.parametrize("fixture", ["desk_user", "admin_user"])
def test_the_desk_and_the_superuser_may_take_every_step(client, request, lead, fixture):
    client.force_login(request.getfixturevalue(fixture))
    for tail in READ:
        assert client.get(address(tail, lead)).status_code == 200
    for tail in ALL_STEPS:
        assert client.post(address(tail, lead), {"text": "Called."}).status_code in {200, 302}, tail


def test_somebody_without_access_to_the_admin_gets_nowhere(client, lead, desk_user):
    desk_user.user_permissions.remove(desk_user.user_permissions.get(codename="access_admin"))
    client.force_login(desk_user)
    assert client.get(INBOX).status_code == 302


@pytest.mark.parametrize("action", ["create", "edit/{pk}", "delete/{pk}", "history/{pk}", "choose_parent", "export"])
def test_modeladmins_own_views_are_gone(client, admin_user, lead, action):
    client.force_login(admin_user)
    assert client.get(INBOX + action.format(pk=lead.pk) + "/").status_code == 404
    assert client.post(INBOX + action.format(pk=lead.pk) + "/").status_code == 404
    assert Lead.objects.filter(pk=lead.pk).exists()


@pytest.mark.parametrize("pk", ["abc", "999999", "-1", "0", "99999999999999999999999999", "%00", "1e3"])
def test_a_lead_that_does_not_exist_is_not_found(desk, pk):
    assert desk.get(f"{INBOX}inspect/{pk}/").status_code == 404
    assert desk.post(f"{INBOX}mark_contacted/{pk}/").status_code == 404
    assert desk.post(f"{INBOX}note/{pk}/", {"text": "x"}).status_code == 404


def test_bulk_actions_do_not_reach_leads(client, admin_user, lead):
    client.force_login(admin_user)
    assert client.get(f"/admin/bulk/leads/lead/delete/?id={lead.pk}").status_code == 404
