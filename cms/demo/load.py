"""Builds the demo in one transaction: all of it into an empty site, nothing into one that has it."""

from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page

from cms.demo.articles import ARTICLES
from cms.demo.binding import Records, drawings_in
from cms.demo.clinic import load_clinic
from cms.demo.consents import load_consents
from cms.demo.films import load_films
from cms.demo.forms import load_forms
from cms.demo.german.load import load_german
from cms.demo.images import load_images
from cms.demo.information import ABOUT, INFORMATION, PRIVACY
from cms.demo.people import keep_logins, load_people
from cms.demo.reader_questions import load_reader_questions
from cms.demo.replies import load_replies
from cms.demo.site import (
    fill_treatment,
    load_article,
    load_home,
    load_index,
    load_information,
    load_practitioner,
    plant_treatment,
    point_site_at,
)
from cms.demo.sources import load_sources
from cms.demo.taxonomy import load_taxonomy
from cms.demo.team import TEAM
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
    load_reader_questions()
    load_replies()
    keep_logins(logins)
    return Loaded(is_new=True, pages=pages, logins=logins)


def scale_pictures() -> None:
    """Show the site's own pages once to nobody, so that the first visitor does not wait for pictures to be scaled.

    Pages that name their pictures had them made when they were published. A page leaves its language behind in the
    thread, in which what is loaded next must not be written.
    """
    with translation.override(translation.get_language()):
        for page in Page.objects.live().filter(depth__gt=1).specific():
            if not hasattr(page, "pictures"):
                page.make_preview_request()


def _load_pages() -> tuple[HomePage, int]:
    today = timezone.localdate()
    records = Records(
        source=load_sources(), image=load_images(_drawings()), consent=load_consents(today), file=load_films()
    )
    home = load_home(records.image)
    site = point_site_at(home)
    index = load_index(home)
    information = {text.slug: load_information(home, text, records.image) for text in INFORMATION}
    load_clinic(site, form=load_forms(), privacy_page=information[PRIVACY.slug])
    topics = load_taxonomy()
    records = replace(records, page={treatment.slug: plant_treatment(index, treatment) for treatment in TREATMENTS})
    people = {person.slug: load_practitioner(information[ABOUT.slug], person, records) for person in TEAM}
    for treatment in TREATMENTS:
        fill_treatment(treatment, records, people, topics, today)
    for article in ARTICLES:
        load_article(index, article, records, people, today)
    originals = {index.slug: index, **information, **records.page, **people}
    front = load_german(home, records, originals, topics, today)
    return home, sum(page.get_descendants(inclusive=True).count() for page in (home, front))


def _drawings() -> list[str]:
    """The names of all drawings that pages show, as hero, as portrait or in the text."""
    pages = (*TREATMENTS, *ARTICLES, *INFORMATION)
    heroes = [page.picture for page in pages if page.picture]
    shown = [name for page in (*TREATMENTS, *ARTICLES) for name in drawings_in(page.body)]
    return ["clinic", *heroes, *(person.portrait for person in TEAM), *shown]
