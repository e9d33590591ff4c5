"""Brings the catalogues of translations in line with the texts that visitors read."""

from django.conf import settings
from django.core.management.base import BaseCommand

from cms import translations


class Command(BaseCommand):
    help = "Collects the texts that visitors read into every language's catalogue, compiles it, and lists what is left."

    def handle(self, **options):
        for language, _name in settings.LANGUAGES:
            if language.partition("-")[0] == "en":
                continue
            for app in translations.apps():
                left = translations.update(app, language)
                self.stdout.write(f"{app} · {language}: {len(left)} texts without a translation")
                for text in left:
                    self.stdout.write(f"    {' '.join(text.split())}")
