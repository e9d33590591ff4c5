"""What the site offers to machines; the host mounts it at its root, just before Wagtail's own URLs."""

from django.urls import path, re_path

from treatment_pages import views

app_name = "treatment_discovery"
urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("speculation-rules.json", views.speculation_rules, name="speculation_rules"),
    path("llms.txt", views.llms, name="llms"),
    re_path(r"^cards/(?P<page_pk>\d{1,9})/(?P<digest>[0-9a-f]{32})\.png$", views.card, name="card"),
    re_path(r"^(?P<path>.+)\.md$", views.markdown, name="markdown"),
]
