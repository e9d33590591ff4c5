"""A mail server that has bad days, and remembers what it took."""

import asyncio
from collections import Counter
from email import message_from_bytes
from enum import Enum

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from tests.faults.waiting import PATIENCE, free_port


class Day(Enum):
    """How the server behaves."""

    GOOD = "good"
    REFUSES_FOR_NOW = "451 try again later"
    REFUSES_FOR_GOOD = "554 no"
    HANGS = "hangs"
    BREAKS_OFF = "breaks off half way"


class MoodySMTP(SMTP):
    """Breaks off half way through a message on such a day."""

    async def smtp_DATA(self, argument):  # noqa: N802
        if self.event_handler.day is not Day.BREAKS_OFF:
            return await super().smtp_DATA(argument)
        await self.push("354 go on")
        await self._reader.readline()
        self.event_handler.refused += 1
        return self.transport.abort()


class MailServer(Controller):
    """Listens in a thread of this process; `taken` counts the Message-IDs that were answered with 250."""

    def __init__(self):
        self.day = Day.GOOD
        self.taken: Counter[str] = Counter()
        self.accepted = self.refused = 0
        super().__init__(self, hostname="127.0.0.1", port=free_port(), ready_timeout=PATIENCE)

    def factory(self):
        return MoodySMTP(self, ident="faults")

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        """Take the message, or not."""
        if self.day is not Day.GOOD:
            self.refused += 1
        if self.day is Day.HANGS:
            await asyncio.sleep(3600)
        if self.day in {Day.REFUSES_FOR_NOW, Day.REFUSES_FOR_GOOD}:
            return self.day.value
        self.taken[message_from_bytes(envelope.content)["Message-ID"]] += 1
        self.accepted += 1
        return "250 OK"
