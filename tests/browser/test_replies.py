"""Somebody at the desk answers by e-mail, from a template or in words of their own."""

import pytest
from django.core import mail
from playwright.sync_api import expect

from leads.dispatch import run_due
from leads.models import Reply, ReplyTemplate
from tests import factories


@pytest.fixture
def lead(clinic):
    lead = factories.LeadFactory(name="Amara Osei", email="amara@example.com", site=clinic.site)
    factories.EnquiryFactory(lead=lead, site=clinic.site, form=clinic.default_form)
    return lead


@pytest.fixture
def templates(db):
    ReplyTemplate.objects.create(
        title="First answer", subject="About {{ subject }}", text="Dear {{ first_name }},\n\nthank you for writing."
    )
    ReplyTemplate.objects.create(title="Spring news", subject="News", text="Come.", purpose="marketing-email")


@pytest.fixture
def writing(page, lead, templates, desk_user, log_in):
    log_in(page, desk_user)
    page.goto(f"/admin/leads/lead/reply/{lead.pk}/")
    return page


def test_staff_choose_a_template_read_what_is_sent_and_send_it(writing, lead):
    expect(writing.get_by_text("Needs the consent “marketing-email”.")).to_be_visible()
    expect(writing.get_by_role("link", name="Spring news")).to_have_count(0)
    writing.get_by_role("link", name="First answer").click()
    text = writing.get_by_label("Text")
    expect(writing.get_by_label("Subject")).to_have_value("About Microneedling")
    expect(text).to_have_value("Dear Amara,\n\nthank you for writing.")
    text.fill("Dear Amara,\n\nthank you for writing. Does Thursday suit you?")
    writing.get_by_role("button", name="Send").dblclick()
    expect(writing.get_by_text("The reply to Amara Osei is on its way.")).to_be_visible()
    expect(writing).to_have_url(f"{writing.url.partition('/admin/')[0]}/admin/leads/lead/inspect/{lead.pk}/")
    run_due()
    [message] = mail.outbox
    assert (message.to, message.subject) == (["amara@example.com"], "About Microneedling")
    assert "Does Thursday suit you?" in message.body
    assert Reply.objects.count() == 1


def test_an_unknown_variable_is_refused_and_nothing_typed_is_lost(writing):
    writing.get_by_label("Subject").fill("Your question")
    writing.get_by_label("Text").fill("Dear {{ nickname }},\nhello.")
    writing.get_by_role("button", name="Send").click()
    expect(writing.get_by_text("There is no variable {{ nickname }}.")).to_be_visible()
    expect(writing.get_by_label("Text")).to_have_value("Dear {{ nickname }},\nhello.")
    writing.get_by_label("Text").fill("Dear {{ first_name }},\nhello.")
    writing.get_by_role("button", name="Send").click()
    expect(writing.get_by_text("is on its way.")).to_be_visible()
    assert Reply.objects.get().text == "Dear Amara,\nhello."


def test_the_page_fits_a_phone(open_browser, lead, templates, desk_user, log_in):
    page = open_browser(viewport={"width": 390, "height": 844})
    log_in(page, desk_user)
    page.goto(f"/admin/leads/lead/reply/{lead.pk}/?template={ReplyTemplate.objects.get(purpose='').pk}")
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
