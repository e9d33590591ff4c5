"""From one lead to the next, in the view from which the first was opened."""

import re
from datetime import timedelta
from html import escape
from urllib.parse import quote

import pytest
from django.utils import timezone

from leads.models import Lead
from tests import factories
from tests.leads.desk.listing import lead_page, step


@pytest.fixture
def leads(db):
    """Three leads, the newest first, as the inbox shows them."""
    now = timezone.now()
    return [
        factories.LeadFactory(
            name=name, last_enquiry_at=now - timedelta(hours=hours), response_due_at=now + timedelta(hours=hours + 1)
        )
        for hours, name in enumerate(["Ada", "Ben", "Cleo"])
    ]


def way(response) -> dict[str, str]:
    """Where the keys j and k lead."""
    page = response.content.decode()
    links = re.findall(
        r'class="leads-place__link" href="([^"]+)" data-controller="w-kbd" data-w-kbd-key-value="(.)"', page
    )
    return {key: url.replace("&amp;", "&") for url, key in links}


def test_a_lead_alone_has_no_neighbours(desk, leads):
    assert way(desk.get(lead_page(leads[1]))) == {}


def test_the_keys_lead_through_the_view(desk, leads):
    first = desk.get(lead_page(leads[0]) + "?in=" + quote("queue=open"))
    assert set(way(first)) == {"j"}
    second = desk.get(way(first)["j"])
    assert second.context["lead"] == leads[1]
    assert desk.get(way(second)["k"]).context["lead"] == leads[0]
    third = desk.get(way(second)["j"])
    assert third.context["lead"] == leads[2]
    assert set(way(third)) == {"k"}
    assert "3 of 3" in third.content.decode()


def test_a_lead_that_left_the_view_leads_on_to_who_took_its_place(desk, desk_user, leads):
    page = desk.get(lead_page(leads[0]) + "?in=" + quote("queue=waiting"))
    second = desk.get(way(page)["j"])
    response = desk.post(
        step("call", leads[1]) + second.context["place"].query, {"outcome": "reached", "seen_activity": 0}
    )
    after = desk.get(response.url)
    assert after.context["lead"] == leads[1]
    assert desk.get(way(after)["j"]).context["lead"] == leads[2]
    assert desk.get(way(after)["k"]).context["lead"] == leads[0]


def test_what_somebody_searched_for_is_in_no_address(desk, leads):
    response = desk.get(lead_page(leads[0]) + "?in=" + quote("q=Ada&queue=all"))
    assert "q%3D" not in response.content.decode()
    assert "Ada" not in response.context["place"].query


def test_the_view_stays_through_a_step(desk, leads):
    here = lead_page(leads[0]) + "?in=queue%3Dopen&at=0"
    response = desk.get(here)
    assert response.context["here"] == here
    assert desk.post(step("mark_contacted", leads[0]), {"next": here}).url == here


@pytest.mark.parametrize("asked", ["x", "\0", "&&&", "queue=nonsense&status=7", "%", "a" * 5000, "page=9&ordering=../"])
@pytest.mark.parametrize("at", ["", "-1", "99999999", "²", "x"])
def test_a_nonsense_view_is_ignored(desk, leads, asked, at):
    assert desk.get(lead_page(leads[0]), {"in": asked, "at": at}).status_code == 200


def test_a_view_without_any_lead_leads_nowhere(desk, leads):
    assert way(desk.get(lead_page(leads[0]) + "?in=queue%3Dmine&at=7")) == {}


def test_neighbours_cost_the_same_among_many(desk, leads, django_assert_max_num_queries):
    Lead.objects.bulk_create(Lead(name=f"Somebody {number}") for number in range(60))
    with django_assert_max_num_queries(45):
        desk.get(lead_page(leads[0]) + "?in=queue%3Dopen")


def test_opening_and_folding_answers_stays_in_the_view(client, manager, leads):
    client.force_login(manager)
    answer = {"key": "m", "label": "Medicines?", "type": "short_text", "sensitivity": "sensitive", "value": "None"}
    enquiry = factories.EnquiryFactory(lead=leads[0], answers=[answer])
    folded = client.get(lead_page(leads[0]) + "?in=queue%3Dopen").content.decode()
    path = f"/admin/leads/lead/open_answers/{enquiry.pk}/?in=queue%3Dopen&at=0"
    assert f'action="{escape(path)}#' in folded
    opened = client.post(path)
    assert "Medicines?" in opened.content.decode()
    assert f'href="{escape(path)}"' in opened.content.decode()
    assert set(way(opened)) == {"j"}
    assert client.get(path).url == lead_page(leads[0]) + "?in=queue%3Dopen&at=0"
