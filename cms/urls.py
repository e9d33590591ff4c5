"""The demo site's URLs; Wagtail's catch-all stays last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.api import api_router
from leads.health import healthz

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    path("healthz", healthz),
]

if settings.DEMO_SITE:
    urlpatterns.append(
        re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT}),
    )

urlpatterns.append(path("", include("treatment_pages.urls")))

urlpatterns += i18n_patterns(
    path("enquiries/", include("leads.urls")),
    path("reader-questions/", include("treatment_pages.reader_questions.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
