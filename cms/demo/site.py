"""The demo's tree of pages: home, treatments, information, and the Wagtail site that shows them."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from cms.demo.binding import Records, bind
from cms.demo.information import Information
from cms.demo.outline import Article, Content, Treatment
from cms.demo.team import Practitioner
from cms.models import HomePage, InformationPage
from treatment_pages.models import (
    Credential,
    PractitionerPage,
    RelatedTreatment,
    TreatmentArticlePage,
    TreatmentIndexPage,
    TreatmentPage,
)

HOME_SLUG = "wren-and-rowe"


def load_home(images: dict) -> HomePage:
    """Put the home page under the root."""
    home = HomePage(
        title="Wren & Rowe",
        slug=HOME_SLUG,
        headline="Skin treatments, explained before they are done",
        seo_title="Skin clinic in London: treatments, risks and prices",
        search_description=(
            "A small London skin clinic. Read what each treatment does, who it suits, the risks and the price, "
            "then ask us in your own words."
        ),
        introduction=(
            "We are a small clinic in London. Here you can read what each treatment does, whom it suits, what can go "
            "wrong and what it costs. When you are ready, ask us. It commits you to nothing."
        ),
        hero_image=images["clinic"],
        body=(
            "<h2>What you can count on</h2>"
            "<ul><li><b>The full picture.</b> Every treatment page names the risks and says when to get help.</li>"
            "<li><b>Prices in the open.</b> You see what a session starts from before you ask.</li>"
            "<li><b>Time to think.</b> We never treat on the day of the first consultation.</li>"
            "<li><b>A clear no.</b> If something is unlikely to help you, we say so and charge nothing.</li></ul>"
            "<p>Wren &amp; Rowe is an example clinic: its people and prices are invented, and what it says about "
            "treatments is real.</p>"
        ),
    )
    return add_page(Page.get_first_root_node(), home)


def load_index(home: HomePage) -> TreatmentIndexPage:
    """Put the index of treatments under the home page."""
    index = TreatmentIndexPage(
        title="Treatments",
        slug="treatments",
        show_in_menus=True,
        seo_title="Skin treatments and prices",
        search_description=(
            "All treatments at Wren & Rowe with session length, recovery and starting price, so that you can compare "
            "them calmly."
        ),
        introduction=(
            "Every treatment with its facts up front: how long, how often, how soon you are back to normal, and what "
            "it starts from."
        ),
        text=(
            "<h2>Which one is right?</h2>"
            "<p>You do not have to know. Tell us what bothers you about your skin, and we tell you what might help, "
            "what will not, and whether you would be better off with a dermatologist.</p>"
        ),
    )
    return add_page(home, index)


def plant_treatment(index: TreatmentIndexPage, treatment: Treatment) -> TreatmentPage:
    """Put a treatment under the index without its content, so that people and other treatments can refer to it."""
    page = TreatmentPage(title=treatment.title, slug=treatment.slug, summary=treatment.summary, body=[])
    return plant(index, page)


def load_practitioner(parent: Page, person: Practitioner, records: Records) -> PractitionerPage:
    """Put one of the team under the page about the clinic."""
    page = PractitionerPage(
        title=person.name,
        slug=person.slug,
        job_title=person.job_title,
        summary=person.summary,
        search_description=person.search_description,
        portrait=records.image[person.portrait],
        portrait_alt=person.portrait_alt,
        text=person.text,
        registration_body=person.registration_body,
        registration_number=person.registration_number,
    )
    page.credentials = [
        Credential(sort_order=place, name=name, awarded_by=awarded_by, year=year)
        for place, (name, awarded_by, year) in enumerate(person.credentials)
    ]
    page.treatments = [records.page[slug] for slug in person.treatments]
    return keep(plant(parent, page))


def fill_treatment(treatment: Treatment, records: Records, people: dict, topics: dict, today: date) -> TreatmentPage:
    """Write a planted treatment and publish it."""
    page = records.page[treatment.slug]
    _fill(page, treatment, records, people, today)
    for name, slugs in vars(treatment.topics).items():
        setattr(page, name, [topics[name][slug] for slug in slugs])
    page.related_links = [
        RelatedTreatment(sort_order=place, treatment=records.page[slug]) for place, slug in enumerate(treatment.related)
    ]
    return keep(page)


def load_article(
    index: TreatmentIndexPage, article: Article, records: Records, people: dict, today: date
) -> TreatmentArticlePage:
    """Put one article under the index, published or as a draft."""
    page = plant(index, TreatmentArticlePage(title=article.title, slug=article.slug, summary=article.summary, body=[]))
    _fill(page, article, records, people, today)
    page.author = article.author
    page.published_on = article.published_on
    page.updated_on = article.updated_on
    page.introduction = article.introduction
    page.treatment = records.page.get(article.treatment)
    page.takes_questions = article.takes_questions
    page.tags.add(*article.tags)
    return keep(page, publish=article.is_live)


def _fill(page: Page, content: Content, records: Records, people: dict, today: date) -> None:
    """What treatments and articles have in common; a review counts from the day the demo is loaded."""
    fields = {
        "alternate_names": content.alternate_names,
        "seo_title": content.seo_title,
        "search_description": content.search_description,
        "hero_image": records.image[content.picture],
        "body": bind(content.body, records),
        "author_page": people.get(content.author_page),
    }
    if content.review:
        fields["medical_reviewer"] = people[content.review.by]
        fields["reviewed_on"] = today - timedelta(days=content.review.days_ago)
    for name, value in fields.items():
        setattr(page, name, value)


def load_information(home: HomePage, information: Information, images: dict) -> InformationPage:
    """Put one page of text under the home page."""
    page = InformationPage(
        title=information.title,
        slug=information.slug,
        introduction=information.introduction,
        search_description=information.search_description,
        show_in_menus=information.in_menu,
        image=images.get(information.picture),
        body=information.body,
    )
    return add_page(home, page)


def add_page(parent: Page, page: Page) -> Page:
    """Store a page and publish its first revision."""
    return keep(plant(parent, page))


def plant(parent: Page, page: Page) -> Page:
    """Put a page into the tree as a draft without revisions."""
    page.live = False
    parent.add_child(instance=page)
    return page


def keep(page: Page, *, publish: bool = True) -> Page:
    """Store a planted page with its first revision, published or kept as a draft."""
    revision = page.save_revision(clean=publish)
    if publish:
        revision.publish()
    else:
        page.save()
    return page


def point_site_at(home: HomePage) -> Site:
    """Make `home` the front page of the default site, and drop the page that Wagtail begins with."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.hostname = address.hostname
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    if welcome and _is_wagtails_own(welcome):
        welcome.delete()
    return site


def _is_wagtails_own(page: Page) -> bool:
    """Whether this is the untouched “Welcome to your new Wagtail site!” page."""
    return page.specific_class is Page and page.is_leaf() and page.slug == "home"
