"""A mail server that knows nobody, and says whom it does not know."""

from smtplib import SMTPRecipientsRefused

from django.core.mail.backends.base import BaseEmailBackend


class Backend(BaseEmailBackend):
    def send_messages(self, messages):
        raise SMTPRecipientsRefused({address: (550, b"no such user") for message in messages for address in message.to})
