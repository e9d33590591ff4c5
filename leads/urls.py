"""Public URLs of the enquiry forms; the host mounts them below /enquiries/.

Each that forms post to from elsewhere is also answered without its last slash: a redirect to the slash would lose what
was posted.
"""

from django.urls import path

from leads import consent_views, views

app_name = "leads"
urlpatterns = [
    path("thanks/", views.thanks, name="thanks"),
    path("thanks", views.thanks),
    path("confirm/<str:token>/", consent_views.confirm, name="confirm_consents"),
    path("withdraw/<str:token>/", consent_views.withdraw, name="withdraw_consent"),
    path("<str:slug>/", views.enquiry, name="enquiry"),
    path("<str:slug>", views.enquiry),
]
