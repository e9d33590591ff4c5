"""Addresses of leads in messages that are read outside the admin."""

from django.urls import NoReverseMatch, reverse

from leads import links
from leads.models import Lead


def test_the_link_is_whole(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://wrenandrowe.example/"
    assert links.lead_link(None) == "https://wrenandrowe.example/admin/"


def test_a_lead_has_a_page_of_its_own():
    assert links.lead_path(Lead(pk=7)) == reverse("leads_lead_modeladmin_inspect", args=[7])


def test_a_host_without_the_desk_gets_the_admins_front_page(monkeypatch):
    def only_the_front_page(name, args=()):
        if name != "wagtailadmin_home":
            raise NoReverseMatch
        return "/admin/"

    monkeypatch.setattr(links, "reverse", only_the_front_page)
    assert links.lead_path(Lead(pk=7)) == "/admin/"
