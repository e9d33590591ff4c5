"""Why an enquiry is in quarantine, in the reader's words, and under ids that can be counted."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from leads.models import Enquiry
from leads.spam import REASONS

LABELS = {
    "honeypot": _("Hidden field filled in"),
    "too_fast": _("Sent within two seconds"),
    "other_site": _("Sent from another website"),
    "no_script": _("Sent without JavaScript"),
    "links": _("Links"),
    "same_connection": _("Many from one connection"),
    "same_person": _("Many with the same contact details"),
}
"""The signals of `REASONS` as headings."""


@dataclass(frozen=True)
class Reason:
    """One reason; `points` is None where they were not kept."""

    signal: str
    text: str
    points: int | None


def reasons_of(enquiry: Enquiry) -> list[Reason]:
    """What speaks against an enquiry."""
    return [read_reason(entry) for entry in enquiry.spam_reasons]


def read_reason(entry: dict | str) -> Reason:
    """A stored reason; the oldest are bare sentences, in the language of the project."""
    if isinstance(entry, str):
        signal = signal_of(entry)
        return Reason(signal, str(REASONS.get(signal, entry)), None)
    signal = str(entry.get("signal", ""))
    return Reason(signal, str(REASONS.get(signal) or entry.get("reason", signal)), entry.get("points"))


def signal_of(sentence: str) -> str:
    """The id of the signal with this sentence, or the sentence itself."""
    with translation.override(settings.LANGUAGE_CODE):
        return next((signal for signal, reason in REASONS.items() if str(reason) == sentence), sentence)


def label_of(signal: str) -> str:
    """A signal as a heading; one that is not looked for any more as it was stored."""
    return str(LABELS.get(signal, signal))
