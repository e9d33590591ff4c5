"""The loop of everything that happens to pages by time."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from leads.loop import attempt, run_forever
from leads.page_cache.upkeep import keep_up
from treatment_pages.editorial.page_checks import refresh_checks


class Command(BaseCommand):
    help = (
        "Publishes and unpublishes by schedule, drops kept pages at midnight, checks pages anew when due; with --loop "
        "again and again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="Stay and repeat until stopped.")
        parser.add_argument("--interval", type=float, default=60, help="Seconds between two turns (default 60).")

    def handle(self, *, loop, interval, **options):
        if loop:
            run_forever(self.run_once, name="content jobs", interval=interval)
        else:
            self.run_once()

    def run_once(self):
        attempt(keep_up)
        call_command("publish_scheduled", verbosity=0)
        refresh_checks()
