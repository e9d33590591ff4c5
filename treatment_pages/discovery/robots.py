"""robots.txt: what crawlers need not read, and where the sitemap is."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.models import Site

PRIVATE_VIEWS = ("wagtailadmin_home", "leads:thanks")


def robots_text(request) -> str:
    """The file, with a full address of the sitemap."""
    site = Site.find_for_request(request)
    root_url = site.root_url if site else f"{request.scheme}://{request.get_host()}"
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in private_paths()),
        "",
        f"Sitemap: {root_url}{reverse('treatment_discovery:sitemap')}",
    ]
    return "\n".join(lines) + "\n"


def private_paths() -> list[str]:
    """The paths of what is for staff or for one visitor, in every language in which the host serves them."""
    paths = {}
    for view in PRIVATE_VIEWS:
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                paths |= dict.fromkeys(_reversed(view))
    return list(paths)


def _reversed(view: str) -> list[str]:
    try:
        return [reverse(view)]
    except NoReverseMatch:
        return []
