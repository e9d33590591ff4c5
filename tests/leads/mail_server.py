"""A real mail server on this machine, to be used as a fixture."""

import socket
from contextlib import contextmanager
from email import message_from_bytes

from aiosmtpd.controller import Controller


class MailServer:
    """Answers every message with `reply` and keeps what it was shown."""

    def __init__(self):
        self.reply = "250 OK"
        self.seen = []
        self.handle_DATA = self.take

    async def take(self, server, session, envelope):
        self.seen.append(message_from_bytes(envelope.content))
        return self.reply


@contextmanager
def running_mail_server(settings):
    """A server to which the settings send all mail."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    try:
        yield server
    finally:
        controller.stop()
