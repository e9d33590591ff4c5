"""A kept page in one encoding: the whole response, ready to be sent."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import CaseInsensitiveMapping
from django.utils.http import parse_etags

from leads.page_cache.encodings import ENCODINGS, IDENTITY, compress, is_compressible

FORMAT = 1
"""Of the stored tuple; what another version of the code left behind is not read."""

NOT_MODIFIED_HEADERS = {"cache-control", "content-location", "etag", "expires", "last-modified", "vary"}
"""What a 304 repeats of the page (RFC 9110, 15.4.5)."""

LEFT_OUT = {"content-length", "etag", "date", "connection"}
"""Headers of a response that each variant has anew, or that belong to one connection."""


class CheckedHeaders(ResponseHeaders):
    """Headers that a response had already, so that none of them need be checked again."""

    def __init__(self, headers: dict[str, str]) -> None:
        CaseInsensitiveMapping.__init__(self, headers)


class Entry(NamedTuple):
    """A response, its site, the generation of that site before it was rendered, and until when it is true.

    `until` is in seconds since 1970. `headers` holds all of them, those of security too.
    """

    format: int
    site: int
    number: int
    until: float
    etag: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def answer(self, request) -> tuple[int, Sequence[tuple[str, str]], bytes]:
        """Status, headers and body: the page, or 304 with what it has to repeat where the visitor has it already."""
        asked = request.META.get("HTTP_IF_NONE_MATCH")
        if asked and is_known(asked, self.etag):
            return 304, [one for one in self.headers if one[0].lower() in NOT_MODIFIED_HEADERS], b""
        return 200, self.headers, b"" if request.method == "HEAD" else self.body

    def respond(self, request) -> HttpResponse:
        """The same as Django's response."""
        status, headers, body = self.answer(request)
        response = HttpResponse(body, "", status)
        response.headers = CheckedHeaders(dict(headers))
        return response


def read_entry(stored: object) -> Entry | None:
    """What was stored as a tuple; None for nothing, and for whatever is no entry of this version."""
    if type(stored) is not tuple or len(stored) != len(Entry._fields) or stored[0] != FORMAT:
        return None
    return Entry._make(stored)


def variants(response, *, site: int = 0, number: int = 0, until: float = 0, encodings=ENCODINGS) -> dict[str, Entry]:
    """The finished response in each of the encodings."""
    body, content_type = response.content, response.get("Content-Type", "")
    if not is_compressible(content_type, body):
        entry = make_entry(response, body, IDENTITY, (FORMAT, site, number, until))
        return dict.fromkeys(encodings, entry)
    patch_vary_headers(response, ["Accept-Encoding"])
    return {encoding: make_entry(response, body, encoding, (FORMAT, site, number, until)) for encoding in encodings}


def make_entry(response, body: bytes, encoding: str, label: tuple) -> Entry:
    """One variant; its ETag names the uncompressed bytes and the encoding."""
    digest = blake2b(body, digest_size=16).hexdigest()
    etag = f'"{digest}"' if encoding == IDENTITY else f'"{digest}-{encoding}"'
    packed = compress(body, encoding)
    headers = [(name, value) for name, value in response.items() if name.lower() not in LEFT_OUT]
    if encoding != IDENTITY:
        headers.append(("Content-Encoding", encoding))
    headers += [("ETag", etag), ("Content-Length", str(len(packed)))]
    return Entry(*label, etag, tuple(headers), packed)


def is_known(asked: str, etag: str) -> bool:
    """Whether If-None-Match names the page; weakly, as caches on the way weaken what they compress."""
    if asked == etag:
        return True
    known = parse_etags(asked[:4_000])
    return known == ["*"] or etag in [one.removeprefix("W/") for one in known]
