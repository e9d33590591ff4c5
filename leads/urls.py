"""Public URLs of the enquiry forms; the host mounts them below /enquiries/."""

from django.urls import path

from leads import views

app_name = "leads"
urlpatterns = [
    path("thanks/", views.thanks, name="thanks"),
    path("<slug:slug>/", views.enquiry, name="enquiry"),
]
