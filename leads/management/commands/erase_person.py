"""Erases everything that is stored about one person."""

from django.core.management.base import BaseCommand, CommandError

from leads.privacy.console import add_person_arguments, confirm, count, describe, find_or_refuse
from leads.privacy.erasure import erase
from leads.privacy.people import find_person

HELD = 3
"""The status with which the command ends when a legal hold kept something."""


class Command(BaseCommand):
    help = (
        "Erases one person: leads, enquiries, consents, timelines and messages. Lists what it found and asks first. "
        "Leads with a legal hold stay, and the command then ends with status 3."
    )

    def add_arguments(self, parser):
        add_person_arguments(parser)

    def handle(self, *, contact: str, yes: bool, **options):
        person = find_or_refuse(contact)
        if not person:
            self.stdout.write("Nothing is stored under this contact.")
            return
        for line in describe(person):
            self.stdout.write(line)
        if person.is_removable:
            if not yes and not confirm("Erase all of this for good?"):
                raise CommandError("Nothing was erased.")
            erased = erase(lambda: find_person(contact))
            self.stdout.write(
                f"Erased: {count(erased.leads, 'lead', 'leads')}, {count(erased.enquiries, 'enquiry', 'enquiries')}, "
                f"{count(erased.kept, 'row', 'rows')} elsewhere."
            )
            person = find_person(contact)
        if person.held:
            names = ", ".join(lead.reference for lead in person.held)
            raise CommandError(
                f"Kept by a legal hold: {names}. Lift it at the lead desk, then run this again.", returncode=HELD
            )
