"""Stores what staff write to a person, together with the message that takes it there."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from leads.models import Delivery, DeliveryKind, Lead, Reply, ReplyTemplate
from leads.models.reply import TEXT_LENGTH
from leads.outbox import new_message_id, queue
from leads.replies.permission import ReplyError, check_address, check_appointment, check_consent
from leads.replies.values import words
from leads.replies.variables import problems_of
from leads.visitor_text import storable

SUBJECT_LENGTH = Reply._meta.get_field("subject").max_length


def new_token() -> str:
    """Stands for one reply that is being written; sent twice under the same token it is one reply."""
    return secrets.token_hex(16)


@transaction.atomic
def send_reply(
    lead: Lead,
    *,
    subject: str,
    text: str,
    by,
    template: ReplyTemplate | None = None,
    with_appointment: bool = False,
    token: str = "",
) -> Reply:
    """Store a reply, queue its mail, and log it on the timeline, which stops the response clock.

    ReplyError, a PipelineError, with a sentence where it must not be sent. A reply that was stored under the same
    token already is returned as it is, and nothing is sent again.
    """
    key = f"reply:{lead.pk}:{token or new_token()}"
    lead = as_it_is_now(lead)
    if sent := Reply.objects.filter(delivery__dedupe_key=key).first():
        return sent
    subject, text = words(subject), storable(text).strip()
    purpose = template.purpose if template else ""
    check_words(subject, text)
    check_address(lead)
    check_consent(purpose, lead)
    if with_appointment:
        check_appointment(lead)
    delivery = queue_mail(lead, key, purpose)
    appointment = {"consultation_at": lead.consultation_at, "consultation_minutes": lead.consultation_minutes}
    reply = Reply.objects.create(
        lead=lead,
        delivery=delivery,
        template=template,
        author=by,
        subject=subject,
        text=text,
        **(appointment if with_appointment else {}),
    )
    lead.log_reply(by=by, delivery=delivery, text=f"{subject}\n\n{text}")
    log(instance=lead, action="leads.reply", user=by, title=lead.reference)
    return reply


def as_it_is_now(lead: Lead) -> Lead:
    """The lead, held until the transaction ends; ReplyError when it was erased meanwhile."""
    locked = Lead.objects.select_for_update().filter(pk=lead.pk).first()
    if locked is None:
        raise ReplyError(_("This lead does not exist any more."))
    return locked


def check_words(subject: str, text: str) -> None:
    """Raise ReplyError for what the database or the reader cannot do anything with."""
    if not subject or not text:
        raise ReplyError(_("Write a subject and a text."))
    if len(subject) > SUBJECT_LENGTH or len(text) > TEXT_LENGTH:
        raise ReplyError(_("The subject or the text is too long."))
    if problems := problems_of(f"{subject}\n{text}"):
        raise ReplyError(" ".join(problems))


def queue_mail(lead: Lead, key: str, purpose: str) -> Delivery:
    """The stored message; it keeps for which purpose it is sent, whatever becomes of its template."""
    delivery = Delivery(
        kind=DeliveryKind.REPLY,
        lead=lead,
        recipient=lead.email,
        dedupe_key=key,
        message_id=new_message_id(),
        payload={"purpose": purpose} if purpose else {},
    )
    queue([delivery])
    return Delivery.objects.get(dedupe_key=key)
