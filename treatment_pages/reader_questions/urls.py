"""Public URLs of readers' questions; the host mounts them below /reader-questions/, in every language of the site.

What is posted to is also answered without its last slash: a redirect to the slash would lose what was posted.
"""

from django.urls import path

from treatment_pages.reader_questions import views

app_name = "reader_questions"
urlpatterns = [
    path("thanks/", views.thanks, name="thanks"),
    path("thanks", views.thanks),
    path("<int:page_id>/", views.ask, name="ask"),
    path("<int:page_id>", views.ask),
]
