"""Tells a page that stays open what others did with its lead meanwhile."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.text import capfirst
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple

from leads.clinics import clinic_of
from leads.clock import time_zone
from leads.desk.composer.changes import news_of, read_key
from leads.desk.permissions import visible_leads


class LeadNews(View):
    """GET `?since=<key of an entry>`: the sentences of what others did after it, newest first."""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        lead = get_object_or_404(visible_leads(request.user).select_related("site"), pk=pk)
        since = read_key(request.GET.get("since"))
        with timezone.override(time_zone(clinic_of(lead.site))):
            news = news_of(lead, request.user, since=since)
            sentences = [sentence_of(entry) for entry in news.entries]
        if news.more:
            sentences.append(ngettext("%(n)d more", "%(n)d more", news.more) % {"n": news.more})
        response = JsonResponse({"sentences": sentences})
        add_never_cache_headers(response)
        return response


def sentence_of(entry) -> str:
    """What happened and how long ago."""
    return capfirst(f"{entry.sentence}, {timesince_simple(entry.at)}")
