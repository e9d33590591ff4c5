"""A page is published 200 times in a minute while 64 readers ask for it and for pages that list it.

Where others use the machine meanwhile it may take longer, but no more processor time.
"""

import os
import subprocess
import sys
from bisect import bisect_left
from collections import Counter
from operator import attrgetter

import pytest

from leads.page_cache.flight import LONGEST_WAIT_BESIDE_A_COPY
from tests.faults.machine import Effort
from tests.faults.renders import read_renders
from tests.faults.site import ROOT
from tests.faults.storm import PAGES, READERS, Crowd, Edition, Reading
from tests.leads.page_cache.redis_server import RedisServer

SECONDS = float(os.environ.get("FAULT_SECONDS", "60"))
PER_MINUTE = 200
TIMES = int(PER_MINUTE * SECONDS / 60)

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


@pytest.fixture
def effort(stormy_site):
    """Begins when the site is there."""
    return Effort(stormy_site.database.pid)


def publish_again_and_again(environment: dict[str, str]) -> list[Edition]:
    """Everything that was published."""
    command = [sys.executable, "-m", "tests.faults.publishing", str(TIMES), str(PER_MINUTE)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    lines = (line.split() for line in done.stdout.splitlines() if line[:1].isdigit())
    return [Edition(int(number), int(generation), float(at), float(used)) for number, generation, at, used in lines]


def test_a_storm_of_publishing_shows_no_error_and_nothing_old(stormy_site, shared_cache, effort):
    with Crowd(stormy_site.port, shared_cache.url) as crowd:
        editions = publish_again_and_again({**stormy_site.environment, "REDIS_URL": shared_cache.url})
        last = stormy_site.get("/microneedling/")
        effort.end()

    renders, readings = read_renders(stormy_site.folder), crowd.readings
    held_up = [reading for reading in readings if reading.seconds > LONGEST_WAIT_BESIDE_A_COPY]
    seconds = editions[-1].published_at - editions[0].published_at
    sys.stdout.write(
        f"\n{len(editions)} editions in {seconds:.1f} s, {crowd.reads} reads by {READERS} readers ({len(held_up)} took"
        f" longer than a second), {len(renders)} renders, {len(crowd.watcher.seen)} labelled copies seen; processor"
        f" time: {effort.own:.1f} s of {effort.seconds * effort.cores:.1f} s, others used {effort.others:.1f} s;"
        f" {sum(edition.seconds for edition in editions):.1f} s for publishing\n"
    )
    assert crowd.problems == []
    assert crowd.reads > READERS
    assert [one for one in readings if one.edition < edition_before(editions, one) and one not in held_up] == []
    assert [copy for copy in crowd.watcher.seen if copy[1] < newest_at(editions, copy[0])] == []
    assert [line for line in renders if line[2] == "extra"] == []
    assert [line for line, count in Counter(renders).items() if count > 1] == []
    assert len(renders) <= len(PAGES) * (editions[-1].generation + 1)
    assert f"Edition {editions[-1].number}." in last
    assert len(editions) == TIMES
    assert sum(edition.seconds for edition in editions) <= SECONDS
    assert seconds <= SECONDS or effort.is_disturbed


def edition_before(editions: list[Edition], reading: Reading) -> int:
    """The edition that was published last when the reader asked; 0 before any is known."""
    published = bisect_left(editions, reading.asked_at, key=attrgetter("published_at"))
    return editions[published - 1].number if published else 0


def newest_at(editions: list[Edition], generation: int) -> int:
    """The edition that a copy of this generation holds at least."""
    return max((edition.number for edition in editions if edition.generation <= generation), default=0)
