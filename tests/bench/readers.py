"""Readers who keep their connections: each asks for one page again and again, and looks at every answer."""

import gzip
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import parse_headers

import brotli

LOCAL = "127.0.0.1"
UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
ASKED_AGAIN = 3
"""How often a page is asked for anew when its server closed a connection that was kept."""


class WrongAnswerError(Exception):
    """A page is not what it was before, so that nothing that was measured means anything."""


@dataclass(frozen=True)
class Page:
    """A page as its readers ask for it: from where, with which headers, and the words that must be in it."""

    port: int
    path: str
    marker: str
    headers: dict[str, str] = field(default_factory=dict)
    is_for_everybody: bool = True
    """False where every visitor gets a token of their own in it."""

    @property
    def request(self) -> bytes:
        """The request, as it is sent."""
        lines = [f"GET {self.path} HTTP/1.1", f"Host: {LOCAL}", "Accept: text/html", "Accept-Language: en-GB"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode()


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The page as a browser shows it."""
        return UNPACK[self.headers.get("content-encoding", "")](self.body).decode()


class Reader:
    """One kept connection."""

    def __init__(self, port: int):
        self.port = port
        self.socket: socket.socket | None = None

    def send(self, request: bytes) -> None:
        """Ask, on the connection that there is, or on a new one."""
        if self.socket is None:
            self.socket = socket.create_connection((LOCAL, self.port), timeout=120)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.file = self.socket.makefile("rb", buffering=65_536)
        self.socket.sendall(request)

    def receive(self, request: bytes) -> Answer:
        """The answer to what was sent; it is sent again where the server had closed the connection meanwhile."""
        for _attempt in range(ASKED_AGAIN):
            try:
                return self.read()
            except (ConnectionError, EOFError):
                self.close()
                self.send(request)
        return self.read()

    def read(self) -> Answer:
        """One answer; EOFError when none comes."""
        line = self.file.readline()
        if not line:
            raise EOFError
        headers = {name.lower(): value for name, value in parse_headers(self.file).items()}
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join(self.chunks())
        elif "content-length" in headers:
            body = self.file.read(int(headers["content-length"]))
        else:
            body = self.file.read()
        if headers.get("connection", "").lower() == "close" or not line.startswith(b"HTTP/1.1"):
            self.close()
        return Answer(int(line.split()[1]), headers, body)

    def chunks(self) -> Iterator[bytes]:
        """The parts of a chunked body."""
        while size := int(self.file.readline().split(b";")[0], 16):
            yield self.file.read(size)
            self.file.readline()
        while self.file.readline().strip():
            pass

    def close(self) -> None:
        """Hang up."""
        if self.socket is not None:
            with suppress(OSError):
                self.file.close()
                self.socket.close()
            self.socket = None


def ask(page: Page) -> Answer:
    """One answer, on a connection of its own."""
    reader = Reader(page.port)
    try:
        reader.send(page.request)
        return reader.receive(page.request)
    finally:
        reader.close()


class Readers:
    """So many readers of one page, who ask at the same time and keep their connections until `close`."""

    def __init__(self, page: Page, concurrency: int):
        self.page = page
        self.all = [Reader(page.port) for _number in range(concurrency)]

    def read(self, times: int) -> Answer:
        """Ask so often, all of them by turns; returns the first answer.

        WrongAnswerError unless every answer is a 200 that holds the same page, with the marker in it. What is read is
        compared byte by byte; only where bytes differ, as those of a compression that pads at random do, the text is.
        """
        request, first = self.page.request, None
        for begin in range(0, times, len(self.all)):
            asking = self.all[: times - begin]
            for reader in asking:
                reader.send(request)
            for reader in asking:
                answer = reader.receive(request)
                first = first or look_at(self.page, answer)
                compare(self.page, first, answer)
        return first

    def close(self) -> None:
        """All hang up."""
        for reader in self.all:
            reader.close()


def look_at(page: Page, answer: Answer) -> Answer:
    """The answer, which holds the marker."""
    if answer.status != 200 or page.marker not in answer.text:
        raise WrongAnswerError(f"{page}: {answer.status}, {answer.text[:500]}")
    return answer


def compare(page: Page, first: Answer, answer: Answer) -> None:
    """Nothing happens where it is the same page."""
    if not page.is_for_everybody:
        look_at(page, answer)
        return
    if answer.status != 200 or (answer.body != first.body and answer.text != first.text):
        raise WrongAnswerError(f"{page}: {answer.status}, {len(answer.body)} bytes, not {len(first.body)} as before")
