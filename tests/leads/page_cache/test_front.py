"""In front of Django stands what answers with a kept page; it says what Django would say, or leaves it to Django."""

import io

import pytest
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from leads.page_cache import store
from leads.page_cache.front import Glance
from leads.page_cache.keys import key_of
from leads.wsgi import kept_pages_first

ADDRESSED = pytest.mark.django_db(transaction=True)


def environ_of(path: str, **sent: str) -> dict:
    """A request as a server hands it over."""
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "HTTP_HOST": "testserver",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        **sent,
    }


def answer_of(application, environ: dict) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body."""
    told = []
    response = application(environ, lambda status, headers: told.append((status, headers)))
    body = b"".join(response)
    getattr(response, "close", lambda: None)()
    [(status, headers)] = told
    assert type(headers) is list
    return status, dict(headers), body


class Django:
    """Stands where Django would stand, and counts who comes there."""

    def __init__(self):
        self.asked = 0

    def __call__(self, environ, start_response):
        self.asked += 1
        start_response("299 Django", [])
        return [b""]


@pytest.fixture
def kept(client, page, shared_cache):
    """The address of a page that is kept in all variants."""
    client.get(page.url)
    return page.url


VISITS = [
    {},
    {"HTTP_ACCEPT_ENCODING": "gzip"},
    {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd"},
    {"HTTP_COOKIE": "_ga=GA1.1.1; csrftoken=abc"},
    {"QUERY_STRING": "utm_source=news&gclid=1"},
    {"REQUEST_METHOD": "HEAD"},
    {"HTTP_IF_NONE_MATCH": "*"},
    {"HTTP_IF_NONE_MATCH": '"another"'},
    {"HTTP_HOST": "testserver:80"},
]


@ADDRESSED
@pytest.mark.parametrize("sent", VISITS, ids=str)
def test_the_answer_is_that_of_django(kept, sent, renders):
    django = WSGIHandler()
    alone = answer_of(django, environ_of(kept, **sent))
    assert answer_of(kept_pages_first(django), environ_of(kept, **sent)) == alone
    assert alone[0] in {"200 OK", "304 Not Modified"}
    assert len(renders) == ("HTTP_HOST" in sent)


@ADDRESSED
@pytest.mark.parametrize("sent", VISITS[:-1], ids=str)
def test_django_is_not_asked_for_a_kept_page(kept, sent, django_assert_num_queries):
    django = Django()
    with django_assert_num_queries(0):
        status, _headers, _body = answer_of(kept_pages_first(django), environ_of(kept, **sent))
    assert status != "299 Django"
    assert django.asked == 0


@ADDRESSED
@pytest.mark.parametrize(
    "sent",
    [
        {"HTTP_COOKIE": "sessionid=1"},
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "OPTIONS"},
        {"QUERY_STRING": "whose=this"},
        {"QUERY_STRING": "q=" + "x" * 2_000},
        {"HTTP_HOST": "elsewhere.example"},
        {"HTTP_HOST": "testserver:8000"},
        {"wsgi.url_scheme": "https"},
        {"PATH_INFO": "/another/"},
        {"PATH_INFO": "/static/css/site.css"},
        {"PATH_INFO": "\xff\xfe/"},
        {"PATH_INFO": ""},
        {"SCRIPT_NAME": "/below"},
    ],
    ids=str,
)
def test_django_is_asked_for_everything_else(kept, sent):
    django = Django()
    assert answer_of(kept_pages_first(django), environ_of(kept) | sent)[0] == "299 Django"
    assert django.asked == 1


@ADDRESSED
def test_a_change_is_left_to_django_to_show(kept, page):
    page.summary = "Said anew."
    page.save_revision().publish()
    django = Django()
    answer_of(kept_pages_first(django), environ_of(kept))
    assert django.asked == 1
    _status, _headers, body = answer_of(kept_pages_first(WSGIHandler()), environ_of(kept))
    assert b"Said anew." in body
    answer_of(kept_pages_first(django), environ_of(kept))
    assert django.asked == 1


@ADDRESSED
def test_where_the_cache_does_not_know_the_generation_django_asks_the_database(kept):
    caches["default"].delete(store.TOTALS)
    django = Django()
    answer_of(kept_pages_first(django), environ_of(kept))
    assert django.asked == 1


@ADDRESSED
def test_a_cache_that_fails_leaves_all_to_django(kept, redis_server):
    redis_server.kill()
    try:
        django = Django()
        for _visitor in range(3):
            answer_of(kept_pages_first(django), environ_of(kept))
        assert django.asked == 3
    finally:
        redis_server.start()


@ADDRESSED
def test_pages_in_the_memory_of_a_process_are_left_to_django(client, page):
    client.get(page.url)
    django = Django()
    answer_of(kept_pages_first(django), environ_of(page.url))
    assert django.asked == 1


text = st.text(st.characters(codec="latin-1"), max_size=12)
hosts = st.sampled_from(["testserver", "testserver:8000", "TESTSERVER", "[::1]:80", "", "a, b"]) | text
sent = st.fixed_dictionaries(
    {"PATH_INFO": text.map("/{}".format) | text, "SCRIPT_NAME": st.sampled_from(["", "/", "/app", "/app/"])},
    optional={
        "QUERY_STRING": text | st.sampled_from(["q=a&page=2", "utm_source=x", "q=%C3%A4&sort=", "t=a&t=b"]),
        "HTTP_HOST": hosts,
        "HTTP_X_FORWARDED_HOST": hosts,
        "HTTP_X_FORWARDED_PORT": st.sampled_from(["443", "8443", "x"]),
        "HTTP_X_FORWARDED_PROTO": st.sampled_from(["https", "http", "https, http"]),
        "wsgi.url_scheme": st.sampled_from(["http", "https"]),
        "SCRIPT_URL": st.sampled_from(["/app/x", "//app//x/", "/"]),
    },
)
trusting = st.sampled_from(
    [{}, {"USE_X_FORWARDED_HOST": True, "USE_X_FORWARDED_PORT": True}, {"FORCE_SCRIPT_NAME": "/forced"}]
)
schemes = st.sampled_from([None, ("HTTP_X_FORWARDED_PROTO", "https")])


@given(sent=sent, trusted=trusting, scheme=schemes)
def test_a_page_has_the_same_address_in_front_of_django_and_behind(sent, trusted, scheme):
    environ = environ_of("/") | sent
    before = dict(environ)
    with override_settings(SECURE_PROXY_SSL_HEADER=scheme, **trusted):
        in_front = key_of(Glance(environ))
        assert environ == before
        assert in_front == key_of(WSGIRequest(environ))
