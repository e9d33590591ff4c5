"""One enquiry on its way from the browser to the database."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from leads.intake import Decision
from leads.models import ClinicSettings, EnquiryForm, EnquiryFormVersion, PreferredContact


@dataclass(frozen=True)
class Origin:
    """The page that the visitor read; title and address outlive it."""

    page: object | None = None
    title: str = ""
    url: str = ""
    revision_id: int | None = None
    subject: str = ""


@dataclass(frozen=True)
class Signals:
    """What the request says about its sender, for the spam score.

    `elapsed_ms` is None where no script measured it.
    """

    is_honeypot_filled: bool = False
    elapsed_ms: int | None = None
    is_cross_site: bool = False
    address_hash: str = ""


@dataclass(frozen=True)
class Submission:
    """A valid enquiry, ready to be captured; `answers` are as `Enquiry.answers` keeps them."""

    name: str
    clinic: ClinicSettings
    email: str = ""
    phone: str = ""
    preferred_contact: str = PreferredContact.ANY
    treatment: str = ""
    message: str = ""
    answers: list[dict] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    form: EnquiryForm | None = None
    version: EnquiryFormVersion | None = None
    slug: str = ""
    site: object | None = None
    origin: Origin = Origin()
    signals: Signals = Signals()
    attribution: dict[str, dict[str, str]] = field(default_factory=dict)
    client_key: str = ""
    language: str = ""
    flags: list[str] = field(default_factory=list)
    received_at: datetime = field(default_factory=timezone.now)
