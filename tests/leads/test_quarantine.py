"""A released enquiry is what it would have been from the start, except that the clock begins now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.capture import capture
from leads.models import Activity, ActivityKind, Delivery, DeliveryKind, Enquiry, Lead, LeadStatus, Verdict
from leads.quarantine import release
from leads.submission import Signals
from tests import factories
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db

SPAM = Signals(is_honeypot_filled=True, is_cross_site=True)
LONG_AGO = timezone.now() - timedelta(days=3)


@pytest.fixture
def staff():
    return factories.make_user("leads.view_lead", "leads.change_lead")


def hold_back(**fields) -> Enquiry:
    return capture(make_submission(**{"signals": SPAM, "received_at": LONG_AGO, **fields}))


def test_a_released_enquiry_becomes_a_lead_whose_clock_starts_now(staff):
    enquiry = hold_back(phone="07700 900123", treatment="Peel")
    [released] = release([enquiry], by=staff)
    enquiry.refresh_from_db()
    lead = Lead.objects.get()
    assert released == enquiry
    assert (enquiry.verdict, enquiry.judged_by, enquiry.lead) == (Verdict.ACCEPTED, staff, lead)
    assert enquiry.received_at == lead.created_at == lead.last_enquiry_at == LONG_AGO
    assert lead.response_due_at == enquiry.judged_at + timedelta(hours=4)
    assert (lead.email_key, lead.phone_e164, lead.subject) == ("ada@example.com", "+447700900123", "Peel")
    assert lead.is_unread


def test_staff_are_told_of_a_release_and_the_visitor_is_not(staff, clinic):
    release([hold_back(clinic=clinic, site=clinic.site, form=clinic.default_form)], by=staff)
    delivery = Delivery.objects.get()
    assert (delivery.kind, delivery.lead) == (DeliveryKind.ALERT, Lead.objects.get())


def test_the_timeline_tells_of_receipt_and_release(staff):
    enquiry = hold_back()
    release([enquiry], by=staff)
    told = list(Activity.objects.values_list("kind", "actor", "enquiry", "created_at"))
    enquiry.refresh_from_db()
    assert told == [
        (ActivityKind.RELEASED, staff.pk, enquiry.pk, enquiry.judged_at),
        (ActivityKind.ENQUIRY, None, enquiry.pk, LONG_AGO),
    ]


def test_a_released_enquiry_joins_the_persons_lead_and_is_not_its_latest(staff):
    held = hold_back()
    later = capture(make_submission(message="Did you get my message?"))
    due = later.lead.response_due_at
    release([held], by=staff)
    lead = Lead.objects.get()
    assert lead.enquiries.count() == 2
    assert (lead.last_enquiry_at, lead.response_due_at, lead.is_unread) == (later.received_at, due, True)


def test_a_closed_lead_opens_again_with_the_release(staff):
    held = hold_back()
    capture(make_submission(message="Second"))
    Lead.objects.update(status=LeadStatus.CONVERTED, is_unread=False)
    release([held], by=staff)
    lead = Lead.objects.get()
    held.refresh_from_db()
    assert (lead.status, lead.is_unread) == (LeadStatus.NEW, True)
    assert lead.response_due_at == held.judged_at + timedelta(hours=4)


def test_two_enquiries_of_one_person_that_are_released_together_are_one_lead(staff):
    held = [hold_back(), hold_back(message="Hello?")]
    assert len(release(held, by=staff)) == 2
    assert Lead.objects.get().enquiries.count() == 2


def test_a_second_release_changes_nothing(staff):
    enquiry = hold_back()
    release([enquiry], by=staff)
    before = Enquiry.objects.values().get()
    assert release([enquiry], by=factories.make_user()) == []
    assert Enquiry.objects.values().get() == before
    assert (Lead.objects.count(), Delivery.objects.count(), Activity.objects.count()) == (1, 1, 2)


def test_confirmed_spam_is_not_released_but_can_be_doubted_again(staff):
    enquiry = hold_back()
    assert enquiry.confirm_spam(by=staff)
    assert not enquiry.confirm_spam(by=factories.make_user())
    assert release([enquiry], by=staff) == []
    enquiry.refresh_from_db()
    assert (enquiry.verdict, enquiry.judged_by, enquiry.lead) == (Verdict.SPAM, staff, None)
    assert enquiry.return_to_quarantine()
    assert not enquiry.return_to_quarantine()
    enquiry.refresh_from_db()
    assert (enquiry.verdict, enquiry.judged_at, enquiry.judged_by) == (Verdict.QUARANTINED, None, None)
    assert len(release([enquiry], by=staff)) == 1


def test_what_is_released_cannot_be_confirmed_as_spam(staff):
    enquiry = hold_back()
    stale = Enquiry.objects.get()
    release([enquiry], by=staff)
    assert not stale.confirm_spam(by=staff)
    assert Enquiry.objects.get().verdict == Verdict.ACCEPTED


def test_what_was_never_suspected_cannot_be_judged(staff):
    enquiry = capture(make_submission())
    assert release([enquiry], by=staff) == []
    assert not enquiry.confirm_spam(by=staff)
    assert not Enquiry.objects.ever_quarantined().exists()
