"""What the person of a lead agreed to, purpose by purpose, as staff read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from leads.models import ConsentRecord, Enquiry, StatementKind


@dataclass(frozen=True)
class Purpose:
    """One purpose: what was agreed to in the latest words, how that stands, and where to record a withdrawal."""

    name: str
    text: str
    state: str
    is_in_force: bool
    withdraw_url: str


def ledger_of(enquiries: Iterable[Enquiry], *, may_withdraw: bool) -> list[Purpose]:
    """The purposes that the enquiries asked about; no queries where their consents were read with them."""
    by_purpose: dict[str, list[ConsentRecord]] = {}
    for enquiry in enquiries:
        for record in enquiry.consents.all():
            if record.kind == StatementKind.CONSENT:
                by_purpose.setdefault(record.purpose, []).append(record)
    return [read_purpose(name, records, may_withdraw=may_withdraw) for name, records in sorted(by_purpose.items())]


def read_purpose(name: str, records: list[ConsentRecord], *, may_withdraw: bool) -> Purpose:
    """The state that counts: a consent in force before one that waits, that before a withdrawal and a refusal."""
    given = [record for record in records if record.is_given and not record.withdrawn_at]
    in_force = [record for record in given if not record.needs_confirmation]
    shown = max(in_force or given or records, key=lambda record: (record.withdrawn_at is not None, record.recorded_at))
    return Purpose(
        name=name,
        text=shown.text,
        state=describe(shown),
        is_in_force=bool(in_force),
        withdraw_url=reverse("leads_lead_modeladmin_withdraw_consent", args=[shown.pk])
        if given and may_withdraw
        else "",
    )


def describe(record: ConsentRecord) -> str:
    """How a decision stands, with its day."""
    if record.withdrawn_at:
        return _("Withdrawn %(day)s") % {"day": day(record.withdrawn_at)}
    if record.needs_confirmation:
        return _("Given %(day)s, does not count until it is confirmed by mail") % {"day": day(record.recorded_at)}
    if record.confirmed_at:
        return _("Given, confirmed by mail %(day)s") % {"day": day(record.confirmed_at)}
    if record.is_given:
        return _("Given %(day)s") % {"day": day(record.recorded_at)}
    return _("Not given")


def day(moment) -> str:
    return date_format(localtime(moment))
