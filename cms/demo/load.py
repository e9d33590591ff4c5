"""Builds the demo in one transaction: all of it into an empty site, nothing into one that has it."""

from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Page

from cms.demo.articles import ARTICLES
from cms.demo.clinic import load_clinic
from cms.demo.forms import load_forms
from cms.demo.images import load_images
from cms.demo.information import INFORMATION, PRIVACY
from cms.demo.people import keep_logins, load_people
from cms.demo.site import load_article, load_home, load_index, load_information, load_treatment, point_site_at
from cms.demo.sources import load_sources
from cms.demo.treatments import TREATMENTS
from cms.models import HomePage
from leads.models import ClinicSettings, EnquiryForm


@dataclass
class Loaded:
    """What a load did."""

    is_new: bool
    pages: int = 0
    logins: list[tuple[str, str, str]] = field(default_factory=list)


def is_loaded() -> bool:
    """Whether a demo or a site of one's own is here; any of its parts is enough, as editors may delete others."""
    return HomePage.objects.exists() or EnquiryForm.objects.exists() or ClinicSettings.objects.exclude(name="").exists()


@transaction.atomic
def load_site() -> Loaded:
    """Load pages, settings, forms and logins, unless something is there already."""
    if is_loaded():
        return Loaded(is_new=False)
    home, pages = _load_pages()
    logins = load_people(home)
    keep_logins(logins)
    return Loaded(is_new=True, pages=pages, logins=logins)


def scale_pictures() -> None:
    """Show every page once to nobody, so that the first visitor does not wait for pictures to be scaled."""
    for page in Page.objects.live().filter(depth__gt=1).specific():
        page.make_preview_request()


def _load_pages() -> tuple[HomePage, int]:
    images = load_images(["clinic", *(page.picture for page in (*TREATMENTS, *ARTICLES, *INFORMATION) if page.picture)])
    sources = load_sources()
    home = load_home(images)
    site = point_site_at(home)
    index = load_index(home)
    information = {text.slug: load_information(home, text, images) for text in INFORMATION}
    load_clinic(site, form=load_forms(), privacy_page=information[PRIVACY.slug])
    for treatment in TREATMENTS:
        load_treatment(index, treatment, images, sources)
    for article in ARTICLES:
        load_article(index, article, images, sources)
    return home, home.get_descendants(inclusive=True).count()
