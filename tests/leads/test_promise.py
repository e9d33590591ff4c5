"""The promised reply time in words."""

import pytest

from leads.promise import reply_promise


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (240, "We answer within 4 opening hours."),
        (60, "We answer within 1 opening hour."),
        (15, "We answer within 15 minutes of our opening hours."),
        (90, "We answer within 90 minutes of our opening hours."),
        (0, "We answer as soon as we can."),
        (None, "We answer as soon as we can."),
    ],
)
def test_the_promise_says_what_the_clock_will_measure(minutes, words):
    assert reply_promise(minutes) == words
