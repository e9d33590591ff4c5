"""The same enquiry is recognised, and another one is not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leads.capture import capture
from leads.deduplication import MEMORY, canonical_answers, dedupe_key
from leads.intake import Decision
from leads.models import Enquiry, EnquiryForm
from tests.leads.submissions import make_submission

texts = st.text(max_size=20)
answer_lists = st.lists(st.fixed_dictionaries({"key": texts, "value": texts | st.lists(texts, max_size=3)}), max_size=5)


@given(answer_lists, st.randoms())
def test_the_order_of_answers_means_nothing(answers, chance):
    shuffled = chance.sample(answers, len(answers))
    one, other = make_submission(answers=answers), make_submission(answers=shuffled)
    assert canonical_answers(one) == canonical_answers(other)
    assert dedupe_key(one) == dedupe_key(other)


@given(st.tuples(texts, texts, texts), st.tuples(texts, texts, texts))
def test_keys_are_equal_exactly_when_the_words_are(one, other):
    first, second = (
        dedupe_key(make_submission(name=name, message=message, client_key=key)) for name, message, key in (one, other)
    )
    assert (first == second) == (one == other)


@pytest.mark.parametrize(
    "difference",
    [
        {"name": "Bea"},
        {"email": "bea@example.com"},
        {"phone": "020 7946 0000"},
        {"preferred_contact": "phone"},
        {"treatment": "Peel"},
        {"message": "Hello"},
        {"client_key": "another-attempt"},
        {"client_key": ""},
        {"slug": "another-form"},
        {"form": EnquiryForm(pk=1)},
        {"answers": [{"key": "a", "value": "b"}]},
        {"decisions": [Decision("consent", "news", "News?", True)]},
    ],
    ids=lambda difference: next(iter(difference)),
)
def test_another_word_is_another_enquiry(difference):
    assert dedupe_key(make_submission(**difference)) != dedupe_key(make_submission())


def test_nobody_can_compute_a_key_without_our_secret(settings):
    key = dedupe_key(make_submission())
    settings.SECRET_KEY = "another"
    assert dedupe_key(make_submission()) != key


@pytest.mark.django_db
def test_with_a_client_key_the_same_is_the_same_for_ever():
    long_ago = make_submission(received_at=timezone.now() - timedelta(days=400))
    assert capture(long_ago) == capture(replace(long_ago, received_at=timezone.now()))


@pytest.mark.django_db
@pytest.mark.parametrize(("later", "enquiries"), [(MEMORY - timedelta(seconds=1), 1), (MEMORY, 2)])
def test_without_one_the_same_is_the_same_for_a_while(later, enquiries):
    first = make_submission(client_key="", received_at=timezone.now() - timedelta(hours=1))
    capture(first)
    capture(replace(first, received_at=first.received_at + later))
    assert Enquiry.objects.count() == enquiries
