"""Enquiry forms in Wagtail admin: listing, editing, and archiving where deleting would lose enquiries."""

from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import NumberColumn, StatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from leads.models import EnquiryForm


class EnquiryFormIndexView(IndexView):
    """The forms with the number of enquiries that came through each."""

    def get_base_queryset(self):
        return super().get_base_queryset().annotate(enquiry_count=Count("enquiries"))


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
