"""Who sent a request, with and without proxies in between."""

import pytest
from django.test import RequestFactory

from leads.client_address import address_hash, client_address


def request_from(remote, forwarded=None):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **headers)


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "address"),
    [
        pytest.param([], "203.0.113.7", None, "203.0.113.7", id="no proxy"),
        pytest.param([], "203.0.113.7", "198.51.100.1", "203.0.113.7", id="a header nobody vouches for"),
        pytest.param(["10.0.0.0/8"], "203.0.113.7", "198.51.100.1", "203.0.113.7", id="not our proxy"),
        pytest.param(["10.0.0.0/8"], "10.1.2.3", "198.51.100.1", "198.51.100.1", id="our proxy"),
        pytest.param(["10.0.0.0/8"], "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1", id="an invented start"),
        pytest.param(["10.0.0.0/8"], "10.1.2.3", "198.51.100.1, 10.9.9.9", "198.51.100.1", id="two proxies"),
        pytest.param(["10.0.0.0/8"], "10.1.2.3", None, "10.1.2.3", id="a proxy that adds nothing"),
        pytest.param(["10.0.0.0/8"], "10.1.2.3", "nonsense", "10.1.2.3", id="a header without address"),
        pytest.param(["10.1.2.3"], "10.1.2.3", "198.51.100.1:4711", "198.51.100.1", id="with port"),
        pytest.param(["::1"], "::1", "[2001:db8::5]:443", "2001:db8::5", id="IPv6 with port"),
        pytest.param(["10.0.0.0/8"], "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1", id="IPv4 within IPv6"),
        pytest.param(["mistyped", "10.0.0.0/8"], "10.1.2.3", "198.51.100.1", "198.51.100.1", id="a mistyped setting"),
    ],
)
def test_the_address_is_the_last_one_that_can_be_believed(settings, proxies, remote, forwarded, address):
    settings.LEADS = {"TRUSTED_PROXIES": proxies}
    assert str(client_address(request_from(remote, forwarded))) == address


def test_a_server_that_knows_no_address_stores_none():
    assert address_hash(request_from("")) == ""


def test_only_a_keyed_hash_is_kept(settings):
    first = address_hash(request_from("203.0.113.7"))
    assert "203" not in first or len(first) == 64
    settings.SECRET_KEY = "another"
    assert address_hash(request_from("203.0.113.7")) != first


def test_the_addresses_of_one_household_are_one():
    addresses = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"]
    assert len({address_hash(request_from(address)) for address in addresses}) == 1
