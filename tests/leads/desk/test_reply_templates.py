"""Lead managers keep the texts that replies begin with."""

from html import unescape
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

from leads.models import Reply, ReplyTemplate
from leads.replies.variables import VARIABLES
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/leads/replytemplate/"
KEEPER = [f"leads.{action}_replytemplate" for action in ("add", "change", "delete", "view")]


@pytest.fixture
def keeper(client):
    client.force_login(factories.make_user(*KEEPER, username="keeper"))
    return client


@pytest.fixture
def template():
    return ReplyTemplate.objects.create(title="First answer", subject="About {{ subject }}", text="Dear {{ name }}")


def page(template, action: str) -> str:
    return f"{LIST}{action}/{template.pk}/"


def text_of(response) -> str:
    assert response.status_code == 200
    return unescape(response.content.decode())


def values(**fields) -> dict:
    return {
        "title": "Call",
        "subject": "Your call",
        "text": "Dear {{ first_name }}",
        "purpose": "",
        "site": "",
    } | fields


def test_a_template_is_written_and_listed_with_its_state(keeper, template):
    keeper.post(f"{LIST}add/", values())
    ReplyTemplate.objects.filter(pk=template.pk).update(is_archived=True)
    text = text_of(keeper.get(LIST))
    assert "Call" in text
    for shown in ("In use", "Archived", "Preview", "Use again"):
        assert shown in text


def test_the_editor_lists_the_variables(keeper, template):
    for address in (f"{LIST}add/", page(template, "edit")):
        text = text_of(keeper.get(address))
        for variable in VARIABLES.values():
            assert variable.tag in text


@pytest.mark.parametrize("field", ["subject", "text"])
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Dear {{ nickname }}", "There is no variable {{ nickname }}. Known are: name, first_name"),
        ("Dear {{ first_name }", "Braces are left over."),
    ],
)
def test_a_variable_that_nobody_could_fill_in_is_refused_and_the_text_kept(keeper, field, words, reason):
    response = keeper.post(f"{LIST}add/", values(**{field: words}))
    text = text_of(response)
    assert reason in text
    assert words in text
    assert not ReplyTemplate.objects.exists()


def test_purposes_are_those_that_a_form_asks_consent_for(keeper, template):
    factories.make_form(statements=[{"purpose": "marketing-email", "text": "News."}])
    factories.make_form("other", statements=[{"purpose": "privacy", "text": "Told.", "kind": "notice"}])
    text = text_of(keeper.get(page(template, "edit")))
    assert '<option value="marketing-email"' in text
    assert '<option value="privacy"' not in text
    keeper.post(page(template, "edit"), values(purpose="marketing-email"))
    template.refresh_from_db()
    assert template.purpose == "marketing-email"


def test_a_preview_shows_it_as_an_invented_person_would_get_it(keeper, template, clinic):
    text = text_of(keeper.get(page(template, "inspect")))
    assert "About Microneedling" in text
    assert "Dear Amara Osei" in text
    assert "Wren & Rowe" in text


def test_a_preview_shows_markup_as_text(keeper, template):
    ReplyTemplate.objects.update(subject="<b>x</b>", text="<script>alert(1)</script> {% debug %}")
    assert "<script>alert(1)" not in keeper.get(page(template, "inspect")).content.decode()


@pytest.mark.parametrize("action", ["add", "edit"])
def test_the_editor_shows_the_mail_while_it_is_written(keeper, template, clinic, action):
    address = f"{LIST}preview/" if action == "add" else f"{LIST}preview/{template.pk}/"
    typed = values(subject="Not saved, {{ name }}", text="Dear {{ first_name }} {{ age }} <b>")
    assert keeper.post(address, typed).json()["is_valid"] is False
    typed["text"] = "Dear {{ first_name }} <b>"
    assert keeper.post(address, typed).json()["is_valid"] is True
    text = keeper.get(address, {"mode": ""}).content.decode()
    assert "Not saved, Amara Osei" in text
    assert "Dear Amara &lt;b&gt;" in text
    assert "Wren &amp; Rowe" in text
    assert not ReplyTemplate.objects.filter(subject__startswith="Not saved").exists()


def test_a_template_is_archived_and_taken_into_use_again(keeper, template):
    for state in (True, False):
        response = keeper.post(page(template, "archive"), follow=True)
        assert response.status_code == 200
        template.refresh_from_db()
        assert template.is_archived is state


def test_following_a_link_to_the_archive_does_nothing(keeper, template):
    assert keeper.get(page(template, "archive")).url == LIST
    template.refresh_from_db()
    assert not template.is_archived


def test_a_reply_outlives_its_template(keeper, template):
    lead = factories.LeadFactory()
    reply = Reply.objects.create(lead=lead, template=template, subject="x", text="x")
    keeper.post(page(template, "delete"))
    reply.refresh_from_db()
    assert reply.template is None


@pytest.mark.parametrize("permissions", [[], ["leads.view_lead", "leads.change_lead"]])
def test_neither_editors_nor_the_desk_change_templates(client, template, permissions):
    client.force_login(factories.make_user(*permissions))
    for address in (LIST, f"{LIST}add/", page(template, "edit"), page(template, "inspect")):
        assert client.get(address).status_code in {302, 403}
    assert client.post(page(template, "archive")).status_code in {302, 403}
    template.refresh_from_db()
    assert not template.is_archived


def test_who_may_only_look_does_not_archive(client, template):
    client.force_login(factories.make_user("leads.view_replytemplate"))
    assert "First answer" in text_of(client.get(LIST))
    assert client.post(page(template, "archive")).status_code in {302, 403}
    template.refresh_from_db()
    assert not template.is_archived


@pytest.mark.parametrize("pk", ["0", "999999", "abc", "9" * 30])
@pytest.mark.parametrize("action", ["inspect", "edit", "archive"])
def test_a_template_that_does_not_exist_is_not_found(keeper, pk, action):
    assert keeper.post(f"{LIST}{action}/{pk}/").status_code in {404, 405}


@pytest.mark.parametrize("query", ["?q=%00", "?is_archived=maybe", "?p=x", "?bogus__x=1", "?ordering=text"])
def test_nonsense_in_the_address_is_no_error(keeper, template, query):
    assert keeper.get(LIST + query).status_code < 500


def test_a_lead_manager_keeps_the_templates(client, template):
    group, _made = Group.objects.get_or_create(name="Lead manager")
    import_module("leads.migrations.0010_lead_desk_permissions").allow(apps, SimpleNamespace(connection=connection))
    user = factories.make_user()
    user.groups.add(group)
    client.force_login(user)
    assert client.get(LIST).status_code == 200
    assert client.get(page(template, "edit")).status_code == 200
