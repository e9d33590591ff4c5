"""For the test suite: fast password hashes, mail in memory, a database file that outlives a run."""

import os

from cms.settings.base import *
from cms.settings.base import CACHES, DATABASES, LEADS, REDIS_URL, TREATMENT_PAGES, VAR_DIR

DEBUG = False
DEMO_SITE = True
SECRET_KEY = "test-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]

# A file (not memory) keeps Wagtail's migrations for the next run, and lets threads share it.
SUFFIX = os.environ.get("TEST_DB_SUFFIX", "")
if DATABASES["default"]["ENGINE"] == "cms.sqlite":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"test{SUFFIX}.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}{SUFFIX}"}

# Tests that run side by side have a database each, so they must not share what Wagtail remembers of it. On Redis
# that takes a database each too: clearing a cache there empties the whole database, whatever the prefix of its keys.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
CACHES["default"]["KEY_PREFIX"] = f"test{SUFFIX}{WORKER}"
if REDIS_URL and WORKER:
    server, database = REDIS_URL.rsplit("/", 1)
    CACHES["default"]["LOCATION"] = f"{server}/{(int(database) + int(WORKER.removeprefix('gw'))) % 16}"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
WAGTAILADMIN_BASE_URL = "http://testserver"

# Most tests are about something else than what a page says; those about the checks switch them on.
TREATMENT_PAGES["EDITORIAL"] = {"ENFORCE": False}

# Most tests count queries or change what no signal tells; those about kept pages keep them.
LEADS["PAGE_CACHE"] = ""
