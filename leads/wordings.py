"""What the versions of forms say, kept in the process by their digest: the same digest is the same wording for ever."""

from functools import lru_cache

from django.forms import Field
from django.utils.translation import get_language

from leads.intake import fields_of
from leads.models import EnquiryFormVersion

MOST_KEPT = 64
"""Versions, the fields of each in one language; old ones are asked for by pages that a cache still holds."""


def wording_of(version: EnquiryFormVersion) -> dict:
    """The definition of a version, which need not have been read with it; not to be changed."""
    return definition_of(version.pk, version.sha256)


def shared_fields(version: EnquiryFormVersion | None) -> dict[str, Field] | None:
    """The fields of a version in the reader's language, for all forms that are read at the same time; None for none."""
    return fields_in(get_language(), version.pk, version.sha256) if version else None


@lru_cache(MOST_KEPT)
def definition_of(pk: int, sha256: str) -> dict:
    """What is read once a process."""
    return EnquiryFormVersion.objects.values_list("definition", flat=True).get(pk=pk, sha256=sha256)


@lru_cache(MOST_KEPT)
def fields_in(language: str | None, pk: int, sha256: str) -> dict[str, Field]:
    """What is built once a process; the language is the one that is in force."""
    return fields_of(definition_of(pk, sha256))
