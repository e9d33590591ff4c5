"""Which text belongs to which kind of delivery."""

from collections.abc import Callable

from django.core.mail import EmailMessage

from leads.acknowledgement_mail import acknowledgement_mail
from leads.alert_mail import alert_mail
from leads.canary.mail import canary_mail
from leads.models import Delivery, DeliveryKind
from leads.opt_in_mail import opt_in_mail
from leads.reminders.digest import digest_mail
from leads.reminders.mails import reminder_mail
from leads.replies.appointment_mail import appointment_mail
from leads.replies.reply_mail import reply_mail
from leads.undelivered import undelivered_mail
from leads.webhooks.gone import endpoint_off_mail

MAILS: dict[str, Callable[[Delivery], EmailMessage]] = {
    DeliveryKind.ALERT: alert_mail,
    DeliveryKind.ACKNOWLEDGEMENT: acknowledgement_mail,
    DeliveryKind.UNDELIVERED: undelivered_mail,
    DeliveryKind.ENDPOINT_OFF: endpoint_off_mail,
    DeliveryKind.OPT_IN: opt_in_mail,
    DeliveryKind.CANARY: canary_mail,
    DeliveryKind.REMINDER: reminder_mail,
    DeliveryKind.ESCALATION: reminder_mail,
    DeliveryKind.DIGEST: digest_mail,
    DeliveryKind.REPLY: reply_mail,
    DeliveryKind.APPOINTMENT: appointment_mail,
}


def mail_of(delivery: Delivery) -> EmailMessage:
    """The message of a delivery, made anew at every attempt; KeyError for a kind that is not sent by mail."""
    return MAILS[delivery.kind](delivery)
