"""How processor time is read while processes come and go."""

import os
import subprocess
import sys

import pytest

from tests.bench.cpu import children_of, exact_seconds_of, seconds_of, seconds_of_tree


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    """No database is needed here."""


def test_a_process_that_ended_costs_nothing_and_has_no_children():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    assert children_of(ended.pid) == []
    assert seconds_of(ended.pid) == exact_seconds_of(ended.pid) == seconds_of_tree(ended.pid) == 0


def test_the_time_of_a_child_counts():
    worker = subprocess.Popen(
        [sys.executable, "-c", "sum(range(20_000_000)); print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    worker.stdout.readline()
    try:
        assert worker.pid in children_of(os.getpid())
        assert seconds_of(worker.pid) > 0
        assert exact_seconds_of(worker.pid) > 0
        assert seconds_of_tree(os.getpid()) > seconds_of(os.getpid())
    finally:
        worker.communicate(b"\n")
