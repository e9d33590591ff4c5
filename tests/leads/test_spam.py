"""What looks like spam is scored in words; nothing that a browser does by itself is enough to hold an enquiry back."""

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from leads.capture import capture
from leads.matching import contact_keys
from leads.models import Verdict
from leads.spam import MOST_PER_ADDRESS, MOST_PER_CONTACT, RATE_WINDOW, Assessment, Finding, assess, sum_up
from leads.submission import Signals, Submission
from tests.leads.submissions import make_submission

pytestmark = pytest.mark.django_db

SLOW = {"elapsed_ms": 60_000}
AUTOFILL = [{"is_honeypot_filled": True}, {"elapsed_ms": 800}]


def signals(**fields) -> Signals:
    return Signals(**{**SLOW, **fields})


def assessment_of(submission: Submission) -> Assessment:
    return assess(submission, contact_keys(submission.email, submission.phone, "GB"))


def test_an_ordinary_enquiry_has_no_points():
    assessment = assessment_of(make_submission(signals=signals()))
    assert (assessment.score, assessment.reasons, assessment.verdict) == (0, [], Verdict.ACCEPTED)


@pytest.mark.parametrize(
    ("submission", "score"),
    [
        (make_submission(signals=signals(is_honeypot_filled=True)), 30),
        (make_submission(signals=signals(elapsed_ms=1_999)), 10),
        (make_submission(signals=signals(elapsed_ms=499)), 20),
        (make_submission(signals=signals(elapsed_ms=2_000)), 0),
        (make_submission(signals=signals(elapsed_ms=None)), 0),
        (make_submission(client_key=""), 5),
        (make_submission(signals=signals(is_cross_site=True)), 30),
        (make_submission(message="See https://example.com"), 0),
        (make_submission(message="http://a.example and www.b.example"), 15),
        (make_submission(message="http://a.example " * 4), 20),
        (make_submission(answers=[{"key": "q", "value": ["<a href=x>", "[url=x]"] * 3}]), 45),
    ],
)
def test_each_sign_has_its_weight_and_its_reason(submission, score):
    assessment = assessment_of(submission)
    assert assessment.score == score
    assert len(assessment.reasons) == bool(score)


@pytest.mark.parametrize("signs", AUTOFILL, ids=["honeypot", "too fast"])
@pytest.mark.parametrize("client_key", ["", "one-attempt"], ids=["no script", "script"])
def test_no_single_sign_of_autofill_holds_an_enquiry_back(signs, client_key):
    enquiry = capture(make_submission(client_key=client_key, signals=signals(**signs)))
    assert enquiry.verdict == Verdict.ACCEPTED


def test_several_signs_together_do():
    signs = signals(is_honeypot_filled=True, elapsed_ms=300, is_cross_site=True)
    assessment = assessment_of(make_submission(signals=signs, client_key=""))
    assert (assessment.score, assessment.verdict) == (85, Verdict.QUARANTINED)
    assert all(reason.endswith(".") for reason in assessment.reasons)


def test_the_host_sets_the_limit(settings):
    settings.LEADS = {"SPAM_LIMIT": 5}
    assert assessment_of(make_submission(client_key="")).verdict == Verdict.QUARANTINED


def send(number: int, **fields) -> None:
    for n in range(number):
        capture(make_submission(**{"message": f"Number {n}", "email": f"visitor{n}@example.com", **fields}))


@pytest.mark.parametrize(("before", "score"), [(MOST_PER_ADDRESS - 1, 0), (MOST_PER_ADDRESS, 20)])
def test_many_enquiries_from_one_connection_count(before, score):
    send(before, signals=signals(address_hash="a" * 64))
    assert assessment_of(make_submission(signals=signals(address_hash="a" * 64))).score == score
    assert assessment_of(make_submission(signals=signals(address_hash="b" * 64))).score == 0


@pytest.mark.parametrize(
    "contact",
    [
        pytest.param({"email": "ada@example.com"}, id="e-mail"),
        pytest.param({"email": "", "phone": "020 7946 0000"}, id="phone"),
        pytest.param({"email": "", "phone": "extension 7"}, id="phone that is no number"),
        pytest.param({"email": "ada@example.com", "phone": "020 7946 0000"}, id="both"),
    ],
)
def test_many_enquiries_of_one_person_count(contact):
    send(MOST_PER_CONTACT, **contact)
    assert assessment_of(make_submission(**contact)).score == 10
    assert assessment_of(make_submission(email="bea@example.com")).score == 0


def test_an_enquiry_that_gave_both_contacts_counts_once():
    send(MOST_PER_CONTACT - 1, phone="020 7946 0000", email="ada@example.com")
    assert assessment_of(make_submission(phone="020 7946 0000", email="ada@example.com")).score == 0


def test_what_came_long_before_does_not_count():
    send(MOST_PER_ADDRESS, signals=signals(address_hash="a" * 64), received_at=timezone.now() - RATE_WINDOW)
    assert assessment_of(make_submission(signals=signals(address_hash="a" * 64))).score == 0


def test_nothing_is_counted_where_no_address_is_known():
    send(MOST_PER_ADDRESS + 1)
    assert assessment_of(make_submission(email="new@example.com")).score == 0


def test_the_rates_cost_one_query(django_assert_num_queries):
    submission = make_submission()
    with django_assert_num_queries(1):
        assessment_of(submission)


def test_reasons_are_told_in_the_language_of_staff_whatever_the_visitor_reads():
    with translation.override("de"):
        reasons = sum_up([Finding("affirmation", 40, gettext_lazy("Yes"))]).reasons
    assert reasons == ["Yes"]
