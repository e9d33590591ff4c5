"""What `wagtail start` made, in production, with a form page; its database is another one, its options are not ours."""

import os

from environ import Env
from plain.settings.production import *
from plain.settings.production import INSTALLED_APPS, STORAGES

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
INSTALLED_APPS = ["tests.bench.plain_form", "tests.bench.plain_article", *INSTALLED_APPS]
MIGRATION_MODULES = {"plain_form": "home.form_migrations", "plain_article": "home.article_migrations"}
DATABASES = {"default": Env.db_url_config(os.environ["DATABASE_URL"])}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
WAGTAIL_ENABLE_UPDATE_CHECK = False

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ.get("SMTP_PORT", "25"))
