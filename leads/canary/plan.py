"""What `LEADS["CANARY"]` asks for."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from leads import conf


@dataclass(frozen=True)
class Plan:
    """How often the form at `url` is sent, and how soon the message to `recipient` must be at the mail server."""

    url: str
    recipient: str
    every: timedelta
    within: timedelta
    kept: int


def plan() -> Plan | None:
    """The schedule; None where no enquiry is sent."""
    wanted = conf.get("CANARY")
    if not wanted:
        return None
    every = wanted.get("EVERY_MINUTES", 60)
    return Plan(
        url=wanted["URL"],
        recipient=wanted["RECIPIENT"],
        every=timedelta(minutes=every),
        within=timedelta(minutes=wanted.get("WITHIN_MINUTES", min(10, every / 2))),
        kept=wanted.get("KEEP_RUNS", 100),
    )


def problem_of_settings() -> str:
    """What is wrong with the setting, as a sentence that says what to do; "" for a good one."""
    try:
        wanted = plan()
    except (KeyError, TypeError, AttributeError, OverflowError):
        return "Give it a dictionary with URL and RECIPIENT; EVERY_MINUTES, WITHIN_MINUTES and KEEP_RUNS are numbers."
    if wanted is None:
        return ""
    if not is_web_address(wanted.url):
        return "Set URL to the whole address of an enquiry form's page, beginning with https://."
    if not is_mailbox(wanted.recipient):
        return "Set RECIPIENT to the e-mail address that the message is sent to."
    if wanted.within < timedelta(minutes=1) or wanted.every < 2 * wanted.within or wanted.kept < 3:
        return "Set WITHIN_MINUTES to 1 at least, EVERY_MINUTES to twice that at least, and KEEP_RUNS to 3 at least."
    return ""


def is_web_address(text: object) -> bool:
    """Whether it is an address that a browser opens."""
    try:
        parts = urlsplit(str(text))
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_mailbox(text: object) -> bool:
    """Whether it is one e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
