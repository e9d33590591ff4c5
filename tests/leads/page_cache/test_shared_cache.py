"""One Redis for many processes: told at each commit, rendered once for all, and never missed when it fails."""

import logging
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client, RequestFactory
from wagtail import hooks
from wagtail.models import Page

from leads.page_cache import flight, generation, lifetime, store
from leads.page_cache.visits import Visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def server(shared_cache, redis_server, monkeypatch):
    """The Redis of these tests; a process asks it again soon after it failed."""
    monkeypatch.setattr(store, "LEFT_ALONE_SECONDS", 0.2)
    return redis_server


def seen(page, **headers) -> str:
    response = Client().get(page.url, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def publish(page, summary: str) -> None:
    page.summary = summary
    page.save_revision().publish()


def test_a_kept_page_costs_the_database_nothing(client, page, django_assert_num_queries):
    client.get(page.url)
    with django_assert_num_queries(0):
        client.get(page.url)


def test_a_change_shows_with_the_next_request(page, renders):
    for text in ("Said anew.", "Said once more."):
        seen(page)
        publish(page, text)
        assert text in seen(page)
    seen(page)
    assert len(renders) == 3


def test_a_change_that_is_rolled_back_drops_nothing(page, renders):
    seen(page)
    with transaction.atomic():
        publish(page, "Never said.")
        transaction.set_rollback(True)
    seen(page)
    assert len(renders) == 1


def test_a_change_shows_at_its_commit_and_not_before(page, renders):
    with transaction.atomic():
        publish(page, "Not yet.")
        with closing(Elsewhere()) as elsewhere:
            before = elsewhere.run(lambda: generation.read_totals())
    assert sum(generation.read_totals().values()) > sum(before.values())


class Elsewhere:
    """A thread with a database connection of its own."""

    def __init__(self):
        self.answers = []

    def run(self, job):
        def work():
            self.answers.append(job())
            connection.close()

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return self.answers[-1]

    def close(self):
        self.answers.clear()


SECOND_PROCESS = """
import sys
from django.conf import settings
import django
from cms.settings import test
settings_module = test
settings_module.DATABASES["default"]["NAME"] = {name!r}
settings_module.CACHES = {caches!r}
settings_module.LEADS["PAGE_CACHE"] = "default"
django.setup()
from wagtail.models import Page
page = Page.objects.get(pk={pk}).specific
page.summary = "Said by another process."
page.save_revision().publish()
"""


def test_another_process_changes_what_this_one_shows(page, renders, settings):
    seen(page)
    name = str(connection.settings_dict["NAME"])
    code = SECOND_PROCESS.format(name=name, caches=dict(settings.CACHES), pk=page.pk)
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
    assert "Said by another process." in seen(page)


def test_another_process_changes_it_where_each_has_a_cache_of_its_own(page, renders, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    seen(page)
    seen(page)
    assert len(renders) == 1
    name = str(connection.settings_dict["NAME"])
    code = SECOND_PROCESS.format(name=name, caches=dict(settings.CACHES), pk=page.pk)
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
    assert "Said by another process." in seen(page)


class Crowd:
    """Visitors who ask at the same moment."""

    def __init__(self, count: int, page, **headers):
        self.bodies: list[str] = []
        self.barrier = threading.Barrier(count)
        self.page, self.headers = page, headers
        self.threads = [threading.Thread(target=self.visit) for _visitor in range(count)]

    def visit(self) -> None:
        self.barrier.wait()
        try:
            self.bodies.append(seen(self.page, **self.headers))
        finally:
            connection.close()

    def go(self) -> list[str]:
        for thread in self.threads:
            thread.start()
        for thread in self.threads:
            thread.join()
        return self.bodies


@pytest.fixture
def slow(renders):
    """Rendering takes half a second."""

    def wait(page, request, args, kwargs):
        time.sleep(0.5)

    with hooks.register_temporarily("before_serve_page", wait):
        yield renders


def test_of_many_visitors_at_once_one_has_the_page_rendered(page, slow):
    bodies = Crowd(12, page).go()
    assert len(bodies) == 12
    assert len(set(bodies)) == 1
    assert len(slow) == 1


def test_meanwhile_the_others_wait_for_what_was_changed(page, slow):
    publish(page, "Said before.")
    seen(page)
    publish(page, "Said anew.")
    slow.clear()
    bodies = Crowd(8, page).go()
    assert len(slow) == 1
    assert all("Said anew." in body for body in bodies)


def test_where_it_takes_long_the_others_get_the_copy_of_before(page, slow, monkeypatch):
    monkeypatch.setattr(flight, "LONGEST_WAIT_BESIDE_A_COPY", 0.1)
    publish(page, "Said before.")
    seen(page)
    publish(page, "Said anew.")
    slow.clear()
    bodies = Crowd(8, page).go()
    assert len(slow) == 1
    assert {"Said anew." in body for body in bodies} == {True, False}
    assert all("Said anew." in body or "Said before." in body for body in bodies)
    assert "Said anew." in seen(page)
    assert len(slow) == 1


def test_whoever_asks_after_a_commit_is_not_shown_what_was_begun_before_it(page, renders):
    publish(page, "Said first.")
    seen(page)
    publish(page, "Said before.")
    is_begun, is_changed = threading.Event(), threading.Event()

    def begin_and_wait(page, request, args, kwargs):
        if not is_begun.is_set():
            is_begun.set()
            is_changed.wait()

    with hooks.register_temporarily("before_serve_page", begin_and_wait):
        early = threading.Thread(target=Crowd(1, page).visit)
        early.start()
        is_begun.wait()
        publish(page, "Said anew.")
        threading.Timer(0.2, is_changed.set).start()
        assert "Said anew." in seen(page)
        early.join()
    assert len(renders) == 3


def test_visitors_in_all_encodings_share_one_rendering(page, slow):
    statuses = []

    def visit(encoding: str) -> None:
        statuses.append(Client().get(page.url, headers={"accept-encoding": encoding}).status_code)
        connection.close()

    threads = [threading.Thread(target=visit, args=[encoding]) for encoding in ("br", "gzip", "identity")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200, 200, 200]
    assert len(slow) == 1


@pytest.fixture
def killed_renderer(page, monkeypatch):
    """Somebody began to render the page and was killed; nobody else waits for long."""
    monkeypatch.setattr(flight, "LONGEST_WAIT", 0.2)
    monkeypatch.setattr(flight, "LONGEST_WAIT_BESIDE_A_COPY", 0.2)

    def begin() -> None:
        visit = Visit.of(RequestFactory().get(page.url), store.page_cache())
        assert visit.cache.add(flight.lock_of(visit), 1, 1)

    return begin


def test_a_killed_renderer_holds_nobody_up_where_no_copy_is(page, renders, killed_renderer):
    killed_renderer()
    assert "Words." in seen(page)
    assert len(renders) == 1


def test_a_killed_renderer_holds_the_new_page_back_until_its_lock_ends(page, killed_renderer):
    seen(page)
    publish(page, "Said anew.")
    killed_renderer()
    assert "Said anew." not in seen(page)
    time.sleep(1.1)
    assert "Said anew." in seen(page)


def test_what_is_no_page_any_more_is_not_served_to_anybody(page, slow):
    seen(page)
    page.unpublish()
    assert Client().get(page.url).status_code == 404
    page_again = Page.objects.get(pk=page.pk)
    assert not page_again.live
    assert Client().get(page.url).status_code == 404


def test_nothing_is_kept_beyond_midnight(page, renders, monkeypatch):
    seen(page)
    now = datetime.now(tz=UTC)
    assert lifetime.next_midnight(now, lifetime.ZoneInfo("Europe/London")) - now.timestamp() <= 25 * 3600
    tomorrow = time.time() + 24 * 3600
    monkeypatch.setattr("leads.page_cache.visits.time.time", lambda: tomorrow)
    seen(page)
    assert len(renders) == 2


def test_a_server_that_is_killed_costs_no_page(page, server, renders, caplog):
    seen(page)
    server.kill()
    try:
        with caplog.at_level(logging.WARNING, logger="leads.page_cache"):
            for _time in range(3):
                assert "Words." in seen(page)
        publish(page, "Said while it was down.")
        assert "Said while it was down." in seen(page)
        assert len(caplog.records) == 1
        assert "127.0.0.1" not in caplog.text
    finally:
        server.start()


def test_a_server_that_hangs_costs_no_page_and_knows_nothing_old_afterwards(page, server, renders):
    publish(page, "Said before.")
    seen(page)
    server.freeze()
    try:
        publish(page, "Said meanwhile.")
        assert "Said meanwhile." in seen(page)
    finally:
        server.thaw()
    time.sleep(store.LEFT_ALONE_SECONDS + 0.1)
    assert "Said meanwhile." in seen(page)
    renders.clear()
    seen(page)
    assert renders == []


def test_what_a_process_could_not_tell_is_known_when_its_number_runs_out(page, monkeypatch):
    publish(page, "Said before.")
    seen(page)
    monkeypatch.setattr(generation, "publish", lambda: None)
    with transaction.atomic():
        monkeypatch.setattr("leads.page_cache.generation.publish_on_commit", lambda: None)
        publish(page, "Said in silence.")
    caches["default"].delete(store.TOTALS)  # as it does after ten seconds
    assert "Said in silence." in seen(page)


@pytest.mark.parametrize("broken", [b"no pickle", b"", b"12", b"\x80\x05N."])
def test_broken_values_are_replaced(page, renders, broken):
    seen(page)
    client = caches["default"].strict._cache.get_client(write=True)
    for name in client.keys("*leads.page*"):
        if b"rendering" not in name:
            client.set(name, broken)
    assert "Words." in seen(page)
    renders.clear()
    seen(page)
    assert renders == []
