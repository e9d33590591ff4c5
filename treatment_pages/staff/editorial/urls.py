"""The addresses of the content checks in Wagtail admin."""

from django.urls import include, path

from leads.later import view

NAMESPACE = "treatment_pages_checks"
EDITORIAL = "treatment_pages.staff.editorial"

patterns = [
    path("<int:page_id>/", view(f"{EDITORIAL}.panel.CheckEditedPage"), name="edited"),
    path(
        "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        view(f"{EDITORIAL}.panel.CheckAddedPage"),
        name="added",
    ),
    path("<int:page_id>/dismiss/", view(f"{EDITORIAL}.dismissals.decide_to_dismiss"), name="dismiss"),
    path("<int:page_id>/withdraw/", view(f"{EDITORIAL}.dismissals.decide_to_withdraw"), name="withdraw"),
]


def register_urls() -> list:
    """What is checked, dismissed and withdrawn while somebody edits."""
    return [path("content-checks/", include((patterns, NAMESPACE), namespace=NAMESPACE))]
