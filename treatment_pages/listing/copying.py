"""A copied page takes no address of an index's view; Wagtail's own form of a copy does not ask the page."""

from django.shortcuts import redirect
from wagtail.admin import messages

from treatment_pages.models.index_page import ROUTE_WORDS, KeepsViewAddresses, slug_refusal


def refuse_view_address(request, page):
    """Lead back to the form of the copy with the reason; None where nothing speaks against it."""
    slug = request.POST.get("new_slug", "")
    if slug not in ROUTE_WORDS or not issubclass(page.specific_class, KeepsViewAddresses):
        return None
    messages.error(request, slug_refusal(slug))
    return redirect("wagtailadmin_pages:copy", page.pk)
