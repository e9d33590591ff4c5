"""Does what is due in the lead desk: reminders, messages, and once a day removing what was kept for long enough."""

from django.core.management.base import BaseCommand

from leads.canary import rounds as canary_rounds
from leads.dispatch import run_due
from leads.loop import attempt, run_forever, stop_on_signals
from leads.privacy.retention import purge_if_due
from leads.reminders import rounds as reminder_rounds
from leads.reports.upkeep import count_if_due


class Command(BaseCommand):
    help = (
        "Reminds of what is due, sends the messages that are due and, once a day, removes what the clinic's settings "
        "let expire; once or with --loop for ever. Any number of processes may run."
    )

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="Go on until SIGTERM or SIGINT.")
        parser.add_argument("--interval", type=float, default=5, help="Seconds between turns of the loop.")

    def handle(self, *, loop: bool, interval: float, **options):
        if not loop:
            attempt(canary_rounds.work)
            reminder_rounds.work()
            self.stdout.write(f"{run_due()} messages tried")
            attempt(canary_rounds.work)
            purge_if_due()
            attempt(count_if_due)
            return
        stop = stop_on_signals()

        def send_due_messages() -> None:
            attempt(purge_if_due)
            attempt(canary_rounds.work)
            reminder_rounds.work()
            run_due(stop.is_set)
            attempt(count_if_due)

        run_forever(send_due_messages, name="lead jobs", interval=interval, stop=stop)
