"""Who reads while a page is published again and again, and what they were shown."""

import pickle
import random
import re
import threading
import time
from contextlib import suppress
from typing import NamedTuple

import redis

from tests.bench.readers import Reader
from tests.faults.waiting import LOCAL, PATIENCE

PAGES = ("/microneedling/", "/", "/microneedling.md")
ENCODINGS = ("br", "gzip", "identity")
READERS = 64
THINKING = (0.4, 1.0)
"""Seconds between two questions of a reader; people do not ask faster, and publishing gets its share of the machine."""

EDITION = re.compile(r"Edition (\d+)\.")


class Edition(NamedTuple):
    """A publishing: the number that the page shows, the generation since, when it was over, and what it cost."""

    number: int
    generation: int
    published_at: float
    seconds: float


class Reading(NamedTuple):
    """Which edition a reader was shown, when they had asked, and for how long they waited."""

    path: str
    edition: int
    asked_at: float
    seconds: float


class Person(threading.Thread):
    """Asks for one page after another on a connection that is kept, and remembers every answer that is none."""

    def __init__(self, port: int, stop: threading.Event, turn: int):
        super().__init__(daemon=True)
        self.stop, self.turn = stop, turn
        self.reader = Reader(port)
        self.headers = f"Host: {LOCAL}:{port}\r\nAccept-Encoding: {ENCODINGS[turn % len(ENCODINGS)]}"
        self.readings: list[Reading] = []
        self.problems: list[str] = []
        self.reads = 0

    def run(self) -> None:
        while not self.stop.wait(random.uniform(*THINKING)):
            self.turn += 1
            try:
                self.read(PAGES[self.turn % len(PAGES)])
            except OSError as error:
                self.problems.append(repr(error))
        self.reader.close()

    def read(self, path: str) -> None:
        """Ask once."""
        request, asked_at = f"GET {path} HTTP/1.1\r\n{self.headers}\r\n\r\n".encode(), time.monotonic()
        self.reader.send(request)
        answer = self.reader.receive(request)
        self.reads += 1
        if answer.status != 200 or not answer.body:
            self.problems.append(f"{path}: {answer.status}")
        if found := EDITION.search(answer.text):
            self.readings.append(Reading(path, int(found[1]), asked_at, time.monotonic() - asked_at))


class Watcher(threading.Thread):
    """Looks at what is kept, and remembers the label and the edition of every copy of the page."""

    def __init__(self, url: str, stop: threading.Event):
        super().__init__(daemon=True)
        self.client, self.stop = redis.Redis.from_url(url), stop
        self.seen: set[tuple[int, int]] = set()

    def run(self) -> None:
        while not self.stop.wait(0.1):
            for name in self.client.keys("*leads.page.*.identity"):
                with suppress(TypeError, pickle.UnpicklingError):
                    entry = pickle.loads(self.client.get(name))  # noqa: S301 our own Redis
                    if found := EDITION.search(entry[-1].decode()):
                        self.seen.add((entry[2], int(found[1])))


class Crowd:
    """While it is entered, 64 people read and somebody looks at what is kept."""

    def __init__(self, port: int, redis_url: str):
        self.stop = threading.Event()
        self.people = [Person(port, self.stop, turn) for turn in range(READERS)]
        self.watcher = Watcher(redis_url, self.stop)

    def __enter__(self):
        for thread in (*self.people, self.watcher):
            thread.start()
        return self

    def __exit__(self, *error):
        self.stop.set()
        for thread in (*self.people, self.watcher):
            thread.join(timeout=PATIENCE)

    @property
    def problems(self) -> list[str]:
        """Every answer that was none."""
        return [problem for person in self.people for problem in person.problems]

    @property
    def reads(self) -> int:
        """How often they were answered."""
        return sum(person.reads for person in self.people)

    @property
    def readings(self) -> list[Reading]:
        """What all of them were shown."""
        return [reading for person in self.people for reading in person.readings]
