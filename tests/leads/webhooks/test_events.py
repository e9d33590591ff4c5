"""Other systems hear that something happened, in the transaction in which it happens, and nothing of who it is."""

import json

import pytest
from django.db import transaction

from leads.capture import capture
from leads.key_rotation import rotate_keys
from leads.models import Delivery, DeliveryKind, Enquiry, WebhookEndpoint
from leads.quarantine import release
from leads.refiling import close_emptied
from tests import factories
from tests.leads.pages import answers
from tests.leads.submissions import make_submission

MARKER = "Zyxwvut"


@pytest.fixture
def endpoint(db):
    return WebhookEndpoint.objects.create(
        description="Booking system", url="https://hooks.example/x", tells_statuses=True
    )


def told(event: str = "") -> list[dict]:
    """The payloads that wait, oldest first."""
    queued = Delivery.objects.filter(kind=DeliveryKind.WEBHOOK).order_by("pk")
    return [row.payload for row in queued if not event or row.payload["type"] == event]


def test_an_enquiry_is_told_with_its_references_and_its_page(client, hidden, endpoint, treatment_page):
    client.post("/enquiries/consultation/", hidden | answers())
    enquiry = Enquiry.objects.get()
    [payload] = told()
    assert payload["type"] == "enquiry.accepted"
    assert payload["data"] == {
        "enquiry": enquiry.reference,
        "lead": enquiry.lead.reference,
        "form": "consultation",
        "page": {"id": treatment_page.pk, "url": f"http://testserver{treatment_page.url}"},
        "site": "testserver",
    }


def test_nothing_that_a_visitor_typed_is_told(client, hidden, endpoint):
    typed = {name: f"{MARKER} {name}" for name in ("name", "message", "treatment")}
    client.post("/enquiries/consultation/?q=" + MARKER, hidden | answers(**typed, email=f"{MARKER}@example.com"))
    Enquiry.objects.get().lead.mark_contacted(by=factories.make_user())
    assert len(told()) == 2
    assert MARKER.lower() not in json.dumps(told()).lower()


def test_what_stands_behind_a_pages_path_is_left_out(endpoint):
    enquiry = factories.EnquiryFactory()
    lead = enquiry.lead
    lead.page_url = f"https://u:{MARKER}@clinic.example/a/?name={MARKER}#{MARKER}"
    lead.save()
    lead.mark_contacted(by=factories.make_user())
    assert told()[0]["data"]["page"]["url"] == "https://clinic.example/a/"


def test_a_new_status_is_told_with_the_old_one(endpoint):
    lead = factories.LeadFactory()
    lead.mark_attempted(by=factories.make_user())
    [payload] = told("lead.status_changed")
    assert payload["data"] == {
        "lead": lead.reference,
        "status": "attempted",
        "previous_status": "new",
        "page": None,
        "site": None,
    }


def test_a_lead_that_opens_again_or_is_closed_is_told_too(clinic, site, endpoint):
    by = factories.make_user()
    capture(make_submission(clinic=clinic, site=site))
    enquiry = Enquiry.objects.get()
    type(enquiry.lead).objects.update(status="lost", lost_reason="other")
    capture(make_submission(clinic=clinic, site=site, client_key="two"))
    assert [payload["data"]["status"] for payload in told("lead.status_changed")] == ["new"]
    other = factories.LeadFactory(site=site)
    for moved in Enquiry.objects.all():
        moved.move_to(other, by=by)
    enquiry.lead.refresh_from_db()
    close_emptied(enquiry.lead, by=by)
    assert told("lead.status_changed")[-1]["data"]["status"] == "lost"


def test_notes_and_owners_are_not_told(endpoint):
    lead, user = factories.LeadFactory(), factories.make_user("leads.view_lead")
    lead.add_note(MARKER, by=user)
    lead.assign(user, by=user)
    assert told() == []


def test_an_enquiry_in_quarantine_is_told_when_it_is_released(clinic, site, endpoint, settings):
    settings.LEADS = {"SPAM_LIMIT": 0}
    capture(make_submission(clinic=clinic, site=site))
    assert told() == []
    release(Enquiry.objects.all(), by=factories.make_user())
    assert [payload["type"] for payload in told()] == ["enquiry.accepted"]


def test_the_same_enquiry_again_is_not_told_again(clinic, endpoint):
    for _time in range(2):
        capture(make_submission(clinic=clinic))
    assert len(told()) == 1


def test_what_is_taken_back_is_not_told(endpoint):
    with transaction.atomic():
        factories.LeadFactory().mark_attempted(by=factories.make_user())
        transaction.set_rollback(True)
    assert told() == []


def test_each_endpoint_hears_what_it_asked_for(clinic, endpoint):
    endpoint.tells_enquiries = False
    endpoint.save()
    off = WebhookEndpoint.objects.create(description="Off", url="https://off.example/", is_active=False)
    on = WebhookEndpoint.objects.create(description="On", url="https://on.example/")
    enquiry = capture(make_submission(clinic=clinic))
    enquiry.lead.mark_attempted(by=factories.make_user())
    heard = Delivery.objects.filter(kind=DeliveryKind.WEBHOOK).values_list("endpoint", "payload__type")
    assert sorted(heard) == sorted([(on.pk, "enquiry.accepted"), (endpoint.pk, "lead.status_changed")])
    assert not off.deliveries.exists()


def test_an_endpoint_may_choose_forms(clinic, enquiry_form, endpoint):
    other = factories.make_form("other")
    endpoint.forms.set([other, factories.make_form("third")])
    capture(make_submission(clinic=clinic, form=enquiry_form)).lead.mark_attempted(by=factories.make_user())
    assert told() == []
    email = "bea@example.com"
    chosen = capture(make_submission(clinic=clinic, form=other, client_key="two", email=email))
    chosen.lead.mark_attempted(by=factories.make_user())
    assert [payload["type"] for payload in told()] == ["enquiry.accepted", "lead.status_changed"]


def test_many_endpoints_cost_no_further_query(clinic, endpoint, django_assert_max_num_queries):
    by = factories.make_user()
    for number in range(20):
        WebhookEndpoint.objects.create(description=str(number), url=f"https://h{number}.example/", tells_statuses=True)
    lead = factories.LeadFactory()
    with django_assert_max_num_queries(7):
        lead.mark_attempted(by=by)
    assert len(told()) == 21


def test_a_secret_is_sealed_where_it_is_stored(endpoint):
    assert endpoint.secret.startswith("whsec_")
    stored = WebhookEndpoint.objects.values_list("sealed_secret", flat=True).get()
    assert endpoint.secret not in stored
    before = endpoint.secret
    endpoint.renew_secret()
    assert WebhookEndpoint.objects.get().secret == endpoint.secret != before


def test_a_webhooks_secret_outlives_a_change_of_keys(endpoint, settings):
    before, old = endpoint.secret, settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new" * 20, [old]
    assert rotate_keys().webhooks == 1
    assert rotate_keys().webhooks == 0
    settings.SECRET_KEY_FALLBACKS = []
    assert WebhookEndpoint.objects.get().secret == before
    settings.SECRET_KEY = old
    assert rotate_keys().unreadable_webhooks == 1
