"""Does what is due in the lead desk: sends queued messages."""

from django.core.management.base import BaseCommand

from leads.dispatch import run_due
from leads.loop import run_forever, stop_on_signals


class Command(BaseCommand):
    help = "Sends the messages that are due, once or with --loop for ever; any number of processes may run."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="Go on until SIGTERM or SIGINT.")
        parser.add_argument("--interval", type=float, default=5, help="Seconds between turns of the loop.")

    def handle(self, *, loop: bool, interval: float, **options):
        if not loop:
            self.stdout.write(f"{run_due()} messages tried")
            return
        stop = stop_on_signals()

        def send_due_messages() -> None:
            run_due(stop.is_set)

        run_forever(send_due_messages, interval=interval, stop=stop)
