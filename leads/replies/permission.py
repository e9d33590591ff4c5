"""What may be sent to whom: an answer to everybody who can be written to, anything else on a consent alone."""

from django.utils.translation import gettext as _

from leads.acknowledgements import is_one_address
from leads.models import ConsentRecord, Lead, LeadStatus, ReplyTemplate
from leads.pipeline import PipelineError


class ReplyError(PipelineError):
    """A reply that is refused; the message is a sentence for staff."""


def check_address(lead: Lead) -> None:
    """Raise ReplyError unless a message to the lead's address goes there and nowhere else."""
    if not lead.email:
        raise ReplyError(_("This person has left no e-mail address."))
    if not is_one_address(lead.email):
        raise ReplyError(_("What this person entered as an e-mail address is none that a message can be sent to."))


def check_consent(purpose: str, lead: Lead) -> None:
    """Raise ReplyError unless the person agreed to `purpose`, still does, and has confirmed it where that is asked."""
    if purpose and not ConsentRecord.objects.allows(purpose, lead.email):
        raise ReplyError(
            _("This person has given no consent to “%(purpose)s” that counts, so the text cannot be sent to them.")
            % {"purpose": purpose}
        )


def check_appointment(lead: Lead) -> None:
    """Raise ReplyError unless a consultation is booked that a calendar can hold."""
    if not is_booked(lead):
        raise ReplyError(_("No consultation is booked, so there is no appointment to attach."))


def is_booked(lead: Lead) -> bool:
    """Whether there is a consultation to speak of."""
    return lead.status == LeadStatus.BOOKED and lead.consultation_at is not None


def templates_for(lead: Lead):
    """The templates of the lead's site and of every site, archived ones among them."""
    of_site = ReplyTemplate.objects.filter(site=None)
    return of_site | ReplyTemplate.objects.filter(site=lead.site_id) if lead.site_id else of_site
