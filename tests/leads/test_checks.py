"""The app's checks run with every `manage.py check`, not only where a test calls them."""

import pytest
from django.core.checks import run_checks


@pytest.mark.parametrize(
    ("mistake", "error"),
    [
        ({"ENCRYPTION_KEYS": ["no key"]}, "leads.E001"),
        ({"TASK_BACKEND": "nowhere"}, "leads.E002"),
        ({"ATTRIBUTION_STORAGE": "cloud"}, "leads.E003"),
        ({"CANARY": {"URL": "nonsense"}}, "leads.E004"),
    ],
)
def test_a_setting_that_cannot_work_is_named(settings, mistake, error):
    settings.LEADS = {**settings.LEADS, **mistake}
    assert error in {found.id for found in run_checks()}


def test_the_settings_as_they_come_are_in_order():
    assert [found.id for found in run_checks() if found.id.startswith("leads.")] == []
