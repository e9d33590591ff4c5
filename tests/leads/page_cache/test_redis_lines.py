"""The connection on which a thread reads: kept, its own, and never left with an answer that nobody took."""

import os
import signal
import threading
import time

import pytest
from django.core.cache import cache
from redis import TimeoutError as NoAnswerError

pytestmark = pytest.mark.usefixtures("shared_cache")


@pytest.fixture
def strict(shared_cache):
    """The cache that says when it fails, with two values in it."""
    cache.set_many({"one": ("first",), "two": ("second",)})
    return cache.strict


def line_of(strict):
    return strict._cache.line


def connections_made(strict, count: int, read) -> int:
    """How many connections the server took while `read` was called so often."""
    client = strict._cache.get_client()
    before = client.info("stats")["total_connections_received"]
    for _time in range(count):
        read()
    return client.info("stats")["total_connections_received"] - before


def test_a_thread_reads_on_one_connection(strict):
    strict.get_many(["one"])
    assert connections_made(strict, 5, lambda: strict.get_many(["one", "two"])) == 0


def test_each_thread_has_its_own(strict):
    strict.get_many(["one"])
    found = []

    def visit():
        thread = threading.Thread(target=lambda: found.append(strict.get_many(["one"])))
        thread.start()
        thread.join()

    assert connections_made(strict, 3, visit) == 3
    assert found == [{"one": ("first",)}] * 3


def test_a_connection_that_the_server_closed_costs_nothing(strict):
    strict.get_many(["one"])
    strict._cache.get_client().client_kill_filter(_type="normal", skipme=True)
    assert strict.get_many(["one"]) == {"one": ("first",)}


def test_an_answer_that_came_too_late_is_nobody_elses(strict, redis_server):
    strict.get_many(["one"])
    redis_server.freeze()
    try:
        with pytest.raises(NoAnswerError):
            strict.get_many(["one"])
    finally:
        redis_server.thaw()
    assert strict.get_many(["two"]) == {"two": ("second",)}


def test_an_interrupted_question_leaves_no_answer_behind(strict, monkeypatch):
    class Interrupted(BaseException):
        """As a worker is by a signal."""

    def interrupt(*_arguments, **_options):
        raise Interrupted

    strict.get_many(["one"])
    with monkeypatch.context() as patched:
        patched.setattr(line_of(strict).connection, "read_response", interrupt)
        with pytest.raises(Interrupted):
            strict.get_many(["one"])
    time.sleep(0.05)
    assert strict.get_many(["two"]) == {"two": ("second",)}


def test_a_forked_process_reads_on_a_connection_of_its_own(strict):
    strict.get_many(["one"])
    mine = line_of(strict).connection
    child = os.fork()
    if child == 0:
        found = strict.get_many(["one"])
        is_own = line_of(strict).connection is not mine
        os.kill(os.getpid(), signal.SIGTERM if is_own and found == {"one": ("first",)} else signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGTERM
    assert strict.get_many(["two"]) == {"two": ("second",)}


@pytest.mark.parametrize("value", [0, 12, -3, "12", "", b"\x80", None, {"a": 1}, (1, "ü")])
def test_what_is_stored_comes_back(strict, value):
    strict.set("value", value)
    assert strict.get_many(["value"]) == {"value": value}
    assert cache.get("value") == value
