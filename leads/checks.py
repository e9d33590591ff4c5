"""What Django's `check` says about the settings of this app."""

from django.conf import settings
from django.core.checks import Error, register
from django.urls import get_resolver

from leads import conf
from leads.later import STAND_INS, Later

is_key = Later("leads.sealing.is_key")
problem_of_settings = Later("leads.canary.plan.problem_of_settings")


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


def check_stand_ins(app_configs, **kwargs) -> list[Error]:
    """Everything is there that is loaded only when it is needed."""
    get_resolver().url_patterns  # noqa: B018 the admin's views are named there
    problems = []
    for load in tuple(STAND_INS):
        try:
            load()
        except (ImportError, AttributeError, TypeError) as problem:
            problems.append(Error("A part of the admin cannot be loaded.", hint=str(problem), id="leads.E005"))
    return problems


CHECKS = (check_encryption_keys, check_attribution_storage, check_canary, check_task_backend, check_stand_ins)


def register_checks() -> None:
    """Have Django run all of them."""
    for check in CHECKS:
        register(check)
