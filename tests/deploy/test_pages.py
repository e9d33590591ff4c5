"""What the edge keeps of the site's pages, for whom, and until when."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.edge import PAGE
from tests.faults.waiting import wait_until

READERS = 50
WORDINGS = {"br": "br, gzip", "gzip": "gzip", "": "identity"}
"""How a browser asks for each encoding."""


@pytest.fixture
def site_away(edge):
    """A function that stops the site, which is there again afterwards."""
    yield edge.web.stop
    edge.web.start()


def logged(edge, count: int) -> list[str]:
    """The lines of the log since it was last looked at, so many at least."""
    lines: list[str] = []

    def are_all_there() -> bool:
        lines.extend(edge.lines())
        return len(lines) >= count

    wait_until(are_all_there, "all are in the log")
    return lines


def test_a_page_comes_from_the_edge_whatever_analytics_keep_in_cookies(edge):
    first = edge.get()
    second = edge.get(Cookie="_ga=GA1.1.1234567890.1700000000; _fbp=fb.1.170; consent=all")
    assert (first.cache, second.cache) == ("MISS", "HIT")
    assert "data-leads-form" in second.text
    assert first.content == second.content


def test_a_page_comes_from_the_edge_whatever_campaign_its_address_names(edge):
    edge.get()
    assert edge.get(PAGE + "?utm_source=news&utm_medium=mail&gclid=abc").cache == "HIT"


def test_what_a_campaign_fetched_names_no_campaign_to_others(edge):
    edge.get(PAGE + "?utm_source=secret-campaign")
    shown = edge.get()
    assert shown.cache == "HIT"
    assert "secret-campaign" not in shown.text


def test_the_site_is_asked_for_what_an_address_selects(edge):
    edge.get()
    assert edge.get(PAGE + "?page=2").cache == "BYPASS"
    assert edge.get().cache == "HIT"


def test_whoever_has_a_session_gets_the_page_from_the_site_and_leaves_nothing_behind(edge):
    own = edge.get(Cookie="_ga=1; sessionid=abc123")
    assert (own.cache, own.headers["Cache-Control"]) == ("BYPASS", "private, no-store")
    assert edge.get().cache == "MISS"


def test_no_cookie_or_language_of_one_visitor_shapes_what_others_get(edge):
    edge.get(Cookie="csrftoken=abc; django_language=de", Accept_Language="de")
    shown = edge.get()
    assert shown.cache == "HIT"
    assert '<html lang="en' in shown.text


def test_there_are_three_variants_of_a_page_however_browsers_word_it(edge):
    encodings = []
    for wording in WORDINGS.values():
        answer = edge.get(Accept_Encoding=wording)
        assert answer.cache == "MISS"
        assert "data-leads-form" in answer.text
        encodings.append(answer.headers.get("Content-Encoding", ""))
    assert encodings in ([*WORDINGS], ["gzip", "gzip", ""])  # the latter from a site without Brotli
    chrome, old = edge.get(Accept_Encoding="gzip, deflate, br, zstd"), edge.get(Accept_Encoding="deflate, gzip;q=0.5")
    plain = edge.get(Accept_Encoding="br;q=0, gzip;q=0")
    assert [answer.cache for answer in (chrome, old, plain)] == ["HIT", "HIT", "HIT"]
    assert [answer.headers.get("Content-Encoding", "") for answer in (chrome, old, plain)] == encodings


def test_a_purge_removes_all_variants_of_a_page(edge):
    for wording in WORDINGS.values():
        edge.get(Accept_Encoding=wording)
    edge.purge()
    assert [edge.get(Accept_Encoding=wording).cache for wording in WORDINGS.values()] == ["MISS", "MISS", "MISS"]


def test_a_purge_of_what_nobody_read_is_no_error(edge, caplog):
    edge.purge("/nobody-read-this/")
    assert not caplog.records


def test_visitors_cannot_purge(edge):
    edge.get()
    assert edge.ask("PURGE", PAGE).status == 405
    assert edge.get().cache == "HIT"


def test_what_an_editor_publishes_is_shown_by_the_edge_at_once(edge):
    edge.get()
    edge.web.run("-m", "tests.deploy.content", "publish", "Microneedling, explained")
    assert "Microneedling, explained" in edge.get().text


def test_no_worker_of_the_edge_goes_on_giving_a_page_that_was_purged(edge):
    with ThreadPoolExecutor(READERS) as readers:
        before = list(readers.map(lambda _number: edge.get().text, range(READERS)))
        edge.web.run("-m", "tests.deploy.content", "publish", "Microneedling, said anew")
        after = list(readers.map(lambda _number: edge.get().text, range(READERS)))
    assert not any("said anew" in text for text in before)
    assert all("said anew" in text for text in after)


def test_readers_of_a_cold_page_cost_the_site_one_request(edge):
    edge.lines()
    with ThreadPoolExecutor(READERS) as readers:
        answers = list(readers.map(lambda _number: edge.get(), range(READERS)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    asked = [line for line in logged(edge, READERS) if "site=-/-" not in line]
    assert len(asked) == 1


def test_an_expired_page_is_shown_while_the_site_is_asked_for_a_new_one(edge):
    edge.get()
    edge.age_pages(120)
    assert edge.get().cache == "STALE"
    wait_until(lambda: edge.get().cache == "HIT", "the page is fresh again")


def test_a_page_that_nobody_read_for_long_is_fetched_before_it_is_shown(edge):
    edge.get()
    edge.age_pages(3600)
    assert edge.get().cache in {"EXPIRED", "REVALIDATED"}


def test_pages_are_shown_while_the_site_is_away(edge, site_away):
    shown = edge.get().text
    edge.age_pages(3600)
    site_away()
    old = edge.get(Cookie="_ga=1")
    assert (old.status, old.cache) == (200, "STALE")
    assert old.text == shown


def test_a_page_that_nobody_read_gives_the_phone_number_while_the_site_is_away(edge, site_away):
    site_away()
    answer = edge.get()
    assert answer.status == 502
    assert '<a class="button" href="tel:02079460321">020 7946 0321</a>' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/admin/", "/api/v2/pages/", "/documents/1/one.pdf", "/healthz"])
def test_what_is_no_page_goes_past_the_cache(edge, path):
    assert [edge.get(path).cache for _visit in range(2)] == ["", ""]


@pytest.mark.parametrize("path", ["/enquiries/thanks/", "/nowhere/"])
def test_what_the_site_does_not_declare_for_shared_caches_is_kept_by_none(edge, path):
    assert [edge.get(path).cache for _visit in range(2)] == ["MISS", "MISS"]


def test_the_log_names_no_visitor(edge):
    edge.lines()
    edge.get(PAGE + "?email=ada@example.com", visitor="127.0.0.77")
    edge.get("/enquiries/withdraw/token-of-ada/", visitor="127.0.0.77")
    lines = "".join(logged(edge, 2))
    assert "/enquiries/withdraw/" in lines
    for secret in ("127.0.0.77", "ada"):
        assert secret not in lines
