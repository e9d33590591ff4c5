"""Public URLs of the enquiry forms; the host mounts them below /enquiries/.

Each is also answered without its last slash: a redirect to the slash would lose what was posted.
"""

from django.urls import path

from leads import views

app_name = "leads"
urlpatterns = [
    path("thanks/", views.thanks, name="thanks"),
    path("thanks", views.thanks),
    path("<str:slug>/", views.enquiry, name="enquiry"),
    path("<str:slug>", views.enquiry),
]
