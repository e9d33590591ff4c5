"""Moving an enquiry at the desk: a likely lead first, any other by search, or one of its own."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from leads.models import Activity, Enquiry, Lead, LeadStatus, Verdict
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page, step


@pytest.fixture
def enquiry(lead):
    factories.EnquiryFactory(lead=lead, message="The first")
    return factories.EnquiryFactory(lead=lead, message="For my sister")


@pytest.fixture
def other(db):
    return factories.LeadFactory(name="Ben Whitlock", email="ben@example.com")


def refile(enquiry) -> str:
    return f"{INBOX}refile/{enquiry.pk}/"


def offered(response) -> list[str]:
    return [lead.name for lead in [*response.context["likely"], *response.context["found"]]]


def messages(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def lead_of(enquiry) -> Lead:
    return Enquiry.objects.select_related("lead").get(pk=enquiry.pk).lead


def test_the_lead_page_offers_to_move_each_of_its_enquiries(client, desk_user, onlooker, lead, enquiry):
    client.force_login(desk_user)
    content = client.get(lead_page(lead)).content.decode()
    for moved in lead.enquiries.all():
        assert f'href="{refile(moved)}"' in content
    client.force_login(onlooker)
    assert "/refile/" not in client.get(lead_page(lead)).content.decode()


def test_possible_duplicates_are_offered_first_then_whoever_gave_the_same_contact(desk, lead, enquiry, other):
    same = factories.EnquiryFactory(email=enquiry.email).lead
    duplicate = factories.LeadFactory(name="Amara O.", possible_duplicate_of=lead)
    assert offered(desk.get(refile(enquiry))) == [duplicate.name, same.name]


@pytest.mark.parametrize("query", ["whitlock", "{reference}", "ben@example.com"])
def test_any_other_lead_is_found_by_reference_or_name(desk, enquiry, other, lead, query):
    response = desk.get(refile(enquiry), {"q": query.format(reference=other.reference)})
    assert offered(response) == ["Ben Whitlock"]
    assert "No other lead" in desk.get(refile(enquiry), {"q": lead.name}).content.decode()


def test_leads_of_another_site_are_not_offered(desk, enquiry, other, lead, site):
    Lead.objects.filter(pk=other.pk).update(site=site, possible_duplicate_of=lead)
    assert offered(desk.get(refile(enquiry), {"q": "whitlock"})) == []


def test_the_chosen_lead_gets_the_enquiry(desk, lead, enquiry, other):
    response = desk.post(refile(enquiry), {"lead": other.pk, "seen": lead.pk}, follow=True)
    assert response.redirect_chain == [(lead_page(other), 302)]
    assert lead_of(enquiry) == other
    assert f"{enquiry.reference} is in this lead now" in messages(response)
    assert f"desk moved enquiry {enquiry.reference} here from {lead.reference}" in response.content.decode()
    content = desk.get(lead_page(lead)).content.decode()
    assert f"desk moved enquiry {enquiry.reference} to {other.reference}" in content
    assert list(ModelLogEntry.objects.values_list("action", "label")) == [("leads.move_enquiry", enquiry.reference)]


def test_an_enquiry_becomes_a_lead_of_its_own(desk, lead, enquiry):
    response = desk.post(refile(enquiry), {"own": "1", "seen": lead.pk}, follow=True)
    own = lead_of(enquiry)
    assert own != lead
    assert f"desk split this lead off {lead.reference} with enquiry {enquiry.reference}" in response.content.decode()
    assert ModelLogEntry.objects.get().action == "leads.split_off"


def test_the_only_enquiry_of_a_lead_is_not_offered_one_of_its_own(desk, lead):
    only = factories.EnquiryFactory(lead=lead)
    assert 'name="own"' not in desk.get(refile(only)).content.decode()
    assert "only one of its lead" in messages(desk.post(refile(only), {"own": "1"}, follow=True))
    assert lead_of(only) == lead


def test_an_emptied_lead_says_so_and_can_be_closed(desk, lead, other):
    only = factories.EnquiryFactory(lead=lead)
    desk.post(refile(only), {"lead": other.pk})
    content = desk.get(lead_page(lead)).content.decode()
    assert f'the last went to <a href="{lead_page(other)}">Ben Whitlock' in content
    assert f'action="{step("close_emptied", lead)}?seen=new"' in content
    assert "mark_contacted" not in content
    desk.post(step("close_emptied", lead) + "?seen=new")
    lead.refresh_from_db()
    assert lead.status == LeadStatus.LOST
    assert "close_emptied" not in desk.get(lead_page(lead)).content.decode()


def test_a_lead_with_enquiries_cannot_be_closed_as_emptied(desk, lead, enquiry):
    response = desk.post(step("close_emptied", lead), follow=True)
    assert "Only an open lead whose enquiries were all moved" in messages(response)
    lead.refresh_from_db()
    assert lead.status == LeadStatus.NEW


def test_an_enquiry_that_a_colleague_moved_meanwhile_stays_there(desk, desk_user, lead, enquiry, other):
    enquiry.move_to(other, by=desk_user)
    third = factories.LeadFactory()
    response = desk.post(refile(enquiry), {"lead": third.pk, "seen": lead.pk}, follow=True)
    assert "Somebody else changed this lead" in messages(response)
    assert lead_of(enquiry) == other


@pytest.mark.parametrize("chosen", ["", "abc", "999999", "-1", "9" * 30, "²", "\x00", "1.5"])
def test_a_lead_that_does_not_exist_is_refused(desk, lead, enquiry, chosen):
    response = desk.post(refile(enquiry), {"lead": chosen}, follow=True)
    assert "Choose a lead that exists." in messages(response)
    assert lead_of(enquiry) == lead


@pytest.mark.parametrize("query", ["q=%00", "q=" + "x" * 3_000, "q=%25_%5C", "p=abc", "q=L-" + "9" * 30, "q=+ - ."])
def test_a_nonsense_search_is_answered(desk, enquiry, query):
    assert desk.get(f"{refile(enquiry)}?{query}").status_code == 200


@pytest.mark.parametrize("pk", ["abc", "999999", "-1", "9" * 30])
def test_an_enquiry_that_does_not_exist_is_not_found(desk, pk):
    assert desk.get(f"{INBOX}refile/{pk}/").status_code == 404
    assert desk.post(f"{INBOX}refile/{pk}/", {"own": "1"}).status_code == 404


def test_an_enquiry_in_quarantine_has_no_lead_to_leave(desk):
    held = factories.EnquiryFactory(lead=None, name="X", email="", phone="", verdict=Verdict.QUARANTINED)
    assert desk.get(refile(held)).status_code == 404


def test_a_link_moves_nothing(desk, lead, enquiry, other):
    assert desk.get(refile(enquiry), {"lead": other.pk, "own": "1"}).status_code == 200
    assert lead_of(enquiry) == lead


def test_moving_needs_the_permission_to_change_leads(client, editor, onlooker, lead, enquiry, other):
    for user in (editor, onlooker, factories.make_user("leads.change_lead")):
        client.force_login(user)
        assert client.get(refile(enquiry)).status_code == 403
        assert client.post(refile(enquiry), {"lead": other.pk}).status_code == 403
        assert client.post(step("close_emptied", lead)).status_code == 403
    client.logout()
    assert client.post(refile(enquiry), {"lead": other.pk}).url.startswith("/admin/login/")
    assert lead_of(enquiry) == lead
    assert not Activity.objects.exists()


def test_a_post_from_another_site_is_refused(client, desk_user, lead, enquiry, other):
    client.handler.enforce_csrf_checks = True
    client.force_login(desk_user)
    assert client.post(refile(enquiry), {"lead": other.pk}).status_code == 403
    assert lead_of(enquiry) == lead


def test_the_page_costs_the_same_queries_however_many_leads_there_are(desk, lead, enquiry):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(refile(enquiry), {"q": "visitor"})
        return len(queries)

    factories.LeadFactory(possible_duplicate_of=lead)
    count()
    few = count()
    Lead.objects.bulk_create(factories.LeadFactory.build_batch(200, possible_duplicate_of=lead))
    assert count() == few <= 16
