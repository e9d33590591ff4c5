from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from leads.models import Activity, ActivityKind, CallOutcome, Lead, LeadStatus, LostReason
from leads.pipeline import REACHABLE_FROM, PipelineError
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return factories.make_user()


@pytest.fixture
def lead():
    return factories.LeadFactory()


def in_days(days):
    return timezone.now() + timedelta(days=days)


def fresh(lead):
    return Lead.objects.get(pk=lead.pk)


MOVES = {
    LeadStatus.ATTEMPTED: lambda lead, by: lead.mark_attempted(by=by),
    LeadStatus.CONTACTED: lambda lead, by: lead.mark_contacted(by=by),
    LeadStatus.BOOKED: lambda lead, by: lead.book(in_days(3), by=by),
    LeadStatus.ATTENDED: lambda lead, by: lead.mark_attended(by=by),
    LeadStatus.NO_SHOW: lambda lead, by: lead.mark_no_show(by=by),
    LeadStatus.CONVERTED: lambda lead, by: lead.convert(by=by),
    LeadStatus.ON_HOLD: lambda lead, by: lead.put_on_hold(in_days(5), by=by),
    LeadStatus.LOST: lambda lead, by: lead.lose(LostReason.PRICE, by=by),
}


@pytest.mark.parametrize("target", MOVES)
@pytest.mark.parametrize("status", LeadStatus)
def test_a_move_happens_where_the_pipeline_allows_it_and_nowhere_else(status, target, staff):
    lead = factories.LeadFactory(status=status)
    if status in REACHABLE_FROM[target]:
        MOVES[target](lead, staff)
        assert (lead.status, fresh(lead).status) == (target, target)
        entry = lead.activities.get(kind=ActivityKind.STATUS)
        assert (entry.actor, entry.from_value, entry.to_value) == (staff, status, target)
    else:
        with pytest.raises(PipelineError):
            MOVES[target](lead, staff)
        assert (fresh(lead).status, lead.activities.count()) == (status, 0)


def test_every_state_but_new_can_be_reached():
    assert set(REACHABLE_FROM) == set(LeadStatus) - {LeadStatus.NEW}


@pytest.mark.parametrize("reason", ["", "because", None, 7])
def test_a_lead_is_not_lost_without_a_known_reason(lead, staff, reason):
    with pytest.raises(PipelineError, match="choose a reason"):
        lead.lose(reason, by=staff)
    assert fresh(lead).status == LeadStatus.NEW


@pytest.mark.parametrize("verb", ["book", "put_on_hold"])
@pytest.mark.parametrize("when", [None, -1])
def test_booking_and_holding_need_a_time_to_come(lead, staff, verb, when):
    with pytest.raises(PipelineError, match="date and a time"):
        getattr(lead, verb)(when and in_days(when), by=staff)
    assert fresh(lead).status == LeadStatus.NEW


@pytest.mark.parametrize("status", ["booked", "on_hold", "lost"])
def test_the_database_refuses_a_state_without_its_date_or_reason(lead, status):
    with pytest.raises(IntegrityError):
        Lead.objects.filter(pk=lead.pk).update(status=status)


def test_a_lead_converts_once(staff):
    lead = factories.LeadFactory(status=LeadStatus.ATTENDED)
    lead.convert(by=staff)
    first = fresh(lead).converted_at
    with pytest.raises(PipelineError, match="converted already"):
        lead.convert(by=staff)
    assert (fresh(lead).converted_at, lead.activities.count()) == (first, 1)


def test_of_two_people_who_move_a_lead_the_second_is_refused(lead, staff):
    hers, his = fresh(lead), fresh(lead)
    hers.mark_contacted(by=staff)
    with pytest.raises(PipelineError, match="Somebody else changed this lead"):
        his.lose(LostReason.PRICE, by=staff)
    assert fresh(lead).status == LeadStatus.CONTACTED
    assert lead.activities.count() == 1


@pytest.mark.parametrize(
    ("status", "outcome", "expected"),
    [
        (LeadStatus.NEW, CallOutcome.NO_ANSWER, LeadStatus.ATTEMPTED),
        (LeadStatus.NEW, CallOutcome.VOICEMAIL, LeadStatus.ATTEMPTED),
        (LeadStatus.NEW, CallOutcome.REACHED, LeadStatus.CONTACTED),
        (LeadStatus.ATTEMPTED, CallOutcome.REACHED, LeadStatus.CONTACTED),
        (LeadStatus.CONTACTED, CallOutcome.NO_ANSWER, LeadStatus.CONTACTED),
        (LeadStatus.BOOKED, CallOutcome.REACHED, LeadStatus.BOOKED),
        (LeadStatus.LOST, CallOutcome.REACHED, LeadStatus.LOST),
    ],
)
def test_a_call_takes_the_status_along_where_that_is_right(status, outcome, expected, staff):
    lead = factories.LeadFactory(status=status)
    lead.log_call(outcome, by=staff, text="Will ring back")
    assert fresh(lead).status == expected
    call = lead.activities.get(kind=ActivityKind.CALL)
    assert (call.outcome, call.text, call.actor) == (outcome, "Will ring back", staff)


def test_a_call_with_an_unknown_outcome_is_refused(lead, staff):
    with pytest.raises(PipelineError, match="how the call ended"):
        lead.log_call("sang", by=staff)
    assert not lead.activities.exists()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda lead, by: lead.mark_attempted(by=by),
        lambda lead, by: lead.log_call(CallOutcome.NO_ANSWER, by=by),
        lambda lead, by: lead.log_reply(by=by),
        lambda lead, by: lead.book(in_days(1), by=by),
    ],
)
def test_the_first_attempt_stops_the_clock_and_no_later_one_moves_it(lead, staff, attempt):
    attempt(lead, staff)
    first = fresh(lead).first_response_at
    assert first
    fresh(lead).log_call(CallOutcome.REACHED, by=staff)
    assert fresh(lead).first_response_at == first


@pytest.mark.parametrize(
    "step",
    [
        lambda lead, by: lead.add_note("Thinking", by=by),
        lambda lead, by: lead.put_on_hold(in_days(2), by=by),
        lambda lead, by: lead.lose(LostReason.OTHER, by=by),
        lambda lead, by: lead.set_follow_up(in_days(2), by=by),
    ],
)
def test_what_reaches_nobody_leaves_the_clock_running(lead, staff, step):
    step(lead, staff)
    assert fresh(lead).first_response_at is None


def test_undo_brings_back_the_state_with_its_date(staff):
    lead = factories.LeadFactory(status=LeadStatus.CONTACTED)
    lead.book(in_days(3), by=staff)
    booked_for = lead.consultation_at
    lead.lose(LostReason.PRICE, by=staff)
    lead.undo(by=staff)
    lead = fresh(lead)
    assert (lead.status, lead.consultation_at) == (LeadStatus.BOOKED, booked_for)
    assert (lead.lost_reason, lead.closed_at) == ("", None)
    assert lead.activities.filter(kind=ActivityKind.UNDO, actor=staff).exists()


def test_undo_of_a_conversion_takes_it_out_of_the_count(staff):
    lead = factories.LeadFactory(status=LeadStatus.ATTENDED)
    lead.convert(by=staff)
    lead.undo(by=staff)
    assert (fresh(lead).status, fresh(lead).converted_at, fresh(lead).closed_at) == (LeadStatus.ATTENDED, None, None)


def test_undo_of_the_only_attempt_lets_the_clock_run_again(lead, staff):
    lead.mark_contacted(by=staff)
    lead.undo(by=staff)
    assert (fresh(lead).status, fresh(lead).first_response_at) == (LeadStatus.NEW, None)


def test_undo_of_a_move_leaves_the_call_that_was_made_with_it(lead, staff):
    lead.log_call(CallOutcome.REACHED, by=staff)
    first = lead.first_response_at
    lead.undo(by=staff)
    assert (fresh(lead).status, fresh(lead).first_response_at) == (LeadStatus.NEW, first)


def test_moves_are_taken_back_one_after_the_other_until_none_is_left(lead, staff):
    lead.mark_attempted(by=staff)
    lead.mark_contacted(by=staff)
    lead.undo(by=staff)
    lead.undo(by=staff)
    assert fresh(lead).status == LeadStatus.NEW
    with pytest.raises(PipelineError, match="no change of status"):
        lead.undo(by=staff)


def test_what_an_enquiry_reopened_is_not_taken_back(lead, staff):
    lead.mark_contacted(by=staff)
    Activity.objects.create(lead=lead, kind=ActivityKind.REOPENED, from_value="lost", to_value="new")
    with pytest.raises(PipelineError, match="no change of status"):
        lead.undo(by=staff)


def test_a_follow_up_can_be_set_and_taken_away(lead, staff):
    lead.set_follow_up(at := in_days(2), by=staff)
    assert fresh(lead).follow_up_at == at
    lead.set_follow_up(None, by=staff)
    assert fresh(lead).follow_up_at is None
    assert lead.activities.filter(kind=ActivityKind.FOLLOW_UP).count() == 2


def test_a_lead_on_hold_keeps_its_date_and_a_closed_one_gets_none(staff):
    with pytest.raises(PipelineError, match="on hold needs a date"):
        factories.LeadFactory(status=LeadStatus.ON_HOLD).set_follow_up(None, by=staff)
    with pytest.raises(PipelineError, match="closed"):
        factories.LeadFactory(status=LeadStatus.LOST).set_follow_up(in_days(2), by=staff)


def test_a_consultation_is_moved_to_another_time(staff):
    lead = factories.LeadFactory(status=LeadStatus.BOOKED)
    lead.book(at := in_days(9), by=staff, minutes=45)
    assert (fresh(lead).consultation_at, fresh(lead).consultation_minutes) == (at, 45)


def test_a_booked_lead_that_is_put_on_hold_gives_its_consultation_up(staff):
    lead = factories.LeadFactory(status=LeadStatus.BOOKED)
    lead.put_on_hold(in_days(5), by=staff)
    assert fresh(lead).consultation_at is None
    lead.undo(by=staff)
    assert fresh(lead).consultation_at is not None
