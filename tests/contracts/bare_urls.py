"""The URLs of a host that mounts Wagtail and the enquiries, and nothing of what the plugin offers to machines."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("enquiries/", include("leads.urls")),
    path("", include(wagtail_urls)),
]
