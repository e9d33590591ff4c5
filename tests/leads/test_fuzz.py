"""Whatever is posted is answered without a server error, and no valid enquiry among it is lost.

`FUZZED_POSTS` says how many posts are tried, 2,000 unless told otherwise; each block of them has its own seed.
"""

import os
import random
import string
from urllib.parse import quote_from_bytes

import pytest
from django.http import HttpResponse
from django.test import Client

from leads.models import Enquiry, QuestionType
from leads.wsgi import is_readable
from tests.factories import make_form
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db

BLOCKS = 4
POSTS_IN_BLOCK = int(os.environ.get("FUZZED_POSTS", "2000")) // BLOCKS
VALID_EVERY = 10

KNOWN_NAMES = [
    *("name", "email", "phone", "preferred_contact", "treatment", "message", "context", "client_key", "elapsed"),
    *("website", "csrfmiddlewaretoken", "consent-0", "consent-9", "q-age", "q-when", "q-where", "q-nobody-asked"),
]
VALUES = [
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "Ada",
        "ada@example.com",
        "ada@example.com, eve@example.com",
        "a@b.example\nBcc: e@c.de",
    ),
    *("020 7946 0123", "+" * 50, "٣", "1e999999", "0e999999", "-0", "NaN", "Infinity", "2026-02-30", "31/12/9999"),
    *("\ud800", "\u202e\u200b", "👩‍⚕️", "'; DROP TABLE leads_enquiry; --", "<script>alert(1)</script>", "{{ 7|add:7 }}"),
    *("%s%n%(x)s", "../../etc/passwd", "[]", '{"v": 1}', "x" * 501, "y" * 10_001, "\r\n" * 300, "é".encode("latin-1")),
    *(b"\xff\xfe\x00", b"%", b"%zz", b"%ff%00"),
]
TYPES = [
    *("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain"),
    *("application/json", "", ";", "text/plain; charset=", "multipart/form-data; boundary=" + "x" * 300, "/", "\xff"),
]
CHARSETS = ["utf-8", "utf-16", "utf-7", "latin-1", "hex", "rot13", "zip", "punycode", "idna", "undefined", "?"]
SLUGS = ["consultation", "consultation", "archived", "thanks", "nobody", "x" * 300, "%00", "%F0%9F", "-", "a_b"]
QUERIES = ["", "", "?a=1", "?a=%ff", "?name=%00&name=2", "?" + "&".join("x" * 2000), "?%", "?=&=;"]
HEADERS = [
    *("Accept", "Accept-Language", "Accept-Encoding", "Content-Encoding", "Cookie", "Host", "If-None-Match", "Origin"),
    *("Referer", "Sec-Fetch-Site", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host", "X-Requested-With"),
]
HEADER_VALUES = [
    *("", "null", "*/*", "application/json", "http://[", "https://testserver/treatments/?gclid=%ff%00&utm_source=a"),
    *("1.2.3.4, ::1, x", "de,en;q=x", "sessionid=x; django_language=\xff", "\xff\xfe", "a" * 5000, "http://a:b@c:d/"),
    *('W/"x"', "zz-ZZ", "testserver:port", "0", "cross-site"),
]


@pytest.fixture
def fuzzed_form(clinic):
    """The clinic's form with a question of several types, beside one that was archived."""
    make_form("archived", is_archived=True)
    form = make_form(
        "asking",
        questions=[
            {"label": "Age", "type": QuestionType.NUMBER},
            {"label": "When", "type": QuestionType.DATE},
            {"label": "Where", "type": QuestionType.SEVERAL_CHOICES, "choices": "Face\nNeck"},
            {"label": "Ill", "type": QuestionType.YES_NO, "sensitivity": "sensitive"},
        ],
        statements=[{"purpose": "privacy", "text": "You may answer me."}],
    )
    clinic.default_form = form
    clinic.save()
    return form


class GuardedClient(Client):
    """A client before `leads.wsgi`, as the server is."""

    def request(self, **request):
        return super().request(**request) if is_readable(self._base_environ(**request)) else HttpResponse(status=400)


class Fuzzer:
    """Makes posts that no browser would send, the same ones for the same seed."""

    def __init__(self, seed: int, contexts: list[str]):
        self.random = random.Random(seed)  # noqa: S311
        self.contexts = contexts

    def request(self) -> dict:
        """Arguments of `Client.generic`."""
        pick = self.random.choice
        headers = {pick(HEADERS): pick(HEADER_VALUES) for _ in range(self.random.randrange(4))}
        if self.random.random() < 0.7:  # an answer to the script is much quicker than a page
            headers["Accept"] = "application/json"
        content_type = pick(TYPES)
        if self.random.random() < 0.3:
            content_type += f"; charset={pick(CHARSETS)}"
        if self.random.random() < 0.1:
            content_type = self.noise(40).decode("latin-1")
        body = pick([self.fields, self.multipart, self.multipart, lambda: self.noise(500), self.huge])()
        return {
            "path": f"/enquiries/{pick(SLUGS)}/{pick(QUERIES)}",
            "data": body,
            "content_type": content_type,
            "headers": headers,
        }

    def fields(self) -> bytes:
        return b"&".join(b"%b=%b" % (quoted(name), self.quoted_or_raw(value)) for name, value in self.pairs())

    def multipart(self) -> bytes:
        """Parts as a browser writes them, now and then as a file, in another encoding, or cut off."""
        parts = []
        for name, value in self.pairs():
            extra = self.random.choice([b"", b"", b'; filename="a.txt"', b"; filename*=utf-9''%ff", b"; name=x"])
            encoding = self.random.choice([b"", b"", b"\r\nContent-Transfer-Encoding: base64", b"\r\nContent-Type: x"])
            head = b'Content-Disposition: form-data; name="%b"%b%b' % (as_bytes(name), extra, encoding)
            parts.append(b"--x\r\n%b\r\n\r\n%b\r\n" % (head, as_bytes(value)))
        body = b"".join(parts) + b"--x--\r\n"
        return body[: self.random.randrange(len(body))] if self.random.random() < 0.2 else body

    def huge(self) -> bytes:
        """Seldom more than Django reads, else many names or many values."""
        if self.random.random() < 0.02:
            return b"message=" + b"x" * 3_000_000
        if self.random.random() < 0.02:
            return b"&".join(b"n%d=1" % number for number in range(11_000))
        return b"&".join(b"name=%d" % number for number in range(self.random.randrange(300)))

    def pairs(self) -> list[tuple]:
        return [(self.name(), self.value()) for _ in range(self.random.randrange(1, 14))]

    def name(self):
        return self.random.choice(KNOWN_NAMES) if self.random.random() < 0.8 else self.word()

    def value(self):
        return self.random.choice([*VALUES, *self.contexts, self.word(), self.noise(60)])

    def word(self) -> str:
        return "".join(self.random.choices(string.printable + "éß漢\u200f\x85\u2028", k=self.random.randrange(20)))

    def noise(self, most: int) -> bytes:
        return self.random.randbytes(self.random.randrange(most))

    def quoted_or_raw(self, value) -> bytes:
        return quoted(value) if self.random.random() < 0.8 else as_bytes(value)


def as_bytes(value) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def quoted(value) -> bytes:
    return quote_from_bytes(as_bytes(value)).encode()


@pytest.mark.parametrize("seed", range(BLOCKS))
def test_no_fuzzed_post_is_a_server_error_and_no_enquiry_among_them_is_lost(fuzzed_form, seed):
    client = GuardedClient()
    hidden = hidden_values(client.get("/enquiries/asking/"))
    fuzzer = Fuzzer(seed, [hidden["context"], hidden["context"][:-1], hidden["context"] + "x"])
    for number in range(POSTS_IN_BLOCK):
        request = fuzzer.request()
        response = client.generic("POST", **request)
        assert response.status_code < 500, (number, request)
        if number % VALID_EVERY == 0:
            token = f"valid enquiry {number}"
            posted = hidden | answers(message=token, email=f"visitor{number}@example.com", client_key=token)
            assert client.post("/enquiries/asking/", posted).status_code == 303
            assert Enquiry.objects.get(client_key=token).message == token
            client.cookies.clear()
