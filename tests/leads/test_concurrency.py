"""Many visitors, or one impatient one, at the same instant: real transactions on a real database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from leads.dispatch import run_due
from leads.models import Delivery, DeliveryState, Enquiry, Lead
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work, arguments: list) -> list:
    """Call `work` with every argument, each from a thread of its own, all at the same instant."""
    barrier = Barrier(len(arguments))

    def call(argument):
        barrier.wait()
        try:
            return work(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(call, arguments))


def post_at_once(posts: list[dict]) -> list[tuple[int, str]]:
    """Send every post from a thread of its own; status and address of the answers, in order."""

    def post(values):
        response = Client().post("/enquiries/consultation/", values)
        return response.status_code, response.get("Location", "")

    return at_once(post, posts)


def test_sixteen_concurrent_posts_with_one_client_key_are_one_enquiry(client, clinic, treatment_page):
    values = hidden_values(client.get(treatment_page.url)) | answers(client_key="7f0c3f2e-one-attempt")
    replies = post_at_once([values] * 16)
    assert {status for status, _location in replies} == {303}
    assert len({location for _status, location in replies}) == 1
    assert (Enquiry.objects.count(), Lead.objects.count(), Delivery.objects.count()) == (1, 1, 1)


def test_sixteen_concurrent_posts_without_script_are_one_enquiry(client, clinic, treatment_page):
    values = hidden_values(client.get(treatment_page.url)) | answers()
    replies = post_at_once([values] * 16)
    assert len(set(replies)) == 1
    assert Enquiry.objects.count() == 1


def test_four_concurrent_enquiries_of_one_person_are_one_lead(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    emails = ["ada@example.com", "Ada@example.com", " ada@EXAMPLE.com", "ADA@example.com"]
    posts = [hidden | answers(client_key=f"tab-{n}", email=email) for n, email in enumerate(emails)]
    assert {status for status, _location in post_at_once(posts)} == {303}
    assert (Enquiry.objects.count(), Lead.objects.count()) == (4, 1)


def test_four_concurrent_enquiries_with_one_phone_are_one_lead(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    phones = ["07700 900123", "+44 7700 900123", "(07700) 900-123", "0044 7700 900123"]
    posts = [hidden | answers(client_key=f"tab-{n}", email="", phone=phone) for n, phone in enumerate(phones)]
    assert {status for status, _location in post_at_once(posts)} == {303}
    assert (Enquiry.objects.count(), Lead.objects.count()) == (4, 1)


def test_concurrent_visitors_with_the_very_same_page_are_kept_apart(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    posts = [hidden | answers(email=f"visitor{n}@example.com", client_key=f"tab-{n}") for n in range(8)]
    assert len(set(post_at_once(posts))) == 8
    assert (Enquiry.objects.count(), Lead.objects.count()) == (8, 8)


def test_several_senders_send_every_message_once(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    for number in range(12):
        client.post("/enquiries/consultation/", hidden | answers(email=f"visitor{number}@example.com"))
    tried = at_once(lambda _number: run_due(), list(range(4)))
    assert sum(tried) == 12
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == len(mail.outbox) == 12
    assert set(Delivery.objects.values_list("state", "attempts")) == {(DeliveryState.SENT, 1)}
