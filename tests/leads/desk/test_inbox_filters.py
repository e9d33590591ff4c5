from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leads.desk.listed import Listing
from leads.models import Lead, LeadSource, LeadStatus
from tests import factories
from tests.leads.desk.listing import INBOX, current_tab, rows

PAST = timedelta(hours=1)
FILTERED = {
    "queue": "all",
    "status": "new",
    "owner": "nobody",
    "subject": "Microneedling",
    "page": "Acne",
    "source": "website",
    "reply": "waiting",
    "received_from": "2020-01-01",
    "ordering": "follow_up",
}
NONSENSE = [
    "queue=zzz",
    "queue=%00",
    "queue[]=mine",
    "queue=open&queue=",
    "subject=%00",
    "subject=" + "x" * 5_000,
    "page=%00",
    "source=carrier-pigeon",
    "reply=zzz",
    "reply=overdue%00",
    "follow_up=notadate",
    "follow_up=1",
    "ordering=--received",
    "ordering=follow_up_at",
    "ordering=%00",
    "received_from=99999-01-01",
    "status=open",
    "status=all",
]


def make_filtered_lead(**fields) -> Lead:
    return factories.LeadFactory(**{"page_title": "Acne", "subject": "Microneedling", **fields})


def pills(response) -> list[str]:
    return [f"{active.field_label}: {active.value}" for active in response.context["view"].active_filters]


def listed(desk, **data) -> list[int]:
    return rows(desk.get(INBOX, data))


def test_leads_are_filtered_by_the_exact_subject(desk):
    wanted = factories.LeadFactory(subject="Chemical peel")
    factories.LeadFactory(subject="Chemical peel, second time")
    assert listed(desk, subject="Chemical peel") == [wanted.pk]
    assert listed(desk, subject="Chem") == []


def test_leads_are_filtered_by_the_page_they_came_from_even_when_it_is_gone(desk):
    wanted = factories.LeadFactory(page=None, page_title="Laser: what to expect")
    factories.LeadFactory(page_title="Acne")
    assert listed(desk, page="Laser: what to expect") == [wanted.pk]


def test_leads_are_filtered_by_source(desk):
    walk_in = factories.LeadFactory(source=LeadSource.WALK_IN)
    factories.LeadFactory()
    assert listed(desk, source="walk_in") == [walk_in.pk]


def test_leads_are_filtered_by_the_state_of_the_first_answer(desk):
    now = timezone.now()
    overdue = factories.LeadFactory(response_due_at=now - PAST)
    waiting = factories.LeadFactory(response_due_at=now + PAST, last_enquiry_at=now - PAST)
    factories.LeadFactory(response_due_at=now - PAST, first_response_at=now, status=LeadStatus.CONTACTED)
    assert listed(desk, reply="overdue") == [overdue.pk]
    assert listed(desk, reply="waiting") == [overdue.pk, waiting.pk]


def test_leads_are_filtered_by_their_follow_up(desk):
    now = timezone.now()
    due = factories.LeadFactory(follow_up_at=now - PAST)
    planned = factories.LeadFactory(follow_up_at=now + PAST)
    factories.LeadFactory()
    assert listed(desk, follow_up="due") == [due.pk]
    assert listed(desk, follow_up="planned") == [planned.pk]


def test_a_closed_status_needs_no_tab_to_be_found(desk):
    lost = factories.LeadFactory(status=LeadStatus.LOST)
    factories.LeadFactory()
    response = desk.get(INBOX, {"status": "lost"})
    assert rows(response) == [lost.pk]
    assert current_tab(response) == "All"
    assert current_tab(desk.get(INBOX, {"status": "new"})) == "All open"


def test_filters_tab_search_and_order_go_together(desk, desk_user):
    wanted = make_filtered_lead(name="Amara Osei")
    second = make_filtered_lead(name="Amara Tan", follow_up_at=timezone.now() - PAST)
    for other in [{"status": LeadStatus.CONTACTED}, {"owner": desk_user}, {"subject": "x"}, {"page_title": "x"}]:
        make_filtered_lead(name="Amara Other", **other)
    make_filtered_lead(name="Bela")
    assert listed(desk, **FILTERED, q="amara") == [second.pk, wanted.pk]


def test_every_filter_in_force_has_a_pill_that_removes_it_alone(desk):
    make_filtered_lead()
    response = desk.get(INBOX, FILTERED)
    assert pills(response) == [
        "Status: New",
        "Owner: Nobody",
        "Subject: Microneedling",
        "Page: Acne",
        "Source: Website",
        "First answer: Not given yet",
        "Received: 1 Jan 2020 - any",
    ]
    for active in response.context["view"].active_filters:
        left = parse_qs(urlsplit(active.removed_filter_url).query)
        assert left["queue"] == ["all"]
        assert len(left) == len(FILTERED)


def test_a_value_that_means_nothing_is_named_and_the_other_filters_still_count(desk):
    phone = factories.LeadFactory(source=LeadSource.PHONE)
    factories.LeadFactory()
    response = desk.get(INBOX, {"owner": "999999", "source": "phone", "received_from": "yesterday"})
    assert rows(response) == [phone.pk]
    assert "Not understood and left out: Owner, Received." in response.content.decode()
    assert "left out" not in desk.get(INBOX, {"source": "phone"}).content.decode()


@pytest.mark.parametrize("querystring", NONSENSE)
def test_nonsense_narrows_nothing(desk, lead, querystring):
    assert rows(desk.get(f"{INBOX}?{querystring}")) == [lead.pk]
    assert rows(desk.get(f"{INBOX}results/?{querystring}&_w_filter_fragment=1")) == [lead.pk]


def test_subjects_and_pages_of_late_are_suggested_the_most_frequent_first(desk):
    factories.LeadFactory(subject="Peel", page_title="Acne")
    for _number in range(2):
        factories.LeadFactory(subject="Botox", page_title="")
    content = desk.get(INBOX).content.decode()
    assert content.index('<option value="Botox">') < content.index('<option value="Peel">')
    assert content.count('<option value="Acne">') == 1
    assert '<option value="">' not in content


def test_suggestions_come_from_the_latest_leads_alone(desk):
    factories.LeadFactory(subject="Forgotten", last_enquiry_at=timezone.now() - timedelta(days=9))
    Lead.objects.bulk_create(factories.LeadFactory.build_batch(500, subject="Botox"))
    assert "Forgotten" not in desk.get(INBOX, {"queue": "overdue"}).content.decode()


@pytest.mark.parametrize("data", [{}, FILTERED, {"queue": "mine", "q": "visitor"}, {"queue": "overdue"}])
def test_filters_need_as_many_queries_for_a_thousand_leads_as_for_ten(desk, data):
    def count_queries():
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(INBOX, data).status_code == 200
        return len(queries)

    Lead.objects.bulk_create(factories.LeadFactory.build_batch(10, page_title="Acne"))
    desk.get(INBOX, data)
    few = count_queries()
    Lead.objects.bulk_create(factories.LeadFactory.build_batch(990, page_title="Acne"))
    assert count_queries() <= few + (1 if "q" in data else 0)
    assert few <= 24


@pytest.mark.parametrize(("queue", "expected"), [("waiting", "due"), ("overdue", "due"), ("follow_up", "follow_up")])
def test_queues_about_time_show_what_is_most_urgent_first(desk, queue, expected):
    now = timezone.now()
    late = factories.LeadFactory(response_due_at=now - PAST, follow_up_at=now - PAST)
    later = factories.LeadFactory(response_due_at=now - 2 * PAST, follow_up_at=now - 2 * PAST)
    response = desk.get(INBOX, {"queue": queue})
    assert rows(response) == [later.pk, late.pk]
    assert response.context["ordering"] == expected
    assert listed(desk, queue=queue, ordering=f"-{expected}") == [late.pk, later.pk]


@pytest.mark.parametrize("ordering", ["received", "-received", "due", "-due", "follow_up", "name", "status", "owner"])
def test_leads_that_are_equal_keep_one_order_over_all_pages(desk, ordering):
    moment = timezone.now() - PAST
    same = {"name": "A", "last_enquiry_at": moment, "response_due_at": moment, "follow_up_at": moment}
    Lead.objects.bulk_create(factories.LeadFactory.build_batch(60, **same))
    shown = listed(desk, ordering=ordering) + listed(desk, ordering=ordering, p=2)
    assert len(set(shown)) == 60
    assert shown == sorted(shown, reverse=ordering != "received")


def test_a_row_leads_to_its_lead_with_the_place_in_the_listing(desk):
    for _number in range(2):
        last = make_filtered_lead()
    content = desk.get(INBOX, {"source": "website", "ordering": "received"}).content.decode()
    query = "in=queue%3Dopen%26source%3Dwebsite%26ordering%3Dreceived&amp;at=1"
    assert f'href="/admin/leads/lead/inspect/{last.pk}/?{query}"' in content


def test_after_a_search_a_row_leads_to_its_lead_alone(desk, lead):
    content = desk.get(INBOX, {"q": "amara", "source": "website"}).content.decode()
    assert f'href="/admin/leads/lead/inspect/{lead.pk}/"' in content


def test_what_a_listing_remembers_holds_nothing_but_what_is_declared(desk_user):
    data = QueryDict("q=amara&p=3&owner__password=x&source=phone&status=zzz&received_to=2026-01-01&queue=mine&id=all")
    assert Listing(data, desk_user).querystring == "queue=mine&source=phone&received_to=2026-01-01"


def test_what_a_listing_remembers_lists_the_same_leads_again(desk_user):
    make_filtered_lead()
    listing = Listing(QueryDict("&".join(f"{key}={value}" for key, value in FILTERED.items())), desk_user)
    again = Listing.read(listing.querystring, desk_user)
    assert again.querystring == listing.querystring
    assert list(again.leads) == list(listing.leads) == list(Lead.objects.all())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"queue": "mine"}, "No open lead is yours"),
        ({"queue": "unread"}, "Somebody has looked at every enquiry."),
        ({"queue": "waiting"}, "Nobody is waiting for a first answer"),
        ({"queue": "overdue"}, "Nothing overdue"),
        ({"queue": "follow_up"}, "Nothing to follow up today"),
        ({}, "Every lead is closed"),
        ({"source": "phone", "queue": "all"}, "No lead in “All” fits the filters"),
        ({"q": "zzz"}, "Nothing found for “zzz”"),
    ],
)
def test_an_empty_listing_says_why_it_is_empty(desk, data, sentence):
    factories.LeadFactory(status=LeadStatus.LOST, is_unread=False)
    assert sentence in desk.get(INBOX, data).content.decode()


def test_a_row_offers_to_call_and_says_what_comes_next(desk):
    at = timezone.now() + timedelta(days=3)
    factories.LeadFactory(name="Bea", phone="020 7946 0123", status=LeadStatus.BOOKED, consultation_at=at)
    factories.LeadFactory(name="Cy", phone="", follow_up_at=timezone.now() - PAST)
    content = desk.get(INBOX).content.decode()
    assert 'href="tel:02079460123"' in content
    assert content.count('class="leads-call"') == 1
    assert "Consultation" in content
    assert content.count("leads-next--past") == 1


def test_a_lead_that_can_be_taken_says_where_its_key_posts(desk, desk_user, client, onlooker):
    free, own = factories.LeadFactory(), factories.LeadFactory(owner=desk_user)
    content = desk.get(INBOX).content.decode()
    assert f'data-take-url="/admin/leads/lead/take/{free.pk}/?seen="' in content
    assert f"take/{own.pk}/" not in content
    client.force_login(onlooker)
    assert "data-take-url" not in client.get(INBOX).content.decode()
