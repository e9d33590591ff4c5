"""Visitors who come one behind the other, so many at a time."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from typing import TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
BROWSER = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "Accept-Language": "en-GB,en;q=0.9"}


@dataclass(frozen=True)
class Answer:
    """What a visitor got, and how long it took."""

    status: int
    headers: HTTPMessage
    text: str
    seconds: float


def request(port: int, path: str, values: dict[str, str] | None = None, **headers: str) -> Answer:
    """One request on a connection of its own, as of a stranger: a GET, or a POST of `values`."""
    started = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        if values is None:
            connection.request("GET", path, headers={**BROWSER, **headers})
        else:
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", path, urlencode(values), {**BROWSER, **form, **headers})
        response = connection.getresponse()
        text = response.read().decode()
        return Answer(response.status, response.headers, text, time.perf_counter() - started)
    finally:
        connection.close()


def in_parallel(visit: Callable[[int], T], count: int, concurrency: int) -> list[T]:
    """`visit` for each number below `count`, by so many visitors at a time; an error of one is raised."""
    with ThreadPoolExecutor(concurrency) as visitors:
        return list(visitors.map(visit, range(count)))
