"""What the versions of forms say, kept in the process by their digest: the same digest is the same wording for ever."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.forms import Field
from django.utils.translation import get_language

from leads.intake import fields_of
from leads.models import EnquiryFormVersion

MOST_KEPT = 64
"""Versions, the fields of each in one language; old ones are asked for by pages that a cache still holds."""


def wording_of(version: EnquiryFormVersion) -> dict:
    """The definition of a version, which need not have been read with it; not to be changed."""
    return definition_of(Wording(version.pk, version.sha256, version))


def shared_fields(version: EnquiryFormVersion | None) -> dict[str, Field] | None:
    """The fields of a version in the reader's language, for all forms that are read at the same time; None for none."""
    return fields_in(get_language(), Wording(version.pk, version.sha256, version)) if version else None


@dataclass(frozen=True)
class Wording:
    """What the definition of a version is kept by; the version itself says it where nobody asked before."""

    pk: int
    sha256: str
    version: EnquiryFormVersion = field(compare=False)


@lru_cache(MOST_KEPT)
def definition_of(wording: Wording) -> dict:
    """What is read once a process; a version that came without its definition reads it now."""
    return wording.version.definition


@lru_cache(MOST_KEPT)
def fields_in(language: str | None, wording: Wording) -> dict[str, Field]:
    """What is built once a process; the language is the one that is in force."""
    return fields_of(definition_of(wording))
