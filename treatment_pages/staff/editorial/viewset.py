"""The editor's views of checked pages: they list what stops a page, and answer a refused approval."""

from django.contrib import messages as django_messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from leads.later import Later
from treatment_pages.models import TreatmentArticlePage, TreatmentPage

publishing = Later("treatment_pages.editorial.publishing")
refusals = Later("treatment_pages.staff.editorial.refusals")
side_panel = Later("treatment_pages.staff.editorial.panel.ContentChecksSidePanel")


class CheckedEditorMixin:
    """An editor that says what stops the page, and has the findings in its side panel."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        report = getattr(form, "editorial_report", None)
        if report and report.blocking and not self.expects_json_response:
            django_messages.error(self.request, refusals.refusal_message(report))
        return response

    def get_side_panels(self):
        panels = super().get_side_panels()
        return MediaContainer(
            side_panel(self.page, self.request, parent_page=getattr(self, "parent_page", None))
            if type(panel) is ChecksSidePanel
            else panel
            for panel in panels
        )


class CheckedEditView(CheckedEditorMixin, EditView):
    """Wagtail's editor of a page."""


class CheckedCreateView(CheckedEditorMixin, CreateView):
    """Wagtail's editor of a new page."""


class CheckedWorkflowActionView(WorkflowActionView):
    """A step of a workflow taken outside of the editor: an approval that would publish errors leads into the editor."""

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except publishing.PublishingRefusedError as refusal:
            messages.error(request, refusals.refusal_heading(refusal.report))
        url = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)


class CheckedPageViewSet(PageViewSet):
    """Wagtail's views of one page type, with ours in the places of three; a host's own viewset may build on it."""

    edit_view_class = CheckedEditView
    add_view_class = CheckedCreateView
    workflow_action_view_class = CheckedWorkflowActionView


class TreatmentPageViewSet(CheckedPageViewSet):
    model = TreatmentPage


class TreatmentArticlePageViewSet(CheckedPageViewSet):
    model = TreatmentArticlePage


def viewsets() -> list[PageViewSet]:
    """What is registered with Wagtail."""
    return [TreatmentPageViewSet("checked_treatments"), TreatmentArticlePageViewSet("checked_articles")]
