import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupSitePermission, ModelLogEntry, Site

from leads.desk.bulk import base
from leads.models import Activity, ActivityKind, Lead, LeadStatus, LostReason
from tests import factories
from tests.leads.desk.listing import INBOX

BULK = "/admin/bulk/leads/lead/"
CHOSEN = re.compile(r'name="chosen" value="([^"]*)"')
NONSENSE = [
    "",
    "id=",
    "id=abc",
    "id=-1",
    "id=1.5",
    "id=%00",
    "id=99999999999999999999999999",
    "id=٣",
    "id=all&owner=abc&status=zzz&q=%00",
    "id=all&ordering=owner__password",
    "id[]=1",
]
ACTIONS = ["assign", "mark_attempted", "mark_contacted", "put_on_hold", "lose"]


def ask(client, action: str, query: str) -> str:
    """The page that asks for confirmation."""
    response = client.get(f"{BULK}{action}/?{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def confirm(client, action: str, query: str, **data) -> list[str]:
    """Confirms what the page shows, and returns what is said afterwards."""
    chosen = CHOSEN.search(ask(client, action, query))
    response = client.post(f"{BULK}{action}/?{query}", {"chosen": chosen[1] if chosen else "", **data})
    assert response.status_code == 302, response.context["form"].errors
    return said(response)


def said(response) -> list[str]:
    """What staff are told after a step."""
    return [unescape(str(message)).strip() for message in get_messages(response.wsgi_request)]


def ids(*leads: Lead) -> str:
    return "&".join(f"id={lead.pk}" for lead in leads)


def status_of(lead: Lead) -> str:
    return Lead.objects.get(pk=lead.pk).status


def test_many_leads_are_marked_as_contacted_each_with_its_timeline_and_log(desk, desk_user):
    leads = factories.LeadFactory.create_batch(3)
    assert confirm(desk, "mark_contacted", ids(*leads[:2])) == ["2 leads are marked as contacted."]
    assert [status_of(lead) for lead in leads] == ["contacted", "contacted", "new"]
    assert Activity.objects.filter(kind=ActivityKind.STATUS, actor=desk_user).count() == 2
    assert ModelLogEntry.objects.filter(action="leads.mark_contacted", user=desk_user).count() == 2


def test_the_page_that_asks_says_how_many_and_which(desk):
    leads = [factories.LeadFactory(name=f"Person {number}") for number in range(25)]
    content = ask(desk, "mark_attempted", ids(*leads))
    assert "25 leads" in content
    assert "and 5 more" in content
    for lead in leads:
        assert f">{lead.name}</a>" in content
    assert {status_of(lead) for lead in leads} == {LeadStatus.NEW}


def test_leads_that_refuse_are_named_with_the_reason_and_the_others_go_through(desk):
    new, lost = factories.LeadFactory(), factories.LeadFactory(name="Lost Lara", status=LeadStatus.LOST)
    content = ask(desk, "mark_contacted", ids(new, lost))
    assert "1 lead is left alone" in content
    assert "A lead that is “Lost” cannot become “Contacted”." in content
    assert content.index("left alone") < content.index("Lost Lara")
    assert confirm(desk, "mark_contacted", ids(new, lost)) == ["1 lead is marked as contacted."]
    assert status_of(lost) == LeadStatus.LOST


def test_leads_that_all_refuse_offer_only_the_way_back(desk):
    lost = factories.LeadFactory(status=LeadStatus.LOST)
    content = ask(desk, "lose", ids(lost))
    assert "None of the leads you chose can be changed in this way." in content
    assert "<form action" not in content


def test_a_lead_that_somebody_changed_meanwhile_is_left_alone_and_named(desk, desk_user):
    changed, unchanged = factories.LeadFactory(), factories.LeadFactory()
    chosen = f"{changed.pk}:new {unchanged.pk}:new"
    changed.mark_attempted(by=desk_user)
    response = desk.post(f"{BULK}mark_contacted/?id=all", {"chosen": chosen})
    done, left = said(response)
    assert done == "1 lead is marked as contacted."
    assert left.startswith(f"1 lead was left alone. {changed.reference}: Somebody else changed this lead")
    assert (status_of(changed), status_of(unchanged)) == ("attempted", "contacted")


def test_a_lead_that_came_in_after_the_question_is_not_changed(desk, lead):
    chosen = CHOSEN.search(ask(desk, "lose", "id=all"))[1]
    late = factories.LeadFactory()
    desk.post(f"{BULK}lose/?id=all", {"chosen": chosen, "reason": "price"})
    assert (status_of(lead), status_of(late)) == ("lost", "new")


def test_all_in_the_listing_means_what_tab_filters_and_search_list(desk, desk_user):
    wanted = factories.LeadFactory(name="Amara One", owner=desk_user, subject="Peel")
    others = [
        factories.LeadFactory(name="Amara Two", owner=desk_user),
        factories.LeadFactory(name="Amara Three", subject="Peel"),
        factories.LeadFactory(name="Bea", owner=desk_user, subject="Peel"),
        factories.LeadFactory(name="Amara Four", owner=desk_user, subject="Peel", status=LeadStatus.CONVERTED),
    ]
    query = "id=all&queue=mine&subject=Peel&q=amara&p=2"
    assert confirm(desk, "mark_attempted", query) == ["1 lead is marked as attempted."]
    assert status_of(wanted) == "attempted"
    assert "attempted" not in {status_of(other) for other in others}


def test_a_go_has_an_end_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(base, "MOST", 3)
    factories.LeadFactory.create_batch(5)
    assert "More are listed than the 3 that can be changed at a time" in ask(desk, "mark_attempted", "id=all")
    assert confirm(desk, "mark_attempted", "id=all&status=new") == ["3 leads are marked as attempted."]
    assert Lead.objects.filter(status="new").count() == 2


def test_leads_are_lost_with_a_reason_and_never_without(desk, lead):
    chosen = {"chosen": f"{lead.pk}:new"}
    for reason in ["", "zzz", LostReason.MOVED]:
        response = desk.post(f"{BULK}lose/?{ids(lead)}", {**chosen, "reason": reason})
        content = response.content.decode()
        assert "Say why the leads are lost: choose a reason." in content
        assert f'value="{lead.pk}:new"' in content
        assert lead.name in content
    assert "Continued in another lead" not in ask(desk, "lose", ids(lead))
    assert confirm(desk, "lose", ids(lead), reason="price", text="Too dear") == ["1 lead is marked as lost."]
    lead.refresh_from_db()
    assert (lead.status, lead.lost_reason) == ("lost", "price")
    assert lead.activities.get().text == "Too dear"


def test_leads_are_on_hold_until_a_day_to_come(desk, lead):
    today = timezone.localdate()
    for until in ["", "soon", today, today - timedelta(days=1), "9999-12-31", "0001-01-01"]:
        response = desk.post(f"{BULK}put_on_hold/?{ids(lead)}", {"chosen": f"{lead.pk}:new", "until": until})
        assert response.context["form"].errors["until"]
    day = today + timedelta(days=3)
    assert confirm(desk, "put_on_hold", ids(lead), until=day) == ["1 lead is on hold."]
    lead.refresh_from_db()
    assert lead.status == "on_hold"
    assert timezone.localtime(lead.follow_up_at).date() == day


def test_leads_get_an_owner(desk, desk_user):
    free, own = factories.LeadFactory(), factories.LeadFactory(owner=desk_user)
    said = confirm(desk, "assign", ids(free, own), owner=desk_user.pk)
    assert said == [
        "1 lead now belongs to desk.",
        f"1 lead was left alone. {own.reference}: It has this owner already.",
    ]
    assert confirm(desk, "assign", ids(free, own), owner="") == ["2 leads have no owner now."]
    assert set(Lead.objects.values_list("owner", flat=True)) == {None}


def test_leads_go_to_nobody_who_may_not_see_them(desk, editor, lead):
    for owner in [editor.pk, "abc", "999999"]:
        response = desk.post(f"{BULK}assign/?{ids(lead)}", {"chosen": f"{lead.pk}:", "owner": owner})
        assert "Choose somebody who may see leads." in response.content.decode()
    lead.refresh_from_db()
    assert lead.owner is None


def test_afterwards_staff_are_back_at_the_listing_they_came_from(desk, lead):
    url = f"{INBOX}?queue=mine"
    data = {"chosen": f"{lead.pk}:new"}
    assert desk.post(f"{BULK}mark_attempted/?{ids(lead)}&next={url}", data).url == url
    data = {"chosen": f"{lead.pk}:attempted"}
    for bad in ["", "&next=https://example.com/"]:
        assert desk.post(f"{BULK}mark_attempted/?{ids(lead)}{bad}", data).url == INBOX


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_in_the_address_is_no_fault_of_the_server(desk, lead, query):
    ask(desk, "lose", query)
    assert desk.post(f"{BULK}lose/?{query}", {"chosen": "abc", "reason": "price"}).status_code == 302
    assert status_of(lead) == LeadStatus.NEW


@pytest.mark.parametrize("action", ACTIONS)
def test_nonsense_in_the_form_changes_nothing(desk, lead, action):
    nobody = f"{lead.pk + 1}:new "
    for chosen in ["", "abc", nobody, ":", "99999999999999999999:new", "\x00", f"{lead.pk}:zzz", nobody * 999]:
        response = desk.post(f"{BULK}{action}/?id=all", {"chosen": chosen, "reason": "price"})
        assert response.status_code in (200, 302)
    assert status_of(lead) == LeadStatus.NEW


@pytest.mark.parametrize("action", ACTIONS)
def test_bulk_actions_are_for_those_who_may_take_the_step(client, onlooker, editor, lead, action):
    for user in (onlooker, editor):
        client.force_login(user)
        assert client.get(f"{BULK}{action}/?{ids(lead)}").status_code == 403
        data = {"chosen": f"{lead.pk}:new", "reason": "price", "owner": onlooker.pk}
        assert client.post(f"{BULK}{action}/?{ids(lead)}", data).status_code == 403
    assert status_of(lead) == LeadStatus.NEW


def test_bulk_actions_reach_no_leads_of_other_sites(client, site, home_page):
    other_site = Site.objects.create(hostname="south.example", root_page=home_page)
    own, other = factories.LeadFactory(site=site), factories.LeadFactory(site=other_site, name="Far Away")
    group = Group.objects.create(name="North")
    for permission in Permission.objects.filter(codename__in=["view_lead", "change_lead"]):
        GroupSitePermission.objects.create(group=group, site=site, permission=permission)
    user = factories.make_user(username="north")
    user.groups.add(group)
    client.force_login(user)
    for query in (ids(own, other), "id=all&queue=all"):
        assert "Far Away" not in ask(client, "mark_attempted", query)
        client.post(f"{BULK}mark_attempted/?{query}", {"chosen": f"{own.pk}:new {other.pk}:new"})
    assert (status_of(own), status_of(other)) == ("attempted", "new")


def test_the_bar_below_the_listing_offers_what_the_user_may_do(client, desk_user, onlooker, lead):
    client.force_login(desk_user)
    content = client.get(INBOX).content.decode()
    assert re.findall(r'href="/admin/bulk/leads/lead/(\w+)/"', content) == ACTIONS
    client.force_login(factories.make_user("leads.view_lead", "leads.change_lead"))
    assert "/bulk/leads/lead/assign/" not in client.get(INBOX).content.decode()
    client.force_login(onlooker)
    content = client.get(INBOX).content.decode()
    assert "data-bulk-action" not in content
    assert "bulk-actions.js" not in content


def test_asking_needs_as_many_queries_for_many_leads_as_for_few(desk):
    def count_queries():
        with CaptureQueriesContext(connection) as queries:
            ask(desk, "assign", "id=all")
        return len(queries)

    factories.LeadFactory.create_batch(3)
    few = count_queries()
    factories.LeadFactory.create_batch(60)
    assert count_queries() == few


@pytest.fixture
def exporting(client, db):
    """The browser of somebody who may export, and nothing else."""
    client.force_login(factories.make_user("leads.view_lead", "leads.export_lead", username="exporting"))
    return client


def exported(client, query: str) -> str:
    response = client.post(f"{BULK}export/?{query}", {"format": "csv"})
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/csv")
    return b"".join(response.streaming_content).decode()


def test_the_chosen_leads_become_a_file(exporting, lead):
    other = factories.LeadFactory(name="Not Chosen")
    assert lead.name in ask(exporting, "export", ids(lead))
    content = exported(exporting, ids(lead))
    assert lead.name in content
    assert other.name not in content


def test_all_that_is_listed_becomes_a_file_however_much_it_is(exporting, monkeypatch):
    monkeypatch.setattr(base, "MOST", 3)
    leads = [factories.LeadFactory(name=f"Amara {number}") for number in range(5)]
    factories.LeadFactory(name="Bela")
    content = exported(exporting, "id=all&q=amara&p=1&ordering=name")
    assert all(lead.name in content for lead in leads)
    assert "Bela" not in content


def test_a_file_of_an_unknown_kind_is_asked_for_again(exporting, lead):
    for data in [{}, {"format": "exe"}, {"format": "\x00"}]:
        response = exporting.post(f"{BULK}export/?{ids(lead)}", data)
        assert response.context["form"].errors["format"] == ["Choose a kind of file."]


@pytest.mark.parametrize("query", NONSENSE)
def test_a_file_of_nonsense_is_no_fault_of_the_server(exporting, lead, query):
    assert exporting.get(f"{BULK}export/?{query}").status_code == 200
    exported(exporting, query)


def test_leads_are_exported_by_nobody_without_the_permission(desk, lead):
    assert desk.get(f"{BULK}export/?{ids(lead)}").status_code == 403
    assert desk.post(f"{BULK}export/?{ids(lead)}", {"format": "csv"}).status_code == 403
    assert "bulk/leads/lead/export/" not in desk.get(INBOX).content.decode()
