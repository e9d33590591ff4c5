"""The words of what the response clock tells staff: the lead's reference and where to find it, never who it is."""

from dataclasses import dataclass

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy

from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.links import lead_link
from leads.models import Delivery, Lead


@dataclass(frozen=True)
class Words:
    """A subject, and the sentence below it; both may name the lead's `reference`."""

    subject: str
    sentence: str
    moment: str = ""
    """The field of the lead that says when."""


WORDS = {
    "breach": Words(
        gettext_lazy("%(reference)s: the promised reply time has passed"),
        gettext_lazy("Nobody has answered %(reference)s in the time that was promised. An answer is still worth it."),
        "response_due_at",
    ),
    "escalation": Words(
        gettext_lazy("%(reference)s: still not answered"),
        gettext_lazy("%(reference)s has passed its reply time, and those who answer have not answered yet."),
        "response_due_at",
    ),
    "follow_up": Words(
        gettext_lazy("%(reference)s: follow up now"),
        gettext_lazy("It is time to turn to %(reference)s again."),
        "follow_up_at",
    ),
    "consultation": Words(
        gettext_lazy("%(reference)s: consultation within a day"),
        gettext_lazy("The consultation of %(reference)s is less than a day away."),
        "consultation_at",
    ),
    "handed_out": Words(
        gettext_lazy("%(reference)s is yours to answer"),
        gettext_lazy("%(reference)s was given to you, because you have the fewest open leads."),
        "response_due_at",
    ),
    "handed_back": Words(
        gettext_lazy("%(reference)s is back in the queue"),
        gettext_lazy("%(reference)s was given to somebody who has not answered it. It belongs to nobody now."),
        "response_due_at",
    ),
}


def reminder_mail(delivery: Delivery) -> EmailMessage:
    """The message of a delivery, with the same Message-ID at every attempt; KeyError for words that do not exist."""
    lead, words = delivery.lead, WORDS[delivery.payload["about"]]
    context = {
        "sentence": words.sentence % {"reference": lead.reference},
        "when": getattr(lead, words.moment),
        "label": Lead._meta.get_field(words.moment).verbose_name,
        "link": lead_link(lead),
    }
    with timezone.override(time_zone(clinic_of(lead.site))):
        text = render_to_string("leads/email/reminder.txt", context)
    return EmailMessage(
        subject=words.subject % {"reference": lead.reference},
        body=text,
        to=[delivery.recipient],
        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
    )
