"""Where an enquiry came from: campaigns that are known, and nothing else from an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.attribution import LONGEST, attribution
from leads.visitor_text import storable

HOST = "wrenandrowe.example"
PAGE = "https://wrenandrowe.example/treatments/microneedling/"


def test_campaign_and_click_ids_are_kept():
    found = attribution(f"{PAGE}?utm_source=news&utm_campaign=spring%20skin&gclid=abc", HOST)
    assert found == {
        "landing_path": "/treatments/microneedling/",
        "utm_source": "news",
        "utm_campaign": "spring skin",
        "gclid": "abc",
    }


def test_another_site_that_sent_the_visitor_is_named():
    assert attribution("https://search.example/results", HOST)["referrer_host"] == "search.example"


def test_other_parameters_are_left_out():
    assert "ada" not in str(attribution(f"{PAGE}?email=ada@example.com&name=ada&utm_source=news", HOST))


def test_values_are_short_lines():
    value = attribution(f"{PAGE}?utm_source={'a' * 900}%00%0Ab", HOST)["utm_source"]
    assert value == "a" * LONGEST


@pytest.mark.parametrize("referer", ["", "nonsense", "http://[", "http://[::1", "?" + "&".join(["a=1"] * 500)])
def test_an_address_that_is_none_says_nothing_and_breaks_nothing(referer):
    assert "utm_source" not in attribution(referer, HOST)


@given(st.text())
def test_whatever_the_header_holds_only_short_lines_are_kept(referer):
    found = attribution(referer, HOST) | attribution(f"{PAGE}?utm_source={referer}", HOST)
    assert all(value == storable(value) and len(value) <= LONGEST for value in found.values())
