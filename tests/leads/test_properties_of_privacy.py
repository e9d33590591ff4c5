"""One word stands in every answer, and is looked for in everything that leaves the site or is written down about it."""

import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads import views
from leads.canary.plan import plan
from leads.canary.rounds import start
from leads.canary.tokens import sign_name
from leads.dispatch import run_due
from leads.models import (
    CanaryRun,
    Delivery,
    DeliveryKind,
    Enquiry,
    Lead,
    QuestionType,
    Sensitivity,
    Verdict,
    WebhookEndpoint,
)
from leads.refiling import split_off
from tests.factories import make_form, make_user
from tests.leads.desk.listing import INBOX, lead_page, step
from tests.leads.pages import hidden_values

pytestmark = pytest.mark.django_db

WORD = "qzkwyx"
TEXT_TYPES = [QuestionType.SHORT_TEXT, QuestionType.LONG_TEXT, QuestionType.PHONE, QuestionType.EMAIL]
FORM = "/enquiries/telling/"


@pytest.fixture
def seen(caplog, settings):
    """Texts in which the word must not be; logs are read at their most talkative."""
    caplog.set_level(logging.DEBUG)
    settings.ADMINS = [("Admin", "admin@example.com")]
    return []


@pytest.fixture
def posted(client, clinic):
    """What a visitor sends who writes the word into everything that can be written into."""
    choices = {"type": QuestionType.ONE_CHOICE, "choices": f"{WORD} one\n{WORD} two"}
    texts = [{"label": str(kind), "type": kind} for kind in TEXT_TYPES]
    sealed = [{**text, "sensitivity": Sensitivity.SENSITIVE} for text in texts]
    news = {"purpose": "marketing-email", "text": "You may send me news."}
    form = make_form("telling", questions=[*texts, {"label": "Which", **choices}, *sealed], statements=[news])
    keys = [question["key"] for question in form.current_version.definition["questions"]]
    values = {f"q-{key}": f"{WORD}@example.com" if "email" in key else f"about {WORD}" for key in keys}
    values["q-which"] = f"{WORD} two"
    fixed = {"name": f"Ada {WORD}", "email": f"{WORD}@example.com", "phone": f"020 {WORD}", "treatment": WORD}
    more = {"message": f"I have {WORD}", "extra": WORD, "website": WORD, "consent-0": "on"}
    return hidden_values(client.get(FORM)) | values | fixed | more


def outside_of(response) -> str:
    """Address and headers of an answer."""
    return f"{response.request['PATH_INFO']}?{response.request['QUERY_STRING']} {response.headers} {response.cookies}"


def text_of(message: EmailMultiAlternatives) -> str:
    """A mail as it goes over the wire and as it is read, without the line that says to whom."""
    lines = message.message().as_string().splitlines()
    sent = "\n".join(line for line in lines if not line.startswith("To: "))
    return f"{sent}\n{message.subject} {message.body} {message.from_email} {message.reply_to} {message.extra_headers}"


def test_what_a_visitor_wrote_stays_between_them_and_the_desk(client, posted, seen, caplog, settings):
    WebhookEndpoint.objects.create(description="Booking", url="https://hooks.example/", tells_statuses=True)
    sent = client.post(FORM, posted)
    thanks = client.get(sent["Location"])
    seen += [outside_of(sent), sent.content.decode(), outside_of(thanks), thanks.content.decode()]
    assert Enquiry.objects.get().message == f"I have {WORD}"

    work_at_the_desk(client, Lead.objects.get(), seen)
    hooks = Delivery.objects.filter(kind=DeliveryKind.WEBHOOK)
    seen += [f"{hook.payload} {hook.dedupe_key}" for hook in hooks]
    assert len(hooks) > 1
    hooks.delete()

    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Delivery.objects.update(state="pending", next_attempt_at="2000-01-01T00:00Z")
    run_due()
    assert len(mail.outbox) >= 2
    assert {DeliveryKind.ALERT, DeliveryKind.ACKNOWLEDGEMENT, DeliveryKind.OPT_IN} == kinds()
    seen += left_behind()
    assert not [text for text in [*seen, caplog.text] if WORD in text.lower()]


def kinds() -> set[str]:
    """What kinds of messages there are."""
    return set(Delivery.objects.values_list("kind", flat=True))


def left_behind() -> list[str]:
    """All mail that went out, and what is written down about mail and in the audit log."""
    return [
        *map(text_of, mail.outbox),
        *(str(row) for row in Delivery.objects.values_list("last_error", "dedupe_key", "message_id", "payload")),
        *(str(row) for row in ModelLogEntry.objects.values_list("label", "data", "object_id")),
    ]


def test_no_way_that_an_enquiry_may_take_tells_what_was_written(client, clinic, posted, seen, caplog, settings):
    settings.LEADS = {**settings.LEADS, "DELIVERY_MAX_ATTEMPTS": 1}
    clinic.fallback_email = "manager@example.com"
    clinic.save()
    WebhookEndpoint.objects.create(description="Booking", url="https://hooks.example/", tells_statuses=True)
    seen.append(outside_of(client.post(FORM, posted, headers={"Sec-Fetch-Site": "cross-site"})))
    held = Enquiry.objects.quarantined().get()
    user = make_user(is_superuser=True)
    client.force_login(user)
    seen += [outside_of(client.get(f"{INBOX}quarantine/{tail}")) for tail in ("", "signals/", f"{held.pk}/")]
    seen.append(outside_of(client.post(f"{INBOX}release/{held.pk}/")))
    seen.append(outside_of(client.post(f"{INBOX}open_answers/{held.pk}/")))

    client.post(FORM, posted | {"message": f"Also {WORD}"})
    lead = Lead.objects.get()
    later = lead.enquiries.exclude(pk=held.pk).get()
    apart = split_off(later, by=user)
    seen.append(outside_of(client.get(lead_page(apart))))
    Enquiry.objects.get(pk=later.pk).move_to(lead, by=user)

    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    Delivery.objects.filter(kind=DeliveryKind.WEBHOOK).update(state="sent")
    run_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mails = Delivery.objects.exclude(kind=DeliveryKind.WEBHOOK)
    mails.update(state="pending", attempts=0, next_attempt_at="2000-01-01T00:00Z")
    run_due()
    assert kinds() >= {DeliveryKind.ALERT, DeliveryKind.OPT_IN, DeliveryKind.UNDELIVERED, DeliveryKind.WEBHOOK}
    assert [message.subject for message in mail.outbox if "confirm" in message.subject]
    assert "manager@example.com" in {address for message in mail.outbox for address in message.to}
    assert set(mails.values_list("state", flat=True)) == {"sent"}
    seen += left_behind()
    assert not [text for text in [*seen, caplog.text] if WORD in text.lower()]


def test_the_sites_own_enquiry_tells_its_mailbox_nothing_of_the_form(client, posted, seen, caplog, settings):
    wanted = {"URL": f"http://testserver{FORM}", "RECIPIENT": "canary@example.com"}
    settings.LEADS = {**settings.LEADS, "CANARY": wanted}
    run = start(plan())
    name = sign_name(run.key, until=timezone.now() + timedelta(minutes=5))
    seen.append(outside_of(client.post(FORM, posted | {"name": name, "client_key": run.key})))
    assert Enquiry.objects.get().verdict == Verdict.CANARY
    run_due()
    assert [message.to for message in mail.outbox] == [["canary@example.com"]]
    seen += [*left_behind(), str(list(CanaryRun.objects.values()))]
    assert not [text for text in [*seen, caplog.text] if WORD in text.lower()]


def work_at_the_desk(client, lead: Lead, seen: list[str]) -> None:
    """Everything that staff do with a lead; its pages show the words, their addresses and headers do not."""
    client.force_login(make_user(is_superuser=True))
    seen += [outside_of(client.get(INBOX)), outside_of(client.get(lead_page(lead)))]
    for action, values in {"take": {}, "mark_attempted": {}, "mark_contacted": {}, "note": {"text": "Called."}}.items():
        seen.append(outside_of(client.post(step(action, lead), values)))
    assert ModelLogEntry.objects.count() >= 4
    client.logout()


@pytest.mark.parametrize("error", [RuntimeError(WORD), ValueError(WORD), IntegrityError(WORD), KeyError(WORD)])
def test_a_mistake_of_ours_hands_the_words_back_and_tells_nobody_else(client, posted, seen, caplog, monkeypatch, error):
    def stumble(submission):
        raise error

    monkeypatch.setattr(views, "capture", stumble)
    response = client.post(FORM, posted)
    assert response.status_code == 503
    assert f"I have {WORD}" in response.content.decode()
    assert type(error).__name__ in caplog.text
    seen += [outside_of(response), caplog.text, *map(text_of, mail.outbox)]
    assert not [text for text in seen if WORD in text.lower()]


@pytest.mark.parametrize("missing", ["name", "email"])
def test_an_enquiry_that_is_asked_again_leaves_no_trace_either(client, posted, seen, caplog, missing):
    response = client.post(FORM, posted | {missing: "", "phone": ""})
    assert response.status_code == 422
    seen += [outside_of(response), caplog.text]
    assert not [text for text in seen if WORD in text.lower()]
