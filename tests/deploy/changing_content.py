"""Makes content in which every kind of change shows on several pages: `python -m tests.deploy.changing_content HOST`.

Prints the key of each record that an editor changes, by name, as JSON.
"""

import json
import sys

import django

django.setup()

from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from leads.models import OpeningHours, QuestionType, StatementKind
from tests import factories

TREATMENTS = ("Microneedling", "Filler", "Peel", "Toning", "Waxing", "Laser")
RELATED = ("Filler", "Peel", "Toning")
"""Which the page about the first one leads to."""


def make(host: str) -> dict[str, int]:
    """A site with two indexes; all else stands below the first, and the page about the clinic leads to it."""
    form = factories.make_form(
        heading="Ask us",
        questions=[{"label": "Which area is it about?", "type": QuestionType.SHORT_TEXT}],
        statements=[{"kind": StatementKind.NOTICE, "purpose": "reply", "text": "We answer by telephone."}],
    )
    home = factories.HomePageFactory(parent=Page.get_first_root_node(), slug="clinic")
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": host, "root_page": home})
    site = Site.objects.get(is_default_site=True)
    clinic = factories.make_clinic(site, form)
    OpeningHours.objects.create(clinic=clinic, weekday=0, opens="09:00", closes="17:00")
    index = factories.TreatmentIndexPageFactory(parent=home, show_in_menus=True)
    offers = factories.TreatmentIndexPageFactory(parent=home, title="Offers", slug="offers", show_in_menus=True)
    records = treatments_below(index) | {"form": form, "clinic": clinic, "site": site, "offers": offers, "index": index}
    links = "".join(f'<p><a linktype="page" id="{records[name].pk}">{name}</a></p>' for name in TREATMENTS)
    about = factories.InformationPageFactory(parent=home, title="About", slug="about", show_in_menus=True, body=links)
    factories.make_user(username="editor", is_superuser=True)
    return {name: record.pk for name, record in (records | {"about": about}).items()}


def treatments_below(index) -> dict:
    """Treatments for one concern, of which the first rests on everything that pages can rest on."""
    picture = get_image_model().objects.create(
        title="A room",
        description="A room with a chair",
        file=get_test_image_file("room.png"),
    )
    source, concern = factories.SourceFactory(title="A study of needles"), factories.ConcernFactory(name="Scars")
    category = factories.TreatmentCategoryFactory(name="For the face")
    withdrawn = factories.ImageConsentFactory(reference="C-1")
    lapsing = factories.ImageConsentFactory(reference="C-2", expires_on=timezone.localdate())
    person = factories.PractitionerPageFactory(parent=index, title="Alex Example", slug="alex")
    claim = RichText(f'<p><a linktype="claim" id="{source.pk}">It helps.</a></p>')
    body = [
        ("section", {"heading": "What it does", "text": claim}),
        ("testimonial", words("They took their time.", withdrawn)),
        ("testimonial", words("It was quiet there.", lapsing)),
    ]
    made = {name: factories.TreatmentPageFactory(parent=index, title=name) for name in TREATMENTS}
    for treatment in made.values():
        treatment.concerns, treatment.categories = [concern], [category]
        treatment.save()
    first = made["Microneedling"]
    first.hero_image, first.author_page, first.body = picture, person, body
    related = first.related_links.model
    first.related_links = [related(treatment=made[name], sort_order=n) for n, name in enumerate(RELATED)]
    first.save_revision().publish()
    article = factories.TreatmentArticlePageFactory(
        parent=index,
        title="An article",
        slug="article",
        treatment=first,
        hero_image=picture,
        author_page=person,
        body=body,
    )
    return made | {
        "picture": picture,
        "source": source,
        "concern": concern,
        "category": category,
        "withdrawn": withdrawn,
        "person": person,
        "article": article,
    }


def words(text: str, consent) -> dict:
    """What somebody said, shown as long as they agree."""
    return {"text": text, "who": "Mrs K.", "provenance": "letter", "consent": consent}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make(sys.argv[1])))
