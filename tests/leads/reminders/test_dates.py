"""Dates that staff have set bring one reminder each."""

from datetime import timedelta

import pytest

from leads.models import Delivery, LeadStatus
from leads.reminders import rounds
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return factories.make_user("leads.view_lead", username="owner")


def told():
    return [delivery.payload["about"] for delivery in Delivery.objects.filter(kind="reminder").order_by("pk")]


def turns(number=3):
    for _turn in range(number):
        rounds.work()


def test_a_follow_up_is_brought_back_once_on_its_day(clinic, owner, at):
    lead = factories.LeadFactory(site=clinic.site, owner=owner, status=LeadStatus.CONTACTED)
    lead.set_follow_up(at(16, 10) + timedelta(days=1), by=owner)
    turns()
    assert told() == []
    at(17, 10)
    turns()
    assert told() == ["follow_up"]
    assert Delivery.objects.get(kind="reminder").recipient == "owner@example.com"


def test_a_follow_up_that_is_put_off_is_brought_back_again(clinic, owner, at):
    lead = factories.LeadFactory(site=clinic.site, owner=owner, status=LeadStatus.CONTACTED)
    lead.set_follow_up(at(16, 10) + timedelta(days=1), by=owner)
    lead.set_follow_up(at(17, 10) + timedelta(days=1), by=owner)
    turns()
    at(18, 10)
    turns()
    assert told() == ["follow_up"]


def test_a_closed_lead_asks_for_nothing(clinic, owner, at):
    lead = factories.LeadFactory(site=clinic.site, status=LeadStatus.LOST, follow_up_at=at(16, 9))
    turns()
    assert told() == []
    lead.refresh_from_db()
    assert lead.follow_up_reminded_for == lead.follow_up_at


def test_a_consultation_is_announced_once_within_a_day(clinic, owner, at):
    lead = factories.LeadFactory(site=clinic.site, owner=owner, status=LeadStatus.CONTACTED)
    lead.book(at(16, 10) + timedelta(days=2), by=owner)
    turns()
    assert told() == []
    at(17, 10)
    turns()
    assert told() == ["consultation"]
    lead.book(at(17, 10) + timedelta(days=4), by=owner)
    at(20, 10)
    turns()
    assert told() == ["consultation", "consultation"]


def test_a_consultation_that_was_given_up_is_not_announced(clinic, owner, at):
    lead = factories.LeadFactory(site=clinic.site, owner=owner, status=LeadStatus.CONTACTED)
    lead.book(at(16, 10) + timedelta(days=2), by=owner)
    lead.lose("price", by=owner)
    at(17, 12)
    turns()
    assert told() == []
