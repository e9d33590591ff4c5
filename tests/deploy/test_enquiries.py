"""Enquiries over the edge: all of an office's are stored, and one of too many keeps its text."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from tests.deploy.edge import FORM, PAGE
from tests.faults.clients import hidden_fields, reference_in
from tests.faults.waiting import wait_until
from tests.leads.pages import HIDDEN

OFFICE = "127.0.0.20"
PEOPLE = 20
ALLOWED = 61
"""Posts of one address that are let through at once."""


@pytest.fixture(scope="module")
def hidden(running_edge):
    """The form's hidden fields in the edge's copy of the page."""
    running_edge.get()
    shown = running_edge.get()
    assert shown.cache == "HIT"
    assert not shown.headers.get("Set-Cookie")
    return hidden_fields(shown.text)


def enquiry(hidden: dict, name: str) -> dict[str, str]:
    """What a visitor sends."""
    return hidden | {"name": name, "email": f"{name}@example.com", "message": f'"{name}" <asks>'}


@pytest.fixture(scope="module")
def flood(running_edge, hidden):
    """A function that uses up what an address may send, with posts that hold nothing."""

    def send(visitor: str) -> None:
        with ThreadPoolExecutor(8) as senders:
            list(senders.map(lambda _number: running_edge.post({}, visitor=visitor), range(ALLOWED + 4)))

    return send


def test_an_enquiry_from_a_cached_page_needs_no_cookie(edge, hidden):
    answer = edge.post(enquiry(hidden, "ada"))
    assert answer.status == 303
    assert reference_in(answer.headers["Location"])
    assert not answer.headers.get("Set-Cookie")
    assert edge.get(answer.headers["Location"]).status == 200


def test_twenty_people_behind_one_address_are_all_stored(edge, hidden):
    with ThreadPoolExecutor(PEOPLE) as office:
        answers = list(
            office.map(lambda number: edge.post(enquiry(hidden, f"person{number}"), visitor=OFFICE), range(PEOPLE))
        )
    assert {answer.status for answer in answers} == {303}
    assert len({reference_in(answer.headers["Location"]) for answer in answers}) == PEOPLE


def test_one_of_too_many_gets_the_text_back_and_can_send_it(edge, hidden, flood):
    flood("127.0.0.30")
    sent = enquiry(hidden, "bea")
    answer = edge.post(sent, visitor="127.0.0.30")
    assert (answer.status, answer.headers["Retry-After"], answer.headers["Cache-Control"]) == (429, "60", "no-store")
    assert 'href="tel:' in answer.text
    again = {name: unescape(value) for name, value in HIDDEN.findall(answer.text)}
    assert again == sent
    assert edge.post(again, visitor="127.0.0.31").status == 303


def test_the_script_of_one_of_too_many_is_told_to_try_later(edge, hidden, flood):
    flood("127.0.0.40")
    answer = edge.post(enquiry(hidden, "cleo"), visitor="127.0.0.40", Accept="application/json")
    assert (answer.status, answer.text) == (429, "{}")


def test_too_many_posts_stop_no_page_and_nobody_else(edge, hidden, flood):
    flood("127.0.0.50")
    assert edge.get(FORM, visitor="127.0.0.50").status == 200
    assert edge.get(PAGE, visitor="127.0.0.50").status == 200
    assert edge.post(enquiry(hidden, "dora"), visitor="127.0.0.51").status == 303


def test_a_flood_keeps_two_workers_busy_at_most_and_gets_a_page_from_the_disk(edge, flood):
    flood("127.0.0.60")
    with ThreadPoolExecutor(8) as senders, edge.web.suspended():
        sent = [senders.submit(edge.post, {"name": "x"}, visitor="127.0.0.60") for _sender in range(8)]
        wait_until(lambda: sum(answer.done() for answer in sent) >= 6, "six are answered without the site")
        from_disk = [answer.result() for answer in sent if answer.done()]
    assert len(from_disk) == 6
    for answer in from_disk:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "60")
        assert "Go back: what you wrote is still there." in answer.text
        assert 'href="tel:02079460321"' in answer.text
    assert {answer.result().status for answer in sent} == {429}


def test_an_address_that_the_visitor_invents_changes_nothing(edge, hidden, flood):
    flood("127.0.0.70")
    answer = edge.post(enquiry(hidden, "eve"), visitor="127.0.0.70", X_Forwarded_For="203.0.113.1")
    assert answer.status == 429


def test_what_is_too_large_for_the_edge_keeps_the_phone_number(edge):
    answer = edge.post({"message": "x" * (4 * 1024 * 1024)}, visitor="127.0.0.80")
    assert answer.status == 413
    assert 'href="tel:02079460321"' in answer.text
