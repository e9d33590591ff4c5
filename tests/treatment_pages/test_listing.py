"""What the list of treatments holds: filters, order, pages, and what search engines are told."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from tests import factories
from treatment_pages.models import BodyArea, Concern, TreatmentCategory


def term(model, name: str):
    return model.objects.create(name=name, locale=Locale.get_default())


@pytest.fixture
def clinic_list(treatment_index):
    """Four treatments under a few words."""
    scars, redness = term(Concern, "Acne scars"), term(Concern, "Redness")
    face, legs = term(BodyArea, "Face"), term(BodyArea, "Legs")
    light = term(TreatmentCategory, "Light")
    term(Concern, "Nobody's concern")

    def add(title: str, concerns=(), areas=(), categories=()):
        page = factories.TreatmentPageFactory(parent=treatment_index, title=title)
        page.concerns.set(concerns)
        page.body_areas.set(areas)
        page.categories.set(categories)
        page.save()
        return page

    add("Microneedling", [scars], [face])
    add("chemical peel", [scars, redness], [face])
    add("IPL", [redness], [face, legs], [light])
    add("Laser hair removal", [], [legs], [light])
    return treatment_index


@pytest.fixture
def listed(client):
    """The context of the list at an address below the index."""

    def get(path: str = ""):
        response = client.get(f"/treatments/{path}")
        assert response.status_code == 200
        return response.context

    return get


def titles(context) -> list[str]:
    return [page.title for page in context["treatments"]]


def options(context) -> dict[str, int]:
    return {option.name: option.count for facet in context["listing"].facets for option in facet.options}


# Filters


def test_without_a_choice_every_treatment_stands_by_name(clinic_list, listed):
    assert titles(listed()) == ["chemical peel", "IPL", "Laser hair removal", "Microneedling"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("concern=acne-scars", ["chemical peel", "Microneedling"]),
        ("concern=acne-scars&concern=redness", ["chemical peel", "IPL", "Microneedling"]),
        ("concern=redness&area=legs", ["IPL"]),
        ("category=light&area=legs", ["IPL", "Laser hair removal"]),
        ("concern=acne-scars&category=light", []),
    ],
)
def test_words_of_one_kind_widen_the_list_and_other_kinds_narrow_it(clinic_list, listed, query, expected):
    assert titles(listed(f"?{query}")) == expected


def test_a_term_of_its_own_address_and_one_in_the_querystring_give_the_same_list(clinic_list, listed):
    assert titles(listed("concern/redness/?area=legs")) == titles(listed("?concern=redness&area=legs"))


def test_each_word_says_how_many_treatments_choosing_it_would_give(clinic_list, listed):
    assert options(listed()) == {"Acne scars": 2, "Redness": 2, "Face": 3, "Legs": 2, "Light": 2}
    assert options(listed("?area=legs")) == {"Acne scars": 0, "Redness": 1, "Face": 3, "Legs": 2, "Light": 2}


def test_every_word_that_can_be_chosen_leads_to_treatments(clinic_list, listed):
    for facet in listed("?area=legs")["listing"].facets:
        for option in facet.options:
            if not (option.is_dead_end or option.is_chosen):
                assert titles(listed(option.url.removeprefix("/treatments/"))), option


def test_a_word_that_would_give_nothing_is_shown_but_no_link(clinic_list, client):
    html = client.get("/treatments/?area=legs").content.decode()
    assert 'id="filter-concern-redness"' in html
    assert 'id="filter-concern-acne-scars"' not in html


def test_a_chosen_word_is_dropped_by_its_own_link(clinic_list, listed):
    context = listed("?concern=redness&area=legs")
    assert {option.name: option.url for option in context["listing"].chosen} == {
        "Redness": "/treatments/area/legs/",
        "Legs": "/treatments/concern/redness/",
    }
    assert context["listing"].clear_url == "/treatments/"


def test_many_words_of_a_kind_stand_behind_more(clinic_list, listed):
    page = factories.TreatmentPageFactory(parent=clinic_list)
    page.concerns.set([term(Concern, f"Concern {number:02}") for number in range(20)])
    page.save()
    concerns = listed("?concern=concern-19")["listing"].facets[0]
    assert (len(concerns.first), len(concerns.more), concerns.is_more_open) == (12, 10, True)


def test_words_of_another_language_are_not_offered(clinic_list, listed):
    german = Concern.objects.create(name="Narben", slug="narben", locale=Locale.objects.create(language_code="de"))
    page = factories.TreatmentPageFactory(parent=clinic_list)
    page.concerns.set([german])
    page.save()
    assert "Narben" not in options(listed())


def test_drafts_and_restricted_pages_count_nowhere(clinic_list, listed):
    for title, fields in {"Draft": {"live": False}, "Secret": {}}.items():
        page = factories.TreatmentPageFactory(parent=clinic_list, title=title, **fields)
        page.concerns.set(Concern.objects.filter(slug="acne-scars"))
        page.save()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    context = listed("?q=Secret")
    assert titles(context) == []
    assert not {"Draft", "Secret"} & set(titles(listed()))
    assert options(listed())["Acne scars"] == 2


def test_a_term_without_treatments_says_so_and_leads_back(clinic_list, client):
    html = client.get("/treatments/concern/nobodys-concern/").content.decode()
    assert "Show all treatments" in html


# Order


@pytest.fixture
def priced(treatment_index):
    facts = {
        "Dear": {"price": {"amount_from": Decimal(300)}, "session_minutes": {"maximum": 20}},
        "Cheap": {"price": {"amount_from": Decimal(40)}, "downtime_time": {"maximum": 3, "unit": "days"}},
        "Unknown": {},
        "Middling": {"price": {"amount_from": Decimal(90)}, "session_minutes": {"maximum": 60}},
    }
    for title, known in facts.items():
        factories.TreatmentPageFactory(parent=treatment_index, title=title, body=[("key_facts", known)])


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("price", ["Cheap", "Middling", "Dear", "Unknown"]),
        ("time", ["Dear", "Middling", "Cheap", "Unknown"]),
        ("recovery", ["Cheap", "Dear", "Middling", "Unknown"]),
        ("name", ["Cheap", "Dear", "Middling", "Unknown"]),
        ("nonsense", ["Cheap", "Dear", "Middling", "Unknown"]),
    ],
)
def test_the_order_puts_what_is_not_stated_last(priced, listed, sort, expected):
    assert titles(listed(f"?sort={sort}")) == expected


def test_the_newest_treatment_can_come_first(treatment_index, listed):
    for title in ["Old", "New"]:
        factories.TreatmentPageFactory(parent=treatment_index, title=title).save_revision().publish()
    assert titles(listed("?sort=newest")) == ["New", "Old"]


# Pages


def test_a_list_has_pages_and_never_an_empty_one(treatment_index, listed):
    for _ in range(25):
        factories.TreatmentPageFactory(parent=treatment_index)
    shown = {}
    for page in ("1", "2", "9", "0", "-1", "x", "", "9" * 5000):
        context = listed(f"?page={page}")
        shown[page] = context["listing"].pages.number, len(titles(context))
    first, last = (1, 24), (2, 1)
    assert shown == {
        "1": first, "2": last, "9": last, "0": last, "-1": last, "x": first, "": first, "9" * 5000: first
    }  # fmt: skip


def test_the_links_to_other_pages_keep_the_choice(clinic_list, listed, monkeypatch):
    monkeypatch.setattr("treatment_pages.listing.treatments.PAGE_SIZE", 1)
    pages = listed("?concern=redness&sort=price&page=2")["listing"].pages
    assert pages.previous_url == "/treatments/concern/redness/?sort=price"
    assert pages.next_url == ""
    assert listed("?area=face&area=legs")["listing"].pages.next_url == "/treatments/?area=face&area=legs&page=2"


# What search engines are told


@pytest.mark.parametrize(
    ("path", "canonical", "robots"),
    [
        ("", "/treatments/", ""),
        ("?sort=price", "/treatments/", ""),
        ("?page=1", "/treatments/", ""),
        ("?concern=acne-scars", "/treatments/concern/acne-scars/", ""),
        ("?concern=acne-scars&sort=price", "/treatments/concern/acne-scars/", ""),
        ("concern/acne-scars/", "/treatments/concern/acne-scars/", ""),
        ("concern/acne-scars/?area=face", "/treatments/", ""),
        ("?concern=acne-scars&area=face", "/treatments/", ""),
        ("?concern=unknown", "/treatments/", ""),
        ("?q=peel&concern=acne-scars", "/treatments/?concern=acne-scars&q=peel", "noindex"),
    ],
)
def test_every_list_has_one_canonical_address(clinic_list, listed, path, canonical, robots):
    seo = listed(path)["seo"]
    assert (seo["canonical"], seo["robots"]) == (canonical, robots)


def test_a_concern_has_its_own_title_and_description(clinic_list, listed):
    Concern.objects.filter(slug="redness").update(description="Calm, even skin takes patience.")
    context = listed("concern/redness/")
    assert context["heading"] == context["seo"]["title"] == "Treatments for redness"
    assert context["seo"]["description"] == context["introduction"] == "Calm, even skin takes patience."
    assert listed("area/face/")["heading"] == "Face"


@pytest.mark.parametrize("path", ["", "concern/redness/", "?q=peel", "compare/?t=ipl", "articles/"])
def test_every_view_describes_itself_once(clinic_list, client, path):
    clinic_list.search_description = "Everything we treat."
    clinic_list.save_revision().publish()
    response = client.get(f"/treatments/{path}")
    described = re.findall(r'<meta name="description" content="([^"]*)"', response.content.decode())
    assert described == [response.context["seo"]["description"]]
    assert (described == ["Everything we treat."]) == (path in ("", "?q=peel"))


@pytest.mark.parametrize(
    ("name", "title"), [("Acne scars", "Treatments for acne scars"), ("PCOS", "Treatments for PCOS")]
)
def test_a_concern_is_written_as_in_a_sentence(treatment_index, client, name, title):
    concern = term(Concern, name)
    assert client.get(treatment_index.term_url(concern)).context["heading"] == title


def test_a_later_page_says_so_in_its_title(clinic_list, listed, monkeypatch):
    monkeypatch.setattr("treatment_pages.listing.treatments.PAGE_SIZE", 1)
    seo = listed("concern/redness/?page=2")["seo"]
    assert seo["title"] == "Treatments for redness, page 2"
    assert seo["canonical"] == "/treatments/concern/redness/?page=2"


# For everybody


NONSENSE = [
    "?concern=%00",
    "?concern=a%27%20OR%201=1--",
    "?concern=" + "x" * 3000,
    "?" + "&".join(f"concern=c{number}" for number in range(300)),
    "?q=%00%ff%22%27*()",
    "?q=" + "scar " * 500,
    "?q=%F0%9F%98%80",
    "?sort=__class__&page=1e9",
    "?page=%D9%A1",
    "?concern=&area=&category=&q=&sort=&page=",
    "compare/?t=%00&t=..%2F..%2F&t=" + "x" * 3000,
    "articles/?page=nonsense",
]


@pytest.mark.parametrize("path", NONSENSE)
def test_nonsense_is_answered_with_a_list(clinic_list, client, path):
    assert client.get(f"/treatments/{path}").status_code == 200


@pytest.mark.parametrize("path", ["", "?concern=redness", "?q=peel", "concern/redness/", "compare/?t=ipl", "articles/"])
def test_every_view_is_the_same_bytes_for_everybody(clinic_list, path):
    first, second = (Client().get(f"/treatments/{path}") for _ in range(2))
    assert first.content == second.content
    assert not first.cookies
    assert "public" in first["Cache-Control"]
    assert "csrf" not in first.content.decode().lower()


@pytest.mark.parametrize("path", ["?concern=redness&q=peel", "compare/?t=ipl&t=microneedling", "articles/"])
def test_no_view_repeats_an_id_or_needs_inline_code(clinic_list, client, path):
    html = client.get(f"/treatments/{path}").content.decode()
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
