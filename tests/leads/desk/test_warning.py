"""Staff who see leads are warned while messages do not arrive; nobody else is, and no other page pays for it."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leads.desk.warning import warnings_for
from leads.models import DeliveryKind, DeliveryState, JobLoop
from tests.leads.desk.listing import INBOX, lead_page
from tests.leads.desk.test_messages import MESSAGES, make_message

HOME = "/admin/"
PAGES = [HOME, INBOX, MESSAGES, f"{INBOX}quarantine/"]
WARNING = "leads-warning"


@pytest.fixture(autouse=True)
def all_is_well(db):
    for name in ("lead jobs", "content jobs"):
        JobLoop.record(name, interval=5, succeeded=True)


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.mark.parametrize("address", PAGES)
def test_while_all_is_well_nobody_is_warned(desk, home_page, address):
    make_message(DeliveryState.SENT)
    make_message(kind=DeliveryKind.ACKNOWLEDGEMENT)
    assert WARNING not in text_of(desk, address)


@pytest.mark.parametrize("address", PAGES)
def test_messages_that_were_given_up_are_told_with_the_way_to_them(desk, home_page, address):
    make_message()
    make_message(kind=DeliveryKind.UNDELIVERED)
    text = text_of(desk, address)
    assert "2 messages were given up: nobody was told by them." in text
    assert f"{MESSAGES}?state=attention" in text


def test_the_leads_own_page_warns_too(desk):
    message = make_message()
    assert "1 message was given up" in text_of(desk, lead_page(message.lead))


def test_setting_them_aside_ends_the_warning(desk, home_page):
    message = make_message()
    desk.post(f"{MESSAGES}set_aside/{message.pk}/")
    assert WARNING not in text_of(desk, HOME)


@pytest.mark.parametrize("address", PAGES)
def test_a_loop_that_stopped_is_told(desk, home_page, address):
    JobLoop.objects.filter(name="lead jobs").update(last_success_at=timezone.now() - timedelta(hours=1))
    assert "Messages are not being sent at present" in text_of(desk, address)


def test_a_loop_that_never_ran_is_told_with_what_was_given_up(desk_user):
    JobLoop.objects.all().delete()
    make_message()
    texts = [warning.text for warning in warnings_for(desk_user)]
    assert len(texts) == 3
    assert "1 message" in texts[0]
    assert "content jobs" in texts[2]


def test_a_test_enquiry_that_did_not_get_through_is_told(desk_user, monkeypatch):
    monkeypatch.setattr("leads.desk.warning.failure", lambda: "The page could not be read.")
    [warning] = warnings_for(desk_user)
    assert "did not get through: The page could not be read." in warning.text


@pytest.mark.parametrize("address", PAGES[1:])
def test_live_results_do_not_repeat_the_warning(desk, address):
    make_message()
    assert WARNING not in text_of(desk, f"{address}results/")


def test_an_editor_is_told_nothing(client, editor, home_page):
    make_message()
    client.force_login(editor)
    assert "given up" not in text_of(client, HOME)
    with CaptureQueriesContext(connection) as queries:
        assert warnings_for(editor) == []
    assert not any("leads_delivery" in query["sql"] for query in queries)


def test_a_warning_costs_one_query(desk_user, django_assert_num_queries):
    make_message()
    desk_user.get_all_permissions()
    with django_assert_num_queries(1):
        warnings_for(desk_user)


def test_other_pages_of_the_admin_do_not_ask(desk):
    with CaptureQueriesContext(connection) as queries:
        desk.get("/admin/account/")
    assert not any("leads_" in query["sql"] for query in queries)
