"""The command that sends what is due, once or in a loop that outlives errors."""

import threading

import pytest
from django.core.management import call_command

from leads import loop
from leads.management.commands import run_lead_jobs


@pytest.fixture
def stop(monkeypatch):
    event = threading.Event()
    monkeypatch.setattr(run_lead_jobs, "stop_on_signals", lambda: event)
    return event


@pytest.fixture(autouse=True)
def connections_stay(monkeypatch):
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)


@pytest.mark.django_db
def test_one_pass_says_how_much_it_tried(capsys):
    call_command("run_lead_jobs")
    assert capsys.readouterr().out == "0 messages tried\n"


def test_the_loop_goes_on_after_an_error_and_ends_when_asked_to(monkeypatch, stop, caplog):
    turns = []

    def fail_once_then_stop(should_stop):
        turns.append(should_stop())
        if len(turns) == 1:
            raise RuntimeError("the database is away")
        stop.set()

    monkeypatch.setattr(run_lead_jobs, "run_due", fail_once_then_stop)
    call_command("run_lead_jobs", loop=True, interval=0)
    assert turns == [False, False]
    assert "send_due_messages failed" in caplog.text
