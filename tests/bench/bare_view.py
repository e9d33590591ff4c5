"""The barest Django there is, which has one page with its headers in memory: no page from Django can cost less."""

import json
import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

FOLDER = Path(os.environ["BENCH_PAGE"])
BODY, HEADERS = (FOLDER / "body").read_bytes(), json.loads((FOLDER / "headers").read_text())

settings.configure(SECRET_KEY="x" * 50, ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["127.0.0.1"])
urlpatterns = [re_path("", lambda request: HttpResponse(BODY, headers=HEADERS))]
application = get_wsgi_application()
