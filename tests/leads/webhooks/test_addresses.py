"""A webhook leads to the public internet and nowhere else, whatever is entered and whatever a name server says."""

import socket

import pytest

from leads.webhooks.addresses import WebhookError, is_public, look_up, read_address

PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2001::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "4000::1",
    "no number",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_addresses_that_are_not_public_are_recognised(number):
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "2002:808:808::"]
)
def test_public_addresses_are_recognised(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hook",
        "//example.com/",
        "https://",
        "https:///hook",
        "http://example.com/hook",
        "ftp://example.com/hook",
        "file:///etc/passwd",
        "gopher://example.com/",
        "javascript:alert(1)",
        "https://user:word@example.com/",
        "https://user@example.com/",
        "https://example.com:0x50/",
        "https://example.com:99999/",
        "https://exa mple.com/",
        "https://example.com\r\nHost: internal/",
        "https://-example.com/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://" + "a" * 64 + ".example/",
        "https://ex\x00ample.com/",
        "https://例え..com/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url):
    with pytest.raises(WebhookError):
        read_address(url)


@pytest.mark.parametrize(
    "url", ["https://example.com", "https://EXAMPLE.com:8443/a b?c=d é", "https://bücher.example/"]
)
def test_what_is_one_can_stand_in_a_request(url):
    address = read_address(url)
    assert address.target.isascii()
    assert " " not in address.target
    assert address.target.startswith("/")
    assert address.host == address.host.lower()
    assert address.host.isascii()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost."]
)
def test_this_machine_is_not_reached_however_it_is_written(host):
    with pytest.raises(WebhookError):
        look_up(read_address(f"https://{host}/"))


def test_a_host_of_the_settings_is_reached_wherever_it_is(settings):
    settings.LEADS = {"WEBHOOK_ALLOWED_HOSTS": ["LOCALHOST"]}
    assert look_up(read_address("http://localhost/")) != []


def answer(monkeypatch, *numbers):
    def getaddrinfo(host, port, **kwargs):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    answer(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(WebhookError):
        look_up(read_address("https://rebind.example/"))


def test_a_name_that_nobody_knows_is_an_error_of_ours(monkeypatch):
    def getaddrinfo(*args, **kwargs):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(WebhookError, match="not known"):
        look_up(read_address("https://nowhere.example/"))


def test_a_public_name_leads_to_its_addresses(monkeypatch):
    answer(monkeypatch, "93.184.216.34", "93.184.216.34", "93.184.216.35")
    assert look_up(read_address("https://example.com/")) == ["93.184.216.34", "93.184.216.35"]
