"""A page is published 200 times in a minute while 64 readers ask for it and for pages that list it."""

import os
import pickle
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException

import pytest
import redis

from tests.faults.renders import read_renders
from tests.faults.site import ROOT
from tests.faults.waiting import LOCAL, PATIENCE
from tests.leads.page_cache.redis_server import RedisServer

SECONDS = float(os.environ.get("FAULT_SECONDS", "60"))
PER_MINUTE = 200
READERS = 64
THINKING = 0.05
"""Seconds between two questions of a reader, so that publishing gets its share of a small machine."""

PAGES = ("/microneedling/", "/", "/microneedling.md")
EDITION = re.compile(rb"Edition (\d+)\.")

pytestmark = pytest.mark.parametrize("running_site", ["PostgreSQL"], indirect=True)


@pytest.fixture
def shared_cache(tmp_path):
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def stormy_site(running_site, shared_cache):
    """The site with Redis; every render is noted."""
    running_site.restart(REDIS_URL=shared_cache.url, NOTE_RENDERS="on", DATABASE_CONN_MAX_AGE="60")
    yield running_site
    running_site.restart()


class Reader(threading.Thread):
    """Asks for one page after another, and remembers every answer that is none."""

    def __init__(self, port: int, stop: threading.Event, turn: int):
        super().__init__(daemon=True)
        self.port, self.stop, self.turn = port, stop, turn
        self.count, self.problems = 0, []
        self.editions: list[int] = []

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                self.read_on()
            except (OSError, HTTPException) as error:
                self.problems.append(repr(error))

    def read_on(self) -> None:
        encoding = ("br", "gzip", "identity")[self.turn % 3]
        with closing(HTTPConnection(LOCAL, self.port, timeout=PATIENCE)) as connection:
            while not self.stop.is_set():
                path = PAGES[self.turn % len(PAGES)]
                self.turn += 1
                connection.request("GET", path, headers={"Accept-Encoding": encoding})
                response = connection.getresponse()
                body = response.read()
                self.count += 1
                if response.status != 200 or not body:
                    self.problems.append(f"{path}: {response.status}")
                if found := EDITION.search(body):
                    self.editions.append(int(found[1]))
                if response.will_close:
                    return
                self.stop.wait(THINKING)


class Watcher(threading.Thread):
    """Looks at what is kept, and remembers the label and the edition of every copy of the page."""

    def __init__(self, url: str, stop: threading.Event):
        super().__init__(daemon=True)
        self.client, self.stop = redis.Redis.from_url(url), stop
        self.seen: set[tuple[int, int]] = set()

    def run(self) -> None:
        while not self.stop.is_set():
            for name in self.client.keys("*leads.page.*.identity"):
                with suppress(TypeError, pickle.UnpicklingError):
                    entry = pickle.loads(self.client.get(name))  # noqa: S301 our own Redis
                    if found := EDITION.search(entry[-1]):
                        self.seen.add((entry[2], int(found[1])))
            self.stop.wait(0.02)


def test_a_storm_of_publishing_shows_no_error_and_nothing_old(stormy_site, shared_cache):
    stop = threading.Event()
    readers = [Reader(stormy_site.port, stop, turn) for turn in range(READERS)]
    watcher = Watcher(shared_cache.url, stop)
    for thread in (*readers, watcher):
        thread.start()
    command = [sys.executable, "-m", "tests.faults.publishing", str(SECONDS), str(PER_MINUTE)]
    environment = {**stormy_site.environment, "REDIS_URL": shared_cache.url}
    published = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    last = stormy_site.get("/microneedling/")
    time.sleep(0.5)
    calm = stormy_site.get("/microneedling/")
    stop.set()
    for thread in (*readers, watcher):
        thread.join(timeout=PATIENCE)

    editions = [tuple(map(int, line.split())) for line in published.stdout.splitlines() if line[:1].isdigit()]
    renders = read_renders(stormy_site.folder)
    reads = sum(reader.count for reader in readers)
    sys.stdout.write(
        f"\n{len(editions)} editions, {reads} reads by {READERS} readers, {len(renders)} renders,"
        f" {len(watcher.seen)} labelled copies seen\n"
    )
    assert [problem for reader in readers for problem in reader.problems] == []
    assert reads > READERS
    assert len(editions) > 1
    assert [copy for copy in watcher.seen if copy[1] < newest_at(editions, copy[0])] == []
    assert [line for line in renders if line[2] == "extra"] == []
    assert [line for line, count in Counter(renders).items() if count > 1] == []
    assert len(renders) <= len(PAGES) * (editions[-1][1] + 1)
    assert f"Edition {editions[-1][0]}." in calm
    assert "Edition" in last


def newest_at(editions: list[tuple[int, int]], generation: int) -> int:
    """The edition that a copy of this generation holds at least."""
    return max((number for number, since in editions if since <= generation), default=0)
