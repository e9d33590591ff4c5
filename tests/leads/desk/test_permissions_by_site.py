"""A permission given for one site counts there: nothing of another site's leads is seen, counted, found or changed."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupSitePermission, Site

from leads.desk.permissions import (
    colleagues,
    lead_owners,
    lead_policy,
    may_see_sensitive_answers,
    visible_deliveries,
    visible_enquiries,
    visible_leads,
)
from leads.desk.quarantine.signals import count_signals
from leads.desk.warning import warnings_for
from leads.models import Delivery, DeliveryKind, DeliveryState, Lead, Tombstone, Verdict
from leads.models.tombstone import TombstoneKind
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page, rows, step
from tests.leads.desk.test_messages import make_message

GROUP_EDITOR = "/admin/groups/edit/{}/"


@pytest.fixture
def north(site):
    return site


@pytest.fixture
def south(site, home_page):
    return Site.objects.create(hostname="south.example", root_page=home_page, site_name="South")


def allow(user, site, *codenames: str) -> None:
    """Give a user permissions on the leads of one site, by a group of its own."""
    group = Group.objects.create(name=f"{site.hostname} {user.get_username()} {Group.objects.count()}")
    for permission in Permission.objects.filter(content_type__app_label="leads", codename__in=codenames):
        GroupSitePermission.objects.create(group=group, site=site, permission=permission)
    user.groups.add(group)


def fresh(user):
    """The user as the next request reads them, without remembered permissions."""
    return type(user)._default_manager.get(pk=user.pk)


@pytest.fixture
def northerner(north):
    """Works at the desk of the northern site, and may do everything there."""
    user = factories.make_user(username="northerner")
    allow(
        user,
        north,
        "view_lead",
        "add_lead",
        "change_lead",
        "assign_lead",
        "export_lead",
        "erase_lead",
        "view_sensitive_answers",
    )
    return user


@pytest.fixture
def northern(north):
    return factories.LeadFactory(name="Nora North", site=north)


@pytest.fixture
def southern(south):
    return factories.LeadFactory(name="Sol South", site=south)


@pytest.fixture
def siteless(db):
    return factories.LeadFactory(name="Una Anywhere")


@pytest.fixture
def at_north(client, northerner):
    client.force_login(northerner)
    return client


def test_a_permission_for_one_site_shows_that_sites_leads(at_north, northern, southern, siteless):
    assert rows(at_north.get(INBOX)) == [northern.pk]
    assert rows(at_north.get(f"{INBOX}?q=South")) == []
    assert rows(at_north.get(f"{INBOX}?q={southern.reference}")) == []


def test_a_global_permission_shows_the_leads_of_every_site_and_of_none(desk, northern, southern, siteless):
    assert set(rows(desk.get(INBOX))) == {northern.pk, southern.pk, siteless.pk}


def test_the_tabs_count_the_leads_of_ones_sites_alone(at_north, northern, southern, siteless):
    factories.EnquiryFactory(lead=None, site=southern.site, verdict=Verdict.QUARANTINED)
    page = at_north.get(INBOX)
    counts = {tab.label: tab.count for tab in page.context["tabs"]}
    assert counts["All open"] == "1"
    assert counts["Quarantine"] == "0"


@pytest.mark.parametrize("fixture", ["southern", "siteless"])
def test_leads_of_another_site_are_not_found(at_north, request, fixture):
    lead = request.getfixturevalue(fixture)
    assert at_north.get(lead_page(lead)).status_code == 404
    for action in ("mark_contacted", "take", "assign", "place_hold", "lift_hold", "erase", "close_emptied"):
        assert at_north.post(step(action, lead), {"reason": "x"}).status_code == 404, action
    assert Lead.objects.get(pk=lead.pk).status == "new"


def test_one_may_look_here_and_change_there(client, north, south, northern, southern):
    user = factories.make_user()
    allow(user, north, "view_lead")
    allow(user, south, "view_lead", "change_lead")
    client.force_login(user)
    assert client.post(step("mark_contacted", northern)).status_code == 403
    assert client.post(step("mark_contacted", southern)).status_code == 302
    assert "Mark contacted" not in client.get(lead_page(northern)).content.decode()


def test_a_permission_counts_only_on_sites_whose_leads_one_sees(north, south, northern, southern):
    user = factories.make_user("leads.change_lead")
    allow(user, north, "view_lead")
    assert lead_policy.user_has_permission_for_instance(user, "change", northern)
    assert not lead_policy.user_has_permission_for_instance(user, "change", southern)
    other = factories.make_user("leads.view_lead")
    allow(other, south, "change_lead", "view_sensitive_answers")
    assert not lead_policy.user_has_permission_for_instance(other, "change", northern)
    assert lead_policy.user_has_permission_for_instance(other, "change", southern)
    assert may_see_sensitive_answers(other, southern)
    assert not may_see_sensitive_answers(other, northern)


def test_without_the_permission_to_see_no_site_permission_counts(client, north, northern):
    user = factories.make_user()
    allow(user, north, "change_lead", "export_lead", "erase_lead")
    client.force_login(user)
    assert client.get(INBOX).status_code == 403
    assert not visible_leads(user).exists()


def test_somebody_who_is_no_longer_active_sees_nothing(northerner, northern):
    northerner.is_active = False
    northerner.save()
    assert not visible_leads(fresh(northerner)).exists()
    assert not lead_policy.users_with_permission("view").filter(pk=northerner.pk).exists()


def test_enquiries_and_messages_are_seen_with_their_site(northerner, desk_user, northern, southern):
    here = factories.EnquiryFactory(lead=northern, site=northern.site)
    held_back = factories.EnquiryFactory(lead=None, site=northern.site, verdict=Verdict.QUARANTINED)
    elsewhere = factories.EnquiryFactory(lead=southern, site=southern.site)
    nowhere = factories.EnquiryFactory(lead=None, verdict=Verdict.QUARANTINED)
    assert set(visible_enquiries(northerner)) == {here, held_back}
    assert set(visible_enquiries(desk_user)) == {here, held_back, elsewhere, nowhere}
    mine = {make_message(lead=northern), make_message(enquiry=here), make_message(enquiry=held_back)}
    others = {make_message(lead=southern), make_message(enquiry=nowhere), make_message(lead=None, enquiry=None)}
    assert set(visible_deliveries(northerner)) == mine
    assert set(visible_deliveries(desk_user)) == mine | others
    assert all(lead_policy.user_has_permission_for_instance(northerner, "change", message) for message in mine)
    assert not any(lead_policy.user_has_permission_for_instance(northerner, "change", message) for message in others)


def test_messages_of_another_site_are_neither_listed_nor_sent_again(at_north, northern, southern):
    mine, other = make_message(lead=northern), make_message(lead=southern)
    page = at_north.get(f"{INBOX}messages/")
    assert [message.pk for message in page.context["object_list"]] == [mine.pk]
    assert at_north.post(f"{INBOX}messages/send_again/{other.pk}/").status_code == 404
    for ids in (f"id={mine.pk}&id={other.pk}", "id=all"):
        at_north.post(f"/admin/bulk/leads/delivery/set_aside/?{ids}")
        assert Delivery.objects.get(pk=other.pk).state == DeliveryState.DEAD
    assert Delivery.objects.get(pk=mine.pk).state == DeliveryState.DISMISSED


def test_the_quarantine_of_another_site_is_neither_listed_nor_judged(at_north, north, south):
    mine = factories.EnquiryFactory(lead=None, site=north, verdict=Verdict.QUARANTINED, spam_score=50)
    other = factories.EnquiryFactory(lead=None, site=south, verdict=Verdict.QUARANTINED, spam_score=50)
    page = at_north.get(f"{INBOX}quarantine/")
    assert [enquiry.pk for enquiry in page.context["object_list"]] == [mine.pk]
    assert at_north.get(f"{INBOX}quarantine/{mine.pk}/").status_code == 200
    assert at_north.get(f"{INBOX}quarantine/{other.pk}/").status_code == 404
    for action in ("release", "confirm_spam", "open_answers"):
        assert at_north.post(f"{INBOX}{action}/{other.pk}/").status_code == 404
    for ids in (f"id={mine.pk}&id={other.pk}", "id=all"):
        asked = at_north.get(f"/admin/bulk/leads/enquiry/confirm_spam/?{ids}")
        assert asked.context["number"] == 1
        assert other.reference not in asked.content.decode()
        assert "left out" not in asked.content.decode()
    at_north.post(f"/admin/bulk/leads/enquiry/confirm_spam/?id={mine.pk}&id={other.pk}")
    other.refresh_from_db()
    assert other.verdict == Verdict.QUARANTINED


def test_the_reasons_are_counted_of_ones_own_sites(northerner, desk_user, north, south):
    for site in (north, south, None):
        reasons = [{"signal": "links", "points": 20}]
        factories.EnquiryFactory(lead=None, site=site, verdict=Verdict.QUARANTINED, spam_score=50, spam_reasons=reasons)
        Tombstone.objects.create(
            kind=TombstoneKind.ENQUIRY,
            cause="erased",
            site=site,
            received_on=timezone.localdate(),
            verdict=Verdict.SPAM,
            signals=["links"],
        )
    today = timezone.localdate()
    assert count_signals(today, northerner)[-1].quarantined == 2
    assert count_signals(today, desk_user)[-1].quarantined == 6


def test_an_enquiry_moves_only_between_leads_that_one_may_change(at_north, northern, southern):
    enquiry = factories.EnquiryFactory(lead=northern, site=northern.site)
    foreign = factories.EnquiryFactory(lead=southern, site=southern.site)
    assert at_north.get(step("refile", foreign)).status_code == 404
    assert at_north.post(step("refile", foreign), {"lead": northern.pk}).status_code == 404
    at_north.post(step("refile", enquiry), {"lead": southern.pk})
    enquiry.refresh_from_db()
    assert enquiry.lead == northern
    found = at_north.get(f"{step('refile', enquiry)}?q=Sol")
    assert southern.name not in found.content.decode()


def test_a_possible_duplicate_of_another_site_is_not_named(desk, northern, southern):
    Lead.objects.filter(pk=southern.pk).update(possible_duplicate_of=northern)
    assert southern.name not in desk.get(lead_page(northern)).content.decode()
    assert northern.name not in desk.get(lead_page(southern)).content.decode()


def test_given_up_messages_of_another_site_warn_nobody_here(northerner, northern, southern):
    make_message(lead=southern, kind=DeliveryKind.ALERT)
    assert not any("given up" in warning.text for warning in warnings_for(northerner))
    make_message(lead=northern, kind=DeliveryKind.ALERT)
    assert any("1 message was given up" in warning.text for warning in warnings_for(northerner))


def test_a_lead_belongs_to_somebody_who_may_see_it(northerner, desk_user, northern, southern, siteless):
    southerner = factories.make_user(username="southerner")
    allow(southerner, southern.site, "view_lead", "change_lead")
    boss = factories.make_user(username="boss", is_superuser=True)
    assert set(lead_owners(northern)) == {northerner, desk_user, boss}
    assert set(lead_owners(southern)) == {southerner, desk_user, boss}
    assert set(lead_owners(siteless)) == {desk_user, boss}
    assert set(colleagues(northerner)) == {northerner, desk_user, boss}
    assert set(colleagues(desk_user)) == {northerner, southerner, desk_user, boss}


def test_a_lead_is_not_given_to_somebody_who_may_not_see_it(desk, northerner, northern, southern):
    desk.post(step("assign", southern), {"owner": northerner.pk})
    desk.post(step("assign", northern), {"owner": northerner.pk})
    assert Lead.objects.get(pk=southern.pk).owner is None
    assert Lead.objects.get(pk=northern.pk).owner == northerner


def test_erasing_leaves_what_the_person_left_on_other_sites(at_north, north, south):
    here = factories.EnquiryFactory(lead__site=north, lead__email="ada@example.com", site=north)
    there = factories.EnquiryFactory(lead__site=south, lead__email="ada@example.com", site=south)
    page = at_north.get(step("erase", here.lead))
    assert there.lead.reference not in page.content.decode()
    assert "on some sites only" in page.content.decode()
    at_north.post(step("erase", here.lead), {"seen": page.context["seen"], "reference": here.lead.reference})
    assert not Lead.objects.filter(pk=here.lead.pk).exists()
    assert Lead.objects.filter(pk=there.lead.pk).exists()


def test_scoping_costs_no_query_for_somebody_who_sees_everything(desk_user, northern):
    desk_user = fresh(desk_user)
    desk_user.has_perm("leads.view_lead")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        visible_leads(desk_user)
        visible_enquiries(desk_user, "change")
        visible_deliveries(desk_user)
        lead_policy.user_has_permission_for_instance(desk_user, "change", northern)
    assert len(queries) == 0


def test_scoping_costs_one_query_for_somebody_of_one_site(northerner, northern):
    northerner = fresh(northerner)
    northerner.has_perm("leads.view_lead")
    with CaptureQueriesContext(connection) as queries:
        visible_leads(northerner)
        visible_enquiries(northerner, "change")
        visible_deliveries(northerner)
        lead_policy.user_has_permission_for_instance(northerner, "erase", northern)
    assert len(queries) == 1


def editor_data(group, **panel) -> dict:
    """What the group editor posts, without permissions on pages and collections."""
    formsets = ("page_permissions", "image_permissions", "document_permissions", "collection_permissions")
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    management = {f"{name}-{key}": value for name in formsets for key, value in empty.items()}
    return {"name": group.name, **management, **panel}


def test_administrators_give_a_group_permissions_for_one_site(client, admin_user, north, south):
    client.force_login(admin_user)
    group = Group.objects.create(name="Northern desk")
    page = client.get(GROUP_EDITOR.format(group.pk))
    assert "Leads of single sites" in page.content.decode()
    field = f"lead_site_permissions-site_{north.pk}"
    client.post(GROUP_EDITOR.format(group.pk), editor_data(group, **{field: ["view_lead", "change_lead"]}))
    held = GroupSitePermission.objects.filter(group=group)
    assert set(held.values_list("site", "permission__codename")) == {
        (north.pk, "view_lead"),
        (north.pk, "change_lead"),
    }
    client.post(GROUP_EDITOR.format(group.pk), editor_data(group, **{field: ["view_lead"]}))
    assert list(held.values_list("permission__codename", flat=True)) == ["view_lead"]


@pytest.mark.parametrize("chosen", [["change_lead"], ["add_site"], ["delete_lead"]])
def test_a_site_permission_without_effect_or_from_elsewhere_is_refused(client, admin_user, north, south, chosen):
    client.force_login(admin_user)
    group = Group.objects.create(name="Northern desk")
    data = editor_data(group, **{f"lead_site_permissions-site_{north.pk}": chosen})
    assert client.post(GROUP_EDITOR.format(group.pk), data).status_code == 200
    assert not GroupSitePermission.objects.filter(group=group).exists()


def test_with_one_site_the_group_editor_asks_nothing_more(client, admin_user, site):
    client.force_login(admin_user)
    group = Group.objects.create(name="Desk")
    assert "Leads of single sites" not in client.get(GROUP_EDITOR.format(group.pk)).content.decode()
    assert client.post(GROUP_EDITOR.format(group.pk), editor_data(group)).status_code == 302
