"""The bench itself works; what it measures is no test."""

import os

import pytest

from tests.bench.cpu import seconds_of_tree
from tests.bench.enquiry_post import compare, contestants, result
from tests.bench.measure import Spent
from tests.bench.report import write_into


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    """The database of the other tests is not needed here."""


def test_six_enquiries_are_sent_stored_and_paid_for_on_every_form():
    with contestants("SQLite") as forms:
        spent = compare(forms, rounds=1, enquiries=6, concurrency=2)
    assert {(one.contestant, one.phase) for one in spent} == {
        (form.name, phase) for form in forms for phase in ("read", "send", "see next")
    }
    assert all(one.clock > 0 for one in spent)


def test_a_ratio_is_that_of_medians():
    spent = [
        Spent("SQLite", contestant, number, phase, cost, 0.0, 1.0)
        for contestant, costs in {"ours": (1, 2, 9), "plain, with mail": (6, 4, 5), "plain, no mail": (4, 4, 1)}.items()
        for number, cost in enumerate(costs)
        for phase in ("read", "send", "see next")
    ]
    assert "| POST, SQLite | 20.00 ms | 50.00 ms | 40.00 ms | 2.50 | 2.00 |" in result(spent, enquiries=100)


def test_the_work_of_a_process_is_counted():
    before = seconds_of_tree(os.getpid())
    while seconds_of_tree(os.getpid()) == before:
        sum(range(100_000))
    assert seconds_of_tree(os.getpid()) > before


def test_a_report_without_a_place_for_the_table_is_left_alone(tmp_path):
    path = tmp_path / "report.md"
    path.write_text("Words.")
    with pytest.raises(ValueError, match="no place for posts"):
        write_into(path, "posts", "| a |")
    assert path.read_text() == "Words."
