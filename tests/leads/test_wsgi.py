"""What the server hands on to Django, and what it answers itself."""

import io

import pytest
from django.core.handlers.wsgi import WSGIRequest

from leads.wsgi import refuse_unreadable


def status_of(content_type: str) -> str:
    """The status that a server would send for a post of this type with an address that holds an escape."""
    statuses = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/enquiries/consultation/",
        "QUERY_STRING": "a=%ff",
        "CONTENT_TYPE": content_type,
        "wsgi.input": io.BytesIO(),
    }

    def django(environ, start_response):
        start_response("200 OK", [])
        return []

    list(refuse_unreadable(django)(environ, lambda status, headers: statuses.append(status)))
    return statuses[0]


@pytest.mark.parametrize("charset", ["hex", "rot13", "undefined", "punycode", "zip", "idna"])
def test_a_charset_that_is_none_for_text_is_refused_before_django_stumbles(charset):
    assert status_of(f"text/plain; charset={charset}") == "400 Bad Request"


def test_a_parameter_in_an_encoding_that_nobody_knows_is_refused():
    assert status_of("text/plain; charset*=nonsense''x") == "400 Bad Request"


@pytest.mark.parametrize("content_type", ["", "text/plain; charset=utf-16", "text/plain; charset=?", "a/b; boundary=x"])
def test_whatever_django_can_read_is_handed_on(content_type):
    assert status_of(content_type) == "200 OK"


@pytest.mark.parametrize("path", ["/ü/", "/東京/", "/a%20b/", "/\ud83d/"])
@pytest.mark.parametrize("content_type", ["", "text/plain; charset=utf-8"])
def test_django_reads_the_same_address_as_without_the_guard(path, content_type):
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path.encode(errors="surrogatepass").decode("latin-1"),
        "CONTENT_TYPE": content_type,
        "wsgi.input": io.BytesIO(),
    }
    expected = WSGIRequest(dict(environ)).path
    paths = []

    def django(environ, start_response):
        paths.append(WSGIRequest(environ).path)
        return []

    refuse_unreadable(django)(environ, lambda status, headers: None)
    assert paths == [expected]
