"""The records of the leads app, one subject a module."""

from leads.models.activity import Activity, ActivityKind
from leads.models.clinic import ClinicSettings, ClosedDay, OpeningHours, Weekday
from leads.models.consent import ConsentRecord
from leads.models.delivery import Delivery, DeliveryKind, DeliveryState
from leads.models.enquiry import Enquiry, PreferredContact, Verdict
from leads.models.enquiry_form import (
    ConsentStatement,
    EnquiryForm,
    EnquiryFormVersion,
    EnquiryQuestion,
    QuestionType,
    Sensitivity,
    StatementKind,
)
from leads.models.lead import Lead, LeadQuerySet, LeadSource
from leads.models.written_once import EnquiryImmutableError
from leads.pipeline import CLOSED_STATUSES, LeadStatus

__all__ = [
    "CLOSED_STATUSES",
    "Activity",
    "ActivityKind",
    "ClinicSettings",
    "ClosedDay",
    "ConsentRecord",
    "ConsentStatement",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Enquiry",
    "EnquiryForm",
    "EnquiryFormVersion",
    "EnquiryImmutableError",
    "EnquiryQuestion",
    "Lead",
    "LeadQuerySet",
    "LeadSource",
    "LeadStatus",
    "OpeningHours",
    "PreferredContact",
    "QuestionType",
    "Sensitivity",
    "StatementKind",
    "Verdict",
    "Weekday",
]
