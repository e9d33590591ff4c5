"""Caches before the site are told which addresses changed, after the commit, and never hold anybody up."""

import logging
import socket
import threading
from contextlib import closing

import pytest
from django.db import connection
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from leads.models import ContentChange
from leads.page_cache import edge, upkeep
from tests import factories
from tests.leads.page_cache.edge_server import EdgeServer


@pytest.fixture
def server(settings):
    with closing(EdgeServer()) as server:
        settings.WAGTAILFRONTENDCACHE = {"default": backend_of(server.url)}
        yield server


def backend_of(url: str) -> dict:
    return {"BACKEND": "leads.page_cache.purge_backend.TimedHTTPBackend", "LOCATION": url, "TIMEOUT": 0.3}


@pytest.fixture
def purged(server, page, django_capture_on_commit_callbacks):
    """What a change drops, as host and path."""

    def purge(change) -> set[str]:
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert edge.sender.wait(10)
        return {address.removeprefix("testserver") for address in server.purged}

    return purge


def test_a_published_page_is_dropped_with_what_lists_it(purged, page, treatment_index):
    addresses = purged(page.save_revision().publish)
    lists = {"/", "/treatments/", "/treatments/articles/", "/treatments/articles/feed/", "/treatments/compare/"}
    assert addresses >= {page.url, "/treatments/microneedling.md", "/sitemap.xml", "/llms.txt", *lists}


def test_a_batch_goes_out_once(purged, page, server):
    purged(page.save_revision().publish)
    assert len(server.purged) == len(set(server.purged))


def test_nothing_is_dropped_before_the_commit(server, page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        page.save_revision().publish()
    assert edge.sender.wait(10)
    assert server.purged == []


def test_an_unpublished_page_is_dropped(purged, page):
    assert page.url in purged(page.unpublish)


def test_a_deleted_page_is_dropped(purged, page):
    url = page.url
    assert url in purged(page.delete)


def test_a_moved_page_is_dropped_at_both_addresses(purged, page, home_page):
    before = page.url
    addresses = purged(lambda: page.move(home_page, "last-child"))
    assert {before, "/microneedling/", "/microneedling.md"} <= addresses


def test_a_new_slug_drops_all_below_at_both_addresses(purged, page, treatment_index):
    def rename():
        treatment_index.slug = "care"
        treatment_index.save_revision().publish()

    addresses = purged(rename)
    assert {"/treatments/", "/treatments/microneedling/", "/care/", "/care/microneedling/"} <= addresses
    assert "/treatments/microneedling.md" in addresses


@pytest.mark.parametrize("change", ["saved", "deleted"])
def test_a_picture_drops_the_pages_that_show_it(purged, page, change):
    picture = get_image_model().objects.create(title="Picture", file=get_test_image_file())
    page.hero_image = picture
    page.save()
    assert page.url in purged(picture.save if change == "saved" else picture.delete)


def test_a_source_drops_the_pages_that_cite_it(purged, page):
    source = factories.SourceFactory()
    page.body = [("section", {"heading": "One", "text": "", "claims": [{"statement": "A", "source": source}]})]
    page.save_revision().publish()
    assert page.url in purged(source.save)


def test_a_closed_page_is_dropped(purged, page):
    def close():
        page.view_restrictions.create(restriction_type="login")

    assert page.url in purged(close)


def test_a_setting_drops_the_whole_site_by_the_job(purged, page, clinic, server):
    assert purged(clinic.save) == set()
    upkeep.keep_up()
    assert edge.sender.wait(10)
    addresses = {address.removeprefix("testserver") for address in server.purged}
    assert {"/", page.url, "/treatments/microneedling.md", "/enquiries/consultation/", "/llms.txt"} <= addresses
    server.purged.clear()
    upkeep.keep_up()
    assert edge.sender.wait(10)
    assert server.purged == []


def test_without_a_cache_before_the_site_nothing_is_gathered(page, settings, monkeypatch):
    monkeypatch.setattr(edge, "addresses_of", lambda pages: pytest.fail("nobody asks for addresses"))
    page.save_revision().publish()
    page.delete()
    assert not ContentChange.objects.filter(purges_site=True).exists()


@pytest.mark.parametrize("status", [404, 500])
def test_a_cache_that_refuses_fails_no_publishing(purged, server, page, status, caplog):
    server.status = status
    with caplog.at_level(logging.ERROR):
        purged(page.save_revision().publish)
    page.refresh_from_db()
    assert page.live
    assert "Couldn't purge" in caplog.text


def test_a_cache_that_is_away_fails_no_publishing(purged, server, page, settings, caplog):
    settings.WAGTAILFRONTENDCACHE = {"default": backend_of("http://127.0.0.1:9")}
    with caplog.at_level(logging.ERROR):
        purged(page.save_revision().publish)
    assert "Couldn't purge" in caplog.text


def test_a_cache_that_hangs_is_left_alone_and_told_again_later(purged, server, page, settings, caplog):
    with closing(EdgeServer()) as other:
        settings.WAGTAILFRONTENDCACHE = {"hanging": backend_of(server.url), "other": backend_of(other.url)}
        server.answers.clear()
        with caplog.at_level(logging.ERROR):
            assert len(purged(page.save_revision().publish)) == 1
        assert "left to expire" in caplog.text
        assert page.url in {address.removeprefix("testserver") for address in other.purged}
        server.answers.set()
        assert page.url in purged(page.save_revision().publish)


def test_a_cache_that_answers_nonsense_fails_no_publishing(purged, page, settings, caplog):
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        threading.Thread(target=answer_nonsense, args=[listener], daemon=True).start()
        settings.WAGTAILFRONTENDCACHE = {"default": backend_of(f"http://127.0.0.1:{listener.getsockname()[1]}")}
        with caplog.at_level(logging.ERROR):
            purged(page.save_revision().publish)
    assert "left to expire" in caplog.text


def answer_nonsense(listener: socket.socket) -> None:
    connection, _address = listener.accept()
    with connection:
        connection.recv(4_096)
        connection.sendall(b"\x00\xffnonsense\r\n\r\n")


def test_an_error_of_the_backend_ends_no_thread(purged, page, server, settings):
    configured = settings.WAGTAILFRONTENDCACHE
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": "no.such.Backend"}}
    assert purged(page.save_revision().publish) == set()
    settings.WAGTAILFRONTENDCACHE = configured
    assert page.url in purged(page.save_revision().publish)
