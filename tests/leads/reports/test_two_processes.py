"""Two processes that count at the same time: real transactions on a real database."""

import pytest

from leads.models import DayTally, Lead
from leads.reports.checking import differing_days
from leads.reports.upkeep import count_changes
from tests.leads.reports.histories import live, make_world
from tests.leads.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_processes_that_count_at_once_count_everything_once(root_page):
    live(make_world(root_page), 40, seed=3)
    assert at_once(lambda _process: count_changes(), [1, 2, 3]) == [True] * 3
    assert not differing_days()
    rows = DayTally.objects.filter(dimension="all")
    assert rows.count() == rows.values("site", "day").distinct().count()
    for lead in Lead.objects.all()[:10]:
        lead.add_note("All of them.", by=None)
    at_once(lambda _process: count_changes(), [1, 2, 3])
    assert not differing_days()
