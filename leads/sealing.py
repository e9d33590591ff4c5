"""Keeps sensitive answers encrypted at rest; whoever holds only the database cannot read them.

Fernet (AES-128-CBC with HMAC-SHA256) under the first of `LEADS["ENCRYPTION_KEYS"]`; the others still read what was
sealed before. Without a key one is derived from SECRET_KEY, which still reads what it sealed when keys are set later.
"""

import base64
import json
import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from leads import conf
from leads.later import Later
from leads.models import Sensitivity

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

fernet = Later("cryptography.fernet")
hashes = Later("cryptography.hazmat.primitives.hashes")
hkdf = Later("cryptography.hazmat.primitives.kdf.hkdf")

logger = logging.getLogger(__name__)

SEALED = "sealed"
"""The name in a stored answer that stands in place of “value”."""


class UnreadableAnswerError(Exception):
    """Raised for an answer that none of the present keys opens; what is stored stays as it is."""


def seal_answers(answers: list[dict]) -> list[dict]:
    """The answers as they are stored: whatever is not known to be plain has its value sealed."""
    return [seal_answer(answer) for answer in answers]


def seal_answer(answer: dict) -> dict:
    """One answer with a sealed value; a plain one, or one that is sealed already, as it is."""
    if answer.get("sensitivity") == Sensitivity.PLAIN or "value" not in answer:
        return answer
    return {
        **{name: value for name, value in answer.items() if name != "value"},
        SEALED: seal_text(json.dumps(answer["value"])),
    }


def open_value(answer: dict) -> Any:
    """The value of a stored answer; UnreadableAnswerError when no key opens it."""
    if SEALED not in answer:
        return answer.get("value")
    return json.loads(open_text(str(answer[SEALED])))


def seal_text(text: str) -> str:
    """Any text, sealed under the first key."""
    return keys()[0].encrypt(text.encode()).decode()


def open_text(token: str) -> str:
    """What `seal_text` sealed; UnreadableAnswerError when no key opens it."""
    for key in keys():
        try:
            return key.decrypt(token.encode()).decode()
        except fernet.InvalidToken:
            continue
    raise UnreadableAnswerError


def is_current(answer: dict) -> bool:
    """Whether nothing is left to do: the answer is plain, or sealed under the first key."""
    if SEALED not in answer:
        return seal_answer(answer) is answer
    return is_current_text(str(answer[SEALED]))


def is_current_text(token: str) -> bool:
    """Whether a sealed text is under the first key."""
    try:
        keys()[0].decrypt(token.encode())
    except fernet.InvalidToken:
        return False
    return True


def renew(answer: dict) -> dict:
    """The answer sealed under the first key; UnreadableAnswerError when no key opens it."""
    if is_current(answer):
        return answer
    plain = {name: value for name, value in answer.items() if name != SEALED} | {"value": open_value(answer)}
    return seal_answer(plain)


def keys() -> "list[Fernet]":
    """The keys in use, the one that seals first; a text that is no key is passed over, so that no enquiry is lost."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return list(build_keys(tuple(conf.get("ENCRYPTION_KEYS")), secrets))


@lru_cache(maxsize=8)
def build_keys(texts: tuple[str, ...], secrets: tuple[str, ...]) -> "tuple[Fernet, ...]":
    """Keys of the texts, then the derived ones."""
    usable = []
    for position, text in enumerate(texts, start=1):
        try:
            usable.append(fernet.Fernet(text))
        except (ValueError, TypeError):
            logger.critical("Encryption key number %d is no key; it is passed over", position)
    return (*usable, *map(derived_key, secrets))


def derived_key(secret: str) -> "Fernet":
    """A key that is the same wherever SECRET_KEY is (HKDF, RFC 5869)."""
    material = hkdf.HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"leads.sealing").derive(secret.encode())
    return fernet.Fernet(base64.urlsafe_b64encode(material))


def is_key(text: str) -> bool:
    """Whether the text is a Fernet key: 32 bytes in URL-safe base64."""
    try:
        fernet.Fernet(text)
    except (ValueError, TypeError):
        return False
    return True
