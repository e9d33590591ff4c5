"""One turn of everything that the response clock does by itself."""

from leads.loop import attempt
from leads.reminders.dates import announce_consultations, remind_of_follow_ups
from leads.reminders.digest import send_digests
from leads.reminders.handout import hand_out_leads, take_leads_back
from leads.reminders.promises import escalate_breaches, notice_breaches

JOBS = (
    hand_out_leads,
    take_leads_back,
    notice_breaches,
    escalate_breaches,
    remind_of_follow_ups,
    announce_consultations,
    send_digests,
)


def work() -> None:
    """Do what is due; a job that fails is logged and keeps no other from its turn."""
    for job in JOBS:
        attempt(job)
