"""Brings sensitive answers under the first encryption key, or makes a new key."""

from cryptography.fernet import Fernet
from django.core.management.base import BaseCommand, CommandError

from leads.key_rotation import rotate_keys


class Command(BaseCommand):
    help = (
        "Reseals sensitive answers under the first key of LEADS_ENCRYPTION_KEYS, while the site runs. Put the new key "
        "in front of the old ones, restart every process, run this, and only then take the old keys away."
    )

    def add_arguments(self, parser):
        parser.add_argument("--new-key", action="store_true", help="Print a new key and change nothing.")

    def handle(self, *, new_key: bool, **options):
        if new_key:
            self.stdout.write(Fernet.generate_key().decode())
            return
        rotation = rotate_keys()
        self.stdout.write(f"{rotation.rewritten} enquiries resealed")
        if rotation.webhooks:
            self.stdout.write(f"{rotation.webhooks} secrets of webhooks resealed")
        if rotation.unreadable:
            raise CommandError(
                f"{rotation.unreadable} answers cannot be opened with the present keys and were left as they are. "
                "Add the key they were sealed with to LEADS_ENCRYPTION_KEYS and run this again."
            )
        if rotation.unreadable_webhooks:
            raise CommandError(
                f"The secrets of {rotation.unreadable_webhooks} webhooks cannot be opened with the present keys. "
                "Add the key they were sealed with to LEADS_ENCRYPTION_KEYS and run this again, or draw new secrets."
            )
