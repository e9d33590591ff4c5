"""`manage.py load_demo [--leads N]`: fill an empty site with the demo clinic."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.demo.load import Loaded, load_site
from cms.demo.people import logins_file


class Command(BaseCommand):
    help = (
        "Loads the demo clinic into an empty site: pages, forms, settings and three logins. "
        "Run again, it changes nothing that is there."
    )

    def handle(self, *args, **options):
        if not (settings.DEMO_SITE or settings.DEBUG):
            raise CommandError(
                "The demo is not loaded here: this is a production site. Set DEMO_SITE=on to run a demo of your own."
            )
        self._tell(load_site())

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
