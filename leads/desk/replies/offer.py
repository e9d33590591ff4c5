"""Which templates somebody who writes to a person may use, and what the person agreed to."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from leads.desk.privacy.ledger import Purpose, read_purpose
from leads.matching import email_key
from leads.models import ConsentRecord, Lead, ReplyTemplate, StatementKind, Verdict
from leads.replies.permission import templates_for


@dataclass(frozen=True)
class OfferedTemplate:
    """A template with the address that begins a reply with it, or the reason why this person cannot get it."""

    template: ReplyTemplate
    url: str
    reason: str
    is_chosen: bool


def reply_url(lead: Lead, template: ReplyTemplate | None = None) -> str:
    """The page on which a reply is written."""
    path = reverse("leads_lead_modeladmin_reply", args=[lead.pk])
    return f"{path}?template={template.pk}" if template else path


def offered_templates(lead: Lead, purposes: list[Purpose], chosen: ReplyTemplate | None) -> list[OfferedTemplate]:
    """The templates in use, those that cannot be sent to this person with the reason; one query."""
    known = {purpose.name: purpose for purpose in purposes}
    return [
        OfferedTemplate(template, reply_url(lead, template), why_not(template, known), template == chosen)
        for template in templates_for(lead).in_use()
    ]


def why_not(template: ReplyTemplate, known: dict[str, Purpose]) -> str:
    """Why the consents do not allow it, in words; "" when they do, or when it needs none."""
    purpose = known.get(template.purpose)
    if not template.purpose or (purpose and purpose.is_in_force):
        return ""
    state = purpose.state if purpose else _("This person was not asked for it")
    return _("Needs the consent “%(purpose)s”. %(state)s.") % {"purpose": template.purpose, "state": state}


def purposes_of(lead: Lead) -> list[Purpose]:
    """What was asked of whoever has the lead's address, on any lead, and how that stands; one query."""
    key = email_key(lead.email)
    if not key:
        return []
    records = ConsentRecord.objects.filter(
        kind=StatementKind.CONSENT, enquiry__email_key=key, enquiry__verdict=Verdict.ACCEPTED
    )
    by_purpose: dict[str, list[ConsentRecord]] = {}
    for record in records:
        by_purpose.setdefault(record.purpose, []).append(record)
    return [read_purpose(name, found, may_withdraw=False) for name, found in sorted(by_purpose.items())]
