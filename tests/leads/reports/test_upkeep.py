"""Whatever happens to leads after they were counted, a round of the job makes the figures true again."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from leads.capture import capture
from leads.models import Activity, DayTally, Enquiry, JobLoop, Lead, LeadStatus, LostReason, TallyProgress
from leads.pipeline import PipelineError
from leads.privacy.erasure import erase
from leads.privacy.people import find_person, person_of
from leads.privacy.removal import remove
from leads.quarantine import release
from leads.refiling import close_emptied, split_off
from leads.reminders.promises import notice_breaches
from leads.reports import upkeep
from leads.reports.checking import differing_days
from leads.reports.upkeep import count_changes, count_if_due, count_while_somebody_waits, recount
from leads.submission import Signals
from tests import factories
from tests.leads.reports.histories import live, make_world
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db


def tallies() -> list[tuple]:
    """All that was counted, in one order."""
    names = ("site", "day", "dimension", "value", "leads", "enquiries", "booked", "converted", "lost")
    return sorted(map(str, DayTally.objects.values_list(*names, "answered", "due", "kept")))


def counted_anew() -> list[tuple]:
    """What a counting of everything says, whatever was counted before."""
    DayTally.objects.all().delete()
    recount(differing_days())
    return tallies()


def assert_a_round_makes_it_true() -> None:
    count_changes()
    after_a_round = tallies()
    assert after_a_round
    assert after_a_round == counted_anew()


@pytest.fixture
def world(root_page):
    return make_world(root_page)


@pytest.fixture
def counted(site, clinic, admin_user):
    """A few leads of two weeks ago, counted long ago."""
    leads = [
        factories.EnquiryFactory(
            lead__site=site,
            lead__created_at=timezone.now() - timedelta(days=14 + n),
            site=site,
            received_at=timezone.now() - timedelta(days=14 + n),
            subject=f"Subject {n}",
        ).lead
        for n in range(3)
    ]
    count_changes()
    TallyProgress.objects.update(counted_at=timezone.now() - timedelta(days=1))
    return leads


STEPS = {
    "attempted": lambda lead, by: lead.mark_attempted(by=by),
    "contacted": lambda lead, by: lead.mark_contacted(by=by),
    "booked": lambda lead, by: lead.book(timezone.now() + timedelta(days=2), by=by),
    "attended": lambda lead, by: lead.mark_attended(by=by),
    "no show": lambda lead, by: lead.mark_no_show(by=by),
    "converted": lambda lead, by: lead.convert(by=by),
    "lost": lambda lead, by: lead.lose(LostReason.PRICE, by=by),
    "held": lambda lead, by: lead.put_on_hold(timezone.now() + timedelta(days=2), by=by),
    "called": lambda lead, by: lead.log_call("no_answer", by=by),
    "assigned": lambda lead, by: lead.assign(by if lead.owner is None else None, by=by),
    "taken back": lambda lead, by: lead.undo(by=by),
    "noted": lambda lead, by: lead.add_note("A note.", by=by),
}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_steps_of_staff_a_round_makes_the_figures_true(counted, admin_user, seed):
    rng = Random(seed)  # noqa: S311 - steps need no secrets
    for _round in range(3):
        for _number in range(6):
            lead = Lead.objects.get(pk=rng.choice(counted).pk)
            try:
                rng.choice(list(STEPS.values()))(lead, admin_user)
            except PipelineError:
                continue
        assert_a_round_makes_it_true()


def test_a_booking_that_was_taken_back_is_none(counted, admin_user):
    lead = counted[0]
    lead.book(timezone.now() + timedelta(days=2), by=admin_user)
    count_changes()
    assert DayTally.objects.get(dimension="all", day=timezone.localdate(lead.created_at)).booked == 1
    lead.undo(by=admin_user)
    assert_a_round_makes_it_true()
    assert DayTally.objects.get(dimension="all", day=timezone.localdate(lead.created_at)).booked == 0


def test_enquiries_that_come_move_and_are_let_out_are_counted(counted, site, clinic, admin_user):
    first, second, _third = counted
    first.enquiries.get().move_to(second, by=admin_user)
    assert_a_round_makes_it_true()
    split_off(second.enquiries.order_by("received_at").first(), by=admin_user)
    assert_a_round_makes_it_true()
    suspicious = Signals(is_honeypot_filled=True, is_cross_site=True)
    held_back = capture(make_submission(site=site, signals=suspicious, client_key="one"))
    capture(make_submission(site=site, client_key="two", email="other@example.com"))
    assert_a_round_makes_it_true()
    release([held_back], by=admin_user)
    assert_a_round_makes_it_true()


def all_leads() -> int:
    return sum(DayTally.objects.filter(dimension="all").values_list("leads", flat=True))


def test_a_lead_whose_enquiries_were_all_moved_away_is_none(counted, admin_user):
    first, second, _third = counted
    enquiry = first.enquiries.get()
    enquiry.move_to(second, by=admin_user)
    assert_a_round_makes_it_true()
    assert all_leads() == 2
    enquiry.refresh_from_db()
    enquiry.move_to(first, by=admin_user)
    assert_a_round_makes_it_true()
    assert all_leads() == 3


def test_it_stays_none_when_it_is_closed_and_when_either_lead_is_removed(counted, admin_user):
    first, second, third = counted
    for lead in (first, second):
        lead.enquiries.get().move_to(third, by=admin_user)
    first.refresh_from_db()
    close_emptied(first, by=admin_user)
    assert_a_round_makes_it_true()
    assert all_leads() == 1
    assert not DayTally.objects.filter(dimension="lost_reason").exists()
    before = tallies()
    remove([Lead.objects.get(pk=second.pk)], [], cause="erased")
    remove([Lead.objects.get(pk=third.pk)], third.enquiries.all(), cause="erased")
    assert tallies() == before == counted_anew()


def test_a_promise_that_was_broken_unnoticed_counts_once_the_job_noticed(counted):
    Lead.objects.filter(pk=counted[0].pk).update(response_due_at=timezone.now() - timedelta(hours=1))
    notice_breaches()
    assert Activity.objects.filter(kind="breached").exists()
    assert_a_round_makes_it_true()
    assert DayTally.objects.filter(dimension="all", due=1, kept=0).count() == 1


def test_what_was_stored_late_is_counted_by_the_next_round(counted, admin_user):
    counted[0].mark_contacted(by=admin_user)
    late = Activity.objects.order_by("-pk").first()
    Activity.objects.filter(pk=late.pk).delete()
    counted[1].mark_contacted(by=admin_user)
    count_changes()
    Activity.objects.bulk_create([late])
    assert late.pk < Activity.objects.order_by("-pk").first().pk
    assert_a_round_makes_it_true()


def test_a_round_without_anything_new_writes_nothing(counted, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as captured:
        count_changes()
    assert not [query for query in captured if query["sql"].startswith(("INSERT", "DELETE", "UPDATE"))]


def test_an_erasure_changes_no_figure(world):
    live(world, 80, seed=5)
    Lead.objects.filter(email="").update(email="a@example.com", email_key="a@example.com")
    count_changes()
    before = tallies()
    rng = Random(5)  # noqa: S311 - nothing secret
    for lead in rng.sample(list(Lead.objects.order_by("pk")), 25):
        remove([lead], Enquiry.objects.filter(lead=lead), cause="erased")
    assert tallies() == before
    assert counted_anew() == before
    assert DayTally.objects.filter(dimension="subject").exclude(value="").exists()


def test_a_person_who_is_erased_goes_on_being_counted(counted, site, clinic, admin_user):
    lead = capture(make_submission(site=site, treatment="What they typed")).lead
    lead.assign(admin_user, by=admin_user)
    lead.book(timezone.now() + timedelta(days=2), by=admin_user)
    count_changes()
    before = tallies()
    erase(lambda: person_of(lead))
    count_changes()
    assert tallies() == before
    assert counted_anew() == before
    assert "What they typed" not in str(before)


def test_what_was_not_counted_before_an_erasure_is_counted_with_it(counted, site, clinic, admin_user):
    enquiry = capture(make_submission(site=site, client_key="new"))
    lead = Lead.objects.get(pk=enquiry.lead_id)
    lead.mark_contacted(by=admin_user)
    lead.convert(by=admin_user)
    erase(lambda: find_person(enquiry.email))
    assert not Activity.objects.filter(lead=lead).exists()
    today = DayTally.objects.get(dimension="all", day=timezone.localdate())
    assert (today.leads, today.converted) == (1, 1)
    assert tallies() == counted_anew()


def test_a_purge_changes_no_figure(counted, clinic, admin_user):
    clinic.retention_months = 1
    clinic.save()
    lead = counted[0]
    lead.lose(LostReason.TOO_FAR, by=admin_user)
    long_ago = timezone.now() - timedelta(days=90)
    Lead.objects.filter(pk=lead.pk).update(created_at=long_ago, last_enquiry_at=long_ago)
    Activity.objects.filter(lead=lead).update(created_at=long_ago)
    before = counted_anew()
    call_command("purge_leads")
    assert not Lead.objects.filter(pk=lead.pk).exists()
    count_changes()
    assert tallies() == before == counted_anew()


def test_a_counting_that_is_killed_goes_on_where_it_ended(world, monkeypatch):
    live(world, 50, seed=6)
    counted = []

    def killed_after_ten(site, first, last):
        if len(counted) == 10:
            raise KeyboardInterrupt
        counted.append(first)
        return tally(site, first, last)

    tally = upkeep.tally_days
    monkeypatch.setattr(upkeep, "RUN", timedelta(days=1))
    monkeypatch.setattr(upkeep, "tally_days", killed_after_ten)
    with pytest.raises(KeyboardInterrupt):
        count_changes()
    assert DayTally.objects.values("site", "day").distinct().count() == 10
    lead = Lead.objects.exclude(status="lost").order_by("created_at").last()
    lead.add_note("Meanwhile.", by=None)
    monkeypatch.setattr(upkeep, "tally_days", tally)
    assert_a_round_makes_it_true()


def test_a_long_counting_lets_other_jobs_have_their_turn(world, monkeypatch):
    monkeypatch.setattr(upkeep, "RUN", timedelta(days=4))
    live(world, 60, seed=7)
    rounds = 0
    while not count_changes(seconds=1e-9):
        rounds += 1
        assert rounds < 500
    assert rounds > 10
    assert tallies() == counted_anew()


def test_a_bulk_change_is_counted_in_pieces(world, monkeypatch):
    monkeypatch.setattr(upkeep, "CHUNK", 7)
    live(world, 30, seed=8)
    count_changes()
    for lead in Lead.objects.all():
        lead.add_note("All of them.", by=None)
        Lead.objects.filter(pk=lead.pk).update(source="social")
    assert not count_while_somebody_waits()
    assert_a_round_makes_it_true()


def test_somebody_who_looks_sees_what_changed_a_moment_ago(counted, admin_user):
    counted[0].mark_contacted(by=admin_user)
    counted[0].convert(by=admin_user)
    assert count_while_somebody_waits()
    assert DayTally.objects.filter(dimension="all", converted=1).count() == 1


def test_the_first_counting_of_many_leads_is_left_to_the_job(counted, monkeypatch):
    TallyProgress.objects.all().delete()
    monkeypatch.setattr(upkeep, "FEW", 2)
    assert not count_while_somebody_waits()


def test_a_page_an_owner_or_a_site_that_is_gone_is_found_by_the_daily_check(world):
    live(world, 100, seed=9)
    count_changes()
    world.pages[0].delete()
    get_user_model().objects.filter(pk=world.owners[0].pk).delete()
    Site.objects.filter(pk=world.sites[1].pk).delete()
    JobLoop.objects.update(last_run_at=timezone.now() - timedelta(days=2))
    count_if_due()
    after_the_check = tallies()
    assert after_the_check == counted_anew()


def test_leads_that_came_without_an_entry_are_found_by_the_daily_check(counted, site):
    Lead.objects.bulk_create([Lead(site=site, name="Imported", created_at=timezone.now() - timedelta(days=40))])
    count_changes()
    JobLoop.objects.update(last_run_at=timezone.now() - timedelta(days=2))
    count_if_due()
    assert tallies() == counted_anew()


def test_the_job_loop_counts_once_a_minute(counted, admin_user):
    call_command("run_lead_jobs")
    assert JobLoop.objects.get(name=upkeep.LOOP).last_success_at
    counted[0].mark_contacted(by=admin_user)
    before = tallies()
    call_command("run_lead_jobs")
    assert tallies() == before
    JobLoop.objects.filter(name=upkeep.LOOP).update(last_run_at=timezone.now() - timedelta(minutes=2))
    call_command("run_lead_jobs")
    assert tallies() == counted_anew() != before


def test_a_day_with_many_leads_costs_as_many_queries_as_one_with_few(site, clinic, django_assert_num_queries):
    factories.LeadFactory(site=site)
    with CaptureQueriesContext(connection) as few:
        recount(differing_days())
    factories.LeadFactory.create_batch(20, site=site)
    with django_assert_num_queries(len(few)):
        recount(differing_days())


def test_a_lead_of_midnight_is_counted_on_the_clinics_day(site, clinic):
    clinic.time_zone = "Pacific/Auckland"
    clinic.save()
    moment = datetime.fromisoformat("2026-03-31T11:30:00+00:00")
    factories.LeadFactory(site=site, created_at=moment, status=LeadStatus.NEW)
    count_changes()
    row = DayTally.objects.get(dimension="hour")
    assert (row.day, row.value) == (date(2026, 4, 1), "0")
