"""The demo's tree of pages: home, treatments, information, and the Wagtail site that shows them."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from cms.demo.content import Article, Treatment, bind_sources
from cms.demo.information import Information
from cms.models import HomePage, InformationPage
from treatment_pages.models import TreatmentArticlePage, TreatmentIndexPage, TreatmentPage

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


def load_treatment(index: TreatmentIndexPage, treatment: Treatment, images: dict, sources: dict) -> TreatmentPage:
    """Put one treatment under the index."""
    return add_page(index, TreatmentPage(**_fields(treatment, images, sources)))


def load_article(index: TreatmentIndexPage, article: Article, images: dict, sources: dict) -> TreatmentArticlePage:
    """Put one article under the index, published or as a draft."""
    page = TreatmentArticlePage(
        **_fields(article, images, sources),
        author=article.author,
        published_on=article.published_on,
        updated_on=article.updated_on,
        introduction=article.introduction,
        treatment=TreatmentPage.objects.child_of(index).filter(slug=article.treatment).first(),
    )
    return add_page(index, page, publish=article.is_live)


def _fields(content: Treatment, images: dict, sources: dict) -> dict:
    """What treatments and articles have in common."""
    return {
        "title": content.title,
        "slug": content.slug,
        "alternate_names": content.alternate_names,
        "summary": content.summary,
        "seo_title": content.seo_title,
        "search_description": content.search_description,
        "hero_image": images[content.picture],
        "body": bind_sources(content.body, sources),
    }


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


def add_page(parent: Page, page: Page, *, publish: bool = True) -> Page:
    """Store a page with a first revision, published or kept as a draft."""
    page.live = publish
    parent.add_child(instance=page)
    revision = page.save_revision(clean=publish)
    if publish:
        revision.publish()
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
