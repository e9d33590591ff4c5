"""What somebody reads whose pages were not published: which, why, and where to go on."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, PageReport
from treatment_pages.editorial.publishing import error_groups, is_enforced

TEMPLATES = "treatment_pages/staff/editorial"


@dataclass(frozen=True)
class Refused:
    """One page with its errors and the way to its editor, for those who may edit it."""

    title: str
    groups: list[list[Finding]]
    edit_url: str

    @classmethod
    def of(cls, report: PageReport, user) -> "Refused":
        page = report.page
        may_edit = page.permissions_for_user(user).can_edit()
        edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else ""
        return cls(page.get_admin_display_title(), error_groups(report), edit_url)


def refuse_bulk_publishing(request: HttpRequest, action_type: str, objects: list, action) -> TemplateResponse | None:
    """Before many pages are published at once: if one of them may not be, none is, and the answer lists why."""
    if action_type != "publish" or not issubclass(action.model, Page) or not is_enforced():
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [draft for page in objects for draft in publishable_drafts_below(page, request.user)]
    return refusal_page(request, [latest(page) for page in pages], _("Nothing was published"))


def publishable_drafts_below(page: Page, user) -> list[Page]:
    """The drafts that Wagtail would publish together with a page."""
    drafts = page.get_descendants().not_live().specific()
    return [draft for draft in drafts if draft.permissions_for_user(user).can_publish()]


def refuse_live_copy(request: HttpRequest, page: Page) -> TemplateResponse | None:
    """Before a page is copied to be live at once, or followed by an alias: its errors, and those of pages below."""
    wants_live = request.POST.get("publish_copies") or request.POST.get("alias")
    if request.method != "POST" or not wants_live or not is_enforced():
        return None
    copied = (
        page.get_descendants(inclusive=True) if request.POST.get("copy_subpages") else Page.objects.filter(pk=page.pk)
    )
    return refusal_page(request, list(copied.live().specific()), _("Nothing was copied"))


def refusal_page(request: HttpRequest, pages: list[Page], title: str) -> TemplateResponse | None:
    """The page that lists what stands in the way; None when nothing does."""
    reports = (check_page(page) for page in pages if getattr(page, "is_checked", False))
    refused = [Refused.of(report, request.user) for report in reports if report.blocking]
    if not refused:
        return None
    context = {"title": title, "refused": refused}
    return TemplateResponse(request, f"{TEMPLATES}/refused.html", context, status=409)


def latest(page: Page) -> Page:
    """The version that publishing would publish."""
    return page.specific.get_latest_revision_as_object()


def refusal_message(report: PageReport) -> str:
    """HTML for the top of the editor: every error, each leading to its block."""
    context = {"groups": error_groups(report), "heading": refusal_heading(report)}
    return render_to_string(f"{TEMPLATES}/refusal_message.html", context)


def refusal_heading(report: PageReport) -> str:
    """How many errors stand in the way, in one sentence."""
    number = len(error_groups(report))
    return ngettext(
        "The content checks found %(number)s error. Correct it, then try again; your draft can be saved as it is.",
        "The content checks found %(number)s errors. Correct them, then try again; your draft can be saved as it is.",
        number,
    ) % {"number": number}
