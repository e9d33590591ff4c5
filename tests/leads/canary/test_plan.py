"""What may stand in LEADS["CANARY"]."""

from datetime import timedelta

import pytest

from leads.canary.plan import plan, problem_of_settings
from leads.checks import check_canary

GOOD = {"URL": "https://wrenandrowe.example/enquiries/consultation/", "RECIPIENT": "canary@wrenandrowe.example"}


def test_it_is_off_by_default():
    assert plan() is None
    assert check_canary(None) == []


def test_an_address_and_a_recipient_are_enough(settings):
    settings.LEADS = {"CANARY": GOOD}
    assert (plan().every, plan().within) == (timedelta(hours=1), timedelta(minutes=10))
    assert problem_of_settings() == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"URL": "/enquiries/consultation/"},
        {"URL": "file:///etc/passwd"},
        {"URL": "http://["},
        {"URL": None},
        {"RECIPIENT": ""},
        {"RECIPIENT": "a@x.example, b@x.example"},
        {"EVERY_MINUTES": 0},
        {"EVERY_MINUTES": "often"},
        {"EVERY_MINUTES": 10, "WITHIN_MINUTES": 10},
        {"KEEP_RUNS": 1},
    ],
)
def test_a_setting_that_cannot_be_followed_is_told_at_the_start(settings, wrong):
    settings.LEADS = {"CANARY": {**GOOD, **wrong}}
    assert [error.id for error in check_canary(None)] == ["leads.E004"]


@pytest.mark.parametrize("wrong", [{"URL": GOOD["URL"]}, "https://wrenandrowe.example/", [GOOD]])
def test_a_setting_of_another_shape_is_told_at_the_start(settings, wrong):
    settings.LEADS = {"CANARY": wrong}
    assert [error.id for error in check_canary(None)] == ["leads.E004"]
