"""Silence and drift are pointed out on the home page, to those who may see leads, and cheaply."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leads.models import DayTally, Enquiry
from leads.reports.notice import notices_for
from tests import factories

pytestmark = pytest.mark.django_db

HOME = "/admin/"
SILENT = "The form “Consultation” has brought no enquiry since"


@pytest.fixture(autouse=True)
def nothing_is_kept():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def silence(site, clinic, enquiry_form):
    last = timezone.now() - timedelta(days=10)
    Enquiry.objects.bulk_create(
        Enquiry(form=enquiry_form, site=site, received_at=last - timedelta(days=n), name="Somebody", dedupe_key=str(n))
        for n in range(30)
    )


def make_fall(site) -> None:
    for days, leads, booked in ((60, 100, 40), (20, 40, 1)):
        day = timezone.localdate() - timedelta(days=days)
        fields = {"dimension": "page", "value": "1", "label": "Microneedling", "leads": leads, "booked": booked}
        DayTally.objects.create(site=site, day=day, **fields)


def text_of(client) -> str:
    return unescape(client.get(HOME).content.decode())


def test_a_silent_form_is_pointed_out_on_the_home_page(client, desk_user, silence):
    client.force_login(desk_user)
    text = text_of(client)
    assert SILENT in text
    assert "/admin/reports/leads/" in text


def test_a_fallen_page_is_pointed_out_on_the_home_page(client, desk_user, site):
    make_fall(site)
    client.force_login(desk_user)
    assert "“Microneedling” brings fewer consultations: 2 % of its leads were booked lately, 40 % before." in text_of(
        client
    )


def test_while_all_is_well_nothing_is_said(client, desk_user, site):
    client.force_login(desk_user)
    assert "leads-notices" not in text_of(client)


def test_others_are_told_nothing(client, editor, silence):
    client.force_login(editor)
    assert SILENT not in text_of(client)
    assert notices_for(editor) == []


def test_the_answer_is_kept_for_a_while(desk_user, silence):
    first = notices_for(desk_user)
    with CaptureQueriesContext(connection) as captured:
        assert notices_for(desk_user) == first
    assert not [query for query in captured if "leads_" in query["sql"]]


def test_users_of_other_sites_are_told_of_their_own(silence, site):
    everywhere = factories.make_user("leads.view_lead")
    assert len(notices_for(everywhere)) == 1
    assert notices_for(factories.make_user()) == []
