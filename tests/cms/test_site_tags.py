"""The theme's own tags: the menu and the opening hours."""

from datetime import time

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from leads.models import ClinicSettings
from leads.models.clinic import OpeningHours, Weekday
from tests import factories


def menu_on(path):
    template = Template("{% load site_tags %}{% main_menu as menu %}")
    context = Context({"request": RequestFactory().get(path)})
    template.render(context)
    return context["menu"]


@pytest.fixture
def menu_pages(home_page):
    treatments = factories.TreatmentIndexPageFactory(
        parent=home_page, title="Treatments", slug="treatments", show_in_menus=True
    )
    factories.TreatmentIndexPageFactory(parent=home_page, title="Hidden", slug="hidden")
    factories.TreatmentIndexPageFactory(parent=home_page, title="Draft", slug="draft", show_in_menus=True, live=False)
    return treatments


def test_the_menu_holds_published_pages_that_ask_to_be_in_it(menu_pages):
    assert [item.title for item in menu_on("/")] == ["Treatments"]


@pytest.mark.parametrize(
    ("path", "current"), [("/treatments/", "page"), ("/treatments/microneedling/", "true"), ("/", "")]
)
def test_the_menu_says_where_the_visitor_is(menu_pages, path, current):
    assert [item.current for item in menu_on(path)] == [current]


def test_a_page_without_a_request_has_no_menu():
    context = Context()
    Template("{% load site_tags %}{% main_menu as menu %}").render(context)
    assert context["menu"] == []


def test_the_menu_costs_one_query_however_many_pages_it_holds(home_page, django_assert_max_num_queries):
    for number in range(5):
        factories.TreatmentIndexPageFactory(parent=home_page, slug=f"index-{number}", show_in_menus=True)
    menu_on("/")  # what Wagtail keeps for a process is there now
    menu_on("/")
    with django_assert_max_num_queries(2):  # the site and its menu
        assert len(menu_on("/")) == 5


def rows(*hours):
    clinic = ClinicSettings()
    clinic.opening_hours = [
        OpeningHours(weekday=day, opens=time(opens), closes=time(closes)) for day, opens, closes in hours
    ]
    context = Context({"clinic": clinic})
    Template("{% load site_tags %}{% opening_days clinic as days %}").render(context)
    return context["days"]


def test_neighbouring_days_that_open_alike_share_a_row():
    assert rows((Weekday.MONDAY, 9, 18), (Weekday.TUESDAY, 9, 18), (Weekday.THURSDAY, 9, 18)) == [
        ("Monday to Tuesday", ["09:00–18:00"]),
        ("Wednesday", []),
        ("Thursday", ["09:00–18:00"]),
        ("Friday to Sunday", []),
    ]


def test_a_day_with_a_lunch_break_shows_both_spans_in_order():
    assert rows((Weekday.MONDAY, 14, 18), (Weekday.MONDAY, 9, 13))[0] == ("Monday", ["09:00–13:00", "14:00–18:00"])


def test_the_week_starts_on_monday_whatever_the_order_of_entry():
    assert rows((Weekday.SUNDAY, 10, 12), (Weekday.MONDAY, 9, 18))[0][0] == "Monday"


def test_a_clinic_that_states_no_opening_hours_has_no_table():
    assert rows() == []
