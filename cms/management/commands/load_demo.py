"""`manage.py load_demo [--leads N] [--notices]`: fill an empty site with the demo clinic, and add invented leads."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.demo.lead_notices import add_notices
from cms.demo.leads import NoFormError, add_leads
from cms.demo.load import Loaded, load_site, scale_pictures
from cms.demo.people import logins_file
from leads.reports.upkeep import count_changes


def whole_number(text: str) -> int:
    """A number of leads, 0 or more."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is not a number of leads; write a whole number such as 200.")
    return int(text)


class Command(BaseCommand):
    help = (
        "Loads the demo clinic into an empty site: pages, forms, settings and three logins. "
        "Run again, it changes nothing that is there; --leads N adds N invented leads each time."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--leads",
            type=whole_number,
            default=0,
            metavar="N",
            help="Add N leads of the last 180 days; asked again, N more. No mail is sent for them.",
        )

        parser.add_argument(
            "--notices",
            action="store_true",
            help="Add leads of the last 16 weeks by which the report names a silent form and a page that fell back.",
        )

    def handle(self, *args, **options):
        if not (settings.DEMO_SITE or settings.DEBUG):
            raise CommandError(
                "The demo is not loaded here: this is a production site. Set DEMO_SITE=on to run a demo of your own."
            )
        loaded = load_site()
        self._tell(loaded)
        if loaded.is_new:
            scale_pictures()
        if options["leads"]:
            self._add(partial(add_leads, options["leads"]))
        if options["notices"]:
            self._add(add_notices)

    def _tell(self, loaded: Loaded) -> None:
        if not loaded.is_new:
            self.stdout.write("The demo (or a site of your own) is here already: nothing was changed.")
            if logins_file().exists():
                self.stdout.write(f"The demo's logins are kept in {logins_file()}.")
            return
        self.stdout.write(self.style.SUCCESS(f"The demo is loaded: {loaded.pages} pages."))
        for username, password, purpose in loaded.logins:
            self.stdout.write(f"  {username:<10} {password:<18} {purpose}")
        self.stdout.write(f"These logins are shown once and kept in {logins_file()}.")

    def _add(self, add: Callable[[], int]) -> None:
        try:
            added = add()
        except NoFormError as error:
            raise CommandError(str(error)) from error
        count_changes()
        self.stdout.write(self.style.SUCCESS(f"{added} leads were added."))
