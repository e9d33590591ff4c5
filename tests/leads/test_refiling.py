"""What the rules of matching got wrong is put right without losing anything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.capture import capture
from leads.models import ActivityKind, Delivery, Enquiry, Lead, LeadStatus, LostReason
from leads.pipeline import PipelineError
from leads.refiling import close_emptied, split_off
from leads.submission import Signals
from tests import factories
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return factories.make_user("leads.view_lead", "leads.change_lead")


@pytest.fixture
def ada():
    """A lead with one enquiry."""
    return capture(make_submission(received_at=timezone.now() - timedelta(days=2))).lead


@pytest.fixture
def bea():
    return capture(make_submission(name="Bea Example", email="bea@example.com")).lead


def kinds(lead) -> list[str]:
    return [activity.kind for activity in lead.activities.all()]


def test_a_moved_enquiry_takes_its_messages_along_and_both_timelines_say_so(staff, ada, bea):
    first, second = ada.enquiries.get(), capture(make_submission(message="For my sister Bea"))
    Lead.objects.update(is_unread=False)
    second.move_to(bea, by=staff)
    assert second.lead == bea
    for lead in (ada, bea):
        lead.refresh_from_db()
    assert list(ada.enquiries.all()) == [first]
    assert set(Delivery.objects.filter(enquiry=second).values_list("lead", flat=True)) == {bea.pk}
    assert (kinds(ada)[0], kinds(bea)[0]) == (ActivityKind.MOVED_AWAY, ActivityKind.MOVED_HERE)
    assert ada.activities.first().to_value == bea.reference
    assert (bea.activities.first().from_value, bea.activities.first().actor) == (ada.reference, staff)
    assert (bea.is_unread, bea.last_enquiry_at) == (True, second.received_at)
    assert (ada.last_enquiry_at, ada.emptied_into) == (first.received_at, None)


def test_an_emptied_lead_is_kept_waits_for_nothing_and_can_be_closed(staff, ada, bea):
    ada.enquiries.get().move_to(bea, by=staff)
    ada.refresh_from_db()
    assert (ada.emptied_into, ada.response_due_at, ada.is_unread, ada.status) == (bea, None, False, LeadStatus.NEW)
    close_emptied(ada, by=staff)
    ada.refresh_from_db()
    assert ada.status == LeadStatus.LOST
    with pytest.raises(PipelineError):
        close_emptied(ada, by=staff)
    with pytest.raises(PipelineError):
        close_emptied(bea, by=staff)


def test_nothing_new_is_filed_under_an_emptied_lead(staff, ada, bea):
    ada.enquiries.get().move_to(bea, by=staff)
    assert capture(make_submission(message="It is me again")).lead == bea


def test_an_enquiry_that_comes_back_fills_its_lead_again(staff, ada, bea):
    enquiry = ada.enquiries.get()
    due = ada.response_due_at
    enquiry.move_to(bea, by=staff)
    enquiry.move_to(ada, by=staff)
    ada.refresh_from_db()
    assert (ada.emptied_into, ada.response_due_at, ada.is_unread) == (None, due, True)


def test_a_closed_lead_opens_again_for_an_enquiry_of_an_open_one(staff, ada, bea):
    Lead.objects.filter(pk=bea.pk).update(
        status=LeadStatus.LOST, lost_reason=LostReason.OTHER, first_response_at=timezone.now()
    )
    due = ada.response_due_at
    ada.enquiries.get().move_to(bea, by=staff)
    bea.refresh_from_db()
    assert (bea.status, bea.first_response_at, bea.response_due_at) == (LeadStatus.NEW, None, due)
    assert kinds(bea)[:2] == [ActivityKind.MOVED_HERE, ActivityKind.REOPENED]
    assert bea.activities.get(kind=ActivityKind.REOPENED).actor == staff


def test_tidying_closed_leads_opens_none(staff, ada, bea):
    Lead.objects.update(status=LeadStatus.LOST, lost_reason=LostReason.OTHER)
    ada.refresh_from_db()
    ada.enquiries.get().move_to(bea, by=staff)
    bea.refresh_from_db()
    assert bea.status == LeadStatus.LOST


def test_the_earlier_promise_counts_where_both_wait(staff, ada, bea):
    promised = ada.response_due_at
    assert promised < bea.response_due_at
    ada.enquiries.get().move_to(bea, by=staff)
    bea.refresh_from_db()
    assert bea.response_due_at == promised


def test_an_enquiry_that_was_answered_brings_no_promise_along(staff, ada, bea):
    ada.mark_contacted(by=staff)
    due = bea.response_due_at
    ada.enquiries.get().move_to(bea, by=staff)
    bea.refresh_from_db()
    assert bea.response_due_at == due


def test_whom_an_emptied_lead_resembled_resembles_its_successor(staff, ada, bea):
    cleo = factories.LeadFactory(possible_duplicate_of=ada)
    Lead.objects.filter(pk=bea.pk).update(possible_duplicate_of=ada)
    ada.enquiries.get().move_to(bea, by=staff)
    for lead in (bea, cleo):
        lead.refresh_from_db()
    assert (bea.possible_duplicate_of, cleo.possible_duplicate_of) == (None, bea)


@pytest.mark.parametrize("obstacle", ["same lead", "another site", "quarantine", "moved meanwhile", "gone"])
def test_a_move_that_makes_no_sense_is_refused_and_changes_nothing(staff, ada, bea, site, obstacle):
    enquiry, target = ada.enquiries.get(), bea
    if obstacle == "same lead":
        target = ada
    elif obstacle == "another site":
        Lead.objects.filter(pk=bea.pk).update(site=site)
    elif obstacle == "quarantine":
        enquiry = capture(make_submission(message="x", signals=Signals(is_honeypot_filled=True, is_cross_site=True)))
    elif obstacle == "moved meanwhile":
        Enquiry.objects.filter(pk=enquiry.pk).update(lead=factories.LeadFactory())
    else:
        target = Lead(pk=999_999)
    before = list(Lead.objects.order_by("pk").values())
    with pytest.raises(PipelineError):
        enquiry.move_to(target, by=staff)
    assert list(Lead.objects.order_by("pk").values()) == before


def test_an_enquiry_of_somebody_else_is_split_off(staff, ada):
    other = capture(make_submission(name="Bea Example", message="I use my sister's mail"))
    Lead.objects.filter(pk=ada.pk).update(first_response_at=other.received_at - timedelta(hours=1))
    lead = split_off(other, by=staff)
    other.refresh_from_db()
    assert other.lead == lead != ada
    assert (lead.name, lead.email_key, lead.is_unread) == ("Bea Example", "ada@example.com", True)
    assert (lead.first_response_at, lead.response_due_at) == (None, other.received_at + timedelta(hours=4))
    assert (kinds(lead), kinds(ada)[0]) == ([ActivityKind.SPLIT_OFF], ActivityKind.MOVED_AWAY)
    assert set(other.deliveries.values_list("lead", flat=True)) == {lead.pk}


def test_what_was_answered_stays_answered_when_it_is_split_off(staff, ada):
    other = capture(make_submission(message="More"))
    Lead.objects.filter(pk=ada.pk).update(first_response_at=other.received_at + timedelta(hours=1))
    lead = split_off(other, by=staff)
    assert lead.first_response_at == other.received_at + timedelta(hours=1)


def test_the_only_enquiry_of_a_lead_is_not_split_off(staff, ada):
    with pytest.raises(PipelineError):
        split_off(ada.enquiries.get(), by=staff)
    assert Lead.objects.count() == 1
