"""Searching the list, on SQLite and on PostgreSQL, with and without slips of the finger."""

import pytest
from django.db import connection

from tests import factories
from treatment_pages.listing import search
from treatment_pages.models import TreatmentPage


@pytest.fixture
def listed(treatment_index, client):
    factories.TreatmentPageFactory(
        parent=treatment_index, title="Microneedling", alternate_names="collagen induction therapy, dermarolling"
    )
    factories.TreatmentPageFactory(parent=treatment_index, title="Chemical peel", summary="An acid loosens old cells.")
    factories.TreatmentPageFactory(parent=treatment_index, title="LED light therapy", summary="For calm after a peel.")

    def get(words: str, more: str = ""):
        return client.get(f"/treatments/?q={words}{more}").context

    return get


def titles(context) -> list[str]:
    return [page.title for page in context["treatments"]]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("microneedling", "Microneedling"),
        ("MICRONEEDLING", "Microneedling"),
        ("collagen+induction", "Microneedling"),
        ("dermaroll", "Microneedling"),
        ("acid", "Chemical peel"),
        ("chem", "Chemical peel"),
    ],
)
def test_a_treatment_is_found_by_names_words_and_beginnings(listed, words, title):
    assert titles(listed(words)) == [title]


def test_the_best_match_comes_first_unless_the_visitor_orders_otherwise(listed):
    assert titles(listed("peel")) == ["Chemical peel", "LED light therapy"]
    assert titles(listed("peel", "&sort=newest")) == ["Chemical peel", "LED light therapy"]
    assert next(key for key, _label in listed("peel")["sorts"]) == "match"


def test_only_what_was_found_is_counted(listed):
    assert listed("peel")["listing"].count_label == "2 treatments"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("micronedling", "Microneedling"),
        ("micrneedling", "Microneedling"),
        ("chemcal+peel", "Chemical peel"),
        ("dermrolling", "dermarolling"),
    ],
)
def test_a_misspelt_name_leads_to_the_one_that_was_meant(listed, client, typed, meant):
    context = listed(typed)
    assert titles(context) == []
    name, url = context["listing"].suggestions[0]
    assert name == meant
    assert titles(client.get(url).context)


def test_words_that_resemble_nothing_suggest_nothing(listed, client):
    assert listed("xylophone")["listing"].suggestions == []
    assert (
        "None of our treatments is described in these words." in client.get("/treatments/?q=xylophone").content.decode()
    )


def test_a_search_that_found_something_makes_no_suggestion(listed):
    assert listed("peel")["listing"].suggestions == []


def test_without_trigrams_names_are_compared_all_the_same(listed, monkeypatch, db):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP EXTENSION IF EXISTS pg_trgm CASCADE")
    assert search.suggest(TreatmentPage.objects.all(), "micronedling") == ["Microneedling"]


def test_on_postgresql_trigrams_pick_whom_to_look_at(listed):
    candidates = search.candidates(TreatmentPage.objects.all(), "micronedling")
    expected = (
        {"Microneedling"}
        if connection.vendor == "postgresql"
        else set(titles({"treatments": TreatmentPage.objects.all()}))
    )
    assert {title for title, _names in candidates} == expected
