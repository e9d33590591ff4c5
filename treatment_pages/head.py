"""What a page says in its `<head>`: address, description, share card, translations, structured data."""

from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, to_locale
from wagtail.models import Page, Site

from leads.clinics import clinic_for
from treatment_pages.around import restricted
from treatment_pages.card_image import CARD_SIZE, PICTURE_FIELDS, card_path
from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentPage
from treatment_pages.pictures import single
from treatment_pages.structured_data.graph import graph
from treatment_pages.structured_data.nodes import Subject, plain
from treatment_pages.trail import trail_to

DESCRIPTION_LENGTH = 300
OPEN_GRAPH_TYPES = {TreatmentArticlePage: "article", PractitionerPage: "profile"}
MARKDOWN_TYPES = (TreatmentPage, TreatmentArticlePage, PractitionerPage)
"""Pages whose content is served in Markdown too."""

TRANSLATIONS = "_public_translations"
"""Where a page that does not know what is around it keeps its translations, once they were read."""


class ShareImage(NamedTuple):
    """The picture that stands beside a link to the page; `url` is a full address."""

    url: str
    width: int
    height: int
    alt: str
    is_on_page: bool = True
    """False for a card that is drawn from the page's title, and shown nowhere else."""


class Alternate(NamedTuple):
    """The page in one language, by its code; `x-default` for readers of any other."""

    language: str
    url: str


@dataclass(frozen=True)
class Head:
    """What the tags say; what is empty has no tag."""

    title: str
    description: str
    has_description: bool
    """Whether the base template prints the description already, as Wagtail's own does."""
    canonical: str
    robots: str
    kind: str
    site_name: str
    locale: str
    image: ShareImage | None
    alternates: list[Alternate]
    markdown_url: str
    json_ld: dict


def head_of(page: Page, request, *, title: str = "", seo: dict | None = None, listed=()) -> Head:
    """The head of a page that calls itself `title`; a view may say in `seo` what it is called and where it is."""
    seo, site = seo or {}, Site.find_for_request(request)
    root_url = site.root_url if site else ""
    clinic = clinic_for(request)
    is_public = page.live and not getattr(request, "is_preview", False)
    own_url = (page.get_full_url(request) or "") if page.live else ""
    canonical = _absolute(seo.get("canonical") or own_url, root_url)
    is_listing = canonical != own_url
    title = seo.get("title") or page.seo_title or title or page.title
    description = seo.get("description") or page_description(page)
    image = share_image(page, clinic.name, root_url)
    subject = Subject(
        page=page,
        request=request,
        url=canonical,
        root_url=root_url,
        site_name=site.site_name if site else "",
        clinic=clinic,
        name=title,
        description=description,
        image=image.url if image and image.is_on_page else "",
        language=get_language(),
        label=title if is_listing else page.title,
        trail=trail(page, request, is_listing=is_listing),
        listed=tuple(listed),
    )
    return Head(
        title=title,
        description=description,
        has_description=bool(page.search_description),
        canonical=canonical if is_public else "",
        robots=seo.get("robots", ""),
        kind=OPEN_GRAPH_TYPES.get(type(page), "website"),
        site_name=clinic.name or subject.site_name,
        locale=to_locale(get_language()),
        image=image,
        alternates=alternates(page, request) if is_public and not is_listing else [],
        markdown_url=markdown_url(page, own_url) if is_public and not is_listing else "",
        json_ld=graph(subject),
    )


def page_description(page: Page) -> str:
    """What search engines show below the title: the editor's words for them, or the page's own first words."""
    fallbacks = (getattr(page, "summary", ""), plain(getattr(page, "introduction", "")))
    text = page.search_description or next((text for text in fallbacks if text), "")
    return Truncator(" ".join(text.split())).chars(DESCRIPTION_LENGTH)


def share_image(page: Page, clinic_name: str, root_url: str) -> ShareImage | None:
    """The page's picture in the shape of a card; without one, the card that is drawn from its title."""
    picture = next((picture for name in PICTURE_FIELDS if (picture := getattr(page, name, None))), None)
    rendition = single(picture, "share") if picture else None
    if rendition:
        alt = getattr(page, "picture_description", "") or rendition.alt
        return ShareImage(_absolute(rendition.url, root_url), rendition.width, rendition.height, alt)
    path = card_path(page, clinic_name)
    return ShareImage(_absolute(path, root_url), *CARD_SIZE, page.title, is_on_page=False) if path else None


def alternates(page: Page, request) -> list[Alternate]:
    """The page in every language in which visitors can open it; none where there is only one. One query at most."""
    others = translations(page) if getattr(settings, "WAGTAIL_I18N_ENABLED", False) else []
    if not others:
        return []
    urls = ((one.locale.language_code, one.get_full_url(request)) for one in (page, *others))
    found = sorted(Alternate(code, url) for code, url in urls if url)
    default = next((one for one in found if one.language == settings.LANGUAGE_CODE), found[0])
    return [*found, Alternate("x-default", default.url)]


def translations(page: Page) -> list[Page]:
    """The page in other languages, without what visitors cannot open; one query at most, however often it is asked."""
    if hasattr(type(page), "around"):
        return page.around.translations
    if TRANSLATIONS not in vars(page):
        found = page.get_translations().live().filter(~restricted()).select_related("locale")
        vars(page)[TRANSLATIONS] = list(found)
    return vars(page)[TRANSLATIONS]


def trail(page: Page, request, *, is_listing: bool = False) -> tuple[tuple[str, str], ...]:
    """Name and full address of the pages above, the front page first; a listing stands below its own page."""
    steps = [(step.title, step.page) for step in trail_to(page, request)]
    above = [*steps, (page.title, page)] if is_listing else steps
    return tuple((title, url) for title, one in above if (url := one.get_full_url(request)))


def markdown_url(page: Page, url: str) -> str:
    """The address of the page's Markdown variant; empty where the host does not mount it."""
    if not (url and isinstance(page, MARKDOWN_TYPES)):
        return ""
    try:
        reverse("treatment_discovery:markdown", args=["page"])
    except NoReverseMatch:
        return ""
    return f"{url.rstrip('/')}.md"


def _absolute(address: str, root_url: str) -> str:
    return f"{root_url}{address}" if address.startswith("/") else address
