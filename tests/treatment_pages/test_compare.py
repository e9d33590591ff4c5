"""Treatments side by side."""

import pytest
from wagtail.models import Locale

from tests import factories
from treatment_pages.models import Concern


@pytest.fixture
def four(treatment_index):
    """Treatments a to e, of which only some state each fact."""
    for number, slug in enumerate("abcde"):
        facts = {"anaesthesia": "cream", "sessions": {"minimum": number + 1}} if slug != "c" else {}
        factories.TreatmentPageFactory(
            parent=treatment_index, title=f"Treatment {slug.upper()}", slug=slug, body=[("key_facts", facts)]
        )
    factories.TreatmentPageFactory(parent=treatment_index, slug="draft", live=False)


@pytest.fixture
def compared(client):
    def get(query: str = ""):
        response = client.get(f"/treatments/compare/{query}")
        assert response.status_code == 200
        return response.context["comparison"], response.content.decode()

    return get


def texts(rows) -> dict[str, list[str]]:
    return {row.label: [text for text, _note in row.cells] for row in rows}


def test_treatments_stand_in_the_order_of_the_address(four, compared):
    comparison, _html = compared("?t=b&t=a")
    assert [page.slug for page in comparison.treatments] == ["b", "a"]


def test_facts_that_differ_come_before_those_they_share(four, compared):
    comparison, _html = compared("?t=a&t=b")
    groups = {heading: texts(rows) for heading, rows in comparison.groups}
    assert groups == {
        "Where they differ": {"Sessions": ["1", "2"]},
        "What they share": {"Numbing": ["cream", "cream"]},
    }


def test_what_a_treatment_does_not_state_is_said_to_be_so(four, compared):
    comparison, html = compared("?t=a&t=c")
    assert html.count("not stated") == 2
    assert all(not row.is_shared for row in comparison.rows)


def test_topics_are_compared_too(four, compared, treatment_index):
    page = treatment_index.get_children().get(slug="a").specific
    page.concerns.set([Concern.objects.create(name=name, locale=Locale.get_default()) for name in ["Scars", "Lines"]])
    page.save()
    comparison, _html = compared("?t=a&t=b")
    assert texts(comparison.rows)["Concern"] == ["Lines, Scars", ""]


def test_more_than_four_are_the_first_four_and_a_word_about_it(four, compared):
    comparison, html = compared("?t=a&t=b&t=c&t=d&t=e")
    assert [page.slug for page in comparison.treatments] == ["a", "b", "c", "d"]
    assert "Four treatments fit side by side" in html


@pytest.mark.parametrize("query", ["?t=a&t=unknown&t=draft&t=a", "?t=A&t=a"])
def test_unknown_hidden_and_repeated_ones_are_passed_over(four, compared, query):
    comparison, html = compared(query)
    assert [page.slug for page in comparison.treatments] == ["a"]
    assert "Four treatments fit" not in html


@pytest.mark.parametrize("query", ["", "?t=", "?t=unknown", "?x=a"])
def test_nothing_chosen_says_how_to_choose(four, compared, query):
    comparison, html = compared(query)
    assert comparison.treatments == []
    assert "Nothing is chosen yet." in html


def test_a_treatment_can_be_removed(four, compared):
    comparison, _html = compared("?t=a&t=b")
    assert [url for _page, url in comparison.columns] == ["/treatments/compare/?t=b", "/treatments/compare/?t=a"]
    assert compared("?t=a")[0].columns[0][1] == "/treatments/compare/"


def test_the_table_names_its_columns_and_rows(four, compared):
    _comparison, html = compared("?t=a&t=b")
    assert html.count('scope="col"') == 3
    assert 'scope="row"' in html
    assert "<caption" in html


def test_search_engines_are_sent_to_the_empty_comparison(four, client):
    seo = client.get("/treatments/compare/?t=a&t=b").context["seo"]
    assert seo["title"] == "Compare Treatment A, Treatment B"
    assert (seo["canonical"], seo["robots"]) == ("/treatments/compare/", "noindex")
    assert client.get("/treatments/compare/").context["seo"]["robots"] == ""


def test_every_card_of_the_list_can_be_chosen_without_a_script(four, client):
    html = client.get("/treatments/").content.decode()
    assert html.count('type="checkbox" name="t"') == 5
    assert 'action="/treatments/compare/"' in html
