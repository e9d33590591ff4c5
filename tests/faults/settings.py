"""The demo's production settings with less patience, so that minutes of faults show what days of them would."""

from contextlib import suppress

from django.db.backends.signals import connection_created

from cms.settings.production import *
from cms.settings.production import DATABASES, LEADS, MIDDLEWARE, STORAGES, TREATMENT_PAGES, VAR_DIR, env
from tests.faults.clock import hours_in, put_ahead

UNLIMITED = 2**32 - 2
"""The most pages that SQLite can have."""

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LEADS = {**LEADS, "DELIVERY_MAX_ATTEMPTS": 3, "ACKNOWLEDGEMENTS_PER_HOUR": 1_000_000}
TREATMENT_PAGES = {**TREATMENT_PAGES, "EDITORIAL": {"ENFORCE": False}}

if DATABASES["default"]["ENGINE"] == "cms.sqlite":
    DATABASES["default"]["OPTIONS"] = {**DATABASES["default"]["OPTIONS"], "timeout": 3}

if env.bool("NOTE_RENDERS", default=False):
    MIDDLEWARE = [*MIDDLEWARE, "tests.faults.renders.NoteRenders"]

if hours := env.int("CLOCK_AHEAD_HOURS", default=0):
    put_ahead(lambda: hours)

if env.bool("CLOCK_MAY_CHANGE", default=False):
    put_ahead(lambda: hours_in(VAR_DIR))


def hold_to_its_pages(execute, sql, params, many, context):
    """Before each statement: no page may be added beyond the number in this file, as long as there is one."""
    pages = UNLIMITED
    with suppress(FileNotFoundError):
        pages = int((VAR_DIR / "pages").read_text())
    context["connection"].connection.execute(f"PRAGMA max_page_count={pages}")
    return execute(sql, params, many, context)


def watch(connection, **kwargs):
    """Connections are kept from one request to the next, and the limit comes and goes meanwhile."""
    if connection.vendor == "sqlite" and hold_to_its_pages not in connection.execute_wrappers:
        connection.execute_wrappers.append(hold_to_its_pages)


connection_created.connect(watch)
