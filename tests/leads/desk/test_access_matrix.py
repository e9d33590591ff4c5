"""Every address of the desk, for everybody, with sense and without; a new one fails here until it is in the table."""

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import GroupSitePermission, Page, Site

from leads.models import ConsentRecord, Delivery, DeliveryState, Enquiry, ReplyTemplate, Verdict, WebhookEndpoint
from tests import factories
from tests.leads.desk.listing import INBOX, rows
from tests.leads.desk.test_messages import make_message

pytestmark = pytest.mark.django_db

DESK = "leads_lead_modeladmin_"
SECRET = "northsecret"
"""Stands in everything that belongs to the northern site."""

NOTHING, LEAD, ENQUIRY, HELD, MESSAGE, CONSENT, VIEW = "", "lead", "enquiry", "held", "message", "consent", "view"

ADDRESSES = {
    **dict.fromkeys(["index", "index_results", "messages", "messages_results"], ("view", NOTHING)),
    **dict.fromkeys(["quarantine", "quarantine_results", "quarantine_signals"], ("view", NOTHING)),
    **dict.fromkeys(["views", "save_view"], ("view", NOTHING)),
    **dict.fromkeys(["change_view", "delete_view"], ("view", VIEW)),
    **dict.fromkeys(["inspect", "news", "appointment"], ("view", LEAD)),
    **dict.fromkeys(["open_answers"], ("view_sensitive_answers", ENQUIRY)),
    **dict.fromkeys(["as_seen"], ("view", ENQUIRY)),
    **dict.fromkeys(["quarantine_enquiry"], ("view", HELD)),
    "add": ("add", NOTHING),
    **dict.fromkeys(["mark_attempted", "mark_contacted", "mark_attended", "mark_no_show", "convert"], ("change", LEAD)),
    **dict.fromkeys(["close_emptied", "note", "call", "follow_up", "book", "status", "undo"], ("change", LEAD)),
    "reply": ("change", LEAD),
    **dict.fromkeys(["take", "assign"], ("assign", LEAD)),
    "refile": ("change", ENQUIRY),
    **dict.fromkeys(["release", "confirm_spam", "return_to_quarantine"], ("change", HELD)),
    "withdraw_consent": ("change", CONSENT),
    **dict.fromkeys(["place_hold", "lift_hold", "erase"], ("erase", LEAD)),
    **dict.fromkeys(["message_send_again", "message_set_aside", "message_take_up"], ("change", MESSAGE)),
}
"""What an address asks for, and whose key stands in it."""

BULK = {
    ("lead", "assign"): "assign",
    ("lead", "mark_attempted"): "change",
    ("lead", "mark_contacted"): "change",
    ("lead", "put_on_hold"): "change",
    ("lead", "lose"): "change",
    ("lead", "export"): "export",
    ("enquiry", "release"): "change",
    ("enquiry", "confirm_spam"): "change",
    ("delivery", "send_again"): "change",
    ("delivery", "set_aside"): "change",
}

LISTED = ["list", "list_results", "add", "edit", "delete", "usage", "history", "history_results"]
CHOOSER = ["choose", "choose_results", "chosen", "chosen_multiple", "create"]
SNIPPETS = {
    "enquiryform": [*LISTED, "preview_on_add", "preview_on_edit", "duplicate"],
    "webhookendpoint": [*LISTED, "inspect", "test", "secret", "renew_secret"],
    "replytemplate": [*LISTED, "copy", "inspect", "archive", "preview_on_add", "preview_on_edit"],
}
"""What only those reach who have permissions on these models; the group Lead manager has."""

REPORTS = {"leads_report", "leads_report_file"}
"""Numbers without names; tests/leads/reports asks them for their own permissions."""

NAMES = {f"{DESK}{name}" for name in ADDRESSES} | REPORTS
NAMES |= {f"wagtailsnippets_leads_{model}:{name}" for model, names in SNIPPETS.items() for name in names}
NAMES |= {f"wagtailsnippetchoosers_leads_enquiryform:{name}" for name in CHOOSER}

ROLES = {
    "anonymous": set(),
    "editor": set(),
    "southern": {"view", "add", "change", "assign", "export", "erase", "view_sensitive_answers"},
    "desk": {"view", "add", "change", "assign"},
    "manager": {"view", "add", "change", "assign", "export", "erase", "view_sensitive_answers"},
    "superuser": {"view", "add", "change", "assign", "export", "erase", "view_sensitive_answers"},
}

NONSENSE = ["0", "-1", "9" * 20, "abc", "\0", "💉", "x" * 10_000, "é%00", "1e3", "²", "' OR 1=1 --", "2026-99-99"]
KEYS = [
    "q p ordering queue status owner source subject page reply follow_up received_from received_to show state kind",
    "created_from created_to export days id childOf next seen seen_activity lead enquiry decision token in at view",
    "owner__password__startswith owner__password email__contains pk site _w_filter_fragment _selected results period",
]


def registered(resolver, namespace: str = ""):
    """The names of all addresses, with their namespaces."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from registered(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def test_every_address_of_the_desk_is_in_the_table():
    found = {name for name in registered(get_resolver()) if "leads_" in name}
    assert found == NAMES


def test_every_bulk_action_is_in_the_table():
    bulk_action_registry._scan_for_bulk_actions()
    found = {(model, action) for model, actions in bulk_action_registry.actions["leads"].items() for action in actions}
    assert found - {(model, "delete") for model in SNIPPETS} == set(BULK)


@dataclass
class World:
    """One of everything on the northern site, and one user of each role with a session."""

    keys: dict
    users: dict
    sessions: dict
    models: dict


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The same for all tests here, because they leave nothing behind; it goes at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


def make_world() -> World:
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="north")
    site, _is_new = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": home}
    )
    south = Site.objects.create(hostname="south.example", root_page=home)
    name, email = f"Nora {SECRET}", f"nora@{SECRET}.example"
    lead = factories.LeadFactory(name=name, email=email, subject=SECRET, site=site)
    enquiry = factories.EnquiryFactory(lead=lead, site=site, message=SECRET, verdict=Verdict.ACCEPTED)
    held = factories.EnquiryFactory(
        lead=None, name=name, email=email, site=site, verdict=Verdict.QUARANTINED, spam_score=50
    )
    consent = ConsentRecord.objects.create(
        enquiry=enquiry, kind="consent", purpose=SECRET, text=SECRET, is_given=True, recorded_at=timezone.now()
    )
    message = make_message(lead=lead, enquiry=enquiry, recipient=email)
    keys = {LEAD: lead.pk, ENQUIRY: enquiry.pk, HELD: held.pk, MESSAGE: message.pk, CONSENT: consent.pk, VIEW: 999_999}
    models = {
        "enquiryform": factories.make_form("northform", title=f"Form {SECRET}").pk,
        "webhookendpoint": WebhookEndpoint.objects.create(description=SECRET, url="https://example.com/x").pk,
        "replytemplate": ReplyTemplate.objects.create(title=SECRET, subject=SECRET, text=SECRET).pk,
    }
    users = make_users(south)
    return World(keys, users, {role: session_of(user) for role, user in users.items() if user}, models)


def session_of(user) -> str:
    """The cookie of somebody who has signed in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def make_users(south) -> dict:
    users = {
        "anonymous": None,
        "editor": factories.make_user(username="some-editor"),
        "southern": factories.make_user(username="southerner"),
        "desk": member_of("Lead desk"),
        "manager": member_of("Lead manager"),
        "superuser": factories.make_user(username="root", is_superuser=True),
    }
    group = Group.objects.create(name="Southern desk")
    codenames = [f"{action}_lead" for action in ROLES["southern"] - {"view_sensitive_answers"}]
    for permission in Permission.objects.filter(codename__in=[*codenames, "view_sensitive_answers"]):
        GroupSitePermission.objects.create(group=group, site=south, permission=permission)
    users["southern"].groups.add(group)
    return users


def member_of(name: str):
    """Somebody who may do what the migrations give their group, whatever other tests left of it."""
    role = {"Lead desk": "desk", "Lead manager": "manager"}[name]
    user = factories.make_user(username=role)
    group = Group.objects.create(name=f"{name} of the matrix")
    codenames = {action if "_" in action else f"{action}_lead" for action in ROLES[role]}
    if role == "manager":
        codenames |= {f"{verb}_{model}" for model in SNIPPETS for verb in ("add", "change", "view", "delete")}
    group.permissions.set(Permission.objects.filter(content_type__app_label="leads", codename__in=codenames))
    user.groups.add(group)
    return user


def browser(world: World, role: str) -> Client:
    """The browser of somebody in this role."""
    client = Client()
    if role in world.sessions:
        client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[role]
    return client


def ask(world: World, role: str, method: str, address: str, data=None):
    """The answer to one request, which leaves nothing behind."""
    with transaction.atomic():
        response = getattr(browser(world, role), method)(address, data or {})
        if response.streaming:
            response.text_sent = b"".join(response.streaming_content).decode("latin-1")
        else:
            response.text_sent = response.content.decode(errors="replace")
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_answers_those_alone_who_may(world, name, method):
    permission, kind = ADDRESSES[name]
    address = reverse(f"{DESK}{name}", args=[world.keys[kind]] if kind else [])
    for role in ROLES:
        response = ask(world, role, method, address, {"text": "x"})
        status, text = response.status_code, response.text_sent
        said = f"{role} {method} {name}: {status}"
        if role == "anonymous":
            assert status == 302, said
            assert response.url.startswith("/admin/login/"), said
        elif "view" not in ROLES[role]:
            assert status == 403, said
        elif role == "southern" and kind:
            leads_on = method == "get" and status == 302
            assert leads_on or status in {404, 405}, said
        elif permission not in ROLES[role] and method == "post":
            assert status == 403, said
        elif kind == VIEW:
            assert status == 404, said
        elif permission in ROLES[role]:
            assert status in {200, 302, 404, 405}, said
        if role in {"anonymous", "editor", "southern"}:
            assert SECRET not in text, said


@pytest.mark.parametrize(("model", "action"), BULK)
def test_a_bulk_action_is_for_those_who_may_and_for_what_they_see(world, model, action):
    kind = {"lead": LEAD, "enquiry": HELD, "delivery": MESSAGE}[model]
    address = reverse("wagtail_bulk_action", args=["leads", model, action])
    for role in ROLES:
        for chosen in (f"?id={world.keys[kind]}", "?id=all"):
            for method in ("get", "post"):
                response = ask(world, role, method, f"{address}{chosen}", {"chosen": f"{world.keys[kind]}:new"})
                said = f"{role} {method} {action} {chosen}: {response.status_code}"
                if role == "anonymous":
                    assert response.status_code == 302, said
                elif BULK[model, action] not in ROLES[role]:
                    assert response.status_code == 403, said
                else:
                    assert response.status_code in {200, 302}, said
                if role in {"anonymous", "editor", "southern"}:
                    assert SECRET not in response.text_sent, said


def test_bulk_actions_change_nothing_of_another_site(world):
    client = browser(world, "southern")
    for model, action in BULK:
        kind = {"lead": LEAD, "enquiry": HELD, "delivery": MESSAGE}[model]
        address = reverse("wagtail_bulk_action", args=["leads", model, action])
        for chosen in (f"?id={world.keys[kind]}", "?id=all"):
            client.post(f"{address}{chosen}", {"chosen": f"{world.keys[kind]}:new", "owner": ""})
    assert Enquiry.objects.get(pk=world.keys[HELD]).verdict == Verdict.QUARANTINED
    assert Delivery.objects.get(pk=world.keys[MESSAGE]).state == DeliveryState.DEAD
    assert not Enquiry.objects.get(pk=world.keys[ENQUIRY]).lead.activities.exists()


@pytest.mark.parametrize(("model", "name"), [(model, name) for model, names in SNIPPETS.items() for name in names])
def test_forms_webhooks_and_templates_have_permissions_of_their_own(world, model, name):
    pattern = f"wagtailsnippets_leads_{model}:{name}"
    has_key = name not in {"list", "list_results", "add", "preview_on_add"}
    address = reverse(pattern, args=[world.models[model]] if has_key else [])
    for role in ("anonymous", "editor", "southern", "desk"):
        for method in ("get", "post"):
            response = ask(world, role, method, address)
            said = f"{role} {method} {pattern}: {response.status_code}"
            assert response.status_code in {302, 403, 405}, said
            assert SECRET not in response.text_sent, said
    for role in ("manager", "superuser"):
        response = ask(world, role, "get", address)
        assert response.status_code in {200, 302, 405}, f"{role} {pattern}: {response.status_code}"


@pytest.mark.parametrize("name", CHOOSER)
def test_everybody_who_edits_pages_may_choose_a_form_and_sees_nothing_of_enquiries(world, name):
    arguments = [world.models["enquiryform"]] if name == "chosen" else []
    address = reverse(f"wagtailsnippetchoosers_leads_enquiryform:{name}", args=arguments)
    assert ask(world, "anonymous", "get", address).url.startswith("/admin/login/")
    response = ask(world, "editor", "get", address)
    assert response.status_code in {200, 302}
    assert f"@{SECRET}" not in response.text_sent
    assert f"Nora {SECRET}" not in response.text_sent


@pytest.mark.parametrize("export", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["index", "index_results"])
def test_only_those_who_may_export_get_a_file(world, export, name):
    for role in ROLES:
        response = ask(world, role, "get", f"{reverse(f'{DESK}{name}')}?export={export}")
        assert response.status_code == (302 if role == "anonymous" else 200 if "export" in ROLES[role] else 403), role
        if role == "southern":
            assert SECRET not in response.text_sent


def test_the_home_page_tells_nobody_of_leads_they_do_not_see(world):
    home = reverse("wagtailadmin_home")
    for role in ("editor", "southern"):
        assert SECRET not in ask(world, role, "get", home).text_sent
    editors = ask(world, "editor", "get", home).text_sent
    assert INBOX not in editors
    assert "was given up" not in ask(world, "southern", "get", home).text_sent
    assert "was given up" in ask(world, "desk", "get", home).text_sent


def test_a_search_finds_nothing_of_another_site(world):
    for name in ("index", "index_results", "messages", "quarantine"):
        address = f"{reverse(f'{DESK}{name}')}?q=Nora"
        assert "Nora" in ask(world, "desk", "get", address).text_sent or name == "messages"
        assert SECRET not in ask(world, "southern", "get", address).text_sent


@pytest.mark.parametrize("probe", ["owner__password__startswith", "owner__password", "email__contains", "site", "pk"])
def test_a_querystring_asks_for_nothing_that_is_not_offered(world, probe):
    client = browser(world, "desk")
    expected = rows(client.get(INBOX))
    assert expected
    for value in ("a", "pbkdf2", "zzz", "1"):
        assert rows(client.get(INBOX, {probe: value})) == expected


READ = [name for name, (_permission, kind) in ADDRESSES.items() if kind in {NOTHING, LEAD, ENQUIRY, HELD}]


@pytest.mark.parametrize("name", READ)
def test_nonsense_in_a_querystring_never_breaks_a_page(world, name):
    kind = ADDRESSES[name][1]
    address = reverse(f"{DESK}{name}", args=[world.keys[kind]] if kind else [])
    keys = " ".join(KEYS).split()
    for value in NONSENSE:
        everything = dict.fromkeys(keys, value)
        assert ask(world, "superuser", "get", address, everything).status_code < 500, value
    repeated = {key: NONSENSE[:4] for key in keys if key != "export"}
    assert ask(world, "superuser", "get", address, repeated).status_code < 500


FIELDS = "text name email phone note owner site token decision reason reference seen seen_activity outcome at date time"
FIELDS += " minutes until lost_reason status lead own subject template chosen query is_shared follow_up minute duration"


@pytest.mark.parametrize("name", ADDRESSES)
def test_nonsense_in_a_body_never_breaks_a_step(world, name):
    kind = ADDRESSES[name][1]
    address = reverse(f"{DESK}{name}", args=[world.keys[kind]] if kind else [])
    for value in NONSENSE:
        body = dict.fromkeys(FIELDS.split(), value)
        assert ask(world, "superuser", "post", address, body).status_code < 500, value
    repeated = dict.fromkeys(FIELDS.split(), NONSENSE[:4])
    assert ask(world, "superuser", "post", address, repeated).status_code < 500


@pytest.mark.parametrize("pk", ["0", "-1", "9" * 18, "9" * 20, "abc", "%00", "%F0%9F%92%89", "x" * 10_000, "1e3"])
def test_a_guessed_key_is_never_more_than_not_found(world, pk):
    client = browser(world, "superuser")
    for name, (_permission, kind) in ADDRESSES.items():
        if kind:
            address = reverse(f"{DESK}{name}", args=[987_654]).replace("987654", pk)
            assert client.get(address).status_code in {302, 404}, name
            assert client.post(address).status_code in {404, 405}, name


@pytest.mark.parametrize(("model", "action"), BULK)
def test_nonsense_among_chosen_keys_chooses_nothing(world, model, action):
    address = reverse("wagtail_bulk_action", args=["leads", model, action])
    for value in NONSENSE:
        data = {"id": [value, value, "x"], "q": value, "childOf": value, "next": value}
        assert ask(world, "superuser", "get", address, data).status_code < 500, value
        assert ask(world, "superuser", "post", address, data | {"chosen": value}).status_code < 500, value
