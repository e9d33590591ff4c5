"""The page as the visitor of an enquiry saw it, for staff."""

import pytest
from wagtail.models import Revision

from leads.desk.as_seen.inert import make_inert
from tests import factories
from tests.leads.desk.listing import lead_page


@pytest.fixture
def enquiry(lead, treatment_page, clinic):
    """Sent from a wording that was changed since."""
    treatment_page.title = "Microneedling as it was"
    revision = treatment_page.save_revision()
    revision.publish()
    treatment_page.refresh_from_db()
    treatment_page.title = "Microneedling as it is"
    treatment_page.save_revision().publish()
    return factories.EnquiryFactory(
        lead=lead,
        page=treatment_page,
        page_title="Microneedling as it was",
        page_url=treatment_page.full_url,
        page_revision_id=revision.pk,
    )


def as_seen(enquiry) -> str:
    return f"/admin/leads/lead/as_seen/{enquiry.pk}/"


def test_staff_read_the_wording_that_the_visitor_read(desk, enquiry):
    page = desk.get(as_seen(enquiry)).content.decode()
    assert "Microneedling as it was" in page
    assert "Microneedling as it is" not in page
    assert f"visitor of enquiry {enquiry.reference} saw it" in page


def test_nothing_in_it_is_alive(desk, enquiry):
    response = desk.get(as_seen(enquiry))
    page = response.content.decode()
    assert "<form" in page
    assert "<script" not in page
    assert "action=" not in page
    assert page.count("href=") == page.count("<link") + 1
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert "form-action 'none'" in response["Content-Security-Policy"]


def test_nobody_else_keeps_it(desk, enquiry):
    response = desk.get(as_seen(enquiry))
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "noindex" in response["X-Robots-Tag"]
    assert '<meta content="noindex, nofollow" name="robots"' in response.content.decode()


def test_the_lead_page_leads_to_it(desk, lead, enquiry):
    assert f'href="{as_seen(enquiry)}"' in desk.get(lead_page(lead)).content.decode()


def test_a_revision_that_is_gone_leaves_title_and_address(desk, enquiry):
    Revision.objects.filter(pk=enquiry.page_revision_id).delete()
    page = desk.get(as_seen(enquiry)).content.decode()
    assert "cannot be shown any more" in page
    assert "Microneedling as it was" in page
    assert enquiry.page_url in page
    assert "The page as it is today" in page


def test_a_page_that_is_gone_leaves_title_and_address(desk, enquiry, treatment_page):
    treatment_page.delete()
    page = desk.get(as_seen(enquiry)).content.decode()
    assert "Microneedling as it was" in page
    assert "The page was deleted." in page


@pytest.mark.parametrize("content", [{}, {"pk": "x"}, {"body": 7}, {"content_type": 999_999}])
def test_a_revision_that_nothing_can_read_any_more_is_no_error(desk, enquiry, content):
    Revision.objects.filter(pk=enquiry.page_revision_id).update(content=content)
    assert desk.get(as_seen(enquiry)).status_code == 200


def test_a_page_that_fails_today_is_no_error(desk, enquiry, monkeypatch):
    def fail(page, request):
        raise RuntimeError

    monkeypatch.setattr(type(enquiry.page.specific), "serve", fail)
    assert "cannot be shown any more" in desk.get(as_seen(enquiry)).content.decode()


def test_the_revision_of_something_else_is_not_shown(desk, enquiry, home_page):
    revision = home_page.save_revision()
    type(enquiry).objects.update(page_revision_id=revision.pk)
    assert "cannot be shown any more" in desk.get(as_seen(enquiry)).content.decode()


def test_an_enquiry_from_nowhere_says_so(desk, lead):
    assert "does not say from which page" in desk.get(as_seen(factories.EnquiryFactory(lead=lead))).content.decode()


def test_only_who_may_see_the_lead_sees_its_page(client, editor, enquiry):
    client.force_login(editor)
    assert client.get(as_seen(enquiry)).status_code == 403
    client.logout()
    assert client.get(as_seen(enquiry)).status_code == 302


def test_it_is_looked_at_and_nothing_else(desk, enquiry):
    assert desk.post(as_seen(enquiry)).status_code == 405


def test_a_lively_page_becomes_inert():
    page = make_inert(
        '<html><head><base href="//evil"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="a.css">'
        '<link rel="preload" href="b.js"></head><body onload="x()"><a href="javascript:x()" target="_top">Words</a>'
        '<form action="/send" method="post"><input name="a"><button formaction="/bad">Send</button></form>'
        '<iframe src="//evil"></iframe><img src="c.png" onerror="x()">'
        '<svg><a xlink:href="//evil">More</a></svg></body></html>',
        "<p>On top</p>",
    )
    for alive in ("evil", "refresh", "b.js", "onload", "onerror", "javascript", "/send", "/bad", "target", "iframe"):
        assert alive not in page
    assert '<link href="a.css" rel="stylesheet"/>' in page
    assert page.index("On top") < page.index("Words")
    assert page.count("disabled") == 2
