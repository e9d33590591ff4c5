"""Everything that is stored about a person, as plain data to hand over."""

from leads.models import TO_VISITORS, Activity, ConsentRecord, Delivery, Enquiry, Lead, Reply
from leads.privacy.people import Person
from leads.sealing import UnreadableAnswerError, open_value

FORMAT = "leads.person/1"


def export_person(person: Person) -> dict:
    """The person's leads with timelines, and enquiries with opened answers, consents and messages.

    Staff appear as “staff”: who of them worked on a lead is data about them.
    """
    return {
        "format": FORMAT,
        "leads": [export_lead(lead) for lead in person.leads],
        "enquiries": [export_enquiry(enquiry) for enquiry in person.enquiries],
        "elsewhere": {kept.many: [kept.export(row) for row in rows] for kept, rows in person.kept},
    }


def export_lead(lead: Lead) -> dict:
    """The case with what was noted about it."""
    return {
        "reference": lead.reference,
        "name": lead.name,
        "email": lead.email,
        "phone": lead.phone,
        "phone_international": lead.phone_e164,
        "preferred_contact": lead.preferred_contact,
        "subject": lead.subject,
        "source": lead.source,
        "status": lead.status,
        "page": {"title": lead.page_title, "address": lead.page_url},
        "received_at": moment(lead.created_at),
        "first_response_at": moment(lead.first_response_at),
        "legal_hold": {"since": moment(lead.held_at), "reason": lead.hold_reason} if lead.is_held else None,
        "replies": [export_reply(reply) for reply in lead.replies.order_by("created_at", "pk")],
        "timeline": [export_activity(activity) for activity in lead.activities.order_by("created_at", "pk")],
    }


def export_reply(reply: Reply) -> dict:
    """What staff wrote to the person."""
    return {
        "at": moment(reply.created_at),
        "subject": reply.subject,
        "text": reply.text,
        "consultation_at": moment(reply.consultation_at),
    }


def export_activity(activity: Activity) -> dict:
    """One entry of a timeline, without naming staff."""
    is_handover = activity.kind == "assigned"
    return {
        "at": moment(activity.created_at),
        "kind": activity.kind,
        "by": "staff" if activity.actor_id else "system",
        "text": activity.text,
        "from": "" if is_handover else activity.from_value,
        "to": "" if is_handover else activity.to_value,
    }


def export_enquiry(enquiry: Enquiry) -> dict:
    """What the person sent, with what was made of it."""
    return {
        "reference": enquiry.reference,
        "lead": f"L-{enquiry.lead_id}" if enquiry.lead_id else None,
        "received_at": moment(enquiry.received_at),
        "page": {"title": enquiry.page_title, "address": enquiry.page_url},
        "subject": enquiry.subject,
        "name": enquiry.name,
        "email": enquiry.email,
        "phone": enquiry.phone,
        "phone_international": enquiry.phone_e164,
        "preferred_contact": enquiry.preferred_contact,
        "treatment": enquiry.treatment,
        "message": enquiry.message,
        "answers": [export_answer(answer) for answer in enquiry.answers],
        "came_from": enquiry.attribution,
        "network_address_hash": enquiry.address_hash,
        "language": enquiry.language,
        "verdict": enquiry.verdict,
        "spam_score": enquiry.spam_score,
        "spam_reasons": enquiry.spam_reasons,
        "consents": [export_consent(consent) for consent in enquiry.consents.all()],
        "messages": [export_delivery(delivery) for delivery in enquiry.deliveries.order_by("created_at", "pk")],
    }


def export_answer(answer: dict) -> dict:
    """An answer under its label; one that no key opens says so."""
    shown = {"label": answer.get("label", ""), "sensitivity": answer.get("sensitivity", "")}
    try:
        return shown | {"value": open_value(answer)}
    except UnreadableAnswerError:
        return shown | {"unreadable": "This answer is kept encrypted, and no present key opens it."}


def export_consent(consent: ConsentRecord) -> dict:
    """One line of the ledger."""
    return {
        "kind": consent.kind,
        "purpose": consent.purpose,
        "text": consent.text,
        "given": consent.is_given,
        "recorded_at": moment(consent.recorded_at),
        "confirmed_at": moment(consent.confirmed_at),
        "withdrawn_at": moment(consent.withdrawn_at),
    }


def export_delivery(delivery: Delivery) -> dict:
    """One message; its recipient where that is the person."""
    return {
        "kind": delivery.kind,
        "to": delivery.recipient if delivery.kind in TO_VISITORS else "staff",
        "state": delivery.state,
        "created_at": moment(delivery.created_at),
        "sent_at": moment(delivery.sent_at),
    }


def moment(value) -> str | None:
    """ISO 8601, or None."""
    return value.isoformat() if value else None
