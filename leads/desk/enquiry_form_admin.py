"""Enquiry forms in Wagtail admin: listing, editing, and archiving where deleting would lose enquiries."""

from django.contrib.admin.utils import quote
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import NumberColumn, StatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from leads.models import EnquiryForm
from leads.models.question_conditions import condition_errors


class EnquiryFormIndexView(IndexView):
    """The forms with the number of enquiries that came through each."""

    def get_base_queryset(self):
        return super().get_base_queryset().annotate(enquiry_count=Count("enquiries"))

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if not self.user_has_permission("add"):
            return buttons
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": reverse(EnquiryFormViewSet().get_url_name("duplicate"), args=[instance.pk]),
        }
        return [*buttons, Button(gettext("Duplicate"), attrs=attrs, icon_name="copy", priority=20)]


class DuplicateView(PermissionCheckedMixin, View):
    """Makes a copy of a form and opens it."""

    permission_required = "add"
    permission_policy = ModelPermissionPolicy(EnquiryForm)

    def post(self, request, pk):
        copy = get_object_or_404(EnquiryForm, pk=pk).duplicate()
        log(copy, "wagtail.create")
        messages.success(request, gettext("“%(form)s” was made. No page shows it yet.") % {"form": copy.title})
        return redirect(reverse(EnquiryFormViewSet().get_url_name("edit"), args=[quote(copy.pk)]))


class EnquiryFormEditor(WagtailAdminModelForm):
    """The editor of a form; says which conditions of its questions cannot be followed."""

    def is_valid(self):
        return super().is_valid() and self.conditions_are_understood()

    def conditions_are_understood(self) -> bool:
        """Add an error to every question whose condition names no earlier question, or no answer of it."""
        kept = [form for form in self.formsets["questions"].ordered_forms if not form.cleaned_data.get("DELETE")]
        by_question = {id(form.instance): form for form in kept}
        errors = condition_errors([form.instance for form in kept])
        for error in errors:
            by_question[id(error.question)].add_error(error.field, error.message)
        return not errors


class EnquiryFormChooserViewSet(SnippetChooserViewSet):
    """Offers pages and settings only the forms that are in use."""

    def get_object_list(self):
        return EnquiryForm.objects.in_use()


class EnquiryFormViewSet(SnippetViewSet):
    """Marketing staff's view of the forms; visitors' words live in the versions that each change leaves."""

    model = EnquiryForm
    icon = "form"
    menu_label = gettext_lazy("Enquiry forms")
    menu_name = "enquiry-forms"
    menu_order = 120
    add_to_admin_menu = True
    edit_handler = ObjectList(EnquiryForm.panels, base_form_class=EnquiryFormEditor)
    copy_view_enabled = False
    index_view_class = EnquiryFormIndexView
    chooser_viewset_class = EnquiryFormChooserViewSet
    search_backend_name = None
    search_fields = ["title", "slug", "heading"]
    list_filter = ["is_archived"]
    list_display = [
        "title",
        StatusTagColumn(
            lambda form: gettext_lazy("Archived") if form.is_archived else gettext_lazy("In use"),
            label=gettext_lazy("State"),
            sort_key="is_archived",
            primary=lambda form: not form.is_archived,
        ),
        NumberColumn("enquiry_count", label=gettext_lazy("Enquiries"), sort_key="enquiry_count"),
        UpdatedAtColumn(),
    ]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("duplicate/<int:pk>/", DuplicateView.as_view(), name="duplicate")]


def refuse_deletion_of_used_forms(request, instances):
    """Before any snippet is deleted: send the user back when one of them is a form with enquiries."""
    used = [form for form in instances if isinstance(form, EnquiryForm) and form.enquiries.exists()]
    if not used:
        return None
    messages.error(request, refusal(used))
    return redirect(reverse(EnquiryFormViewSet().get_url_name("list")))


def refusal(forms: list[EnquiryForm]) -> str:
    """Why these forms stay, and what to do instead."""
    names = ", ".join(f"“{form.title}”" for form in forms)
    text = ngettext(
        "%(names)s has enquiries and cannot be deleted: they would lose their form. Archive it instead.",
        "%(names)s have enquiries and cannot be deleted: they would lose their forms. Archive them instead.",
        len(forms),
    )
    return text % {"names": names}
