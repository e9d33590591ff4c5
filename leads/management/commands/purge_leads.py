"""Removes what was kept for as long as the clinics' settings say."""

from django.core.management.base import BaseCommand

from leads.privacy.console import count
from leads.privacy.kept import kept_rows
from leads.privacy.retention import Expired, find_expired, purge


class Command(BaseCommand):
    help = (
        "Removes closed leads, enquiries in quarantine, records of messages and what other apps keep of people, past "
        "the times in each clinic's settings. Leads with a legal hold stay. run_lead_jobs does the same once a day."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would be removed, and remove nothing.")

    def handle(self, *, dry_run: bool, **options):
        if dry_run:
            self.preview()
            return
        for expired, removed in purge():
            self.stdout.write(f"{heading(expired)}: removed {summary(removed)}.")

    def preview(self) -> None:
        """Counts and references of every site."""
        for expired in find_expired():
            counts = {
                "leads": expired.leads.count(),
                "enquiries": expired.enquiries.count(),
                "deliveries": expired.deliveries.count(),
                **{kept: rows.count() for kept, rows in expired.kept},
            }
            self.stdout.write(f"{heading(expired)}: would remove {summary(counts)}.")
            for row in (*expired.leads.order_by("pk").only("pk"), *expired.enquiries.order_by("pk").only("reference")):
                self.stdout.write(f"  {row.reference}")
            for _kept, rows in expired.kept:
                for row in rows.order_by("pk"):
                    self.stdout.write(f"  {row}")


def heading(expired: Expired) -> str:
    """The site and its times."""
    clinic = expired.clinic
    times = {
        "leads": clinic.retention_months,
        "quarantine": clinic.quarantine_months,
        "messages": clinic.delivery_months,
    }
    limits = ", ".join(f"{name} {f'after {months} months' if months else 'kept'}" for name, months in times.items())
    return f"{clinic.site.hostname} ({limits})"


def summary(counts: dict) -> str:
    """The counts by kind; those of other apps under their rows."""
    return ", ".join(
        [
            count(counts["leads"], "lead", "leads"),
            count(counts["enquiries"], "enquiry in quarantine", "enquiries in quarantine"),
            count(counts["deliveries"], "record of a message", "records of messages"),
            *(count(counts[kept], kept.one, kept.many) for kept in kept_rows()),
        ]
    )
