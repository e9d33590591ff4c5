"""The site's content for programs: public pages, by Wagtail's API v2."""

from wagtail.api.v2.router import WagtailAPIRouter

from treatment_pages.api import TreatmentPagesAPIViewSet

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", TreatmentPagesAPIViewSet)
