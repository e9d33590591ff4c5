"""What the versions of forms say, kept in the process by their digest: the same digest is the same wording for ever."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.forms import Field
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from leads.drawn_inputs import drawn_inputs, renderer
from leads.intake import IntakeForm, fields_of
from leads.models import EnquiryFormVersion

MOST_KEPT = 64
"""Versions, the fields of each in one language; old ones are asked for by pages that a cache still holds."""


MOST_DRAWN = 256
"""Forms as visitors find them: a version in a language on a page; some kilobytes each."""


def wording_of(version: EnquiryFormVersion) -> dict:
    """The definition of a version, which need not have been read with it; not to be changed."""
    return definition_of(Wording(version.pk, version.sha256, version))


def shared_fields(version: EnquiryFormVersion | None) -> dict[str, Field] | None:
    """The fields of a version in the reader's language, for all forms that are read at the same time; None for none."""
    return fields_in(get_language(), Wording(version.pk, version.sha256, version)) if version else None


def unfilled_fields(version: EnquiryFormVersion, *, prefix_id: str, subject: str) -> SafeString | None:
    """The HTML of the fields before anybody fills them in, drawn once for all visitors in the reader's language.

    None where what draws them may change: an input of the host's renderer, a template that is being worked on.
    """
    if settings.DEBUG or renderer() is not drawn_inputs:
        return None
    return unfilled_in(get_language(), Wording(version.pk, version.sha256, version), prefix_id, subject)


def draw(form: IntakeForm) -> SafeString:
    """The HTML of a form's questions, statements and button."""
    return render_to_string("leads/includes/form_fields.html", {"form": form})


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


@lru_cache(MOST_DRAWN)
def unfilled_in(language: str | None, wording: Wording, prefix_id: str, subject: str) -> SafeString:
    """What is drawn once a process; the language is the one that is in force."""
    fields = fields_in(language, wording)
    return draw(IntakeForm(definition_of(wording), subject=subject, prefix_id=prefix_id, fields=fields))
