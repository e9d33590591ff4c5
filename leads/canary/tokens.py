"""The name under which the site writes to itself; nobody without SECRET_KEY can make one."""

from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.utils import timezone

PREFIX = "Canary "
SALT = "leads.canary"


def sign_name(key: str, *, until: datetime) -> str:
    """The name of a run's sender, which counts until then; the same for the same arguments."""
    return PREFIX + Signer(salt=SALT).sign_object({"k": key, "u": int(until.timestamp())})


def read_name(name: str) -> str:
    """The key of the run whose name this is; "" for any other name, and for one whose time is over."""
    if not name.startswith(PREFIX):
        return ""
    try:
        value = Signer(salt=SALT).unsign_object(name.removeprefix(PREFIX))
        return value["k"] if timezone.now().timestamp() < value["u"] else ""
    except (BadSignature, ValueError, KeyError, TypeError):
        return ""
