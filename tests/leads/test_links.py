"""Addresses of leads, inside the admin and in messages that are read elsewhere."""

from leads.links import lead_link, lead_path
from leads.models import Lead


def test_a_lead_has_a_page_of_its_own():
    assert lead_path(7) == "/admin/leads/lead/inspect/7/"


def test_the_link_in_a_message_is_whole(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://wrenandrowe.example/"
    assert lead_link(Lead(pk=7)) == "https://wrenandrowe.example/admin/leads/lead/inspect/7/"
