"""Where an enquiry came from: campaigns that are known, and nothing else from an address."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leads
from leads.attribution import CAMPAIGN_KEYS, CLICK_KEYS, LONGEST, attribution, touch_of_address, touches_of
from leads.checks import check_attribution_storage
from leads.desk.origin import attribution_lines
from leads.models import Enquiry
from leads.visitor_text import storable
from tests.leads.pages import answers

HOST = "wrenandrowe.example"
PAGE = "https://wrenandrowe.example/treatments/microneedling/"
FORM = "/enquiries/consultation/"


def from_script(**touches) -> dict:
    """What is kept of a note of the script; the browser sent no `Referer`."""
    return attribution(json.dumps(touches), "", HOST)


# Without the script: the address of the page that was sent from


def test_campaign_and_click_ids_are_kept():
    found = touch_of_address(f"{PAGE}?utm_source=news&utm_campaign=spring%20skin&gclid=abc", HOST)
    assert found == {
        "landing_path": "/treatments/microneedling/",
        "utm_source": "news",
        "utm_campaign": "spring skin",
        "gclid": "abc",
    }


def test_another_site_that_sent_the_visitor_is_named():
    assert touch_of_address("https://search.example/results", HOST)["referrer_host"] == "search.example"


def test_other_parameters_are_left_out():
    assert "ada" not in str(touch_of_address(f"{PAGE}?email=ada@example.com&name=ada&utm_source=news", HOST))


def test_values_are_short_lines():
    value = touch_of_address(f"{PAGE}?utm_source={'a' * 900}%00%0Ab", HOST)["utm_source"]
    assert value == "a" * LONGEST


@pytest.mark.parametrize("referer", ["", "nonsense", "http://[", "http://[::1", "?" + "&".join(["a=1"] * 500)])
def test_an_address_that_is_none_says_nothing_and_breaks_nothing(referer):
    assert "utm_source" not in touch_of_address(referer, HOST)


@given(st.text())
def test_whatever_the_header_holds_only_short_lines_are_kept(referer):
    found = touch_of_address(referer, HOST) | touch_of_address(f"{PAGE}?utm_source={referer}", HOST)
    assert all(value == storable(value) and len(value) <= LONGEST for value in found.values())


# With the script


def test_first_and_last_touch_are_kept():
    first = {"utm_source": "news", "landing_path": "/"}
    last = {"referrer_host": "search.example", "landing_path": "/treatments/"}
    assert from_script(first=first, last=last) == {"first": first, "last": last}


def test_the_script_knows_better_than_the_header():
    note = json.dumps({"last": {"utm_source": "news"}})
    assert attribution(note, f"{PAGE}?utm_source=old", HOST) == {"last": {"utm_source": "news"}}


def test_the_header_fills_in_for_a_last_touch_that_is_missing():
    note = json.dumps({"first": {"utm_source": "news"}})
    found = attribution(note, PAGE, HOST)
    assert found == {"first": {"utm_source": "news"}, "last": {"landing_path": "/treatments/microneedling/"}}


@pytest.mark.parametrize(
    "note",
    [
        "",
        "nonsense",
        "null",
        "[]",
        "1e999",
        '"text"',
        "{}",
        '{"last": null}',
        '{"last": ["utm_source"]}',
        '{"last": {"utm_source": 7, "gclid": {"a": "b"}, "landing_path": []}}',
        '{"last": {"email": "ada@example.com"}, "middle": {"utm_source": "news"}}',
        "[" * 9_999,
        '{"last": {"utm_source": "' + "a" * 10_000 + '"}}',
        '{"last": {"utm_source": "\\ud800\\u0000\\u202e"}}',
    ],
)
def test_a_note_that_the_script_did_not_write_is_passed_over(note):
    assert attribution(note, "", HOST) == {}


@pytest.mark.parametrize(
    "host", ["search.example/?q=acne", "ada@search.example", "<b>", "a b", ".", "a..b", "search.example:443", HOST]
)
def test_only_the_host_of_another_site_is_taken_for_one(host):
    assert from_script(last={"referrer_host": host, "utm_source": "news"}) == {"last": {"utm_source": "news"}}


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/a/?email=ada", "/a/"), ("/a/#ada", "/a/"), ("https://x.example/a", None), ("javascript:", None)],
)
def test_of_the_page_only_the_path_is_kept(path, kept):
    assert from_script(last={"landing_path": path, "gclid": "x"})["last"].get("landing_path") == kept


@given(st.recursive(st.text() | st.integers() | st.none(), lambda inner: st.dictionaries(st.text(), inner)))
def test_whatever_is_posted_only_short_printable_lines_of_known_names_are_kept(value):
    found = from_script(first=value, last={"utm_source": value, "landing_path": f"/{value}"})
    kept = [(key, text) for touch in found.values() for key, text in touch.items()]
    assert all(key in {*CAMPAIGN_KEYS, *CLICK_KEYS, "referrer_host", "landing_path"} for key, _text in kept)
    assert all(text.isprintable() and 0 < len(text) <= LONGEST for _key, text in kept)


def test_the_script_looks_for_the_same_ids():
    script = (Path(leads.__file__).parent / "static/leads/attribution.js").read_text()
    assert all(f'"{key}"' in script for key in (*CAMPAIGN_KEYS, *CLICK_KEYS))


# From the post to the desk


@pytest.mark.django_db
def test_a_post_carries_the_note_and_nobody_takes_it_for_an_answer(client, hidden):
    note = json.dumps({"first": {"utm_source": "news"}, "last": {"landing_path": "/"}})
    assert client.post(FORM, hidden | answers(touches=note)).status_code == 303
    enquiry = Enquiry.objects.get()
    assert enquiry.attribution == {"first": {"utm_source": "news"}, "last": {"landing_path": "/"}}
    assert (enquiry.flags, enquiry.answers) == ([], [])


@pytest.mark.django_db
def test_a_note_that_is_nonsense_loses_no_enquiry(client, hidden):
    assert client.post(FORM, hidden | answers(touches="[" * 100_000)).status_code == 303
    assert Enquiry.objects.get().attribution == {}


def test_rows_of_before_are_read_as_the_last_touch():
    assert touches_of({"utm_source": "news"}) == {"last": {"utm_source": "news"}}
    assert touches_of({}) == {}
    assert attribution_lines(Enquiry(attribution={"utm_source": "news"})) == [("Source", "news")]


def test_the_desk_tells_the_first_visit_where_it_was_another():
    first, last = {"utm_source": "news"}, {"referrer_host": "search.example"}
    lines = attribution_lines(Enquiry(attribution={"first": first, "last": last}))
    assert lines == [("Came from", "search.example"), ("Source (first visit)", "news")]
    assert attribution_lines(Enquiry(attribution={"first": last, "last": last})) == [("Came from", "search.example")]


# What the page tells the script


def script_element(response) -> str:
    return response.content.decode().partition("leads/attribution.js")[2].partition(">")[0]


@pytest.mark.django_db
def test_nothing_is_stored_by_default(client, clinic, treatment_page):
    element = script_element(client.get(treatment_page.url))
    assert 'data-storage="none"' in element
    assert "data-consent" not in element


@pytest.mark.django_db
def test_the_settings_stand_on_every_page(client, clinic, home_page, settings):
    settings.LEADS = {"ATTRIBUTION_STORAGE": "session", "ATTRIBUTION_NEEDS_CONSENT": True}
    element = script_element(client.get(home_page.url))
    assert 'data-storage="session"' in element
    assert 'data-consent="needed"' in element


@pytest.mark.django_db
def test_a_page_with_a_key_in_its_address_notes_nothing(client, clinic):
    assert "attribution.js" not in client.get("/enquiries/thanks/").content.decode()
    assert "attribution.js" in client.get(FORM).content.decode()


def test_a_storage_that_does_not_exist_is_told_at_the_start(settings):
    assert check_attribution_storage(None) == []
    settings.LEADS = {"ATTRIBUTION_STORAGE": "cookie"}
    assert [error.id for error in check_attribution_storage(None)] == ["leads.E003"]
