"""What an editor does behind the edge: `python -m tests.deploy.content make HOST PORT`, or `publish TITLE`."""

import sys

import django

django.setup()

from wagtail.models import Site

from tests.faults import site_content
from treatment_pages.models import TreatmentPage


def make(host: str, port: str) -> None:
    """A page with a form, at the address that visitors know."""
    site_content.make()
    site = Site.objects.get()
    site.hostname, site.port = host, int(port)
    site.save()


def publish(title: str) -> None:
    """The page under another title."""
    page = TreatmentPage.objects.get()
    page.title = title
    page.save_revision().publish()


if __name__ == "__main__":
    {"make": make, "publish": publish}[sys.argv[1]](*sys.argv[2:])
