"""llms.txt: the site in a few lines of Markdown, with links to the Markdown of its pages."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from leads.clinics import clinic_for
from treatment_pages.discovery.to_markdown import escaped
from treatment_pages.head import markdown_url, page_description
from treatment_pages.models import PractitionerPage, TreatmentArticlePage, TreatmentPage


def llms_text(request) -> str:
    """The file: who runs the site, then treatments, articles and people that visitors can open."""
    site, clinic = Site.find_for_request(request), clinic_for(request)
    root = site.root_page.localized.specific if site else None
    lines = [f"# {escaped(clinic.name or getattr(site, 'site_name', '') or _('Treatments'))}"]
    if root is None:
        return lines[0] + "\n"
    if summary := page_description(root):
        lines += ["", f"> {escaped(summary)}"]
    lines += _contact(clinic, root, request)
    lines += _section(_("Treatments"), _public(TreatmentPage, root).order_by("title"), request)
    lines += _section(_("Articles"), _public(TreatmentArticlePage, root).newest_first(), request)
    lines += _section(_("People"), _public(PractitionerPage, root).order_by("title"), request)
    return "\n".join(lines) + "\n"


def _public(model: type[Page], root: Page):
    return model.objects.descendant_of(root).live().public().defer_streamfields()


def _contact(clinic, root: Page, request) -> Iterator[str]:
    address = ", ".join(part for part in (clinic.street, clinic.locality, clinic.postal_code) if part)
    facts = [
        (_("Website"), root.get_full_url(request)),
        (_("Address"), address),
        (_("Phone"), clinic.phone),
        (_("E-mail"), clinic.email),
    ]
    yield ""
    yield from (f"- {label}: {text}" for label, text in facts if text)


def _section(heading: str, pages: Iterable[Page], request) -> Iterator[str]:
    entries = [_entry(page, request) for page in pages]
    if entries:
        yield from ["", f"## {heading}", "", *entries]


def _entry(page: Page, request) -> str:
    url = page.get_full_url(request)
    return f"- [{escaped(page.title)}]({markdown_url(page, url) or url}): {escaped(page_description(page))}"
