"""Staff add who phoned or walked in: by the same rules as an enquiry, once, and never without being asked."""

import uuid
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupSitePermission, ModelLogEntry, Site

from leads.models import Activity, ActivityKind, Enquiry, Lead, LeadSource, LeadStatus
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page

ADD = f"{INBOX}add/"


def said(**changes) -> dict:
    return {
        "name": "Ada Weber",
        "phone": "020 7946 0123",
        "email": "ada@example.com",
        "preferred_contact": "any",
        "source": "phone",
        "subject": "Microneedling",
        "note": "Asks what a course costs.",
        "token": str(uuid.uuid4()),
        **changes,
    }


@pytest.fixture
def adder(clinic):
    return factories.make_user(
        "leads.view_lead", "leads.add_lead", "leads.change_lead", "leads.assign_lead", username="adder"
    )


@pytest.fixture
def at_phone(client, adder):
    client.force_login(adder)
    return client


def test_a_caller_becomes_a_lead_with_what_was_said(at_phone, adder, site):
    response = at_phone.post(ADD, said(owner=adder.pk))
    lead = Lead.objects.get()
    assert response.url == lead_page(lead)
    assert (lead.name, lead.email, lead.email_key, lead.phone) == (
        "Ada Weber",
        "ada@example.com",
        "ada@example.com",
        "020 7946 0123",
    )
    assert (lead.phone_e164, lead.source, lead.subject) == ("+442079460123", LeadSource.PHONE, "Microneedling")
    assert (lead.site, lead.owner, lead.status, lead.is_unread) == (site, adder, LeadStatus.NEW, False)
    entry = lead.activities.get(kind=ActivityKind.ADDED)
    assert (entry.text, entry.actor, entry.to_value) == ("Asks what a course costs.", adder, "phone")


def test_no_enquiry_is_made_up(at_phone):
    at_phone.post(ADD, said())
    assert not Enquiry.objects.exists()


def test_the_clock_runs_by_the_clinics_own_form(at_phone, clinic):
    clinic.default_form.reply_target_minutes = 90
    clinic.default_form.save()
    at_phone.post(ADD, said())
    lead = Lead.objects.get()
    assert lead.target_minutes == 90
    assert lead.response_due_at > timezone.now()
    assert lead.first_response_at is None


def test_somebody_who_was_spoken_with_needs_no_call(at_phone):
    at_phone.post(ADD, said(was_spoken_with="on"))
    lead = Lead.objects.get()
    assert lead.status == LeadStatus.CONTACTED
    assert lead.first_response_at is not None
    assert lead.activities.filter(kind=ActivityKind.CALL, outcome="reached").exists()


def test_without_an_owner_the_lead_is_nobodys(at_phone):
    at_phone.post(ADD, said(owner=""))
    assert Lead.objects.get().owner is None


@pytest.mark.parametrize("source", ["phone", "walk_in", "social"])
def test_every_other_way_in_is_a_source(at_phone, source):
    at_phone.post(ADD, said(source=source))
    assert Lead.objects.get().source == source


@pytest.mark.parametrize(("field", "value"), [("source", "website"), ("source", "zzz"), ("preferred_contact", "fax")])
def test_a_choice_that_is_not_offered_is_refused(at_phone, field, value):
    response = at_phone.post(ADD, said(**{field: value}))
    assert response.status_code == 200
    assert not Lead.objects.exists()


def test_a_phone_or_an_address_is_enough(at_phone):
    assert at_phone.post(ADD, said(email="")).status_code == 302
    assert at_phone.post(ADD, said(phone="", email="other@example.com")).status_code == 302
    refused = at_phone.post(ADD, said(phone="", email="", name="Bo"))
    assert "so that somebody can answer" in refused.content.decode()
    assert "Bo" in refused.content.decode()
    assert Lead.objects.count() == 2


@pytest.mark.parametrize("phone", ["ext. 12", "0", "call the shop next door", "+44 7700 900123", "٠١٢٣٤٥٦"])
def test_no_phone_number_is_refused(at_phone, phone):
    assert at_phone.post(ADD, said(phone=phone, email="")).status_code == 302
    assert Lead.objects.get().phone == phone


def test_the_person_of_an_open_lead_is_shown_before_anything_is_stored(at_phone, site):
    known = factories.LeadFactory(name="Ada W.", email="ada@example.com", site=site, subject="Peel")
    page = at_phone.post(ADD, said())
    assert page.status_code == 200
    text = page.content.decode()
    assert known.reference in text
    assert "Ada W." in text
    assert f'value="join-{known.pk}"' in text
    assert "Asks what a course costs." in text
    assert Lead.objects.count() == 1
    assert not Activity.objects.exists()


def test_adding_to_the_open_lead_keeps_what_is_known(at_phone, adder, site):
    known = factories.LeadFactory(name="Ada W.", email="ada@example.com", phone="", site=site, owner=None)
    due = known.response_due_at
    at_phone.post(ADD, said(decision=f"join-{known.pk}", owner=adder.pk))
    lead = Lead.objects.get()
    assert (lead.pk, lead.name, lead.response_due_at, lead.owner) == (known.pk, "Ada W.", due, adder)
    assert (lead.phone, lead.phone_e164) == ("020 7946 0123", "+442079460123")
    entry = lead.activities.get(kind=ActivityKind.ADDED)
    assert entry.text.splitlines() == ["Asks what a course costs.", "Ada Weber", "020 7946 0123"]


def test_the_owner_of_the_open_lead_stays(at_phone, adder, desk_user, site):
    known = factories.LeadFactory(email="ada@example.com", site=site, owner=desk_user)
    at_phone.post(ADD, said(decision=f"join-{known.pk}", owner=adder.pk))
    assert Lead.objects.get().owner == desk_user


def test_adding_to_a_closed_lead_opens_it_again(at_phone, site):
    known = factories.LeadFactory(email="ada@example.com", site=site, status=LeadStatus.LOST)
    assert "is closed" in at_phone.post(ADD, said()).content.decode()
    at_phone.post(ADD, said(decision=f"join-{known.pk}"))
    known.refresh_from_db()
    assert known.status == LeadStatus.NEW
    assert known.response_due_at > timezone.now()
    assert known.activities.get(kind=ActivityKind.REOPENED).actor.get_username() == "adder"
    page = at_phone.get(lead_page(known)).content.decode()
    assert "Reopened: adder added a new contact by hand" in page
    assert "Reopened by a new enquiry" not in page


def test_a_new_lead_beside_the_known_one_is_a_possible_duplicate(at_phone, site):
    known = factories.LeadFactory(email="ada@example.com", site=site)
    response = at_phone.post(ADD, said(decision=f"new-{known.pk}"), follow=True)
    made = Lead.objects.exclude(pk=known.pk).get()
    assert made.possible_duplicate_of == known
    assert "may be a duplicate" in " ".join(str(message) for message in response.context["messages"])


def test_the_same_phone_under_another_address_is_a_possible_duplicate(at_phone, site):
    known = factories.LeadFactory(email="other@example.com", phone_e164="+442079460123", site=site)
    at_phone.post(ADD, said())
    assert Lead.objects.exclude(pk=known.pk).get().possible_duplicate_of == known


@pytest.mark.parametrize(
    "decision", ["", "join", "join-", "join-abc", "join-0", "new-99999999999999999999", "x-1", "\0"]
)
def test_a_decision_about_another_lead_than_the_one_found_is_none(at_phone, site, decision):
    factories.LeadFactory(email="ada@example.com", site=site)
    assert at_phone.post(ADD, said(decision=decision)).status_code == 200
    assert Lead.objects.count() == 1
    assert not Activity.objects.exists()


def test_a_decision_cannot_choose_somebody_elses_lead(at_phone, site):
    factories.LeadFactory(email="ada@example.com", site=site)
    stranger = factories.LeadFactory(email="stranger@example.com", site=site)
    at_phone.post(ADD, said(decision=f"join-{stranger.pk}"))
    assert not stranger.activities.exists()


def test_the_same_form_sent_twice_makes_one_lead(at_phone):
    form = said()
    first, second = at_phone.post(ADD, form), at_phone.post(ADD, form)
    assert first.url == second.url
    assert Lead.objects.count() == 1
    assert Activity.objects.filter(kind=ActivityKind.ADDED).count() == 1


def test_what_was_changed_before_sending_again_is_not_lost(at_phone):
    form = said()
    at_phone.post(ADD, form)
    page = at_phone.post(ADD, form | {"note": "Prefers mornings."})
    assert page.status_code == 200
    assert "Prefers mornings." in page.content.decode()
    at_phone.post(ADD, form | {"note": "Prefers mornings.", "decision": f"join-{Lead.objects.get().pk}"})
    assert Activity.objects.filter(text="Prefers mornings.").exists()


def test_adding_is_logged_without_values(at_phone, adder):
    at_phone.post(ADD, said())
    entry = ModelLogEntry.objects.get(action="leads.add")
    assert (entry.user, entry.label) == (adder, Lead.objects.get().reference)
    assert "Ada" not in str(entry.data)


def test_the_permission_to_add_is_needed(client, desk_user, clinic):
    client.force_login(desk_user)
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, said()).status_code == 403
    assert ADD not in client.get(INBOX).content.decode()
    assert not Lead.objects.exists()


def test_the_inbox_leads_to_the_form(at_phone):
    assert f'href="{ADD}"' in at_phone.get(INBOX).content.decode()


def test_with_one_site_nobody_is_asked_for_it(at_phone):
    assert 'name="site"' not in at_phone.get(ADD).content.decode()


@pytest.fixture
def south(site):
    return Site.objects.create(hostname="south.example", root_page=site.root_page, site_name="South")


def test_the_lead_belongs_to_the_chosen_site(at_phone, site, south):
    assert 'name="site"' in at_phone.get(ADD).content.decode()
    known = factories.LeadFactory(email="ada@example.com", site=site)
    at_phone.post(ADD, said(site=south.pk))
    assert Lead.objects.exclude(pk=known.pk).get().site == south


def test_only_sites_of_ones_own_are_offered_and_taken(client, clinic, site, south):
    user = factories.make_user()
    group = Group.objects.create(name="Southern desk")
    for permission in Permission.objects.filter(codename__in=["view_lead", "add_lead"]):
        GroupSitePermission.objects.create(group=group, site=south, permission=permission)
    user.groups.add(group)
    client.force_login(user)
    factories.LeadFactory(email="ada@example.com", site=site, name="Northern secret")
    page = client.post(ADD, said(site=site.pk))
    assert page.status_code == 302
    assert Lead.objects.get(name="Ada Weber").site == south
    assert 'name="owner"' not in client.get(ADD).content.decode()


def test_nobody_owns_a_lead_whose_site_they_do_not_see(at_phone, site, south):
    stranger = factories.make_user(username="stranger")
    group = Group.objects.create(name="Southern desk")
    view = Permission.objects.get(codename="view_lead")
    GroupSitePermission.objects.create(group=group, site=south, permission=view)
    stranger.groups.add(group)
    page = at_phone.post(ADD, said(site=site.pk, owner=stranger.pk))
    assert "Choose somebody who may see the leads of this site" in page.content.decode()
    assert at_phone.post(ADD, said(site=south.pk, owner=stranger.pk)).status_code == 302


@pytest.mark.parametrize("value", ["", "\0", "💉" * 10, "x" * 20_000, "-1", "9" * 30, "<script>"])
@pytest.mark.parametrize(
    "field", ["name", "phone", "email", "source", "subject", "note", "site", "owner", "token", "decision"]
)
def test_nonsense_in_a_field_never_breaks_the_form(at_phone, south, field, value):
    assert at_phone.post(ADD, said(**{"site": south.pk, field: value})).status_code in {200, 302}


def test_a_lead_by_hand_is_received_now(at_phone):
    at_phone.post(ADD, said())
    assert abs((Lead.objects.get().created_at - datetime.now(UTC)).total_seconds()) < 60
