"""New leads go to whom has the fewest, and come back when they stay unanswered."""

import pytest

from leads.capture import capture
from leads.models import ActivityKind, CallOutcome, Delivery, FormAgent, Lead, LeadStatus
from leads.reminders import rounds
from tests import factories
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [factories.make_user("leads.view_lead") for _number in range(3)]


@pytest.fixture
def team(form, people):
    form.hands_out_leads, form.handout_minutes = True, 30
    form.agents = [FormAgent(user=person, sort_order=place) for place, person in enumerate(people)]
    form.save()
    return people


@pytest.fixture
def enquire(clinic, form, team, at):
    def send(**fields):
        capture(make_submission(form=form, clinic=clinic, site=clinic.site, **fields))
        return Lead.objects.order_by("-pk").first()

    return send


def test_a_new_lead_goes_to_the_person_with_the_fewest_open_ones(enquire, team, clinic, at):
    factories.LeadFactory(site=clinic.site, owner=team[0])
    factories.LeadFactory.create_batch(3, site=clinic.site, owner=team[1], status=LeadStatus.LOST)
    factories.LeadFactory.create_batch(2, site=clinic.site, owner=team[2])
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    lead.refresh_from_db()
    assert lead.owner == team[1]
    assert lead.activities.filter(kind=ActivityKind.HANDED_OUT, to_value=team[1].get_username()).exists()
    assert Delivery.objects.filter(payload__about="handed_out").get().recipient == team[1].email


def test_an_unanswered_lead_goes_back_to_the_queue_once(enquire, team, at):
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    at(16, 10, 30)
    for _turn in range(3):
        rounds.work()
    lead.refresh_from_db()
    assert lead.owner is None
    assert lead.activities.filter(kind=ActivityKind.HANDED_BACK).count() == 1
    assert lead.activities.filter(kind=ActivityKind.HANDED_OUT).count() == 1
    assert Delivery.objects.filter(payload__about="handed_back").get().recipient == "desk@example.com"


def test_an_answered_lead_stays_with_its_person(enquire, team, at):
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    lead.refresh_from_db()
    lead.log_call(CallOutcome.VOICEMAIL, by=lead.owner)
    at(16, 12)
    rounds.work()
    lead.refresh_from_db()
    assert lead.owner == team[0]


def test_what_somebody_gives_to_somebody_is_not_taken_back(enquire, team, at):
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    lead.refresh_from_db()
    lead.assign(team[2], by=team[0])
    at(16, 12)
    rounds.work()
    lead.refresh_from_db()
    assert lead.owner == team[2]


def test_people_who_may_not_see_the_lead_are_passed_over(enquire, team, at):
    team[0].user_permissions.clear()
    team[1].is_active = False
    team[1].save()
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    lead.refresh_from_db()
    assert lead.owner == team[2]


def test_a_form_that_gives_nothing_out_leaves_its_leads_in_the_queue(enquire, form, at):
    form.hands_out_leads = False
    form.save()
    lead = enquire(received_at=at(16, 10))
    rounds.work()
    lead.refresh_from_db()
    assert (lead.owner, lead.hand_out_at) == (None, None)
