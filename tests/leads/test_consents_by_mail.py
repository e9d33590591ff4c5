"""A marketing consent counts only when the owner of the mailbox has confirmed it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from leads.capture import capture
from leads.consents import withdraw
from leads.dispatch import run_due
from leads.intake import Decision
from leads.models import Activity, ActivityKind, ConsentRecord, Delivery, DeliveryKind
from leads.quarantine import release
from leads.submission import Signals
from tests.leads.submissions import make_submission
from tests.leads.test_consents import MARKETING, allowed

pytestmark = pytest.mark.django_db

YES = Decision("consent", MARKETING, "You may send me news.", is_given=True)
LINK = re.compile(r"http://testserver(/enquiries/confirm/\S+)")


def requests():
    return Delivery.objects.filter(kind=DeliveryKind.OPT_IN)


def enquire(*, key="one", decisions=(YES,), **fields):
    return capture(make_submission(client_key=key, decisions=list(decisions), **fields))


def request_mail():
    run_due()
    return next(message for message in mail.outbox if "confirm" in message.subject)


def link_in(message) -> str:
    return LINK.search(message.body)[1]


@pytest.fixture
def link(site):
    """The path in the request that followed a marketing consent."""
    enquire(site=site)
    return link_in(request_mail())


# Who is asked


def test_a_marketing_consent_is_asked_about_once():
    enquiry = enquire()
    delivery = requests().get()
    assert delivery.recipient == "ada@example.com"
    assert delivery.enquiry == enquiry


@pytest.mark.parametrize(
    "decision",
    [
        Decision("consent", MARKETING, "News.", is_given=False),
        Decision("consent", "photos", "Photos.", is_given=True),
        Decision("notice", MARKETING, "We send news.", is_given=False),
    ],
)
def test_nothing_else_is_asked_about(decision):
    enquire(decisions=[decision])
    assert not requests().exists()


def test_which_purposes_are_asked_about_is_a_setting(settings):
    settings.LEADS = {**settings.LEADS, "DOUBLE_OPT_IN_PURPOSES": ["photos"]}
    enquire()
    assert not requests().exists()
    enquire(key="two", decisions=[Decision("consent", "photos", "Photos.", is_given=True)])
    assert requests().exists()


def test_nobody_in_quarantine_is_asked(settings):
    settings.LEADS = {**settings.LEADS, "SPAM_LIMIT": 20}
    enquire(signals=Signals(is_honeypot_filled=True))
    assert not requests().exists()


SPAM = Signals(is_honeypot_filled=True, is_cross_site=True)


def release_one(*, days=2, **fields):
    """An enquiry that was held back, and released some days later."""
    held = enquire(signals=SPAM, received_at=timezone.now() - timedelta(days=days), **fields)
    assert not requests().exists()
    release([held], by=None)
    return held


def test_whoever_is_released_is_asked_then(client, clinic):
    held = release_one(site=clinic.site)
    assert requests().get().enquiry == held
    client.post(link_in(request_mail()))
    assert allowed()


def test_a_second_release_asks_nobody_again():
    held = release_one()
    release([held], by=None)
    assert requests().count() == 1


def test_two_enquiries_of_one_person_that_are_released_together_ask_once():
    held = [enquire(key=key, signals=SPAM) for key in ("one", "two")]
    release(held, by=None)
    assert requests().count() == 1


def test_an_old_enquiry_that_is_released_asks_nobody(settings):
    release_one(days=7)
    assert not requests().exists()
    settings.LEADS = {**settings.LEADS, "OPT_IN_DAYS": 14}
    release_one(days=7, key="two")
    assert requests().exists()


def test_a_consent_withdrawn_in_quarantine_is_not_asked_about():
    held = enquire(signals=SPAM)
    withdraw(held, MARKETING)
    release([held], by=None)
    assert not requests().exists()


def test_a_released_enquiry_without_such_a_consent_asks_nobody():
    release_one(decisions=[Decision("consent", MARKETING, "News.", is_given=False)])
    assert not requests().exists()


@pytest.mark.parametrize("email", ["", "two@example.com, three@example.com", "x@example.com\nBcc: y@example.com"])
def test_what_is_not_one_address_is_not_asked(email):
    enquire(email=email, phone="020 7946 0123")
    assert not requests().exists()


def test_a_mailbox_is_asked_once_a_day():
    enquire(key="one")
    enquire(key="two", email="ADA+news@example.com")
    assert requests().count() == 1
    requests().update(created_at=timezone.now() - timedelta(hours=25))
    enquire(key="three")
    assert requests().count() == 2


def test_the_whole_site_asks_no_more_than_its_hour_allows(settings):
    settings.LEADS = {**settings.LEADS, "ACKNOWLEDGEMENTS_PER_HOUR": 2}
    for number in range(4):
        enquire(key=f"key-{number}", email=f"ada{number}@example.com")
    assert requests().count() == 2


def test_whoever_has_confirmed_is_not_asked_again(client, clinic, link):
    client.post(link)
    requests().update(created_at=timezone.now() - timedelta(days=2))
    enquire(key="two")
    assert requests().count() == 1


# What the mail says


def test_the_mail_quotes_the_consent_and_nothing_that_was_typed(site):
    marker = "zebra"
    enquire(site=site, name=marker, message=marker, phone=marker, treatment=marker)
    message = request_mail()
    assert "You may send me news." in message.body
    assert "The link works for 7 days." in message.body
    assert marker not in message.message().as_string()
    assert "ada" not in link_in(message).lower()


def test_the_mail_lets_its_reader_withdraw(client, clinic):
    enquire(site=clinic.site)
    message = request_mail()
    address = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert address in message.body
    client.post(link_in(message))
    assert allowed()
    client.post(address.removeprefix("http://testserver"), {"List-Unsubscribe": "One-Click"})
    assert not allowed()


def test_the_mail_is_written_in_the_language_that_the_visitor_read(site):
    enquire(site=site, language="de")
    run_due()
    message = next(message for message in mail.outbox if requests().get().message_id in str(message.extra_headers))
    assert message.subject == "Bitte bestätigen Sie, dass wir Ihnen schreiben dürfen"


# The page


def test_opening_the_link_confirms_nothing(client, clinic, link):
    response = client.get(link)
    assert response.status_code == 200
    assert "Yes, I agree" in response.content.decode()
    assert not allowed()


def test_the_button_confirms(client, clinic, link):
    response = client.post(link)
    assert response.status_code == 303
    assert allowed()
    assert "this is confirmed" in client.get(response.url).content.decode()
    assert Activity.objects.filter(kind=ActivityKind.CONSENT_CONFIRMED, to_value=MARKETING).count() == 1


def test_confirming_twice_changes_nothing(client, clinic, link):
    client.post(link)
    confirmed_at = ConsentRecord.objects.get().confirmed_at
    client.post(link)
    assert ConsentRecord.objects.get().confirmed_at == confirmed_at
    assert Activity.objects.filter(kind=ActivityKind.CONSENT_CONFIRMED).count() == 1


def test_the_link_expires(client, clinic, link, settings):
    settings.LEADS = {**settings.LEADS, "OPT_IN_DAYS": 0}
    assert client.get(link).status_code == 404
    response = client.post(link)
    assert "This link has expired" in response.content.decode()
    assert not allowed()


def test_what_was_confirmed_stays_so_after_the_link_has_expired(client, clinic, link, settings):
    client.post(link)
    settings.LEADS = {**settings.LEADS, "OPT_IN_DAYS": 0}
    assert "this is confirmed" in client.get(link).content.decode()


def test_what_was_withdrawn_cannot_be_confirmed_any_more(client, clinic, link):
    withdraw(ConsentRecord.objects.get().enquiry, MARKETING)
    assert client.post(link).status_code == 404
    assert not allowed()


def test_the_same_words_of_an_earlier_enquiry_are_confirmed_with_it(client, clinic):
    enquire(key="one", site=clinic.site)
    requests().update(created_at=timezone.now() - timedelta(days=2), state="sent")
    enquire(key="two", site=clinic.site)
    client.post(link_in(request_mail()))
    assert all(record.confirmed_at for record in ConsentRecord.objects.all())


def test_the_pages_are_kept_by_nobody_and_set_no_cookie(client, clinic, link):
    for response in (client.get(link), client.post(link), client.get(link)):
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies
