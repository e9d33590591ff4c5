"""What the commands about one person have in common: they find, say what they found, and ask."""

from argparse import ArgumentParser
from collections.abc import Callable

from django.core.management.base import CommandError

from leads.privacy.people import ContactError, Person, find_person


def add_person_arguments(parser: ArgumentParser) -> None:
    """The contact, and a way to do without the question."""
    parser.add_argument("contact", metavar="EMAIL_OR_PHONE", help="An address of the person, or a phone number.")
    parser.add_argument("--yes", action="store_true", help="Do not ask; for scripts.")


def find_or_refuse(contact: str) -> Person:
    """The person; CommandError for a text that is no contact."""
    try:
        return find_person(contact)
    except ContactError as error:
        raise CommandError(str(error)) from error


def describe(person: Person) -> list[str]:
    """What was found, in references and counts: a terminal's history is no place for names."""
    by_lead = {lead.pk: [e for e in person.enquiries if e.lead_id == lead.pk] for lead in person.leads}
    lines = [
        f"{lead.reference}: {lead.get_status_display().lower()}, received {lead.created_at:%Y-%m-%d}, "
        f"{count(len(by_lead[lead.pk]), 'enquiry', 'enquiries')}{', LEGAL HOLD' if lead.is_held else ''}"
        for lead in person.leads
    ]
    loose = [enquiry for enquiry in person.enquiries if enquiry.lead_id is None]
    lines += [f"{enquiry.reference}: {enquiry.get_verdict_display().lower()}, in no lead" for enquiry in loose]
    lines += [f"{row}: one of the {kept.many}" for kept, rows in person.kept for row in rows]
    if len(person.emails) > 1:
        lines.append(
            f"These name {len(person.emails)} different e-mail addresses. If that is more than one person, move the "
            "others' enquiries to leads of their own first."
        )
    if person.lookalikes:
        names = ", ".join(lead.reference for lead in person.lookalikes)
        lines.append(f"Left out, with the same phone and another e-mail address: {names}.")
    return lines


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def confirm(question: str, ask: Callable[[str], str] | None = None) -> bool:
    """Whether somebody answers yes; CommandError where nobody can answer."""
    try:
        return (ask or input)(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError as error:
        raise CommandError("Nobody is there to answer. Add --yes if you are sure.") from error
