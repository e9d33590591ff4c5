"""For the test suite: fast password hashes, mail in memory, a database file that outlives a run."""

import os

from cms.settings.base import *
from cms.settings.base import CACHES, DATABASES, VAR_DIR

DEBUG = False
DEMO_SITE = True
SECRET_KEY = "test-only-" + "x" * 50
ALLOWED_HOSTS = ["*"]

# A file (not memory) keeps Wagtail's migrations for the next run, and lets threads share it.
SUFFIX = os.environ.get("TEST_DB_SUFFIX", "")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"test{SUFFIX}.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}{SUFFIX}"}

# Tests that run side by side have a database each, so they must not share what Wagtail remembers of it.
CACHES["default"]["KEY_PREFIX"] = f"test{SUFFIX}{os.environ.get('PYTEST_XDIST_WORKER', '')}"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
WAGTAILADMIN_BASE_URL = "http://testserver"
