"""The home page says what waits at the desk, to those whose work it is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from leads.desk.dashboard import DeskPanel
from leads.models import Delivery, DeliveryKind, DeliveryState, Enquiry, LeadStatus, Verdict
from tests import factories

pytestmark = pytest.mark.django_db

HOME = "/admin/"


@pytest.fixture
def desk(client):
    client.force_login(factories.make_user("leads.view_lead"))
    return client


@pytest.fixture
def waiting(site):
    """One lead of every kind that the panel counts, and what it does not count."""
    now = timezone.now()
    factories.LeadFactory(site=site, response_due_at=now - timedelta(minutes=5))
    factories.LeadFactory(site=site, response_due_at=now + timedelta(days=3))
    factories.LeadFactory(
        site=site, status=LeadStatus.CONTACTED, first_response_at=now, follow_up_at=now - timedelta(hours=1)
    )
    factories.LeadFactory(site=site, status=LeadStatus.LOST, response_due_at=now - timedelta(days=2))
    Enquiry.objects.create(name="Held", verdict=Verdict.QUARANTINED, site=site, dedupe_key="held")
    Delivery.objects.create(
        kind=DeliveryKind.ALERT, state=DeliveryState.DEAD, dedupe_key="dead", lead=factories.LeadFactory(site=site)
    )


def figures(response) -> dict[str, str]:
    panel = next(panel for panel in response.context["panels"] if panel.name == "lead_desk")
    return {str(figure.label): figure.text for figure in panel.figures}


def test_each_figure_counts_what_its_link_shows(desk, waiting):
    response = desk.get(HOME)
    assert figures(response) == {
        "New": "3",
        "Waiting for a first answer": "3",
        "Overdue": "1",
        "Due today": "2",
        "In quarantine": "1",
        "Messages given up": "1",
    }
    panel = next(panel for panel in response.context["panels"] if panel.name == "lead_desk")
    for figure in panel.figures:
        listing = desk.get(figure.url)
        assert listing.status_code == 200
        assert listing.context["paginator"].count == figure.number


def test_an_overdue_lead_leaves_the_figure_when_a_call_is_logged(desk, site):
    lead = factories.LeadFactory(site=site, response_due_at=timezone.now() - timedelta(minutes=5))
    assert figures(desk.get(HOME))["Overdue"] == "1"
    lead.log_call("no_answer", by=factories.make_user())
    assert figures(desk.get(HOME))["Overdue"] == "0"


def test_who_may_not_see_leads_sees_no_figure(client, waiting):
    client.force_login(factories.make_user())
    assert "lead-desk" not in client.get(HOME).content.decode()


def test_the_figures_cost_one_query(waiting, django_assert_num_queries):
    user = factories.make_user("leads.view_lead")
    user.has_perm("leads.view_lead")
    with django_assert_num_queries(1):
        assert len(DeskPanel(user).figures) == 6


def test_the_inbox_of_the_day_is_one_link_away(desk, waiting):
    assert f'href="{reverse("leads_lead_modeladmin_index")}?queue=due_today"' in desk.get(HOME).content.decode()
