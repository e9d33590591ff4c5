"""WSGI entry point of the demo site; production settings unless the environment names others."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from leads.wsgi import kept_pages_first, refuse_unreadable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

# Hardly anything that is loaded is garbage; looking for some takes a seventh of the start, and later copies memory
# that processes share which are forked from here.
gc.disable()
application = refuse_unreadable(kept_pages_first(get_wsgi_application()))
get_resolver().url_patterns  # noqa: B018 read here, they are shared too
gc.freeze()
gc.enable()
