"""Erases a person: what they sent, what was written about them, what was sent to them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.log_actions import log

from leads.matching import keys_of, lock_contacts, lock_desk
from leads.models import Lead, RemovalCause
from leads.privacy.mail_files import remove_mail_files
from leads.privacy.people import Person
from leads.privacy.removal import forget_log_of_writes, remove
from leads.privacy.searches import forget_searches


@dataclass(frozen=True)
class Erasure:
    """What was erased, and the leads that a legal hold kept."""

    leads: int = 0
    enquiries: int = 0
    mail_copies: int = 0
    kept: int = 0
    held: list[Lead] = field(default_factory=list)


def erase(find: Callable[[], Person], *, by=None) -> Erasure:
    """Erase whom `find` finds, but for leads with a legal hold; done again it finds nothing and does nothing.

    The person is found anew under the locks that capture takes, so that no enquiry comes in between.
    """
    with transaction.atomic():
        lock_desk()
        lock_contacts(*map(keys_of, find().enquiries))
        person = find()
        leads, enquiries = person.removable_leads, person.removable_enquiries
        for lead in leads:
            log(instance=lead, action="leads.erase", user=by, title=lead.reference)
        keeps_mail = person.held or person.is_part
        copies = 0 if keeps_mail else remove_mail_files({row.email for row in (*leads, *enquiries)})
        remove(leads, enquiries, cause=RemovalCause.ERASED)
        for kept, rows in person.removable_kept:
            kept.remove(rows)
        if not person.held and not person.is_part:
            forget_searches(person.traces)
    forget_log_of_writes()
    number = sum(len(rows) for _kept, rows in person.removable_kept)
    return Erasure(len(leads), len(enquiries), copies, number, person.held)
