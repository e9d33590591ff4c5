"""Whose failed attempts to sign in are counted together."""

import pytest
from axes.helpers import get_client_ip_address
from django.test import RequestFactory


@pytest.mark.parametrize(
    ("proxies", "address"),
    [
        pytest.param(["127.0.0.1"], "198.51.100.7", id="behind the proxy that is trusted"),
        pytest.param([], "127.0.0.1", id="a header that nobody vouches for"),
    ],
)
def test_an_attempt_counts_for_the_visitors_own_address(settings, proxies, address):
    settings.LEADS = {**settings.LEADS, "TRUSTED_PROXIES": proxies}
    request = RequestFactory().post("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "198.51.100.7"})
    assert get_client_ip_address(request) == address


def test_an_attempt_from_an_unknown_address_is_counted_too():
    assert get_client_ip_address(RequestFactory().post("/", REMOTE_ADDR="")) is None
