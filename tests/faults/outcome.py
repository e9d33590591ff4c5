"""What became of everything once the faults were over: counted in the database and at the mail server."""

import time
from collections import Counter
from dataclasses import dataclass, field

from tests.faults.clients import Clients
from tests.faults.site import Site

WAITING = "state IN ('pending', 'retrying')"
UNSETTLED = "state NOT IN ('sent', 'dead')"
LONG_AGO = "'2000-01-01 00:00:00+00:00'"
PATIENCE = 900
"""Seconds that sending all of a scenario's messages may take."""


@dataclass
class Outcome:
    """One row of the table, and what must be empty in it."""

    scenario: str
    database: str
    faults: int
    acknowledged: int = 0
    tried_again: int = 0
    lost: list[str] = field(default_factory=list)
    stored_twice: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)
    sent: int = 0
    dead: int = 0
    unsettled: int = 0
    unexplained: int = 0
    never_taken: int = 0
    duplicates: int = 0

    def problems(self, *, most_duplicates: int = 0) -> list[str]:
        """What is wrong, in words; empty when all that was promised was kept."""
        found = {
            "no enquiry was acknowledged": not self.acknowledged,
            f"acknowledged, and not stored under that reference: {', '.join(self.lost)}": self.lost,
            f"stored more than once: {', '.join(self.stored_twice)}": self.stored_twice,
            f"stored, and nobody is to be told: {', '.join(self.untold)}": self.untold,
            f"{self.unsettled} messages are neither sent nor given up": self.unsettled,
            f"{self.unexplained} messages are given up without a reason": self.unexplained,
            f"{self.never_taken} messages count as sent, and the mail server never took them": self.never_taken,
            f"{self.duplicates} mails came twice, at most {most_duplicates} may": self.duplicates > most_duplicates,
        }
        return [*self.surprises, *(problem for problem, is_so in found.items() if is_so)]


def settle(site: Site, clients: Clients, scenario: str, faults: int) -> Outcome:
    """Let every message come to its end, as hours of waiting would, and count; no process may have died by itself."""
    site.web.check()
    site.jobs.check()
    finish_deliveries(site)
    outcome = Outcome(scenario, site.database.name, faults, len(clients.acknowledged))
    outcome.tried_again = sum(count for answer, count in clients.answers.items() if answer in {"none", "503"})
    outcome.surprises = [*clients.surprises, *(f"{token} was never answered" for token in clients.unanswered)]
    count_enquiries(site, clients, outcome)
    count_messages(site, clients, outcome)
    return outcome


def finish_deliveries(site: Site) -> None:
    """Make whatever waits due at once, until nothing is left; then the same for what a dead sender left behind.

    Its lease ends at once, while no job loop runs that could still have it.
    """
    drain(site, WAITING)
    if site.database.rows(f"SELECT id FROM leads_delivery WHERE {UNSETTLED} LIMIT 1"):
        site.jobs.stop()
        site.database.rows(f"UPDATE leads_delivery SET lease_until = {LONG_AGO} WHERE state = 'sending'")
        site.jobs.start()
        drain(site, UNSETTLED)


def drain(site: Site, what: str) -> None:
    """Let the job loop do its work until no such message is left, or patience ends."""
    ends_at = time.monotonic() + PATIENCE
    while time.monotonic() < ends_at and site.database.rows(f"SELECT id FROM leads_delivery WHERE {what} LIMIT 1"):
        site.jobs.check()
        site.database.rows(f"UPDATE leads_delivery SET next_attempt_at = {LONG_AGO} WHERE {WAITING}")
        time.sleep(0.5)


def count_enquiries(site: Site, clients: Clients, outcome: Outcome) -> None:
    """Every enquiry by the name that it carries."""
    stored = site.database.rows(f"SELECT message, reference FROM leads_enquiry WHERE message LIKE '{clients.name}-%'")
    references = dict(stored)
    outcome.lost = [token for token, reference in clients.acknowledged.items() if references.get(token) != reference]
    outcome.stored_twice = [token for token, count in Counter(token for token, _ in stored).items() if count > 1]
    alerts = "SELECT enquiry_id FROM leads_delivery WHERE kind = 'alert'"
    untold = site.database.rows(
        f"SELECT message FROM leads_enquiry WHERE message LIKE '{clients.name}-%' AND id NOT IN ({alerts})"
    )
    outcome.untold = [token for (token,) in untold]


def count_messages(site: Site, clients: Clients, outcome: Outcome) -> None:
    """Every message of these enquiries, in the outbox and at the server."""
    messages = site.database.rows(
        "SELECT d.state, d.last_error, d.message_id FROM leads_delivery d JOIN leads_enquiry e ON e.id = d.enquiry_id"
        f" WHERE e.message LIKE '{clients.name}-%'"
    )
    taken = site.mail_server.taken
    states = Counter(state for state, _reason, _message_id in messages)
    outcome.sent, outcome.dead = states["sent"], states["dead"]
    outcome.unsettled = len(messages) - outcome.sent - outcome.dead
    outcome.unexplained = sum(state == "dead" and not reason for state, reason, _message_id in messages)
    outcome.never_taken = sum(state == "sent" and not taken[message_id] for state, _reason, message_id in messages)
    outcome.duplicates = sum(max(0, taken[message_id] - 1) for _state, _reason, message_id in messages)
