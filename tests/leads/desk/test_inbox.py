from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leads.models import Lead, LeadStatus
from tests import factories
from tests.leads.desk.listing import INBOX, current_tab, rows, statuses, tabs

NONSENSE = [
    "bogus=1",
    "p=abc",
    "p=-1",
    "p=0",
    "p=99999",
    "p=1.5",
    "created_at_from=notadate",
    "received_from=notadate",
    "received_from=2026-02-31",
    "received_to=0000-00-00",
    "status=zzz",
    "status=new&status=zzz",
    "owner=999999",
    "owner=abc",
    "owner=%00",
    "owner=99999999999999999999999999",
    "ordering=nope",
    "ordering=-",
    "ordering=owner__password",
    "q=%00",
    "_w_filter_fragment=1",
    "created_at__gte=notadate",
    "export=pdf",
]
PROBES = [
    "owner__password__startswith=m",
    "owner__password__startswith=zzz",
    "owner__is_superuser=1",
    "email__startswith=zzz",
    "email__regex=(",
    "pk__in=0",
    "id=0",
    "enquiries__message__contains=zzz",
    "search_fields=owner__password&q=",
]


def make_leads(count: int) -> None:
    Lead.objects.bulk_create(factories.LeadFactory.build_batch(count))


def count_queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_new_leads_are_listed_first_with_name_subject_and_reference(desk):
    old = factories.LeadFactory(last_enquiry_at=timezone.now() - timedelta(days=2))
    new = factories.LeadFactory(name="Zoë Bélanger 🌿", subject="Chemical peel")
    response = desk.get(INBOX)
    assert rows(response) == [new.pk, old.pk]
    assert "Zoë Bélanger 🌿" in response.content.decode()
    assert "Chemical peel" in response.content.decode()
    assert new.reference in response.content.decode()


def test_a_lead_that_wrote_again_comes_back_to_the_top(desk):
    returning = factories.LeadFactory(created_at=timezone.now() - timedelta(days=30))
    other = factories.LeadFactory(last_enquiry_at=timezone.now() - timedelta(hours=1))
    assert rows(desk.get(INBOX)) == [returning.pk, other.pk]


def test_closed_leads_stay_out_of_the_way(desk):
    lost = factories.LeadFactory(status=LeadStatus.LOST)
    still_open = factories.LeadFactory(status=LeadStatus.ON_HOLD)
    assert rows(desk.get(INBOX)) == [still_open.pk]
    assert rows(desk.get(INBOX + "?queue=all")) == [still_open.pk, lost.pk]


def test_every_tab_shows_as_many_leads_as_it_says(desk, desk_user):
    past = timezone.now() - timedelta(hours=1)
    for number, status in enumerate(LeadStatus):
        factories.LeadFactory(status=status, is_unread=bool(number % 2), first_response_at=past)
    factories.LeadFactory(owner=desk_user, response_due_at=past)
    factories.LeadFactory(status=LeadStatus.ON_HOLD, follow_up_at=past)
    counts = tabs(desk.get(INBOX))
    addresses = {"All open": "", "Mine": "mine", "Unread": "unread", "Waiting": "waiting", "Overdue": "overdue"}
    addresses |= {"Follow up": "follow_up", "All": "all", "Due today": "due_today"}
    assert counts.keys() == {*addresses, "Quarantine"}
    for label, key in addresses.items():
        response = desk.get(INBOX, {"queue": key})
        assert counts[label] == str(len(rows(response))), label
        assert current_tab(response) == label


def test_the_menu_of_statuses_says_how_many_leads_each_shows(desk):
    for status in LeadStatus:
        factories.LeadFactory(status=status)
    factories.LeadFactory(status=LeadStatus.LOST)
    counts = statuses(desk.get(INBOX))
    assert counts.keys() == set(LeadStatus.values)
    for status, count in counts.items():
        assert count == str(len(rows(desk.get(INBOX, {"queue": "all", "status": status})))), status


def test_a_count_past_999_is_not_counted_out(desk):
    make_leads(1_001)
    response = desk.get(INBOX)
    assert tabs(response)["All open"] == "999+"
    assert statuses(response)["new"] == "999+"
    assert statuses(response)["contacted"] == "0"
    assert "999+ leads" in response.content.decode()


def test_pages_end_where_counting_ends(desk):
    make_leads(1_001)
    assert len(rows(desk.get(INBOX + "?p=20"))) == 50
    assert rows(desk.get(INBOX + "?p=21")) == rows(desk.get(INBOX + "?p=20"))
    assert "Page 20 of 20" in desk.get(INBOX + "?p=20").content.decode()


def test_unread_leads_stand_out_in_bold_and_in_words(desk):
    factories.LeadFactory(is_unread=False)
    assert "leads-inbox__unread" not in desk.get(INBOX).content.decode()
    factories.LeadFactory(is_unread=True)
    content = desk.get(INBOX).content.decode()
    assert content.count('class="leads-inbox__unread">Unread<') == 1
    assert content.count("leads-inbox__row--unread") == 1


def test_a_lead_that_may_be_somebody_known_says_so(desk, lead):
    assert "Possible duplicate" not in desk.get(INBOX).content.decode()
    factories.LeadFactory(possible_duplicate_of=lead)
    assert desk.get(INBOX).content.decode().count("Possible duplicate") == 1


def test_leads_are_filtered_by_owner_and_by_having_none(desk, desk_user):
    mine, free = factories.LeadFactory(owner=desk_user), factories.LeadFactory()
    assert rows(desk.get(INBOX, {"owner": desk_user.pk})) == [mine.pk]
    assert rows(desk.get(INBOX, {"owner": "nobody"})) == [free.pk]


def test_only_staff_who_may_see_leads_are_offered_as_owners(desk, editor, desk_user):
    choices = [str(label) for value, label in desk.get(INBOX).context["filters"].form.fields["owner"].choices]
    assert desk_user.username in choices
    assert editor.username not in choices


def test_leads_are_filtered_by_the_day_they_came_in(desk):
    old = factories.LeadFactory(last_enquiry_at=timezone.now() - timedelta(days=10))
    new = factories.LeadFactory()
    week_ago = (timezone.localdate() - timedelta(days=7)).isoformat()
    assert rows(desk.get(INBOX, {"received_from": week_ago})) == [new.pk]
    assert rows(desk.get(INBOX, {"received_to": week_ago})) == [old.pk]


@pytest.mark.parametrize("ordering", ["name", "status", "owner", "received", "due"])
def test_every_column_sorts_both_ways(desk, desk_user, ordering):
    now = timezone.now()
    first = factories.LeadFactory(
        name="ada", owner=desk_user, response_due_at=now, last_enquiry_at=now - timedelta(days=1)
    )
    last = factories.LeadFactory(
        name="Zoe",
        status=LeadStatus.CONTACTED,
        owner=factories.make_user("leads.view_lead", username="zoe"),
        response_due_at=now + timedelta(days=1),
        last_enquiry_at=now,
    )
    assert rows(desk.get(INBOX, {"ordering": ordering})) == [first.pk, last.pk]
    assert rows(desk.get(INBOX, {"ordering": f"-{ordering}"})) == [last.pk, first.pk]


@pytest.mark.parametrize("ordering", ["due", "-due"])
def test_answered_leads_come_after_those_that_wait_for_a_reply(desk, ordering):
    now = timezone.now()
    answered = factories.LeadFactory(response_due_at=now, first_response_at=now, status=LeadStatus.ATTEMPTED)
    waiting = factories.LeadFactory(response_due_at=now + timedelta(days=1))
    assert rows(desk.get(INBOX, {"ordering": ordering})) == [waiting.pk, answered.pk]


def test_a_hundred_leads_take_two_pages_and_none_is_shown_twice(desk):
    moment = timezone.now()
    for _number in range(60):
        factories.LeadFactory(last_enquiry_at=moment)
    first, second = rows(desk.get(INBOX)), rows(desk.get(INBOX + "?p=2"))
    assert len(first) == 50
    assert len(set(first + second)) == 60


@pytest.mark.parametrize("querystring", NONSENSE)
def test_a_nonsense_querystring_shows_the_same_rows_as_none(desk, lead, querystring):
    factories.LeadFactory(status=LeadStatus.LOST)
    assert rows(desk.get(f"{INBOX}?{querystring}")) == [lead.pk]
    assert rows(desk.get(f"{INBOX}results/?{querystring}")) == [lead.pk]


@pytest.mark.parametrize("probe", PROBES)
def test_a_querystring_cannot_ask_about_fields_that_are_no_filters(desk, lead, desk_user, probe):
    Lead.objects.update(owner=desk_user)
    assert rows(desk.get(f"{INBOX}?{probe}")) == [lead.pk]


@pytest.mark.parametrize("querystring", ["export=csv", "export=xlsx", "export=csv&q=amara", "p=1&export=xlsx"])
def test_leads_cannot_be_exported_by_everybody(desk, lead, querystring):
    assert desk.get(f"{INBOX}?{querystring}").status_code == 403
    assert desk.get(f"{INBOX}results/?{querystring}").status_code == 403


def test_markup_in_a_name_is_shown_and_does_nothing(desk):
    factories.LeadFactory(name="<script>alert(1)</script>", subject="<img src=x onerror=alert(2)>")
    content = desk.get(INBOX).content.decode()
    assert "<script>alert(1)" not in content
    assert "<img src=x" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content


@pytest.mark.parametrize(
    ("minutes", "words", "tone"),
    [
        (125, "Due in 2 h", "waiting"),
        (45, "Due in 44 min", "soon"),
        (-5, "Overdue by 5 min", "overdue"),
        (-26 * 60, "Overdue by 1 day", "overdue"),
        (-72 * 60, "Overdue by 3 days", "overdue"),
    ],
)
def test_the_reply_column_says_how_long_there_is_left(desk, minutes, words, tone):
    factories.LeadFactory(response_due_at=timezone.now() + timedelta(minutes=minutes))
    content = desk.get(INBOX).content.decode()
    assert f">{words}</time>" in content
    assert f"leads-clock--{tone}" in content


def test_the_clock_stands_still_once_somebody_tried(desk):
    long_ago = timezone.now() - timedelta(days=1)
    factories.LeadFactory(status=LeadStatus.ATTEMPTED, response_due_at=long_ago, first_response_at=long_ago)
    content = desk.get(INBOX).content.decode()
    assert "Tried</time>" in content
    assert "Overdue by" not in content


def test_an_empty_desk_says_where_leads_will_come_from(desk):
    assert "No leads yet" in desk.get(INBOX).content.decode()


def test_an_empty_tab_says_what_that_means(desk, lead):
    assert "Nothing overdue" in desk.get(INBOX + "?queue=overdue").content.decode()


def test_filters_that_fit_nothing_offer_a_way_back(desk, lead, desk_user):
    content = desk.get(INBOX, {"owner": desk_user.pk}).content.decode()
    assert "No lead in “All open” fits the filters" in content
    assert 'href="/admin/leads/lead/?queue=open"' in content


def test_the_listing_needs_as_many_queries_for_a_thousand_leads_as_for_ten(desk, desk_user):
    make_leads(10)
    Lead.objects.update(owner=desk_user)
    desk.get(INBOX)
    few = count_queries(desk, INBOX)
    make_leads(990)
    Lead.objects.update(owner=desk_user)
    assert count_queries(desk, INBOX) == few
    assert few <= 16


def test_rows_offer_the_steps_that_are_possible_as_posts(desk, lead):
    content = desk.get(INBOX).content.decode()
    assert f'data-w-action-url-value="/admin/leads/lead/mark_contacted/{lead.pk}/?seen=new"' in content
    assert f'data-w-action-url-value="/admin/leads/lead/take/{lead.pk}/?seen="' in content


def test_rows_offer_nothing_to_somebody_who_may_only_look(client, onlooker, lead):
    client.force_login(onlooker)
    content = client.get(INBOX).content.decode()
    assert lead.name in content
    assert "data-w-action-url-value" not in content


def test_the_live_search_gets_rows_without_the_page_around_them(desk, lead):
    response = desk.get(INBOX + "results/", {"q": "amara"})
    assert rows(response) == [lead.pk]
    assert "<html" not in response.content.decode()
