"""Hands over everything that is stored about one person."""

import json
import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from leads.privacy.console import add_person_arguments, confirm, describe, find_or_refuse
from leads.privacy.export import export_person


class Command(BaseCommand):
    help = (
        "Writes everything about one person as JSON: leads, enquiries with all answers, consents, timelines and "
        "messages. Lists what it found and asks first. The file is readable by its owner alone."
    )

    def add_arguments(self, parser):
        add_person_arguments(parser)
        parser.add_argument("--output", metavar="FILE", help="A new file; without it the JSON goes to standard output.")

    def handle(self, *, contact: str, yes: bool, output: str | None, **options):
        person = find_or_refuse(contact)
        if not person:
            self.stderr.write("Nothing is stored under this contact.")
            return
        for line in describe(person):
            self.stderr.write(line)
        if not yes and not confirm("Write all of this out?", self.ask):
            raise CommandError("Nothing was written.")
        text = json.dumps(export_person(person), indent=2, ensure_ascii=False)
        if output:
            write_private(Path(output), text)
            self.stderr.write(f"Written to {output}. Delete the file once it has been handed over.")
        else:
            self.stdout.write(text)
        for lead in person.leads:
            log(instance=lead, action="leads.export_person", title=lead.reference)

    def ask(self, question: str) -> str:
        """Ask beside the output, which may go into a file."""
        self.stderr.write(question, ending="")
        self.stderr.flush()
        return input()


def write_private(path: Path, text: str) -> None:
    """A new file that only its owner can read; CommandError when it cannot be made."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    except FileExistsError as error:
        raise CommandError(f"{path} exists. Choose a new file.") from error
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} cannot be written: {error}") from error
