"""WSGI entry point of the demo site; production settings unless the environment names others."""

import os

from django.core.wsgi import get_wsgi_application

from leads.wsgi import refuse_unreadable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = refuse_unreadable(get_wsgi_application())
