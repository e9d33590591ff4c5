"""The addresses of the content checks in Wagtail admin."""

from django.urls import include, path

from treatment_pages.staff.editorial.dismissals import decide_to_dismiss, decide_to_withdraw
from treatment_pages.staff.editorial.panel import NAMESPACE, CheckAddedPage, CheckEditedPage

patterns = [
    path("<int:page_id>/", CheckEditedPage.as_view(), name="edited"),
    path(
        "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        CheckAddedPage.as_view(),
        name="added",
    ),
    path("<int:page_id>/dismiss/", decide_to_dismiss, name="dismiss"),
    path("<int:page_id>/withdraw/", decide_to_withdraw, name="withdraw"),
]


def register_urls() -> list:
    """What is checked, dismissed and withdrawn while somebody edits."""
    return [path("content-checks/", include((patterns, NAMESPACE), namespace=NAMESPACE))]
