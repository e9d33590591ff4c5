"""Invented leads: as many as were asked for, as real ones look, and no mail for them; any site can have them."""

from datetime import timedelta

import pytest
from django.core.management import CommandError
from django.utils import timezone

from leads.models import (
    ActivityKind,
    ClinicSettings,
    Delivery,
    DeliveryState,
    Enquiry,
    EnquiryQuestion,
    Lead,
    QuestionType,
    Verdict,
)
from leads.reports.drift import fallen_pages
from leads.reports.silence import silent_forms
from tests import factories
from tests.cms.demo_command import load

pytestmark = pytest.mark.usefixtures("clinic", "treatment_page")


def test_leads_are_added_each_time_they_are_asked_for():
    assert "5 leads" in load("--leads", "5")
    load("--leads=5")
    assert Lead.objects.count() == 10
    assert Lead.objects.values("email", "phone").distinct().count() == 10


def test_no_leads_are_added_unasked():
    load()
    assert not Lead.objects.exists()


def test_demo_leads_look_worked_on():
    load("--leads=50")
    assert Lead.objects.values("status").distinct().count() >= 5
    assert not Lead.objects.filter(enquiries=None).exists()
    assert not Lead.objects.exclude(status="new").filter(first_response_at=None).exists()


def test_what_was_done_with_demo_leads_can_be_taken_back(admin_user):
    load("--leads=50")
    moved = [lead for lead in Lead.objects.all() if lead.status != "new"]
    assert {"booked", "converted"} <= {lead.status for lead in moved}
    for lead in moved:
        last = lead.activities.filter(kind=ActivityKind.STATUS).order_by("-pk").first()
        lead.undo(by=admin_user)
        lead.refresh_from_db()
        assert lead.status == last.from_value
        assert (lead.is_closed, lead.closed_at, lead.lost_reason) == (False, None, "")


def test_some_spam_waits_in_quarantine():
    load("--leads=50")
    waiting = Enquiry.objects.filter(verdict=Verdict.QUARANTINED, lead=None)
    assert waiting.count() == 2
    assert waiting.filter(received_at__gt=timezone.now() - timedelta(days=4)).count() == 2


def test_no_mail_goes_out_for_demo_leads(mailoutbox):
    load("--leads=50")
    assert Delivery.objects.exists()
    assert not Delivery.objects.exclude(state=DeliveryState.SENT).exists()
    assert mailoutbox == []


def test_only_addresses_and_numbers_of_fiction_are_used():
    load("--leads=50")
    for lead in Lead.objects.all():
        assert not lead.email or lead.email.rpartition("@")[2] in {"example.com", "example.org", "example.net"}
        assert not lead.phone or lead.phone.startswith(("07700 900", "020 7946 0"))


def test_a_silent_form_and_a_page_that_fell_back_are_there_to_be_pointed_out(treatment_index):
    factories.make_form("call-back", title="Call back")
    factories.TreatmentPageFactory(parent=treatment_index, slug="chemical-peel", title="Chemical peel")
    load("--notices")
    assert [silent.form.slug for silent in silent_forms(None)] == ["call-back"]
    assert [page.title for page in fallen_pages(None)] == ["Chemical peel"]


@pytest.mark.parametrize("kind", QuestionType.values)
def test_a_required_question_of_every_type_is_answered(enquiry_form, kind):
    enquiry_form.questions = [EnquiryQuestion(label="Asked", type=kind, choices="One\nTwo", is_required=True)]
    enquiry_form.save()
    load("--leads=1")
    assert Enquiry.objects.first().answers[0]["value"]


@pytest.mark.parametrize("number", ["-1", "many", "3.5", "٣", ""])
def test_nonsense_for_the_number_of_leads_is_refused(number):
    with pytest.raises(CommandError, match="whole number"):
        load(f"--leads={number}")
    assert not Lead.objects.exists()


def test_leads_need_a_form_to_come_through():
    ClinicSettings.objects.update(default_form=None)
    with pytest.raises(CommandError, match="default enquiry form"):
        load("--leads=1")
