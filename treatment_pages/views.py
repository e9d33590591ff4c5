"""Answers to machines: sitemap, robots.txt, llms.txt, pages in Markdown, card images."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap
from wagtail.models import Page

from leads.page_cache.policy import public
from treatment_pages import speculation
from treatment_pages.card_image import stored_card
from treatment_pages.discovery.llms import llms_text
from treatment_pages.discovery.markdown import page_in_markdown
from treatment_pages.discovery.robots import robots_text
from treatment_pages.discovery.sitemap import SITEMAPS

FOR_EVER = "public, max-age=31536000, immutable"


@public
@require_safe
def sitemap(request):
    """Every public page and listing with the day it last changed."""
    return wagtail_sitemap(request, SITEMAPS, template_name="treatment_pages/sitemap.xml")


@public
@require_safe
def robots(request):
    """What crawlers may read, and where the sitemap is."""
    return HttpResponse(robots_text(request), content_type="text/plain; charset=utf-8")


@public
@require_safe
def llms(request):
    """What the site is about, with links to its content in Markdown."""
    return HttpResponse(llms_text(request), content_type="text/plain; charset=utf-8")


@public
@require_safe
def speculation_rules(request):
    """Which links a browser may prepare; it asks anew after an hour."""
    response = JsonResponse(speculation.speculation_rules(), content_type=speculation.CONTENT_TYPE)
    response["Cache-Control"] = "public, max-age=3600"
    return response


@public
@require_safe
def markdown(request, path):
    """A treatment, article or practitioner in Markdown; 404 for a page that visitors cannot open."""
    document = page_in_markdown(request, path)
    if document is None:
        raise Http404
    response = HttpResponse(document.text, content_type="text/markdown; charset=utf-8")
    response["Link"] = f'<{document.canonical}>; rel="canonical"'
    return response


@public
@require_safe
def card(request, page_pk, digest):
    """The card image of a public page; 404 for one that shows anything else than the page does."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_pk)
    image = stored_card(page, digest)
    if image is None:
        raise Http404
    response = HttpResponse(image, content_type="image/png")
    response["Cache-Control"] = FOR_EVER
    return response
