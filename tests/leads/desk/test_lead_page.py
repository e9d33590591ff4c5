from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leads.desk.contact import contact_of
from leads.models import (
    Activity,
    ActivityKind,
    ConsentRecord,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Lead,
    LeadStatus,
    StatementKind,
)
from tests import factories
from tests.leads.desk.listing import lead_page, step


def answer(label="Have you been here before?", value="No", sensitivity="plain", type="short_text") -> dict:
    return {"key": label.lower(), "label": label, "type": type, "sensitivity": sensitivity, "value": value}


def content(client, lead) -> str:
    response = client.get(lead_page(lead))
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_says_who_it_is_and_how_to_reach_them(desk, lead):
    Lead.objects.update(preferred_contact="phone")
    page = content(desk, lead)
    assert "Amara Osei" in page
    assert lead.reference in page
    assert '<a href="tel:02079460123">020 7946 0123</a>' in page
    assert '<a href="mailto:amara@example.com">amara@example.com</a>' in page
    assert "Phone call" in page


@pytest.mark.parametrize(("minutes", "words"), [(12.5, "Due in 12 min"), (-120, "Overdue by 2 h")])
def test_the_first_thing_of_the_page_says_how_long_there_is_left_to_answer(desk, lead, minutes, words):
    Lead.objects.update(response_due_at=timezone.now() + timedelta(minutes=minutes))
    facts = content(desk, lead).partition('class="leads-summary__facts"')[2]
    assert facts.partition("</time>")[0].endswith(words)


def test_the_international_number_is_dialled_where_it_is_known(desk):
    lead = factories.LeadFactory(phone="020 7946 0123 (evenings)", phone_e164="+442079460123")
    assert '<a href="tel:+442079460123">' in content(desk, lead)


def test_an_address_cannot_add_to_the_mail_it_starts(desk):
    lead = factories.LeadFactory(email="a?bcc=all@example.com&body=x")
    page = content(desk, lead)
    assert 'href="mailto:a%3Fbcc%3Dall@example.com%26body%3Dx"' in page


def test_a_person_is_written_to_by_whatsapp_where_the_number_is_international(desk, lead):
    assert "wa.me" not in content(desk, lead)
    Lead.objects.update(phone_e164="+442079460123")
    assert 'href="https://wa.me/442079460123" rel="noopener noreferrer"' in content(desk, lead)


def test_everything_can_be_copied(desk, lead):
    page = content(desk, lead)
    for text in ("Amara Osei", "020 7946 0123", "amara@example.com"):
        assert f'data-leads-copy="{text}"' in page


def test_other_numbers_and_addresses_are_named_once(desk):
    lead = factories.LeadFactory(phone="020 7946 0123", phone_e164="+442079460123", email="amara@example.com")
    give = {"lead": lead, "name": lead.name}
    factories.EnquiryFactory(**give, phone="07700 900123", phone_e164="+447700900123", email="Amara@example.com")
    factories.EnquiryFactory(**give, phone="+44 7700 900123", phone_e164="+447700900123", email="other@example.com")
    factories.EnquiryFactory(**give, phone="+44 20 7946 0123", phone_e164="+442079460123", email="")
    others = contact_of(lead, lead.enquiries.order_by("pk")).others
    assert [(way.text, way.url) for way in others] == [
        ("07700 900123", "tel:+447700900123"),
        ("other@example.com", "mailto:other@example.com"),
    ]
    assert "Also given" in content(desk, lead)


def test_a_number_of_words_is_shown_without_a_link(desk):
    lead = factories.LeadFactory(phone="ask my sister")
    assert "tel:" not in content(desk, lead)


def test_opening_the_page_makes_the_lead_read_and_changes_nothing_else(desk, lead):
    before = Lead.objects.values().get()
    content(desk, lead)
    after = Lead.objects.values().get()
    assert after == before | {"is_unread": False}
    assert not Activity.objects.exists()


def test_an_enquiry_that_arrives_while_the_page_is_read_stays_unread(lead):
    opened = Lead.objects.get()
    Lead.objects.update(last_enquiry_at=timezone.now() + timedelta(seconds=1))
    opened.mark_read()
    assert Lead.objects.get().is_unread


def test_enquiries_are_shown_newest_first_with_every_answer_under_its_label(desk, lead):
    old = factories.EnquiryFactory(lead=lead, received_at=timezone.now() - timedelta(days=9), message="First words")
    new = factories.EnquiryFactory(
        lead=lead,
        message="Second words,\nwith a second line",
        answers=[answer(), answer("When?", ["Mornings", "Evenings"]), answer("From?", "2026-12-24", type="date")],
    )
    page = content(desk, lead)
    assert page.index(new.reference) < page.index(old.reference)
    assert "Second words,<br>with a second line" in page
    assert "Have you been here before?" in page
    assert "Mornings, Evenings" in page
    assert "24 Dec 2026" in page


def test_an_enquiry_says_what_differs_from_the_lead(desk, lead):
    factories.EnquiryFactory(lead=lead, name="A. Osei", phone="07700 900123")
    assert "Signed differently: A. Osei, 07700 900123" in content(desk, lead)


def test_nothing_that_a_visitor_wrote_is_live(desk):
    evil = "<script>alert(1)</script>"
    lead = factories.LeadFactory(name=evil, subject=evil, email=evil, phone=evil, page_title=evil)
    factories.EnquiryFactory(
        lead=lead,
        message=evil,
        treatment=evil,
        page_title=evil,
        page_url="javascript:alert(1)",
        answers=[answer(evil, evil), answer("Date", evil, type="date"), answer("Several", [evil])],
        attribution={"referrer_host": evil, "utm_source": evil},
        flags=[evil],
    )
    lead.add_note(evil, by=None)
    page = content(desk, lead)
    assert "<script>alert(1)" not in page
    assert 'href="javascript:' not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 10


def test_health_answers_are_only_counted(client, desk_user, manager, lead):
    factories.EnquiryFactory(
        lead=lead, answers=[answer(), answer("Medicines?", "Isotretinoin", "sensitive"), answer("?", "x", "unheard of")]
    )
    client.force_login(desk_user)
    page = content(client, lead)
    assert "Isotretinoin" not in page
    assert "Medicines?" not in page
    assert "2 health answers are hidden from your account." in page
    client.force_login(manager)
    page = content(client, lead)
    assert "Isotretinoin" not in page
    assert "Open 2 health answers" in page


def test_consents_and_notices_are_shown_as_they_were_decided(desk, lead):
    enquiry = factories.EnquiryFactory(lead=lead)
    now = timezone.now()
    for text, is_given in (("You may write to me.", True), ("You may ring me.", False)):
        ConsentRecord.objects.create(
            enquiry=enquiry, kind=StatementKind.CONSENT, purpose="p", text=text, is_given=is_given, recorded_at=now
        )
    ConsentRecord.objects.create(
        enquiry=enquiry, kind=StatementKind.NOTICE, purpose="privacy", text="We keep it.", recorded_at=now
    )
    words = " ".join(content(desk, lead).replace("</strong>", "").split())
    assert "Given: You may write to me." in words
    assert "Not given: You may ring me." in words
    assert "Was told: We keep it." in words


def test_the_page_that_an_enquiry_came_from_is_linked_while_it_lives(desk, lead, treatment_page):
    factories.EnquiryFactory(lead=lead, page=treatment_page, page_title="Microneedling", page_url="/old/")
    assert f'<a href="{treatment_page.url}">Microneedling</a>' in content(desk, lead)
    treatment_page.unpublish()
    assert "The page is not published any more." in content(desk, lead)
    treatment_page.delete()
    page = content(desk, lead)
    assert "Microneedling" in page
    assert "The page was deleted." in page


def test_the_way_here_is_told_in_words_without_click_ids(desk, lead):
    factories.EnquiryFactory(
        lead=lead, attribution={"referrer_host": "search.example", "utm_campaign": "autumn", "gclid": "CLICK-7"}
    )
    page = content(desk, lead)
    assert "search.example" in page
    assert "autumn" in page
    assert "CLICK-7" not in page


def test_what_was_odd_about_an_enquiry_is_said_in_a_sentence(desk, lead):
    factories.EnquiryFactory(lead=lead, flags=["archived_form", "unknown_fields"])
    page = content(desk, lead)
    assert "Its form is archived" in page
    assert "answers that the form did not ask for" in page


def test_a_message_that_failed_shows_why_and_when_it_is_tried_again(desk, lead):
    Delivery.objects.create(
        kind=DeliveryKind.ALERT,
        lead=lead,
        recipient="desk@example.com",
        state=DeliveryState.RETRYING,
        attempts=3,
        last_error="451 try again later",
        next_attempt_at=timezone.now() + timedelta(minutes=8),
        dedupe_key="a",
    )
    page = content(desk, lead)
    assert "desk@example.com" in page
    assert "Failed 3 times; will be tried again" in page
    assert "451 try again later" in page


def test_a_message_that_was_given_up_says_that_nobody_was_told(desk, lead):
    Delivery.objects.create(
        kind=DeliveryKind.ALERT, lead=lead, recipient="desk@example.com", state=DeliveryState.DEAD, dedupe_key="a"
    )
    assert "Given up" in content(desk, lead)


def test_leads_of_perhaps_the_same_person_point_at_each_other(desk, lead):
    twin = factories.LeadFactory(name="A. Osei", possible_duplicate_of=lead)
    assert f'<a href="{lead_page(twin)}">A. Osei ({twin.reference})</a>' in content(desk, lead)
    assert f'<a href="{lead_page(lead)}">Amara Osei ({lead.reference})</a>' in content(desk, twin)


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        (LeadStatus.NEW, ["mark_contacted", "mark_attempted"]),
        (LeadStatus.ATTEMPTED, ["mark_contacted", "mark_attempted"]),
        (LeadStatus.CONTACTED, []),
        (LeadStatus.ON_HOLD, ["mark_contacted", "mark_attempted"]),
        (LeadStatus.NO_SHOW, ["mark_contacted", "mark_attempted"]),
        (LeadStatus.BOOKED, ["mark_attended", "mark_no_show"]),
        (LeadStatus.ATTENDED, ["convert"]),
        (LeadStatus.CONVERTED, []),
        (LeadStatus.LOST, []),
    ],
)
def test_only_steps_that_the_pipeline_allows_are_offered(desk, status, offered):
    lead = factories.LeadFactory(status=status)
    page = content(desk, lead)
    actions = ("mark_contacted", "mark_attempted", "mark_attended", "mark_no_show", "convert")
    assert [action for action in actions if step(action, lead) in page] == offered


def test_an_onlooker_is_offered_nothing_to_do(client, onlooker, lead):
    client.force_login(onlooker)
    page = content(client, lead)
    assert "Mark contacted" not in page
    assert "Assign to me" not in page
    assert "Add note" not in page


def test_assigning_to_oneself_is_offered_until_it_is_so(desk, desk_user, lead):
    assert "Assign to me" in content(desk, lead)
    lead.assign(desk_user, by=desk_user)
    page = content(desk, lead)
    assert "Assign to me" not in page
    assert "Owner: desk" in page


def test_an_owner_who_may_not_see_leads_any_more_stays_visible(desk, lead):
    former = factories.make_user("leads.view_lead", username="former")
    lead.assign(former, by=former)
    former.user_permissions.clear()
    assert f'<option value="{former.pk}" selected>former</option>' in content(desk, lead)


def test_a_lead_with_many_enquiries_needs_no_more_queries(desk, lead, treatment_page):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            content(desk, lead)
        return len(captured)

    def add(count: int) -> None:
        for _number in range(count):
            enquiry = factories.EnquiryFactory(lead=lead, page=treatment_page, page_title="Microneedling")
            delivery = Delivery.objects.create(kind=DeliveryKind.REPLY, lead=lead, dedupe_key=enquiry.reference)
            lead.activities.create(kind=ActivityKind.REPLY, actor=factories.make_user(), delivery=delivery)
            lead.log_call("no_answer", by=factories.make_user())
            lead.activities.create(kind=ActivityKind.ENQUIRY, enquiry=enquiry, actor=None)
            lead.assign(factories.make_user("leads.view_lead"), by=factories.make_user())
            ConsentRecord.objects.create(
                enquiry=enquiry, kind=StatementKind.NOTICE, purpose="p", text="t", recorded_at=timezone.now()
            )

    add(1)
    content(desk, lead)
    few = queries()
    add(9)
    assert queries() == few
    assert few <= 30
