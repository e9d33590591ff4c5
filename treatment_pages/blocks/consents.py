"""What blocks that show a person ask of that person's consent."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from wagtail import blocks

relied_on: ContextVar[frozenset[int]] = ContextVar("relied_on", default=frozenset())
"""The consents that the published version of the page being cleaned rests on."""


class ConsentedValue(blocks.StructValue):
    """A value that visitors see only while its `consent` is in force."""

    @property
    def is_shown(self) -> bool:
        """Asked at every rendering: a consent lapses without anybody touching the page."""
        consent = self.get("consent")
        return bool(consent and consent.is_valid())


def consent_lapse(consent) -> str:
    """Why nothing may rest on `consent` today, as a sentence; "" while it is in force."""
    if consent.is_valid():
        return ""
    if consent.given_on > timezone.localdate():
        text, day = gettext("The consent %(consent)s only starts on %(day)s."), consent.given_on
    else:
        text = gettext("The consent %(consent)s ended on %(day)s.")
        day = min(day for day in (consent.expires_on, consent.withdrawn_on) if day)
    return text % {"consent": consent, "day": date_format(day)}


def lapse_in_new_use(consent) -> str:
    """Why nothing new may rest on `consent` today; "" too where the published page rested on it before it ended."""
    return "" if ended_since_published(consent, relied_on.get()) else consent_lapse(consent)


def ended_since_published(consent, relied: Collection[int]) -> bool:
    """Whether time alone ended a consent that the published page rests on, one of the keys `relied`.

    Visitors no longer see such a block, and the page can still be corrected.
    """
    return consent.pk in relied and consent.given_on <= timezone.localdate() and not consent.is_valid()


@contextmanager
def relied_on_already(page) -> Iterator[None]:
    """While a page is cleaned, know the consents that its published version rests on; one query for a live page."""
    token = relied_on.set(frozenset(consents_of_published(page)))
    try:
        yield
    finally:
        relied_on.reset(token)


def consents_of_published(page) -> set[int]:
    """The keys of the consents that blocks of the page as visitors read it rest on; none while it is not live."""
    if page.pk is None or not page.live:
        return set()
    body = type(page)._default_manager.filter(pk=page.pk).values_list("body", flat=True).first()
    values = (block["value"] for block in body.raw_data) if body else ()
    return {value["consent"] for value in values if isinstance(value, dict) and value.get("consent")}
