"""A host's task queue sends at once what the loop would send later; it never sends twice and never costs an enquiry."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks import task_backends

from leads.capture import capture
from leads.checks import check_task_backend
from leads.dispatch import claim_due, run_due
from leads.models import Delivery, DeliveryState, Enquiry
from leads.tasks import deliver_now
from tests.leads.submissions import make_submission

BACKENDS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "noted": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"},
    "broken": {"BACKEND": "tests.leads.broken_tasks.Backend"},
}


@pytest.fixture(autouse=True)
def backends(settings):
    settings.TASKS = BACKENDS
    forget_backends()
    yield
    forget_backends()


def forget_backends():
    """What django_tasks remembers of the setting."""
    task_backends.__dict__.pop("settings", None)
    task_backends._settings = None
    for alias in BACKENDS:
        if hasattr(task_backends._connections, alias):
            delattr(task_backends._connections, alias)


@pytest.fixture
def use(settings):
    def use(alias: str):
        settings.LEADS = {**settings.LEADS, "TASK_BACKEND": alias}

    return use


@pytest.fixture
def sent(clinic, django_capture_on_commit_callbacks):
    """Captures an enquiry and lets its transaction be committed."""
    with_clinic = make_submission(clinic=clinic)

    def send() -> Enquiry:
        with django_capture_on_commit_callbacks(execute=True):
            return capture(with_clinic)

    return send


def states() -> set[str]:
    return set(Delivery.objects.values_list("state", flat=True))


def test_without_the_setting_the_loop_sends_everything(sent):
    sent()
    assert states() == {DeliveryState.PENDING}
    assert run_due() == 2


def test_every_message_of_an_enquiry_is_enqueued_after_the_commit(sent, use):
    use("noted")
    sent()
    enqueued = [result.args[0] for result in task_backends["noted"].results]
    assert sorted(enqueued) == sorted(Delivery.objects.values_list("pk", flat=True))
    assert len(enqueued) == 2
    assert states() == {DeliveryState.PENDING}


def test_before_the_commit_nothing_is_enqueued(clinic, use, django_capture_on_commit_callbacks):
    use("noted")
    with django_capture_on_commit_callbacks():
        capture(make_submission(clinic=clinic))
    assert task_backends["noted"].results == []


def test_a_task_sends_and_the_loop_finds_nothing_left(sent, use):
    use("default")
    sent()
    assert states() == {DeliveryState.SENT}
    assert len(mail.outbox) == 2
    assert run_due() == 0


def test_what_the_queue_lost_the_loop_sends(sent, use):
    use("noted")
    sent()
    assert run_due() == 2
    for result in task_backends["noted"].results:
        deliver_now.call(*result.args)
    assert len(mail.outbox) == 2


def test_a_task_leaves_alone_what_the_loop_is_just_sending(sent):
    sent()
    for claimed in claim_due(10):
        deliver_now.call(claimed.pk)
    assert mail.outbox == []
    assert states() == {DeliveryState.SENDING}


def test_a_task_leaves_alone_what_waits_for_another_attempt(sent):
    sent()
    later = timezone.now() + timedelta(hours=1)
    Delivery.objects.update(state=DeliveryState.RETRYING, next_attempt_at=later)
    for pk in Delivery.objects.values_list("pk", flat=True):
        deliver_now.call(pk)
    assert mail.outbox == []


def test_a_message_that_is_gone_is_no_error_and_sends_no_other(sent):
    sent()
    gone, *others = Delivery.objects.order_by("pk")
    pk = gone.pk
    gone.delete()
    assert others
    assert deliver_now.call(pk) is None
    assert mail.outbox == []
    assert {(other.state, other.attempts) for other in Delivery.objects.all()} == {(DeliveryState.PENDING, 0)}
    assert run_due() == len(others)


@pytest.mark.parametrize("alias", ["broken", "nowhere"])
def test_a_queue_that_fails_costs_no_enquiry_and_tells_no_secret(sent, use, alias, caplog):
    use(alias)
    sent()
    assert Enquiry.objects.count() == 1
    assert "The task backend took no delivery" in caplog.text
    assert "hush" not in caplog.text
    assert "ada@example.com" not in caplog.text
    assert run_due() == 2


def test_a_mail_server_that_refuses_is_tried_again_by_the_loop(sent, use, settings):
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    use("default")
    sent()
    assert DeliveryState.RETRYING in states()
    assert DeliveryState.SENT not in states()


def test_a_backend_that_does_not_exist_is_told_at_start(use):
    use("nowhere")
    assert [error.id for error in check_task_backend(None)] == ["leads.E002"]
    use("noted")
    assert check_task_backend(None) == []
    use("")
    assert check_task_backend(None) == []
