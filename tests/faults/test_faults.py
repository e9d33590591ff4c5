"""Everything that can break is broken under load; no enquiry that was acknowledged is lost or stored twice."""

import os
import time

import pytest

from tests.faults.chaos import at_random_moments, kill_jobs, kill_web, let_last
from tests.faults.clients import Clients
from tests.faults.mail_server import Day
from tests.faults.outcome import settle
from tests.faults.waiting import wait_until

SECONDS = float(os.environ.get("FAULT_SECONDS", "60"))
SHORTER = SECONDS / 3

on_both = pytest.mark.parametrize("running_site", ["SQLite", "PostgreSQL"], indirect=True)
on_sqlite = pytest.mark.parametrize("running_site", ["SQLite"], indirect=True)
on_postgresql = pytest.mark.parametrize("running_site", ["PostgreSQL"], indirect=True)


@pytest.fixture
def came_out(site, outcomes):
    """Counts what came of a scenario, puts it into the table, and gives it to be checked."""

    def count(clients, scenario, faults):
        outcomes.append(settle(site, clients, scenario, faults))
        return outcomes[-1]

    return count


@on_both
def test_web_killed_at_random_moments_loses_nothing_and_doubles_nothing(site, came_out):
    with Clients(site, "web") as clients:
        kills = at_random_moments(lambda: kill_web(site), SECONDS, pause=(0.5, 6))
    assert came_out(clients, "web killed", kills).problems() == []


@on_both
def test_job_loop_killed_at_random_moments_doubles_one_mail_a_kill_at_most(site, came_out):
    with Clients(site, "jobs") as clients:
        kills = at_random_moments(lambda: kill_jobs(site), SECONDS, pause=(0.1, 3))
    assert came_out(clients, "job loop killed", kills).problems(most_duplicates=kills) == []


@on_postgresql
def test_a_database_that_stops_and_comes_back_costs_visitors_nothing_but_time(site, came_out):
    with Clients(site, "stop") as clients:
        stops = at_random_moments(lambda: let_last(site.database.stopped(), clients, 2), SHORTER, pause=(1, 5))
    assert came_out(clients, "PostgreSQL stopped", stops).problems() == []


@on_sqlite
def test_a_locked_database_costs_visitors_nothing_but_time(site, came_out):
    with Clients(site, "lock") as clients:
        locks = at_random_moments(lambda: let_last(site.database.locked(), clients, 5), SHORTER, pause=(1, 3))
    assert came_out(clients, "SQLite locked", locks).problems() == []


@on_sqlite
def test_a_database_that_may_not_grow_costs_visitors_nothing_but_time(site, came_out):
    with Clients(site, "pages") as clients:
        fault = site.database.at_its_most_pages
        times = at_random_moments(lambda: let_last(fault(), clients, 5), SHORTER, pause=(1, 3))
    assert came_out(clients, "SQLite full (max_page_count)", times).problems() == []


@on_sqlite
def test_a_full_disk_costs_visitors_nothing_but_time(site, came_out, small_disk):
    with Clients(site, "disk") as clients:
        times = at_random_moments(lambda: let_last(small_disk.full(), clients, 5), SHORTER, pause=(1, 3))
    assert came_out(clients, small_disk.scenario, times).problems() == []


@on_both
@pytest.mark.parametrize("day", [Day.REFUSES_FOR_NOW, Day.HANGS, Day.BREAKS_OFF])
def test_mail_that_fails_for_some_time_is_sent_in_the_end(site, mail_server, came_out, day):
    with Clients(site, day.name.lower().replace("_", "")) as clients:
        have_a_bad_day(mail_server, day)
        mail_server.day = Day.GOOD
    outcome = came_out(clients, f"mail server {day.value}", mail_server.refused)
    assert outcome.problems() == []
    assert outcome.dead == 0


@on_both
def test_mail_that_is_refused_for_good_is_given_up_with_its_reason(site, mail_server, came_out):
    with Clients(site, "never") as clients:
        have_a_bad_day(mail_server, Day.REFUSES_FOR_GOOD)
    outcome = came_out(clients, "mail server 554 no, for ever", mail_server.refused)
    assert outcome.problems() == []
    assert outcome.sent == 0


def have_a_bad_day(mail_server, day):
    """Behave so for some time, and until a message met it."""
    mail_server.day = day
    time.sleep(SHORTER / 2)
    wait_until(lambda: mail_server.refused, "a message met the bad day")
