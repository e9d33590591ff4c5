"""The report in Wagtail admin: whose figures it shows, and what nonsense does to it."""

import csv
import io
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupSitePermission, Site

from leads.models import Lead, LeadStatus
from leads.reports.checking import differing_days
from leads.reports.upkeep import recount
from tests import factories

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/leads/"


@pytest.fixture
def desk(client, desk_user, site):
    client.force_login(desk_user)
    return client


def text_of(client, address: str = REPORT) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def make_leads(site, number: int, **fields) -> list[Lead]:
    leads = [
        factories.LeadFactory(site=site, created_at=timezone.now() - timedelta(days=n % 50, minutes=5), **fields)
        for n in range(number)
    ]
    for lead in leads:
        factories.EnquiryFactory(
            lead=lead, site=site, received_at=lead.created_at, page_title=lead.page_title, subject=lead.page_title
        )
    return leads


def test_the_report_stands_in_the_menu_of_those_who_may_see_leads(desk):
    assert reverse("leads_report") == REPORT
    assert REPORT in text_of(desk, "/admin/")


def test_others_neither_see_it_nor_its_files(client, editor, home_page):
    client.force_login(editor)
    assert REPORT not in text_of(client, "/admin/")
    for address in (REPORT, f"{REPORT}csv/", f"{REPORT}xlsx/"):
        assert client.get(address).status_code in (302, 403)
        assert b"Converted" not in client.get(address).content


def test_nobody_sees_it_without_signing_in(client, home_page):
    for address in (REPORT, f"{REPORT}csv/"):
        assert client.get(address)["Location"].startswith("/admin/login/")


def test_the_report_says_how_many_leads_there_were(desk, site):
    make_leads(site, 7, page_title="Microneedling")
    make_leads(site, 2, page_title="Peeling", status=LeadStatus.CONVERTED, converted_at=timezone.now())
    text = text_of(desk)
    assert "Leads by week" in text
    assert "Microneedling" in text
    assert "22 %" in text
    assert 'role="img"' in text


def test_pages_of_one_title_are_told_apart(desk, site, home_page):
    for slug in ("english", "german"):
        make_leads(site, 1, page_title="Peeling", page=factories.InformationPageFactory(parent=home_page, slug=slug))
    text = text_of(desk)
    assert "Peeling (/front/english/)" in text
    assert "Peeling (/front/german/)" in text


def test_a_desk_without_any_lead_says_what_will_stand_here(desk, site):
    assert "No lead has come yet." in text_of(desk)


def test_a_report_of_a_time_without_leads_says_so(desk, site):
    make_leads(site, 1)
    text = text_of(desk, f"{REPORT}?first=2026-01-05&last=2026-01-11")
    assert "No enquiry and no lead came in this time." in text
    assert "No lead has come yet." not in text


def make_branch_user():
    branch = Site.objects.create(hostname="branch.example", root_page=Site.objects.get().root_page)
    group = Group.objects.create(name="Branch")
    for codename, where in (("view_lead", branch),):
        permission = Permission.objects.get(content_type__app_label="leads", codename=codename)
        GroupSitePermission.objects.create(group=group, site=where, permission=permission)
    user = factories.make_user(username="branch")
    user.groups.add(group)
    return branch, user


def test_a_user_of_one_site_sees_its_figures_only(client, site):
    branch, user = make_branch_user()
    make_leads(site, 5, page_title="Of the main site")
    make_leads(branch, 3, page_title="Of the branch")
    client.force_login(user)
    text = text_of(client)
    assert "Of the branch" in text
    assert "Of the main site" not in text
    file = client.get(f"{REPORT}csv/").content.decode()
    assert "Of the branch" in file
    assert "Of the main site" not in file
    assert rows_of(file)[0]["Leads"] == "3"


def rows_of(file: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(file.removeprefix("\ufeff"))))


NONSENSE = [
    ("weeks=abc", "Weeks: "),
    ("weeks=-1", "Weeks: "),
    ("weeks=999999999999", "Weeks: "),
    ("first=nonsense", "From: "),
    ("first=0001-01-01", "From: "),
    ("first=0001-01-01&last=0001-02-01", "From: "),
    ("first=9999-12-31", "From: "),
    ("last=9999-12-31", "Until: "),
    ("last=2026-01-01", "Choose a first day, too."),
    ("first=2026-02-01&last=2026-01-01", "must not be before"),
    ("first=2001-01-01&last=2026-01-01", "three years at most"),
    ("first=%00&last=%ff%fe", "From: "),
]


@pytest.mark.parametrize(("query", "explained"), NONSENSE)
def test_nonsense_is_explained_and_the_usual_time_is_shown(desk, query, explained):
    make_leads(Site.objects.get(), 1)
    text = text_of(desk, f"{REPORT}?{query}")
    assert explained in text
    assert 'aria-current="true"' in text or "leads-report__errors" in text
    for kind in ("csv", "xlsx"):
        assert desk.get(f"{REPORT}{kind}/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["bogus=1", "first=2199-12-31", "weeks=4&weeks=52", "first=2000-01-01", "weeks="])
def test_what_is_unusual_is_answered_all_the_same(desk, query):
    text = text_of(desk, f"{REPORT}?{query}")
    assert "Lead report" in text
    assert "leads-report__errors" not in text


def test_an_unknown_kind_of_file_is_not_found(desk):
    assert desk.get(f"{REPORT}pdf/").status_code == 404
    assert desk.post(REPORT).status_code == 405


def test_dates_count_before_weeks(desk, site):
    make_leads(site, 1)
    text = text_of(desk, f"{REPORT}?weeks=4&first=2026-01-05&last=2026-01-11")
    assert 'value="2026-01-05"' in text
    assert 'aria-current="true"' not in text


def test_the_files_hold_the_same_figures(desk, site):
    make_leads(site, 4, page_title="Microneedling")
    text_of(desk)
    rows = rows_of(desk.get(f"{REPORT}csv/").content.decode())
    assert rows[0]["By"] == "Period"
    assert (rows[0]["Leads"], rows[0]["Enquiries"]) == ("4", "4")
    [page] = [row for row in rows if row["By"] == "Page"]
    assert (page["Value"], page["Leads"]) == ("Microneedling", "4")
    response = desk.get(f"{REPORT}xlsx/")
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert [cell.value for cell in sheet[1]][:3] == ["By", "Value", "Leads"]
    assert sheet["C2"].value == 4
    assert "no-store" in response["Cache-Control"] or "no-cache" in response["Cache-Control"]


def test_the_files_name_no_person(desk, site):
    make_leads(site, 2, name="Zephyrine Quill", email="zephyrine@example.com", subject="What Zephyrine typed")
    text_of(desk)
    for address in (REPORT, f"{REPORT}csv/"):
        assert "ephyrine" not in desk.get(address).content.decode()


def test_what_begins_like_a_formula_is_text_in_the_files(desk, site):
    make_leads(site, 1, page_title="=HYPERLINK(1)")
    text_of(desk)
    [page] = [row for row in rows_of(desk.get(f"{REPORT}csv/").content.decode()) if row["By"] == "Page"]
    assert page["Value"] == "'=HYPERLINK(1)"
    sheet = load_workbook(io.BytesIO(desk.get(f"{REPORT}xlsx/").content)).active
    assert [cell.data_type for row in sheet for cell in row if cell.value == "=HYPERLINK(1)"] == ["s", "s"]


def queries_of(client) -> int:
    text_of(client)
    with CaptureQueriesContext(connection) as captured:
        text_of(client)
    return len(captured)


def test_a_thousand_leads_cost_as_many_queries_as_ten(desk, site):
    make_leads(site, 10, page_title="Microneedling")
    few = queries_of(desk)
    template = factories.LeadFactory.build(site=site, page_title="Peeling")
    fields = {name: getattr(template, name) for name in ("name", "email", "page_title", "status")}
    now = timezone.now()
    Lead.objects.bulk_create(Lead(site=site, created_at=now - timedelta(hours=n), **fields) for n in range(1_000))
    recount(differing_days())
    assert queries_of(desk) == few
