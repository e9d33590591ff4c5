"""The enquiry form in a template: complete without script, the same for everybody, inert where it must be."""

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve, reverse
from wagtail.models import Site

from leads.context import read_context
from leads.models import QuestionType
from leads.templatetags.leads_tags import tel
from tests.factories import InformationPageFactory, make_clinic, make_form
from tests.leads.pages import hidden_values

pytestmark = pytest.mark.django_db

TAG = "{% load leads_tags %}{% enquiry_form page %}"


def render(page, template=TAG, request=None, **context) -> str:
    request = request or RequestFactory().get("/")
    return Template(template).render(Context({"page": page, "request": request, **context}))


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_the_form_posts_to_its_own_address_with_nothing_of_the_visitors(clinic, treatment_page):
    html = render(treatment_page)
    assert 'id="enquiry-form-1" method="post" action="/enquiries/consultation/"' in html
    assert "csrf" not in html
    assert "nonce" not in html
    assert html == render(treatment_page)


def test_the_context_names_version_page_and_revision(client, clinic, treatment_page):
    treatment_page.save_revision().publish()
    treatment_page.refresh_from_db()
    hidden = hidden_values(client.get(treatment_page.url))
    context = read_context(hidden["context"])
    assert context.version_id == clinic.default_form.current_version.pk
    assert (context.page_id, context.revision_id) == (treatment_page.pk, treatment_page.live_revision_id)
    assert (hidden["client_key"], hidden["elapsed"]) == ("", "")


def test_the_subject_of_the_page_is_filled_in(clinic, treatment_page):
    assert 'name="treatment" value="Microneedling"' in render(treatment_page)


def test_a_page_that_knows_nothing_of_forms_gets_the_clinics_own(clinic, home_page):
    page = InformationPageFactory(parent=home_page, title="About us")
    assert 'name="treatment" value="About us"' in render(page)


def test_a_page_can_choose_another_form(clinic, treatment_page):
    treatment_page.enquiry_form = make_form("laser")
    assert 'action="/enquiries/laser/"' in render(treatment_page)


def test_a_template_can_choose_form_and_heading(clinic, treatment_page):
    html = render(
        treatment_page,
        "{% load leads_tags %}{% enquiry_form page form=other heading='Ask us' %}",
        other=make_form("laser"),
    )
    assert 'action="/enquiries/laser/"' in html
    assert ">Ask us</h2>" in html


def test_an_archived_choice_falls_back_to_the_pages_form(clinic, treatment_page):
    html = render(
        treatment_page,
        "{% load leads_tags %}{% enquiry_form page form=other %}",
        other=make_form("laser", is_archived=True),
    )
    assert 'action="/enquiries/consultation/"' in html


def test_several_forms_on_a_page_keep_their_ids_apart(clinic, treatment_page):
    html = render(treatment_page, TAG + "{% enquiry_form page %}")
    assert len(ids(html)) == len(set(ids(html)))
    assert html.count('name="email"') == 2
    assert {'id="enquiry-form-1"', 'id="enquiry-form-2"'} <= set(re.findall(r'id="enquiry-form-\d"', html))


def test_every_label_and_description_leads_somewhere(site):
    types = [
        {"label": f"Question {kind}", "type": kind, "choices": "A\nB", "help_text": "Hint"} for kind in QuestionType
    ]
    statements = [{"purpose": "news", "text": "News?"}]
    make_clinic(site, make_form(questions=types, statements=statements))
    html = render(None)
    targets = re.findall(r'\b(?:for|aria-describedby|aria-labelledby)="([^"]+)"', html)
    assert len(targets) > 20
    assert {name for target in targets for name in target.split()} <= set(ids(html))


def test_optional_fields_say_so_and_contact_fields_say_that_one_is_enough(clinic):
    html = render(None)
    assert html.count("(optional)") == 2
    assert "one of them is enough" in html


def test_consents_are_empty_boxes_and_notices_have_none(site):
    notice = {"kind": "notice", "purpose": "privacy", "text": "We keep <b>it</b>."}
    make_clinic(site, make_form(statements=[notice, {"purpose": "news", "text": "News?"}]))
    html = render(None)
    assert "We keep &lt;b&gt;it&lt;/b&gt;." in html
    (box,) = re.findall(r'<input type="checkbox"[^>]*>', html)
    assert 'name="consent-1"' in box
    assert "checked" not in box


def test_what_the_clinic_promises_stands_by_the_form(site, home_page):
    privacy = InformationPageFactory(parent=home_page, title="Privacy", slug="privacy")
    form = make_form(reply_target_minutes=60)
    make_clinic(site, form, privacy_page=privacy, emergency_text="Call 999 when it is urgent.")
    html = render(None)
    assert "We answer within 1 opening hour." in html
    assert 'href="/privacy/"' in html
    assert "Call 999 when it is urgent." in html


def test_a_privacy_page_that_is_not_public_is_not_linked(site, home_page):
    privacy = InformationPageFactory(parent=home_page, slug="privacy", live=False)
    make_clinic(site, make_form(), privacy_page=privacy)
    assert "/privacy/" not in render(None)


def test_the_honeypot_is_out_of_everybodys_way(clinic):
    (honeypot,) = re.findall(r'<input type="text" name="website"[^>]*>', render(None))
    assert 'tabindex="-1"' in honeypot
    assert 'autocomplete="off"' in honeypot
    assert 'class="leads-form__hp" aria-hidden="true"' in render(None)


def test_nothing_can_be_sent_from_a_preview(clinic, treatment_page):
    request = RequestFactory().get("/")
    request.is_preview = True
    assert_inert(render(treatment_page, request=request))


def test_nothing_can_be_sent_from_the_preview_of_a_block(clinic):
    request = RequestFactory().get(reverse("wagtailadmin_block_preview"))
    request.resolver_match = resolve(request.path)
    assert_inert(render(None, request=request))


def assert_inert(html: str) -> None:
    assert re.search(r"<fieldset[^>]* disabled", html)
    assert "nothing can be sent from here" in html


def test_without_any_form_there_is_the_clinic_to_turn_to(site, treatment_page):
    make_clinic(site, None, email="desk@example.com")
    html = render(treatment_page)
    assert "<form" not in html
    assert "tel:02079460321" in html
    assert "mailto:desk@example.com" in html


@pytest.mark.parametrize("template", [TAG, "{% load leads_tags %}{% clinic as clinic %}{{ clinic.phone }}"])
def test_a_host_without_a_site_breaks_nothing(template):
    Site.objects.all().delete()
    assert "<form" not in render(None, template)


def test_there_is_no_inline_style_or_script(client, clinic, treatment_page):
    html = render(treatment_page)
    assert not re.search(r"<script|<style|\bstyle=|\bon\w+=", html)


def test_the_tag_costs_few_queries(clinic, treatment_page, django_assert_max_num_queries):
    treatment_page.enquiry_form = make_form("laser")
    Site.get_site_root_paths()
    with django_assert_max_num_queries(4):
        render(treatment_page)


def test_more_questions_cost_no_more_queries(site, django_assert_max_num_queries):
    questions = [{"label": f"Question {number}"} for number in range(20)]
    make_clinic(site, make_form(questions=questions))
    with django_assert_max_num_queries(4):
        render(None)


def test_the_block_shows_its_own_form_and_heading(client, clinic, treatment_page):
    laser = make_form("laser")
    treatment_page.body = [("enquiry_form", {"heading": "Ask about laser", "form": laser})]
    treatment_page.save_revision().publish()
    html = client.get(treatment_page.url).content.decode()
    assert 'action="/enquiries/laser/"' in html
    assert "Ask about laser" in html
    assert html.count("data-leads-form\n") + html.count("data-leads-form ") == 1


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("020 7946 0321", "tel:02079460321"),
        ("(020) 7946-0321", "tel:02079460321"),
        ("+44 (0)20 7946 0321", "tel:+442079460321"),
        ("ask for Nora", ""),
        ("", ""),
    ],
)
def test_a_phone_can_be_dialled_however_it_was_typed(typed, address):
    assert tel(typed) == address
