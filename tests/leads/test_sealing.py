"""Sensitive answers are unreadable in the database, readable at the desk, and lost by no mistake with keys."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import connection

from leads.capture import capture
from leads.checks import check_encryption_keys
from leads.desk.answers import visible_answers
from leads.key_rotation import rotate_keys
from leads.models import Enquiry
from leads.sealing import UnreadableAnswerError, is_current, open_value, seal_answer
from tests.leads.submissions import make_submission

FIRST, SECOND = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def answer(value="Latex", sensitivity="sensitive") -> dict:
    return {"key": "allergies", "label": "Allergies?", "type": "short_text", "sensitivity": sensitivity, "value": value}


@pytest.fixture
def set_keys(settings):
    def set_keys(*texts: str) -> None:
        settings.LEADS = {**settings.LEADS, "ENCRYPTION_KEYS": list(texts)}

    return set_keys


def stored_text() -> str:
    """The answers as they lie in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM leads_enquiry")
        return str(cursor.fetchall())


@pytest.mark.parametrize("value", ["Latex", "", "Ünïcode 🌿", ["Latex", "Nickel"], "a" * 10_000, ' "quoted" \\ \n'])
def test_what_is_sealed_opens_to_the_same_value(value):
    assert open_value(seal_answer(answer(value))) == value


def test_the_value_cannot_be_seen_in_what_is_sealed():
    assert "Latex" not in str(seal_answer(answer()))


def test_plain_answers_stay_as_they_are():
    assert seal_answer(answer(sensitivity="plain")) == answer(sensitivity="plain")


def test_anything_that_is_not_known_to_be_plain_is_sealed():
    assert "value" not in seal_answer(answer(sensitivity="new kind"))
    assert "value" not in seal_answer({"key": "x", "label": "x", "value": "y"})


def test_sealing_twice_changes_nothing():
    sealed = seal_answer(answer())
    assert seal_answer(sealed) == sealed


@pytest.mark.django_db
def test_the_database_holds_no_sensitive_answer_in_the_open():
    capture(make_submission(answers=[answer("zebra-crossing"), answer("mornings", "plain")]))
    assert "zebra-crossing" not in stored_text()
    assert "mornings" in stored_text()


@pytest.mark.django_db
def test_the_desk_reads_it():
    enquiry = capture(make_submission(answers=[answer("Latex")]))
    shown = visible_answers(Enquiry.objects.get(pk=enquiry.pk), with_sensitive=True)
    assert [line.text for line in shown] == ["Latex"]


@pytest.mark.django_db
def test_the_same_submission_is_still_the_same_enquiry():
    one, two = (capture(make_submission(answers=[answer()])) for _time in range(2))
    assert one == two


def test_a_new_key_in_front_still_reads_what_the_old_one_sealed(set_keys):
    set_keys(FIRST)
    sealed = seal_answer(answer())
    set_keys(SECOND, FIRST)
    assert open_value(sealed) == "Latex"
    assert not is_current(sealed)


def test_what_the_derived_key_sealed_is_read_after_keys_were_set(set_keys):
    sealed = seal_answer(answer())
    set_keys(FIRST)
    assert open_value(sealed) == "Latex"


def test_what_an_earlier_secret_sealed_is_read_while_it_is_a_fallback(settings):
    settings.SECRET_KEY = "one" * 20
    sealed = seal_answer(answer())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "two" * 20, ["one" * 20]
    assert open_value(sealed) == "Latex"


def test_without_its_key_an_answer_is_said_to_be_unreadable(set_keys):
    set_keys(FIRST)
    sealed = seal_answer(answer())
    set_keys(SECOND)
    with pytest.raises(UnreadableAnswerError):
        open_value(sealed)


@pytest.mark.django_db
def test_the_desk_says_what_is_wrong_and_shows_the_rest(set_keys):
    set_keys(FIRST)
    enquiry = capture(make_submission(answers=[answer("Latex"), answer("mornings", "plain")]))
    set_keys(SECOND)
    lines = [line.text for line in visible_answers(enquiry, with_sensitive=True)]
    assert "do not open it" in lines[0]
    assert lines[1] == "mornings"


@pytest.mark.django_db
def test_an_enquiry_is_stored_and_sealed_though_the_key_is_no_key(set_keys, caplog):
    set_keys("not a key")
    enquiry = capture(make_submission(answers=[answer("zebra-crossing")]))
    assert "zebra-crossing" not in stored_text()
    assert open_value(enquiry.answers[0]) == "zebra-crossing"
    assert "not a key" not in caplog.text


def test_the_check_names_the_position_of_a_text_that_is_no_key(set_keys):
    set_keys(FIRST, "not a key")
    (error,) = check_encryption_keys(None)
    assert "Number 2" in error.msg
    assert "not a key" not in error.msg.replace("is not a key", "")


# Rotation


@pytest.mark.django_db
def test_rotation_brings_everything_under_the_first_key(set_keys):
    set_keys(FIRST)
    enquiry = capture(make_submission(answers=[answer("Latex"), answer("mornings", "plain")]))
    set_keys(SECOND, FIRST)
    assert (rotate_keys().rewritten, rotate_keys().rewritten) == (1, 0)
    set_keys(SECOND)
    enquiry.refresh_from_db()
    assert [open_value(kept) for kept in enquiry.answers] == ["Latex", "mornings"]


@pytest.mark.django_db
def test_rotation_seals_what_was_stored_in_the_open():
    enquiry = capture(make_submission(answers=[]))
    Enquiry.objects.filter(pk=enquiry.pk).rewrite(answers=[answer("zebra-crossing")])
    rotate_keys()
    assert "zebra-crossing" not in stored_text()


@pytest.mark.django_db
def test_rotation_leaves_what_it_cannot_read_and_says_how_much(set_keys):
    set_keys(FIRST)
    capture(make_submission(answers=[answer("Latex")]))
    before = stored_text()
    set_keys(SECOND)
    with pytest.raises(CommandError, match="1 answers cannot be opened"):
        call_command("rotate_lead_keys")
    assert stored_text() == before
    set_keys(SECOND, FIRST)
    call_command("rotate_lead_keys")
    set_keys(SECOND)
    assert open_value(Enquiry.objects.get().answers[0]) == "Latex"


@pytest.mark.django_db
def test_an_enquiry_arriving_after_a_rotation_needs_only_the_new_key(set_keys):
    set_keys(FIRST)
    capture(make_submission(answers=[answer("Latex")]))
    set_keys(SECOND, FIRST)
    rotation = rotate_keys()
    late = capture(make_submission(answers=[answer("Nickel")], client_key="another"))
    set_keys(SECOND)
    assert rotation.unreadable == 0
    assert open_value(late.answers[0]) == "Nickel"


def test_the_command_makes_a_key(capsys):
    call_command("rotate_lead_keys", "--new-key")
    assert Fernet(capsys.readouterr().out.strip())
