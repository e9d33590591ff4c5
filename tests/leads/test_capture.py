"""An acknowledged enquiry is stored exactly once, whatever becomes of its page, form or lead."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from leads import capture as capture_module
from leads.capture import capture
from leads.intake import Decision
from leads.models import (
    ActivityKind,
    ConsentRecord,
    Delivery,
    Enquiry,
    EnquiryImmutableError,
    Lead,
    LeadStatus,
    Verdict,
)
from leads.submission import Origin, Signals
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db

SPAM = Signals(is_honeypot_filled=True, is_cross_site=True)


def test_an_enquiry_brings_its_lead_its_history_and_its_messages():
    enquiry = capture(make_submission(treatment="Peel", phone="07700 900123"))
    lead = Lead.objects.get()
    assert enquiry.lead == lead
    assert (lead.name, lead.email_key, lead.phone_e164) == ("Ada Example", "ada@example.com", "+447700900123")
    assert (lead.subject, lead.status, lead.is_unread) == ("Peel", LeadStatus.NEW, True)
    assert lead.response_due_at == enquiry.received_at + timedelta(hours=4)
    assert [activity.kind for activity in lead.activities.all()] == [ActivityKind.ENQUIRY]
    assert {delivery.enquiry for delivery in Delivery.objects.all()} == {enquiry}


def test_the_same_submission_again_is_the_same_enquiry():
    submission = make_submission()
    assert capture(submission) == capture(submission)
    assert (Enquiry.objects.count(), Lead.objects.count(), Delivery.objects.count()) == (1, 1, 2)


def test_other_words_in_the_same_attempt_are_another_enquiry_of_the_same_lead():
    first, second = capture(make_submission()), capture(make_submission(message="And one more thing"))
    assert first != second
    assert first.lead == second.lead


def test_every_notice_and_consent_is_recorded_refused_ones_too():
    decisions = [Decision("notice", "privacy", "We keep it.", False), Decision("consent", "news", "News?", False)]
    enquiry = capture(make_submission(decisions=[*decisions, Decision("consent", "contact", "Call?", True)]))
    assert list(enquiry.consents.values_list("purpose", "text", "is_given")) == [
        ("privacy", "We keep it.", False),
        ("news", "News?", False),
        ("contact", "Call?", True),
    ]
    assert {record.recorded_at for record in ConsentRecord.objects.all()} == {enquiry.received_at}


def test_what_looks_like_spam_is_kept_but_neither_filed_nor_announced():
    enquiry = capture(make_submission(signals=SPAM))
    assert (enquiry.verdict, enquiry.spam_score) == (Verdict.QUARANTINED, 60)
    assert len(enquiry.spam_reasons) == 2
    assert (enquiry.lead, Lead.objects.count(), Delivery.objects.count()) == (None, 0, 0)


def test_a_second_enquiry_makes_the_open_lead_unread_and_keeps_what_was_promised():
    first = capture(make_submission())
    due = first.lead.response_due_at
    Lead.objects.update(is_unread=False, status=LeadStatus.ATTEMPTED)
    later = timezone.now() + timedelta(hours=2)
    capture(make_submission(message="Hello?", received_at=later))
    lead = Lead.objects.get()
    assert (lead.is_unread, lead.status, lead.last_enquiry_at) == (True, LeadStatus.ATTEMPTED, later)
    assert lead.response_due_at == due


@pytest.mark.parametrize("closed", [LeadStatus.LOST, LeadStatus.CONVERTED])
def test_a_closed_lead_opens_again_and_its_clock_runs_again(closed):
    capture(make_submission())
    Lead.objects.update(is_unread=False, status=closed, lost_reason="other", first_response_at=timezone.now())
    later = timezone.now() + timedelta(days=30)
    capture(make_submission(message="I am back", received_at=later))
    lead = Lead.objects.get()
    assert (lead.status, lead.is_unread, lead.first_response_at) == (LeadStatus.NEW, True, None)
    assert lead.response_due_at == later + timedelta(hours=4)
    reopened = lead.activities.get(kind=ActivityKind.REOPENED)
    assert (reopened.from_value, reopened.to_value, reopened.actor) == (closed, LeadStatus.NEW, None)


def test_contact_data_of_a_lead_is_never_overwritten():
    capture(make_submission(phone=""))
    capture(make_submission(name="Mrs A. Example", phone="020 7946 0000"))
    lead = Lead.objects.get()
    assert (lead.name, lead.phone) == ("Ada Example", "")


def test_a_shared_phone_with_another_address_is_a_lead_of_its_own_and_says_so():
    first = capture(make_submission(phone="020 7946 0000")).lead
    second = capture(make_submission(phone="+44 20 7946 0000", email="bea@example.com")).lead
    assert second != first
    assert second.possible_duplicate_of == first


def test_a_twin_that_was_stored_at_the_same_instant_is_returned(monkeypatch):
    submission = make_submission()
    stored = capture(submission)
    real, looks = capture_module.find_stored, []

    def blind_at_first(*arguments):
        looks.append(arguments)
        return real(*arguments) if len(looks) > 1 else None

    monkeypatch.setattr(capture_module, "find_stored", blind_at_first)
    assert capture(submission) == stored
    assert len(looks) == 2
    assert Lead.objects.count() == 1


def test_a_reference_that_was_drawn_before_is_drawn_anew(monkeypatch):
    field = Enquiry._meta.get_field("reference")
    drawn = iter(["E-AAAAAA", "E-AAAAAA", "E-BBBBBB"])
    monkeypatch.setattr(field, "_get_default", lambda: next(drawn))
    references = {capture(make_submission(message=text)).reference for text in ("one", "two")}
    assert references == {"E-AAAAAA", "E-BBBBBB"}


def test_an_error_that_stays_is_not_swallowed(monkeypatch):
    def refuse(*arguments):
        raise IntegrityError

    monkeypatch.setattr(capture_module, "store_enquiry", refuse)
    with pytest.raises(IntegrityError):
        capture(make_submission())
    assert (Lead.objects.count(), Delivery.objects.count()) == (0, 0)


def test_an_enquiry_is_stored_with_everything_or_not_at_all(monkeypatch):
    def fail(*arguments):
        raise RuntimeError

    monkeypatch.setattr(capture_module, "alerts", fail)
    with pytest.raises(RuntimeError):
        capture(make_submission())
    assert (Enquiry.objects.count(), Lead.objects.count()) == (0, 0)


def test_title_and_address_outlive_the_page(treatment_page):
    origin = Origin(treatment_page, "Microneedling", "http://testserver/treatments/microneedling/", 5, "Microneedling")
    pk = capture(make_submission(origin=origin)).pk
    treatment_page.delete()
    enquiry = Enquiry.objects.get(pk=pk)
    for record in (enquiry, enquiry.lead):
        assert (record.page, record.page_title, record.page_url) == (None, origin.title, origin.url)
    assert enquiry.page_revision_id == 5


def test_what_a_visitor_sent_never_changes():
    enquiry = capture(make_submission())
    enquiry.message = "Something else"
    with pytest.raises(EnquiryImmutableError):
        enquiry.save()


def test_long_and_odd_text_is_stored_as_it_was_sent():
    message = "👩🏽‍⚕️ שלום <script>alert(1)</script> " + "ß" * 9_900
    pk = capture(make_submission(message=message, answers=[{"key": "k", "value": message, "sensitivity": "plain"}])).pk
    enquiry = Enquiry.objects.get(pk=pk)
    assert enquiry.message == message
    assert enquiry.answers[0]["value"] == message


@pytest.mark.parametrize("contact", ["ß" * 240 + "@example.com", "ада" * 60 + "@" + "ü" * 60 + ".example.com"])
def test_a_contact_whose_key_grows_is_stored(contact):
    assert capture(make_submission(email=contact[:254])).lead.email == contact[:254]


def test_capture_takes_a_fixed_number_of_statements(django_assert_max_num_queries, clinic):
    origin = Origin(title="Page", subject="Page")
    submission = make_submission(clinic=clinic, site=clinic.site, form=clinic.default_form, origin=origin)
    decisions = [Decision("consent", f"purpose-{number}", "Text", True) for number in range(10)]
    with django_assert_max_num_queries(22):
        capture(replace(submission, phone="020 7946 0000", decisions=decisions))
