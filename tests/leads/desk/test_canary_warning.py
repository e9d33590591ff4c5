"""Staff hear of a test enquiry that did not come through."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import CanaryRun, JobLoop
from tests.leads.desk.listing import INBOX

WARNING = "did not get through: The page of the enquiry form could not be read. The site answered 503."


@pytest.fixture
def canary_run(db, settings):
    canary = {"URL": "https://wrenandrowe.example/enquiries/consultation/", "RECIPIENT": "canary@wrenandrowe.example"}
    settings.LEADS = {**settings.LEADS, "CANARY": canary}
    for name in ("lead jobs", "content jobs"):
        JobLoop.record(name, interval=5, succeeded=True)
    now = timezone.now()
    return CanaryRun.objects.create(
        due_at=now, problem="The site answered 503.", started_at=now - timedelta(minutes=11)
    )


@pytest.mark.parametrize("address", ["/admin/", INBOX])
def test_a_missing_step_is_told_where_staff_look(desk, home_page, canary_run, address):
    assert WARNING in desk.get(address).content.decode()


def test_a_round_that_is_under_way_warns_nobody(desk, canary_run):
    canary_run.note(started_at=timezone.now())
    assert "did not get through" not in desk.get(INBOX).content.decode()


def test_a_canary_that_is_switched_off_warns_nobody(desk, canary_run, settings):
    settings.LEADS = {**settings.LEADS, "CANARY": {}}
    assert "did not get through" not in desk.get(INBOX).content.decode()
