"""The demo's production settings, in which nobody's acknowledgement is left out however many come in an hour."""

from cms.settings.production import *
from cms.settings.production import LEADS, STORAGES, TREATMENT_PAGES, env

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LEADS = {**LEADS, "ACKNOWLEDGEMENTS_PER_HOUR": 1_000_000}
TREATMENT_PAGES = {**TREATMENT_PAGES, "EDITORIAL": {"ENFORCE": False}}

if not env.bool("BENCH_PAGE_CACHE", default=True):
    LEADS["PAGE_CACHE"] = ""
