"""The findings in the editor: a section of Wagtail's panel “Checks”, brought up to date while somebody writes."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin.ui.side_panels import ChecksSidePanel
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, PageReport
from treatment_pages.editorial.publishing import error_groups, groups_of
from treatment_pages.editorial.recorded import profile_of
from treatment_pages.staff.editorial.dismissals import LONGEST_REASON, may_dismiss
from treatment_pages.staff.editorial.urls import NAMESPACE

TEMPLATES = "treatment_pages/staff/editorial"
PROVABLE = {"CLM-01", "CLM-02", "CLM-04", "CLM-05", "CLM-06", "CLM-07"}
"""Rules whose findings a source can settle."""
NO_FORM = (KeyError, IndexError, ValueError, TypeError, AttributeError)
"""What Wagtail's form fields raise for data that no editor's form would send."""


class ContentChecksSidePanel(ChecksSidePanel):
    """Wagtail's panel with a section of ours above its own; a script fills it when it is opened."""

    template_name = f"{TEMPLATES}/side_panel.html"
    media = Media(
        js=["treatment_pages/admin/content-places.js", "treatment_pages/admin/content-checks.js"],
        css={"all": ["treatment_pages/admin/content-checks.css"]},
    )

    def __init__(self, page, request: HttpRequest, *, parent_page=None):
        super().__init__(page, request)
        self.parent_page = parent_page

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"check_url": self.check_url, "saved_url": saved_url()}

    @property
    def check_url(self) -> str:
        """Where the form is sent to be checked."""
        if self.object.pk:
            return reverse(f"{NAMESPACE}:edited", args=[self.object.pk])
        names = self.model._meta.app_label, self.model._meta.model_name
        return reverse(f"{NAMESPACE}:added", args=[*names, self.parent_page.pk])


def saved_url() -> str:
    """The address for a page that autosave has stored meanwhile, with 0 for its number."""
    return reverse(f"{NAMESPACE}:edited", args=[0])


class CheckedFormMixin:
    """Checks the page that a form describes, saved or not, and stores nothing."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            form = self.get_form(request.POST)
            is_valid = self.validate_form(form)
        except NO_FORM:
            return HttpResponse(status=400)
        if not is_valid:
            return JsonResponse({"is_valid": False})
        form.save(commit=False)
        return JsonResponse({"is_valid": True, **answer(self.check(), request)})


class CheckEditedPage(CheckedFormMixin, PreviewOnEditView):
    """For a page that is stored."""

    def get_object(self):
        page = super().get_object()
        if not getattr(page, "is_checked", False):
            raise Http404
        return page

    def check(self) -> PageReport:
        return check_page(self.object)


class CheckAddedPage(CheckedFormMixin, PreviewOnCreateView):
    """For a page that is not stored yet."""

    def get_object(self):
        model = self.content_type.model_class()
        if not (model and getattr(model, "is_checked", False)):
            raise Http404
        parent = get_object_or_404(Page, pk=self.parent_object_id).specific
        if model not in parent.creatable_subpage_models() or not model.can_create_at(parent):
            raise PermissionDenied
        self.profile = profile_of(parent)
        page = super().get_object()
        page.locale = parent.locale
        return page

    def check(self) -> PageReport:
        return check_page(self.object, profile=self.profile)


def answer(report: PageReport, request: HttpRequest) -> dict:
    """What the panel shows: HTML, and how many findings of each severity there are."""
    page = report.page
    context = {
        "report": report,
        "error_count": len(error_groups(report)),
        "groups": [group_of(findings) for findings in groups_of(report.findings)],
        "may_dismiss": bool(page.pk) and may_dismiss(request.user, page),
        "longest_reason": LONGEST_REASON,
        "dismiss_url": page.pk and reverse(f"{NAMESPACE}:dismiss", args=[page.pk]),
        "withdraw_url": page.pk and reverse(f"{NAMESPACE}:withdraw", args=[page.pk]),
    }
    html = render_to_string(f"{TEMPLATES}/findings.html", context, request)
    counts = {"errors": len(report.errors), "warnings": len(report.warnings), "hints": len(report.infos)}
    return {"html": html, "counts": counts}


def group_of(findings: list[Finding]) -> dict:
    """The findings of one sentence or one place, the most serious first."""
    first = findings[0]
    can_prove = bool(first.sentence and (first.block_id or first.path == "introduction"))
    return {
        "first": first,
        "findings": findings,
        "can_add_source": can_prove and any(finding.rule in PROVABLE for finding in findings),
    }
