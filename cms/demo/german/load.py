"""Builds the German part of the demo beside the English one, each page a translation of its counterpart."""

from dataclasses import replace
from datetime import date

from django.db.models import Model
from wagtail.models import Locale, Page

from cms.demo.binding import Records
from cms.demo.forms import make_form
from cms.demo.german import pages
from cms.demo.german.microneedling import PAGE
from cms.demo.images import load_image
from cms.demo.people import editors
from cms.demo.site import add_page, fill_treatment, load_information, load_practitioner, plant_treatment
from cms.models import HomePage
from leads.models import EnquiryForm
from treatment_pages.models import TreatmentIndexPage

LANGUAGE = "de"


def load_german(home: HomePage, records: Records, originals: dict[str, Page], topics: dict, today: date) -> HomePage:
    """The German front page with all below it; `originals` are the English pages by slug."""
    locale, _is_new = Locale.objects.get_or_create(language_code=LANGUAGE)
    form = make_form(pages.FORM, pages.QUESTIONS, pages.STATEMENTS)
    front = add_page(
        home.get_parent(),
        HomePage(**pages.HOME, hero_image=load_image("clinic", pages.HOME_PICTURE), **link(home, locale)),
    )
    index = _index(front, originals["treatments"], form, locale)
    with_key(load_information(front, pages.PRIVACY, records.image), originals["privacy"])
    treatment = with_key(plant_treatment(index, PAGE), originals[PAGE.slug])
    treatment.hero_alt = pages.TREATMENT_PICTURE
    records = replace(records, page={PAGE.slug: treatment})
    people = {
        person.slug: with_key(load_practitioner(index, person, records), originals[person.slug])
        for person in pages.TEAM
    }
    fill_treatment(PAGE, records, people, _terms(topics, locale), today)
    editors(front)
    return front


def link(original: Model, locale: Locale) -> dict:
    """What makes a record the translation of `original`."""
    return {"locale": locale, "translation_key": original.translation_key}


def with_key(page: Page, original: Page) -> Page:
    """The stored page as the translation of `original`; its language is that of the page above."""
    page.translation_key = original.translation_key
    Page.objects.filter(pk=page.pk).update(translation_key=page.translation_key)
    return page


def _index(front: HomePage, original: Page, form: EnquiryForm, locale: Locale) -> TreatmentIndexPage:
    return add_page(front, TreatmentIndexPage(**pages.INDEX, enquiry_form=form, **link(original, locale)))


def _terms(topics: dict, locale: Locale) -> dict[str, dict[str, Model]]:
    """The German words, found again by the slugs of the English ones."""
    return {
        kind: {slug: _term(topics[kind][slug], words, locale) for slug, words in terms.items()}
        for kind, terms in pages.TERMS.items()
    }


def _term(original: Model, words: tuple[str, str, str], locale: Locale) -> Model:
    term = type(original)(**dict(zip(("name", "slug", "description"), words, strict=True)), **link(original, locale))
    term.full_clean()
    term.save()
    return term
