"""For work on this machine: debug pages, any host, a throw-away secret."""

from cms.settings.base import *
from cms.settings.base import env

DEBUG = True
DEMO_SITE = True
SECRET_KEY = env.str("SECRET_KEY", default="development-only-not-a-secret")
ALLOWED_HOSTS = ["*"]
