"""Every message is seen with what became of it, and what failed can be sent again or set aside by those who may."""

from datetime import timedelta
from html import unescape
from itertools import count

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads.desk.messages import search
from leads.dispatch import run_due
from leads.models import Delivery, DeliveryKind, DeliveryState, Enquiry, Lead, WebhookEndpoint
from tests import factories
from tests.leads.desk.listing import INBOX, lead_page
from tests.leads.desk.test_quarantine import count_queries

MESSAGES = f"{INBOX}messages/"
BULK = "/admin/bulk/leads/delivery/"
STEPS = ["send_again", "set_aside", "take_up"]
numbers = count()


def make_message(state: str = DeliveryState.DEAD, **fields) -> Delivery:
    number = next(numbers)
    values = {"kind": DeliveryKind.ALERT, "recipient": "desk@example.com", "dedupe_key": f"desk-test:{number}"}
    if "enquiry" not in fields and "lead" not in fields:
        fields["enquiry"] = factories.EnquiryFactory()
        fields["lead"] = fields["enquiry"].lead
    return Delivery.objects.create(state=state, message_id=f"<{number}@wrenandrowe.example>", **{**values, **fields})


def text_of(response) -> str:
    assert response.status_code == 200
    return unescape(response.content.decode())


def step(action: str, message: Delivery) -> str:
    return f"{MESSAGES}{action}/{message.pk}/"


def said(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def state_of(message: Delivery) -> str:
    return Delivery.objects.values_list("state", flat=True).get(pk=message.pk)


def listed(response) -> set[int]:
    return {message.pk for message in response.context["object_list"]}


def test_the_list_says_what_became_of_each_message(desk):
    message = make_message(last_error="SMTPRecipientsRefused 550", attempts=12)
    text = text_of(desk.get(MESSAGES))
    for part in ("Alert to staff", "desk@example.com", "Given up: nobody was told", "SMTPRecipientsRefused 550"):
        assert part in text
    assert message.lead.reference in text
    assert message.enquiry.reference in text
    assert lead_page(message.lead) in text


def test_a_webhook_is_listed_under_its_name_and_host_without_the_path(desk):
    endpoint = WebhookEndpoint.objects.create(description="Booking system", url="https://hooks.example/hush?key=sssh")
    make_message(kind=DeliveryKind.WEBHOOK, endpoint=endpoint, recipient="")
    text = text_of(desk.get(MESSAGES))
    assert "Booking system" in text
    assert "hooks.example" in text
    assert "hush" not in text


def test_without_any_message_the_list_says_what_will_stand_there(desk):
    assert "No messages yet" in text_of(desk.get(MESSAGES))
    assert "Nothing found" in text_of(desk.get(f"{MESSAGES}?q=x"))
    assert "No message fits" in text_of(desk.get(f"{MESSAGES}?state=dead"))


def find(query: str) -> set[int]:
    return set(search.search_deliveries(Delivery.objects.order_by("-created_at"), query).values_list("pk", flat=True))


def test_a_message_is_found_by_its_recipient_its_lead_or_its_enquiry(db):
    enquiry = factories.EnquiryFactory(reference="E-7K4M2Q")
    message = make_message(enquiry=enquiry, lead=enquiry.lead, recipient="bea@example.com")
    make_message(recipient="other@example.net")
    for query in ("BEA", "bea@example.com", "example.com bea", enquiry.lead.reference, "E-7K4M2Q", "e-7k4", "7k4m2q"):
        assert find(query) == {message.pk}, query
    assert find("bea other") == set()
    assert len(find(" ")) == 2


def test_an_address_finds_all_about_the_person_alerts_too(db):
    lead = factories.LeadFactory(email="Bea@Example.com", email_key="bea@example.com")
    alert = make_message(lead=lead, recipient="desk@clinic.example")
    assert find("bea@example.COM") == {alert.pk}
    assert find("bea@example") == set()


def test_parts_of_words_are_looked_for_among_the_newest_messages_and_names_among_all(db, monkeypatch):
    monkeypatch.setattr(search, "NEWEST", 1)
    enquiry = factories.EnquiryFactory(reference="E-7K4M2Q")
    old = timezone.now() - timedelta(days=400)
    oldest = make_message(enquiry=enquiry, lead=enquiry.lead, recipient="bea@example.com", created_at=old)
    newest = [make_message(recipient="bea@example.com").pk for _number in range(2)]
    assert find("bea") == set(newest)
    assert find("bea E-7K4M2Q") == find(enquiry.lead.reference) == {oldest.pk}


def test_a_search_of_messages_needs_few_queries(db, django_assert_max_num_queries):
    make_message()
    with django_assert_max_num_queries(6):
        find("L-1 bea@example.com E-7K4")


def test_the_inbox_leads_to_the_list(desk):
    assert MESSAGES in text_of(desk.get(INBOX))


def test_the_list_narrows_by_state_kind_and_date(desk):
    dead = make_message()
    mistyped = make_message(kind=DeliveryKind.ACKNOWLEDGEMENT)
    old = make_message(DeliveryState.SENT, created_at=timezone.now() - timedelta(days=40))
    assert listed(desk.get(f"{MESSAGES}?state=attention")) == {dead.pk}
    assert listed(desk.get(f"{MESSAGES}?state=dead")) == {dead.pk, mistyped.pk}
    assert listed(desk.get(f"{MESSAGES}?kind=acknowledgement")) == {mistyped.pk}
    week_ago = (timezone.now() - timedelta(days=7)).date()
    assert listed(desk.get(f"{MESSAGES}?created_to={week_ago}")) == {old.pk}


def test_a_message_is_found_by_recipient_and_reference(desk):
    wanted, other = make_message(recipient="bea@example.com"), make_message()
    for query in ("bea@", wanted.enquiry.reference, wanted.enquiry.reference[:6], wanted.lead.reference):
        assert listed(desk.get(MESSAGES, {"q": query})) == {wanted.pk}, query
    assert listed(desk.get(MESSAGES, {"q": f"desk {other.enquiry.reference}"})) == {other.pk}


@pytest.mark.parametrize(
    "query",
    [
        "?state=bogus",
        "?kind=%00",
        "?created_from=never",
        "?created_from=0000-00-00&created_to=99999-01-01",
        "?q=%00",
        "?q=" + "9" * 200,
        "?q=L-99999999999999999999999",
        "?p=0",
        "?p=abc",
        "?ordering=recipient__x",
        "?ordering=-attempts",
        "?lead__email__startswith=a",
        "?export=csv",
        "?state=attention&state=dead",
    ],
)
def test_nonsense_in_the_address_is_no_error(desk, query):
    make_message()
    for address in (MESSAGES, f"{MESSAGES}results/"):
        assert desk.get(address + query).status_code < 500


def test_the_list_needs_as_many_queries_for_many_messages_as_for_few(desk):
    endpoint = WebhookEndpoint.objects.create(description="Booking system", url="https://hooks.example/")
    make_message()
    desk.get(MESSAGES)
    few = count_queries(desk, MESSAGES)
    for _number in range(40):
        make_message()
        make_message(kind=DeliveryKind.WEBHOOK, endpoint=endpoint, recipient="")
    assert count_queries(desk, MESSAGES) == few
    assert few <= 13


def test_a_message_that_was_given_up_is_sent_again_under_its_message_id(desk, desk_user):
    message = make_message(attempts=12, last_error="SMTPServerDisconnected")
    response = desk.post(step("send_again", message), follow=True)
    assert "sent again" in said(response)
    assert run_due() == 1
    message.refresh_from_db()
    assert (message.state, message.attempts) == (DeliveryState.SENT, 1)
    assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id
    logged = ModelLogEntry.objects.get(action="leads.send_again")
    assert (logged.user, logged.label) == (desk_user, message.lead.reference)
    assert "desk@example.com" not in str(logged.data)


def test_a_message_that_waits_for_its_next_attempt_is_tried_now(desk):
    message = make_message(DeliveryState.RETRYING, next_attempt_at=timezone.now() + timedelta(hours=5), attempts=11)
    desk.post(step("send_again", message))
    assert run_due() == 1
    assert state_of(message) == DeliveryState.SENT


@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.PENDING, DeliveryState.SENDING])
@pytest.mark.parametrize("action", STEPS)
def test_what_was_sent_or_is_on_its_way_is_left_alone(desk, state, action):
    message = make_message(state)
    response = desk.post(step(action, message), follow=True)
    assert "Nothing was done" in said(response)
    assert state_of(message) == state
    assert not ModelLogEntry.objects.filter(action__startswith="leads.").exists()


def test_a_message_whose_recipient_was_forgotten_is_not_sent_to_nobody(desk):
    message = make_message(recipient="")
    desk.post(step("send_again", message))
    assert state_of(message) == DeliveryState.DEAD
    assert list(Delivery.objects.can_be_sent_again()) == []


def test_a_message_that_is_set_aside_warns_nobody_and_can_be_taken_up_again(client, desk):
    message = make_message()
    desk.post(step("set_aside", message))
    assert state_of(message) == DeliveryState.DISMISSED
    assert not Delivery.objects.dead().exists()
    assert "dead deliveries" not in client.get("/healthz").json()["problems"]
    assert run_due() == 0
    desk.post(step("take_up", message))
    assert state_of(message) == DeliveryState.DEAD
    actions = list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["leads.set_aside", "leads.take_up"]


def test_a_message_that_was_set_aside_can_still_be_sent(desk):
    message = make_message(DeliveryState.DISMISSED)
    desk.post(step("send_again", message))
    assert state_of(message) == DeliveryState.PENDING


def test_a_message_about_no_lead_can_be_dealt_with_too(desk):
    message = make_message(lead=None, enquiry=None)
    assert desk.post(step("set_aside", message)).url == MESSAGES
    assert "–" in text_of(desk.get(MESSAGES))


def test_a_step_in_the_list_comes_back_to_the_list_and_never_goes_to_another_site(desk):
    first, second = make_message(), make_message()
    assert desk.post(step("set_aside", first), {"next": f"{MESSAGES}?state=dead"}).url == f"{MESSAGES}?state=dead"
    assert desk.post(step("set_aside", second), {"next": "https://elsewhere.example/"}).url == lead_page(second.lead)


@pytest.mark.parametrize("action", STEPS)
def test_following_a_link_to_a_step_changes_nothing(desk, action):
    message = make_message()
    assert desk.get(step(action, message)).url == MESSAGES
    assert state_of(message) == DeliveryState.DEAD


@pytest.mark.parametrize("pk", ["0", "999999", "abc", "-1", "9" * 30])
def test_a_message_that_does_not_exist_is_not_found(desk, pk):
    assert desk.post(f"{MESSAGES}send_again/{pk}/").status_code == 404


def test_the_leads_page_offers_the_same_steps(desk, onlooker, client):
    message = make_message()
    text = text_of(desk.get(lead_page(message.lead)))
    assert step("send_again", message) in text
    assert step("set_aside", message) in text
    client.force_login(onlooker)
    text = text_of(client.get(lead_page(message.lead)))
    assert "Given up: nobody was told" in text
    assert step("send_again", message) not in text


def test_the_leads_page_costs_no_query_for_each_webhook(desk):
    lead = factories.EnquiryFactory().lead
    endpoint = WebhookEndpoint.objects.create(description="x", url="https://hooks.example/")
    make_message(kind=DeliveryKind.WEBHOOK, endpoint=endpoint, recipient="", lead=lead)
    desk.get(lead_page(lead))
    few = count_queries(desk, lead_page(lead))
    for _number in range(10):
        make_message(kind=DeliveryKind.WEBHOOK, endpoint=endpoint, recipient="", lead=lead)
    assert count_queries(desk, lead_page(lead)) == few


def bulk(desk, action: str, query: str, **kwargs):
    return desk.post(f"{BULK}{action}/?{query}&next={MESSAGES}", **kwargs)


def test_many_messages_are_sent_again_at_once(desk):
    dead, sent, other = make_message(), make_message(DeliveryState.SENT), make_message()
    query = f"id={dead.pk}&id={sent.pk}"
    assert "1 message" in text_of(desk.get(f"{BULK}send_again/?{query}&next={MESSAGES}"))
    assert "1 message is sent again" in said(bulk(desk, "send_again", query, follow=True))
    assert [state_of(message) for message in (dead, sent, other)] == ["pending", "sent", "dead"]
    assert ModelLogEntry.objects.filter(action="leads.send_again").count() == 1


def test_everything_that_is_listed_means_no_more_than_what_is_listed(desk):
    alert, mistyped = make_message(), make_message(kind=DeliveryKind.ACKNOWLEDGEMENT)
    bulk(desk, "set_aside", "id=all&state=attention")
    assert [state_of(message) for message in (alert, mistyped)] == ["dismissed", "dead"]
    found = make_message(recipient="bea@example.com")
    bulk(desk, "set_aside", "id=all&q=bea")
    assert [state_of(message) for message in (found, mistyped)] == ["dismissed", "dead"]


@pytest.mark.parametrize("query", ["", "id=", "id=abc", "id=all&state=bogus", "id=%00", "id=" + "9" * 40, "id=-1"])
@pytest.mark.parametrize("action", ["send_again", "set_aside"])
def test_nonsense_among_the_chosen_is_no_error(desk, query, action):
    make_message(DeliveryState.SENT)
    assert desk.get(f"{BULK}{action}/?{query}").status_code < 500
    assert bulk(desk, action, query).status_code < 500


@pytest.mark.parametrize("action", ["delete", "publish", "send"])
def test_no_other_bulk_action_reaches_messages(client, admin_user, action):
    message = make_message()
    client.force_login(admin_user)
    assert client.post(f"{BULK}{action}/?id={message.pk}").status_code == 404
    assert Delivery.objects.filter(pk=message.pk).exists()


def test_anonymous_visitors_are_sent_to_the_login(client, db):
    message = make_message()
    for address in (MESSAGES, f"{MESSAGES}results/", *(step(action, message) for action in STEPS)):
        assert client.post(address).url.startswith("/admin/login/")


@pytest.mark.parametrize("permission", [None, "leads.change_lead", "leads.view_sensitive_answers"])
def test_without_the_permission_to_see_leads_nothing_is_shown_or_done(client, db, permission):
    message = make_message()
    client.force_login(factories.make_user(*filter(None, [permission])))
    for address in (MESSAGES, f"{MESSAGES}results/"):
        response = client.get(address)
        assert response.status_code == 403
        assert "desk@example.com" not in response.content.decode()
    for action in STEPS:
        assert client.post(step(action, message)).status_code == 403
    for action in ("send_again", "set_aside"):
        assert client.post(f"{BULK}{action}/?id={message.pk}").status_code == 403
    assert state_of(message) == DeliveryState.DEAD


def test_an_onlooker_sees_the_list_and_changes_nothing(client, onlooker):
    message = make_message()
    client.force_login(onlooker)
    text = text_of(client.get(MESSAGES))
    assert "desk@example.com" in text
    assert step("send_again", message) not in text
    for action in STEPS:
        assert client.post(step(action, message)).status_code == 403
    for action in ("send_again", "set_aside"):
        assert client.post(f"{BULK}{action}/?id={message.pk}").status_code == 403
    assert state_of(message) == DeliveryState.DEAD


def test_messages_of_a_lead_that_is_gone_do_not_break_the_list(desk):
    message = make_message()
    Enquiry.objects.filter(pk=message.enquiry_id).delete()
    Lead.objects.filter(pk=message.lead_id).delete()
    assert desk.get(MESSAGES).status_code == 200
