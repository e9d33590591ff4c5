"""Where a site writes mail into files instead of sending it, the copies to a person are files of this site too."""

from email import message_from_string
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

from django.conf import settings

from leads.matching import email_key

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
BETWEEN_MESSAGES = "-" * 79 + "\n"
"""What Django's backend writes after each message of a file."""


def remove_mail_files(addresses: set[str]) -> int:
    """Remove the copies of messages to these addresses; how many there were. Real mail is left to its servers."""
    keys = {email_key(address) for address in addresses} - {""}
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    if not keys or not folder or settings.EMAIL_BACKEND != FILE_BACKEND or not Path(folder).is_dir():
        return 0
    return sum(remove_from_file(path, keys) for path in sorted(Path(folder).glob("*.log")))


def remove_from_file(path: Path, keys: set[str]) -> int:
    """Rewrite a file without the messages to these mailboxes; one that holds nothing else is deleted."""
    messages = path.read_text(encoding="utf-8", errors="surrogateescape").split(BETWEEN_MESSAGES)
    kept = [message for message in messages if not is_to(message, keys)]
    if len(kept) == len(messages):
        return 0
    if any(message.strip() for message in kept):
        path.write_text(BETWEEN_MESSAGES.join(kept), encoding="utf-8", errors="surrogateescape")
    else:
        path.unlink()
    return len(messages) - len(kept)


def is_to(message: str, keys: set[str]) -> bool:
    """Whether one of the mailboxes is among the recipients."""
    headers = message_from_string(message, policy=default).get_all("To", [])
    return any(email_key(address) in keys for _name, address in getaddresses(map(str, headers)))
