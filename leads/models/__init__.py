"""The records of the leads app, one subject a module."""

from leads.models.activity import Activity, ActivityKind
from leads.models.canary_run import CanaryRun
from leads.models.clinic import ClinicSettings, ClosedDay, OpeningHours, Weekday
from leads.models.consent import ConsentRecord
from leads.models.consent_statement import ConsentStatement, StatementKind
from leads.models.content_change import ContentChange
from leads.models.day_tally import DayTally, TallyDimension
from leads.models.delivery import TO_VISITORS, Delivery, DeliveryKind, DeliveryState
from leads.models.enquiry import Enquiry, PreferredContact, Verdict
from leads.models.enquiry_form import EnquiryForm
from leads.models.enquiry_form_version import EnquiryFormVersion
from leads.models.enquiry_question import EnquiryQuestion, QuestionType, Sensitivity
from leads.models.form_agent import FormAgent
from leads.models.job_loop import JobLoop
from leads.models.lead import Lead, LeadQuerySet, LeadSource
from leads.models.reply import Reply, ReplyTemplate
from leads.models.saved_view import SavedView
from leads.models.tally_progress import TallyProgress
from leads.models.tombstone import RemovalCause, Tombstone, TombstoneKind
from leads.models.webhook_endpoint import WebhookEndpoint, WebhookEvent
from leads.models.written_once import EnquiryImmutableError
from leads.pipeline import CLOSED_STATUSES, CallOutcome, LeadStatus, LostReason

__all__ = [
    "CLOSED_STATUSES",
    "TO_VISITORS",
    "Activity",
    "ActivityKind",
    "CallOutcome",
    "CanaryRun",
    "ClinicSettings",
    "ClosedDay",
    "ConsentRecord",
    "ConsentStatement",
    "ContentChange",
    "DayTally",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Enquiry",
    "EnquiryForm",
    "EnquiryFormVersion",
    "EnquiryImmutableError",
    "EnquiryQuestion",
    "FormAgent",
    "JobLoop",
    "Lead",
    "LeadQuerySet",
    "LeadSource",
    "LeadStatus",
    "LostReason",
    "OpeningHours",
    "PreferredContact",
    "QuestionType",
    "RemovalCause",
    "Reply",
    "ReplyTemplate",
    "SavedView",
    "Sensitivity",
    "StatementKind",
    "TallyDimension",
    "TallyProgress",
    "Tombstone",
    "TombstoneKind",
    "Verdict",
    "WebhookEndpoint",
    "WebhookEvent",
    "Weekday",
]
