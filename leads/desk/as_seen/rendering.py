"""Brings the revision of a page back that the visitor of an enquiry read."""

import logging

from django.http import HttpResponseServerError
from django.utils import timezone, translation
from wagtail.models import AbstractPage, Revision

from leads.models import Enquiry

logger = logging.getLogger(__name__)


def page_as_seen(enquiry: Enquiry):
    """The page as it was, None where its revision was removed or cannot be read any more."""
    if not enquiry.page_revision_id:
        return None
    revision = Revision.objects.filter(pk=enquiry.page_revision_id).first()
    if revision is None or (enquiry.page_id and revision.object_id != str(enquiry.page_id)):
        return None
    try:
        page = revision.as_object()
    except Exception:  # What a stored revision holds may fit no model of today.
        logger.warning("Revision %s cannot be read any more.", revision.pk)
        return None
    return page if isinstance(page, AbstractPage) else None


def html_of(page) -> str | None:
    """The page as a visitor without any session gets it; None where today's code cannot show it."""
    language, zone = translation.get_language(), timezone.get_current_timezone()
    page.serve_preview = lambda request, mode: serve_to_visitor(page, request)
    try:
        response = page.make_preview_request()
    finally:
        # The middleware of the inner request chooses for itself, and leaves its choice behind.
        translation.activate(language)
        timezone.activate(zone)
    is_page = response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
    return response.content.decode(response.charset) if is_page and not response.streaming else None


def serve_to_visitor(page, request):
    """What Wagtail's request for a preview gets: no preview, which marks what editors have to do."""
    request.is_preview = False
    try:
        response = page.serve(request)
        return response.render() if hasattr(response, "render") else response
    except Exception:  # A template of today may fail on the content of yesterday.
        logger.warning("Page %s cannot be shown as it was.", page.pk)
        return HttpResponseServerError()
