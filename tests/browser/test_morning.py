"""From the alert to the patient, and from the broken promise to the call: what a front desk lives through."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from leads.dispatch import run_due
from leads.models import Lead, LeadStatus, ReplyTemplate
from leads.reminders import rounds
from tests import factories

HOME, INBOX = "/admin/", "/admin/leads/lead/"


@pytest.fixture
def lead(page, clinic, treatment_page):
    """Amara has written from a treatment page; nobody knows yet."""
    page.goto(treatment_page.url)
    page.get_by_label("Your name").fill("Amara Osei")
    page.get_by_role("textbox", name="E-mail").fill("amara@example.com")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page).to_have_url(re.compile("/enquiries/thanks/"))
    return Lead.objects.get()


def path_in(text: str) -> str:
    """The path of the link that a message to staff ends in."""
    link = next(word for word in text.split() if "/admin/leads/lead/" in word)
    return link[link.index("/admin/") :]


def test_an_alert_leads_to_a_patient(page, lead, desk_user, log_in):
    ReplyTemplate.objects.create(
        title="Your consultation",
        subject="Your consultation about {{ subject }}",
        text="Dear {{ first_name }},\n\nwe look forward to seeing you: {{ consultation }}.",
    )
    run_due()
    alert = next(message for message in mail.outbox if lead.email not in message.to)
    assert "Amara" not in alert.subject + alert.body

    log_in(page, desk_user)
    page.goto(INBOX)
    expect(page.get_by_role("link", name="Amara Osei")).to_be_visible()
    page.goto(path_in(alert.body))
    page.locator("label.leads-composer__tab", has_text="Call").click()
    page.locator("#call").get_by_label("Reached").check()
    page.get_by_role("button", name="Log the call").click()
    expect(page.locator(".leads-summary")).to_contain_text("Contacted")

    page.locator("label.leads-composer__tab", has_text="Consultation").click()
    page.locator("#book [name=date]").fill((timezone.localdate() + timedelta(days=2)).isoformat())
    page.locator("#book [name=time]").fill("14:30")
    page.get_by_role("button", name="Book the consultation").click()
    expect(page.locator(".leads-dates-set")).to_contain_text("14:30")

    page.goto(f"/admin/leads/lead/reply/{lead.pk}/")
    page.get_by_role("link", name="Your consultation").click()
    page.get_by_label("Attach the appointment").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("The reply to Amara Osei is on its way.")).to_be_visible()
    run_due()
    reply = next(message for message in mail.outbox if message.subject.startswith("Your consultation about"))
    assert reply.to == ["amara@example.com"]
    assert [name for name, *_rest in map(tuple_of, reply.attachments) if name.endswith(".ics")]

    page.get_by_role("button", name="Came to the consultation").click()
    page.get_by_role("button", name="Mark converted").click()
    expect(page.locator(".leads-summary")).to_contain_text("Converted")
    lead.refresh_from_db()
    assert (lead.status, lead.converted_at is None) == (LeadStatus.CONVERTED, False)


def tuple_of(attachment) -> tuple:
    """Name, content and type of an attachment, whichever way it was added."""
    if isinstance(attachment, tuple):
        return tuple(attachment)
    return attachment.get_filename(), attachment.get_payload(), attachment.get_content_type()


def test_a_broken_promise_shows_everywhere_until_somebody_calls(page, clinic, desk_user, log_in):
    lead = factories.LeadFactory(
        name="Amara Osei", site=clinic.site, response_due_at=timezone.now() - timedelta(hours=2), owner=desk_user
    )
    rounds.work()
    run_due()
    [reminder] = [message for message in mail.outbox if message.to == [desk_user.email]]
    assert reminder.subject == f"{lead.reference}: the promised reply time has passed"

    log_in(page, desk_user)
    page.goto(HOME)
    overdue = page.locator(".leads-figures__item", has_text="Overdue")
    expect(overdue).to_contain_text("1")
    overdue.get_by_role("link").click()
    expect(page.get_by_text("Overdue by 2 h").first).to_be_visible()

    page.goto(path_in(reminder.body))
    expect(page.get_by_text("Overdue by 2 h").first).to_be_visible()
    page.locator("label.leads-composer__tab", has_text="Call").click()
    page.locator("#call").get_by_label("No answer").check()
    page.get_by_role("button", name="Log the call").click()
    expect(page.get_by_text("Overdue by 2 h")).to_have_count(0)

    page.goto(HOME)
    expect(overdue).to_contain_text("0")
    page.goto(f"{INBOX}?queue=overdue")
    expect(page.get_by_text("Nothing overdue")).to_be_visible()
    rounds.work()
    run_due()
    assert len([message for message in mail.outbox if lead.reference in message.subject]) == 1
