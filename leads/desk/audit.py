"""The audit log of the desk: who did what to which lead, without names and without what was written."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from leads.models import Delivery, Enquiry, Lead

ACTIONS = (
    ("leads.add", _("Add"), _("Added a lead by hand")),
    ("leads.add_to", _("Add to"), _("Added another contact by hand")),
    ("leads.mark_attempted", _("Mark attempted"), _("Tried to reach the person")),
    ("leads.mark_contacted", _("Mark contacted"), _("Reached the person")),
    ("leads.mark_attended", _("Mark attended"), _("Noted that the person came")),
    ("leads.mark_no_show", _("Mark no show"), _("Noted that the person did not come")),
    ("leads.convert", _("Convert"), _("Marked a lead as converted")),
    ("leads.call", _("Log call"), _("Logged a call")),
    ("leads.follow_up", _("Follow-up"), _("Changed the follow-up date")),
    ("leads.book", _("Book"), _("Booked or moved a consultation")),
    ("leads.status", _("Change status"), _("Changed the status")),
    ("leads.undo", _("Undo"), _("Took the last change of status back")),
    ("leads.assign", _("Assign"), _("Changed the owner")),
    ("leads.note", _("Add note"), _("Wrote a note")),
    ("leads.reply", _("Reply"), _("Replied by e-mail")),
    ("leads.close_emptied", _("Close emptied lead"), _("Closed a lead whose enquiries were moved")),
    ("leads.move_enquiry", _("Move enquiry"), _("Moved an enquiry to another lead")),
    ("leads.split_off", _("Split off enquiry"), _("Made an enquiry a lead of its own")),
    ("leads.release", _("Release"), _("Released an enquiry from quarantine")),
    ("leads.confirm_spam", _("Confirm spam"), _("Confirmed that an enquiry is spam")),
    ("leads.open_answers", _("Open answers"), _("Opened the health answers of an enquiry")),
    ("leads.withdraw_consent", _("Withdraw consent"), _("Recorded that a consent was withdrawn")),
    ("leads.place_hold", _("Place legal hold"), _("Placed a legal hold")),
    ("leads.lift_hold", _("Lift legal hold"), _("Lifted a legal hold")),
    ("leads.erase", _("Erase"), _("Erased a lead with its enquiries")),
    ("leads.export_person", _("Export person"), _("Exported everything about the person of a lead")),
    ("leads.send_again", _("Send again"), _("Let a message be sent again")),
    ("leads.set_aside", _("Set aside"), _("Set a message aside that was given up")),
    ("leads.take_up", _("No longer set aside"), _("Took back that a message was set aside")),
    ("leads.test_webhook", _("Test webhook"), _("Sent a test event")),
    ("leads.show_secret", _("Show secret"), _("Looked at the secret of a webhook")),
    ("leads.renew_secret", _("New secret"), _("Gave a webhook a new secret")),
    ("leads.return_to_quarantine", _("Return to quarantine"), _("Took a confirmation of spam back")),
)


def register_log_actions(actions) -> None:
    """Make the desk's actions known to Wagtail, which refuses unknown ones."""
    for action in ACTIONS:
        actions.register_action(*action)


def record(case: Lead | Enquiry, action: str, *, by) -> None:
    """Write one line of the audit log; the lead or the enquiry appears under its reference."""
    log(instance=case, action=action, user=by, title=case.reference)


def record_delivery(delivery: Delivery, action: str, *, by) -> None:
    """The same for a message; it appears with the case that it is about, and without its recipient."""
    case = delivery.lead or delivery.enquiry or delivery
    log(instance=case, action=action, user=by, title=str(case), data={"message": str(delivery)})
