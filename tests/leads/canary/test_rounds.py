"""The site's own enquiry: all the way over real sockets, and what is said when a step of it is missing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from leads.canary.plan import plan
from leads.canary.rounds import failure, is_failing, start, work
from leads.canary.tokens import sign_name
from leads.dispatch import run_due
from leads.health import check_health
from leads.models import CanaryRun, ConsentRecord, Delivery, DeliveryState, Enquiry, Lead, Verdict
from tests.factories import make_clinic, make_form
from tests.leads.mail_server import running_mail_server
from tests.leads.pages import answers

RECIPIENT = "canary@wrenandrowe.example"
WEEK = 7 * 24 * 60
FORM = "/enquiries/consultation/"


@pytest.fixture
def canary(settings):
    settings.LEADS = {
        **settings.LEADS,
        "CANARY": {"URL": f"http://127.0.0.1:1{FORM}", "RECIPIENT": RECIPIENT, "EVERY_MINUTES": WEEK},
    }
    return settings.LEADS["CANARY"]


@pytest.fixture
def demanding_form(site):
    """A form that requires an answer of every kind."""
    kinds = ["short_text", "long_text", "email", "phone", "number", "date", "one_choice", "several_choices", "yes_no"]
    questions = [
        {"label": f"Question {kind}", "type": kind, "choices": "Face\nNeck", "is_required": True} for kind in kinds
    ]
    statements = [{"kind": "consent", "purpose": "care", "text": "You may answer me.", "is_required": True}]
    form = make_form(questions=questions, statements=statements)
    make_clinic(site, form)
    return form


@pytest.fixture
def live_form(transactional_db, canary, demanding_form, live_server):
    """The form before a real server."""
    canary["URL"] = f"{live_server.url}{FORM}"


@pytest.fixture
def mail_server(settings):
    with running_mail_server(settings) as server:
        yield server


def turn() -> None:
    """One turn of the loop."""
    work()
    run_due()


def let_time_pass(*, minutes: int) -> None:
    """As if everything so far had happened earlier, within the same stretch of the schedule."""
    past = timedelta(minutes=minutes)
    for run in CanaryRun.objects.all():
        moments = ["started_at", "attempted_at", "purged_at"]
        run.note(**{name: getattr(run, name) - past for name in moments if getattr(run, name)})
    Delivery.objects.update(next_attempt_at=timezone.now())


def let_the_next_round_come() -> None:
    """As if the present stretch of the schedule were over."""
    let_time_pass(minutes=60)
    for run in CanaryRun.objects.order_by("due_at"):
        run.note(due_at=run.due_at - plan().every)


def test_a_round_goes_all_the_way_and_leaves_nothing_but_its_times(live_form, mail_server):
    turn()
    enquiry = Enquiry.objects.get()
    assert (enquiry.verdict, enquiry.lead, enquiry.flags) == (Verdict.CANARY, None, [])
    turn()
    run = CanaryRun.objects.get()
    assert run.is_sound
    assert run.shown_at <= run.acknowledged_at <= run.stored_at <= run.purged_at
    assert [message["To"] for message in mail_server.seen] == [RECIPIENT]
    assert not is_failing()
    for model in (Enquiry, Delivery, Lead, ConsentRecord):
        assert not model.objects.exists()


def test_the_command_goes_all_the_way_in_one_call(live_form, mail_server, capsys):
    call_command("run_lead_jobs")
    assert "1 messages tried" in capsys.readouterr().out
    assert CanaryRun.objects.get().is_sound


def test_one_enquiry_is_sent_in_a_stretch_of_the_schedule(live_form, mail_server):
    for _turn in range(4):
        turn()
    assert len(mail_server.seen) == 1
    let_the_next_round_come()
    turn()
    assert len(mail_server.seen) == 2


def test_a_mail_server_that_is_down_is_told_and_told_no_more_when_it_is_up(live_form, mail_server):
    mail_server.reply = "451 try later"
    turn()
    turn()
    assert not is_failing()
    let_time_pass(minutes=11)
    assert failure() == "The mail server has not taken the message about an enquiry."
    assert "canary" in check_health().problems
    mail_server.reply = "250 OK"
    run_due()
    turn()
    assert not is_failing()
    assert "canary" not in check_health().problems


@pytest.mark.django_db
def test_a_site_that_is_down_is_told_and_visited_again(canary):
    work()
    work()
    run = CanaryRun.objects.get()
    assert (run.shown_at, run.acknowledged_at) == (None, None)
    assert not is_failing()
    first = run.attempted_at
    let_time_pass(minutes=11)
    assert failure() == "The page of the enquiry form could not be read. The site did not answer (URLError)."
    work()
    assert CanaryRun.objects.get().attempted_at >= first


def test_a_form_that_takes_nothing_is_told(live_form, mail_server, monkeypatch):
    monkeypatch.setattr("leads.canary.visit.required_words", lambda field, values: "")
    turn()
    let_time_pass(minutes=11)
    assert failure() == "The website did not acknowledge an enquiry. The site answered 422."


def test_a_page_without_a_form_is_told(live_form, live_server, canary):
    canary["URL"] = f"{live_server.url}/enquiries/thanks/"
    work()
    let_time_pass(minutes=11)
    assert failure() == "The page of the enquiry form could not be read. The page shows no enquiry form."


def test_a_round_that_ended_without_its_message_stays_a_problem_until_the_next_one_is_sound(live_form, mail_server):
    mail_server.reply = "451 try later"
    turn()
    let_the_next_round_come()
    turn()
    assert CanaryRun.objects.count() == 2
    assert Enquiry.objects.count() == 1
    assert is_failing()
    mail_server.reply = "250 OK"
    let_time_pass(minutes=2)
    turn()
    turn()
    assert not is_failing()


@pytest.mark.django_db
def test_of_many_processes_one_begins_a_round_and_one_visits(canary, monkeypatch):
    visits = []
    monkeypatch.setattr("leads.canary.rounds.visit", lambda run, wanted: visits.append(run))
    assert start(plan()) is not None
    assert start(plan()) is None
    work()
    work()
    assert len(visits) == 1


@pytest.mark.django_db
def test_only_the_latest_rounds_are_kept(canary):
    canary["KEEP_RUNS"] = 3
    now = timezone.now()
    for hours in range(1, 9):
        CanaryRun.objects.create(due_at=now - timedelta(hours=hours), purged_at=now)
    start(plan())
    assert CanaryRun.objects.count() == 3


@pytest.mark.django_db
def test_by_default_nothing_is_sent_and_nothing_is_asked(settings, django_assert_num_queries):
    with django_assert_num_queries(1):
        work()
    with django_assert_num_queries(0):
        assert not is_failing()


@pytest.mark.django_db
def test_what_is_left_when_it_is_switched_off_is_removed(canary, settings, client, clinic):
    post_as_canary(client, begin())
    assert Enquiry.objects.count() == 1
    settings.LEADS = {**settings.LEADS, "CANARY": {}}
    work()
    assert not Enquiry.objects.exists()


# Who is taken for the canary


def begin() -> CanaryRun:
    return start(plan())


def post_as_canary(client, run, **changes):
    name = sign_name(run.key, until=timezone.now() + timedelta(minutes=5))
    return client.post(FORM, {"name": name, "email": RECIPIENT, "client_key": run.key, **changes})


@pytest.mark.django_db
def test_the_sites_own_enquiry_is_no_lead_and_alerts_nobody(canary, client, clinic):
    for _time in range(2):
        assert post_as_canary(client, begin() or CanaryRun.objects.get()).status_code == 303
    assert Enquiry.objects.get().verdict == Verdict.CANARY
    assert not Lead.objects.exists()
    assert [(row.recipient, row.state) for row in Delivery.objects.all()] == [(RECIPIENT, DeliveryState.PENDING)]
    assert not Enquiry.objects.ever_quarantined().exists()


@pytest.mark.django_db
def test_it_is_matched_with_no_person(canary, client, clinic):
    client.post(FORM, answers(email=RECIPIENT))
    post_as_canary(client, begin())
    client.post(FORM, answers(email=RECIPIENT, message="Another question"))
    assert Lead.objects.get().enquiries.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Canary"},
        {"name": "Canary "},
        {"name": "Canary eyJrIjoiYSJ9:forged"},
        {"name": "Canary \x00"},
        {"client_key": "another"},
    ],
)
def test_a_visitor_who_writes_like_it_is_a_lead(canary, client, clinic, changes):
    assert post_as_canary(client, begin(), **changes).status_code == 303
    assert Enquiry.objects.get().verdict == Verdict.ACCEPTED
    assert Lead.objects.count() == 1


@pytest.mark.django_db
def test_a_signature_that_is_over_is_a_visitors(canary, client, clinic):
    run = begin()
    post_as_canary(client, run, name=sign_name(run.key, until=timezone.now() - timedelta(seconds=1)))
    assert Lead.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["purged", "unknown", "switched off"])
def test_a_signature_without_an_open_round_is_a_visitors(canary, client, clinic, settings, end):
    run = begin()
    if end == "purged":
        run.note(purged_at=timezone.now())
    elif end == "unknown":
        CanaryRun.objects.all().delete()
    else:
        settings.LEADS = {**settings.LEADS, "CANARY": {}}
    post_as_canary(client, run)
    assert Lead.objects.count() == 1
