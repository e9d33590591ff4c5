"""Nothing that the desk asks PostgreSQL reads all leads or all enquiries: `make test-plans`.

A hundred thousand leads are enough to see it; `make test-plans PLAN_SIZES="1m 1m_open"` asks of a million, of which
30,000 and 400,000 are open, which takes minutes to build. Databases of `make bench-desk` that were kept are used.
"""

import os

import pytest
from django.db import connection
from django.test import override_settings

from leads.models import Lead
from tests.bench.desk import Desk, Measured
from tests.bench.desk_databases import ELSEWHERE, EVERYWHERE, databases, drop_databases
from tests.bench.plans import sequential_scans

SIZES = os.environ.get("PLAN_SIZES", "100k").split()

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL tells its plans.")


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    """The database of the other tests is not needed here."""


@pytest.fixture(scope="module", params=SIZES)
def desk(request, django_db_blocker):
    """A desk of one size; its database goes with it."""
    with django_db_blocker.unblock(), override_settings(ALLOWED_HOSTS=["*"]):
        before = databases()
        yield Desk(request.param)
        drop_databases(keep=before)


@pytest.mark.parametrize("user", [EVERYWHERE, ELSEWHERE])
def test_nothing_reads_all_leads_or_all_enquiries(desk, user):
    whole = {}
    for request in desk.addresses[user]:
        one = Measured(request, user, desk.size)
        desk.read_plans(one)
        if one.scans:
            whole[request] = one.scans
    assert not whole


@pytest.mark.parametrize("user", [EVERYWHERE, ELSEWHERE])
def test_what_is_asked_for_is_there_to_be_found(desk, user):
    empty = set()
    for request in ("queue: Overdue", "owner and status", "search: a phone", "search: a subject given up"):
        one = Measured(request, user, desk.size)
        desk.read_plans(one)
        if not one.rows:
            empty.add(request)
    assert not empty


def test_a_table_that_is_read_whole_is_noticed(desk):
    query = str(Lead.objects.filter(hold_reason="x").query).replace("= x", "= 'x'")
    [scan] = sequential_scans([{"sql": query}])
    assert scan.startswith("leads_lead: ")
