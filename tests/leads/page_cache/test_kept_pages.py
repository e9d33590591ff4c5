"""A kept page is the page: the same bytes and headers, in each encoding, without rendering it."""

import gzip
import io

import brotli
import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction

from leads.page_cache.policy import PUBLIC
from tests.leads.page_cache.addresses import asked_for

BROWSER = "gzip, deflate, br, zstd"


def test_a_page_is_rendered_once(client, page, renders):
    first, second = client.get(page.url), client.get(page.url)
    assert renders == [page.url]
    assert first.content == second.content
    assert "data-leads-form" in second.content.decode()


def test_a_kept_page_has_every_header_of_the_rendered_one(client, page):
    first, second = client.get(page.url), client.get(page.url)
    assert dict(first.items()) == dict(second.items())
    assert second["Cache-Control"] == PUBLIC
    for name in ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"):
        assert second[name]


def test_a_kept_page_costs_the_database_one_query(client, page, django_assert_num_queries):
    client.get(page.url)
    with django_assert_num_queries(1):
        client.get(page.url)


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        (BROWSER, "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", "", bytes),
        ("", "", bytes),
        ("gzip;q=0", "", bytes),
        ("*", "br", brotli.decompress),
    ],
)
def test_every_encoding_is_ready(client, page, renders, accepted, encoding, unpack):
    plain = client.get(page.url)
    response = client.get(page.url, headers={"accept-encoding": accepted})
    assert response.get("Content-Encoding", "") == encoding
    assert response["Vary"] == "Accept-Encoding"
    assert int(response["Content-Length"]) == len(response.content)
    assert unpack(response.content) == plain.content
    assert len(renders) == 1


def test_each_encoding_has_an_etag_of_its_own(client, page):
    encodings = ["", "gzip", "br"]
    etags = {client.get(page.url, headers={"accept-encoding": encoding})["ETag"] for encoding in encodings}
    assert len(etags) == 3


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_a_visitor_who_has_the_page_gets_no_body(client, page, renders, accepted, known):
    first = client.get(page.url, headers={"accept-encoding": accepted})
    asked = {"accept-encoding": accepted, "if-none-match": known.format(first["ETag"])}
    response = client.get(page.url, headers=asked)
    assert (response.status_code, response.content) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert response[name] == first[name]
    assert len(renders) == 1


def test_head_is_answered_from_what_get_left(client, page, renders):
    first = client.get(page.url)
    response = client.head(page.url)
    assert response.content == b""
    assert response["Content-Length"] == str(len(first.content))
    assert response["ETag"] == first["ETag"]
    assert len(renders) == 1


def test_what_head_asked_for_is_not_kept(client, page, renders):
    client.head(page.url)
    client.get(page.url)
    assert len(renders) == 2


@pytest.mark.parametrize("cookie", ["csrftoken", "_ga", "cookie_consent", "django_language", "xsessionidx"])
def test_visitors_with_other_cookies_get_the_kept_page(client, page, renders, cookie):
    first = client.get(page.url)
    other = Client()
    other.cookies[cookie] = "x" * 32
    assert other.get(page.url).content == first.content
    assert len(renders) == 1


def test_an_editor_gets_a_page_of_their_own_and_leaves_none(client, page, renders, admin_user):
    editor = Client()
    editor.force_login(admin_user)
    for visitor in (editor, client, editor):
        visitor.get(page.url)
    assert len(renders) == 3
    assert "no-store" in editor.get(page.url)["Cache-Control"]


def test_a_page_behind_a_password_is_not_kept(client, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="open sesame")
    client.get(page.url)
    assert kept() == []


def test_a_preview_is_not_kept_and_never_a_kept_page(client, page, admin_user):
    client.get(page.url)
    page.title = "Only a draft"
    preview = page.make_preview_request()
    assert "Only a draft" in preview.content.decode()
    assert "Only a draft" not in client.get(page.url).content.decode()
    client.force_login(admin_user)
    page.save_revision()
    assert "Only a draft" in client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    assert "Only a draft" not in Client().get(page.url).content.decode()


def kept() -> list[str]:
    """The keys of kept pages, in local memory or in Redis."""
    if hasattr(cache, "_cache") and isinstance(cache._cache, dict):
        names = list(cache._cache)
    else:
        names = [name.decode() for name in cache._cache.get_client().keys("*")]
    return [name for name in names if "leads.page." in name]


@pytest.mark.parametrize("address", ["/nothing/", "/healthz", "/enquiries/thanks/", "/admin/login/", "/treatments"])
def test_other_responses_are_not_kept(client, page, address):
    client.get(address)
    assert [name for name in kept() if "rendering" not in name] == []


def test_requests_with_credentials_pass_the_cache(client, page, renders):
    for _time in range(2):
        client.get(page.url, headers={"authorization": "Basic eDp5"})
    assert len(renders) == 2


def test_a_page_larger_than_the_bound_is_not_kept(client, page, renders, settings):
    settings.LEADS = {**settings.LEADS, "PAGE_CACHE_MAX_BYTES": 1_000}
    for _time in range(2):
        assert client.get(page.url).status_code == 200
    assert len(renders) == 2


def test_without_a_cache_pages_are_rendered(client, page, renders, settings):
    settings.LEADS = {**settings.LEADS, "PAGE_CACHE": ""}
    for _time in range(2):
        client.get(page.url)
    assert len(renders) == 2


@pytest.mark.parametrize("address", ["", "/", "https://cdn.example/media/"])
def test_pages_are_kept_wherever_files_are(client, page, renders, settings, address):
    settings.MEDIA_URL = address
    for _time in range(2):
        client.get(page.url)
    assert len(renders) == 1


def test_tracking_keys_share_one_page_which_never_sees_them(client, page, renders):
    first = client.get(f"{page.url}?utm_source=ads&gclid=1&fbclid=2&utm_whatever=3")
    second = client.get(page.url)
    assert first.content == second.content
    assert renders == [page.url]


def test_an_unknown_key_passes_the_cache(client, page, renders):
    for _time in range(2):
        assert client.get(f"{page.url}?whatever=1")["Cache-Control"] == PUBLIC
    assert len(renders) == 2


def test_a_host_names_the_keys_of_its_own_pages(client, page, renders, settings):
    settings.LEADS = {**settings.LEADS, "PAGE_CACHE_QUERY_KEYS": ["shade"]}
    for query in ("?shade=1", "?utm_id=7&shade=1", "?shade=2"):
        client.get(f"{page.url}{query}")
    assert renders == [f"{page.url}?shade=1", f"{page.url}?shade=2"]


def test_lists_are_kept_by_what_they_read(client, page, treatment_index, renders):
    for query in ("?q=skin&sort=title", "?sort=title&q=skin", "?sort=title&utm_source=x&q=skin"):
        client.get(f"{treatment_index.url}{query}")
    assert renders == [f"{treatment_index.url}?q=skin&sort=title"]
    client.get(f"{treatment_index.url}?q=other&sort=title")
    assert len(renders) == 2


def test_values_of_one_key_keep_their_order(client, page, treatment_index, renders):
    addresses = [f"{treatment_index.compare_url}?t={one}&t={two}" for one, two in ("ab", "ba")]
    for address in addresses:
        client.get(address)
    assert renders == addresses


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_HOST": "elsewhere.example"},
        {"HTTP_X_FORWARDED_HOST": "elsewhere.example"},
        {"HTTP_HOST": "testserver:81"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_X_FORWARDED_PORT": "81"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_FORWARDED": "host=elsewhere.example"},
    ],
)
def test_another_host_or_scheme_never_reaches_the_visitors_of_this_one(client, page, headers):
    Client().get(page.url, **headers)
    poisoned = client.get(page.url).content.decode()
    cache.clear()
    assert poisoned == client.get(page.url).content.decode()
    assert "elsewhere" not in poisoned


def test_a_host_that_is_not_ours_is_refused_whatever_is_kept(client, page, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.get(page.url)
    assert client.get(page.url, HTTP_HOST="elsewhere.example").status_code == 400
    assert client.get(page.url, HTTP_HOST="elsewhere.example").status_code == 400


NONSENSE = [
    {"QUERY_STRING": "&&&===%%%"},
    {"QUERY_STRING": "q=%00%ff%fe&page=\x80\xff"},
    {"QUERY_STRING": "&".join(f"q={n}" for n in range(200))},
    {"QUERY_STRING": "q=" + "x" * 5_000},
    {"QUERY_STRING": "page=99999999999999999999999&sort=;drop&t=%2e%2e%2f"},
    {"QUERY_STRING": "[]=1&q[]=2&__proto__=3"},
    {"HTTP_ACCEPT_ENCODING": ";;;q=,,,"},
    {"HTTP_ACCEPT_ENCODING": "gzip;q=nan, br;q=-1, *;q=inf"},
    {"HTTP_ACCEPT_ENCODING": "gzip," * 5_000},
    {"HTTP_ACCEPT_ENCODING": "br;q=é"},
    {"HTTP_IF_NONE_MATCH": '"' * 5_000},
    {"HTTP_IF_NONE_MATCH": "W/W/W/,,,*"},
    {"HTTP_IF_NONE_MATCH": "\x80\xff"},
    {"HTTP_COOKIE": "sessionid"},
    {"HTTP_COOKIE": ";;;=\x80; sessionid"},
    {"HTTP_HOST": "bad host"},
    {"HTTP_HOST": "\x80"},
    {"HTTP_HOST": ""},
]


@pytest.mark.parametrize("sent", NONSENSE)
def test_nonsense_is_answered_and_leaves_nothing_for_others(client, page, treatment_index, sent):
    for address in (page.url, treatment_index.url):
        before = client.get(address).content
        for _time in range(2):
            assert asked_for(address, **sent) < 500
        assert client.get(address).content == before


def test_a_broken_value_in_the_cache_counts_as_none(client, page, renders):
    client.get(page.url)
    for name in kept():
        bare = name.split(":", 2)[2]
        cache.set(bare, ("something", "else"))
    assert client.get(page.url).status_code == 200
    assert len(renders) == 2


def test_the_wsgi_application_sends_what_was_kept(page):
    bodies = [io.BytesIO(), io.BytesIO()]
    statuses = [asked_for(page.url, into=body) for body in bodies]
    assert statuses == [200, 200]
    assert bodies[0].getvalue() == bodies[1].getvalue() != b""
