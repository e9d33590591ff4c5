"""What a monitor is told: nothing personal, nothing cached, and every fault that would lose or delay an enquiry."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from leads import loop
from leads.models import Delivery, DeliveryKind, DeliveryState, JobLoop
from tests import factories


@pytest.fixture
def loop_has_run(db):
    JobLoop.record("lead jobs", interval=5, succeeded=True)
    JobLoop.record("content jobs", interval=60, succeeded=True)


def add_delivery(**fields) -> Delivery:
    enquiry = factories.EnquiryFactory()
    values = {"kind": DeliveryKind.ALERT, "recipient": "desk@example.com", "dedupe_key": f"test:{enquiry.pk}"}
    return Delivery.objects.create(enquiry=enquiry, lead=enquiry.lead, **{**values, **fields})


def test_all_is_well(client, loop_has_run):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"
    assert response.json()["problems"] == []


def test_the_answer_is_never_cached_and_sets_no_cookie(client, loop_has_run):
    response = client.get("/healthz")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_a_loop_that_never_ran_is_a_problem(client, db):
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "loop lead jobs" in response.json()["problems"]


def test_a_loop_that_stopped_is_a_problem(client, loop_has_run):
    JobLoop.objects.filter(name="lead jobs").update(last_success_at=timezone.now() - timedelta(minutes=30))
    assert client.get("/healthz").json()["problems"] == ["loop lead jobs"]


def test_a_loop_whose_turns_all_fail_is_a_problem(client, loop_has_run):
    JobLoop.objects.filter(name="lead jobs").update(last_success_at=timezone.now() - timedelta(minutes=30))
    JobLoop.record("lead jobs", interval=5, succeeded=False)
    assert client.get("/healthz").json()["problems"] == ["loop lead jobs"]


def test_a_message_that_should_have_gone_long_ago_is_a_problem(client, loop_has_run):
    add_delivery(next_attempt_at=timezone.now() - timedelta(hours=1))
    health = client.get("/healthz").json()
    assert health["problems"] == ["late deliveries"]
    assert health["oldest_due_delivery_seconds"] >= 3600


def test_a_message_that_was_given_up_is_a_problem(client, loop_has_run):
    add_delivery(state=DeliveryState.DEAD)
    health = client.get("/healthz").json()
    assert health["status"] == "degraded"
    assert health["dead_deliveries"] == 1


def test_nothing_of_visitors_or_staff_is_told(client, loop_has_run):
    add_delivery(state=DeliveryState.DEAD, last_error="SMTPRecipientsRefused 550")
    text = client.get("/healthz").content.decode()
    assert "@" not in text
    assert "Visitor" not in text
    assert "SMTP" not in text


def test_a_database_that_is_away_is_told_instead_of_an_error_page(client, loop_has_run, monkeypatch):
    def refuse():
        raise OperationalError("the server closed the connection")

    with monkeypatch.context() as fault:
        fault.setattr(connection, "cursor", refuse)
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["status"] == "down"


def test_a_load_balancer_hears_of_the_database_only(client, db):
    assert client.get("/healthz?part=database").status_code == 200


@pytest.mark.parametrize("query", ["part=", "part=%00", "part=database&part=x", "x=" + "y" * 3000])
def test_nonsense_in_the_address_is_no_error(client, loop_has_run, query):
    assert client.get(f"/healthz?{query}").status_code == 200


def test_it_costs_five_queries_at_most(client, loop_has_run, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get("/healthz")


def test_only_reading_is_answered(client, loop_has_run):
    assert client.post("/healthz").status_code == 405


@pytest.fixture
def run_turns(monkeypatch, db):
    """Runs a loop until it has had as many turns as there are results, and says how many it had.

    An exception among the results is raised by the job.
    """
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)

    def run(*results):
        stop = loop.threading.Event()
        left = list(results)
        turns = []

        def job():
            turns.append(len(left))
            result = left.pop(0)
            if not left:
                stop.set()
            if result:
                raise result

        loop.run_forever(job, name="test loop", interval=0, stop=stop)
        return len(turns)

    return run


def test_a_loop_notes_its_turns(run_turns):
    run_turns(None)
    noted = JobLoop.objects.get(name="test loop")
    assert noted.last_success_at == noted.last_run_at


def test_a_quick_loop_writes_once_for_many_turns(run_turns, monkeypatch):
    written = []
    monkeypatch.setattr(JobLoop, "record", lambda *args, **kwargs: written.append(kwargs["succeeded"]))
    run_turns(None, None, None)
    assert written == [True]


def test_a_turn_that_fails_is_noted_as_such(run_turns):
    run_turns(RuntimeError("away"))
    noted = JobLoop.objects.get(name="test loop")
    assert noted.last_run_at is not None
    assert noted.last_success_at is None


def test_a_loop_outlives_a_database_that_takes_no_note(run_turns, monkeypatch, caplog):
    asked = []

    def take_no_note(*args, **kwargs):
        asked.append(kwargs["succeeded"])
        raise OperationalError("away")

    with monkeypatch.context() as away:
        away.setattr(JobLoop, "record", take_no_note)
        assert run_turns(None, RuntimeError("away"), None) == 3
    assert asked == [True, False]
    said = [record.getMessage() for record in caplog.records if record.name == "leads.loop"]
    assert said == [
        "take_no_note failed; the loop goes on",
        "job failed; the loop goes on",
        "take_no_note failed; the loop goes on",
    ]
    assert run_turns(None) == 1
    assert JobLoop.objects.get(name="test loop").last_success_at
