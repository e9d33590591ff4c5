"""What Django's `check` says about the settings of this app."""

from django.conf import settings
from django.core.checks import Error, register

from leads import conf
from leads.canary.plan import problem_of_settings
from leads.sealing import is_key


def check_encryption_keys(app_configs, **kwargs) -> list[Error]:
    """Every encryption key is one; a mistyped key would leave what it sealed unreadable."""
    return [
        Error(
            f"Number {position} of LEADS['ENCRYPTION_KEYS'] is not a key.",
            hint="A key is made by `manage.py rotate_lead_keys --new-key`.",
            id="leads.E001",
        )
        for position, text in enumerate(conf.get("ENCRYPTION_KEYS"), start=1)
        if not is_key(text)
    ]


def check_attribution_storage(app_configs, **kwargs) -> list[Error]:
    """The place is one of those that the script knows; under another name it would keep nothing."""
    chosen = conf.get("ATTRIBUTION_STORAGE")
    if chosen in {"none", "session", "local"}:
        return []
    return [
        Error(
            f"LEADS['ATTRIBUTION_STORAGE'] is {chosen!r}, which is no such place.",
            hint='Set it to "none", "session" or "local".',
            id="leads.E003",
        )
    ]


def check_canary(app_configs, **kwargs) -> list[Error]:
    """The schedule of the canary can be kept."""
    problem = problem_of_settings()
    return [Error("LEADS['CANARY'] cannot be followed.", hint=problem, id="leads.E004")] if problem else []


def check_task_backend(app_configs, **kwargs) -> list[Error]:
    """The task backend exists; with another name every message would wait for the loop."""
    alias = conf.get("TASK_BACKEND")
    if not alias or alias in getattr(settings, "TASKS", {"default": {}}):
        return []
    return [
        Error(
            f"LEADS['TASK_BACKEND'] names {alias!r}, which TASKS does not hold.",
            hint="Name one of the aliases in TASKS, or leave the setting empty: the loop sends all messages then.",
            id="leads.E002",
        )
    ]


CHECKS = (check_encryption_keys, check_attribution_storage, check_canary, check_task_backend)


def register_checks() -> None:
    """Have Django run all of them."""
    for check in CHECKS:
        register(check)
