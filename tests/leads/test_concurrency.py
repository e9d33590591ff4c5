"""Many visitors, or one impatient one, at the same instant: real transactions on a real database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from leads.dispatch import run_due
from leads.models import Activity, Delivery, DeliveryState, Enquiry, Lead, Verdict
from leads.quarantine import release
from tests.factories import make_user
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
    assert (Enquiry.objects.count(), Lead.objects.count(), Delivery.objects.count()) == (1, 1, 2)


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
    assert sum(tried) == 24
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == len(mail.outbox) == 24
    assert set(Delivery.objects.values_list("state", "attempts")) == {(DeliveryState.SENT, 1)}


def hold_back(client, treatment_page, **values) -> Enquiry:
    """What a robot sends, or somebody who is taken for one."""
    robot = {"website": "x", "elapsed": "80", "client_key": "robot", **values}
    client.post("/enquiries/consultation/", hidden_values(client.get(treatment_page.url)) | answers(**robot))
    return Enquiry.objects.quarantined().latest("pk")


def visits(posts: list[dict]) -> list:
    """Each post as work to be done from a browser of its own."""
    return [lambda post=post: Client().post("/enquiries/consultation/", post) for post in posts]


def test_an_enquiry_that_eight_people_release_at_once_is_filed_once(client, clinic, treatment_page):
    held = hold_back(client, treatment_page)
    staff = make_user("leads.view_lead", "leads.change_lead")
    released = at_once(lambda _number: release([held], by=staff), list(range(8)))
    assert sorted(map(len, released)) == [0] * 7 + [1]
    assert (Lead.objects.count(), Activity.objects.count(), Delivery.objects.count()) == (1, 2, 1)


def test_release_and_confirmation_at_once_end_in_one_of_them(client, clinic, treatment_page):
    held = hold_back(client, treatment_page)
    staff = make_user("leads.view_lead", "leads.change_lead")
    work = [lambda: len(release([held], by=staff)), lambda: held.confirm_spam(by=staff)] * 4
    assert sum(at_once(lambda decide: decide(), work)) == 1
    held.refresh_from_db()
    assert (held.verdict == Verdict.ACCEPTED) == bool(held.lead) == Lead.objects.exists()


def test_a_release_and_new_enquiries_of_one_person_at_once_are_one_lead(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    held = [hold_back(client, treatment_page, message=f"Number {number}") for number in range(2)]
    staff = make_user("leads.view_lead", "leads.change_lead")
    posts = [hidden | answers(client_key=f"tab-{number}", message=f"Tab {number}") for number in range(4)]
    releases = [lambda enquiry=enquiry: release([enquiry], by=staff) for enquiry in held]
    at_once(lambda work: work(), releases + visits(posts))
    assert (Lead.objects.count(), Lead.objects.get().enquiries.count()) == (1, 6)


def test_people_who_write_while_their_enquiries_are_moved_are_never_filed_under_an_emptied_lead(
    client, clinic, treatment_page
):
    hidden = hidden_values(client.get(treatment_page.url))
    for name in ("ada", "bea"):
        client.post("/enquiries/consultation/", hidden | answers(email=f"{name}@example.com"))
    first, second = Lead.objects.order_by("pk")
    staff = make_user("leads.view_lead", "leads.change_lead")
    moves = [lambda: first.enquiries.get().move_to(second, by=staff)]
    posts = [hidden | answers(client_key=f"tab-{number}", message=f"Tab {number}") for number in range(4)]
    at_once(lambda work: work(), moves + visits(posts))
    first.refresh_from_db()
    assert Enquiry.objects.filter(lead=None).count() == 0
    assert bool(first.emptied_into) == (not first.enquiries.exists())
    assert Lead.objects.count() == 2


def test_opposite_moves_at_once_do_not_block_each_other(client, clinic, treatment_page):
    hidden = hidden_values(client.get(treatment_page.url))
    for name in ("ada", "bea"):
        client.post("/enquiries/consultation/", hidden | answers(email=f"{name}@example.com"))
    ada, bea = Lead.objects.order_by("pk")
    staff = make_user("leads.view_lead", "leads.change_lead")
    moves = [(ada.enquiries.get(), bea), (bea.enquiries.get(), ada)]
    at_once(lambda move: move[0].move_to(move[1], by=staff), moves)
    assert (ada.enquiries.count(), bea.enquiries.count()) == (1, 1)
