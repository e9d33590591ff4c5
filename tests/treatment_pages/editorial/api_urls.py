"""The URLs of a host that also mounts Wagtail's API v3, by which programs write and publish pages."""

from django.urls import path
from wagtail.api.v3.urls import api

from cms.urls import urlpatterns as site_urls

urlpatterns = [path("api/v3/", api.urls), *site_urls]
