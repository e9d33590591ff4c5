"""Visitors without cookies share one copy of a page, maybe an old one, and each of them is heard."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.faults.cache import cache_before
from tests.faults.clients import hidden_fields
from tests.faults.site_content import LABEL

PAGE = "/microneedling/"
ACTION = re.compile(r'<form[^>]*action="(/enquiries/[^"]+)"')
QUESTION = re.compile(r'name="(q-[^"]+)"')

pytestmark = pytest.mark.parametrize("running_site", ["SQLite", "PostgreSQL"], indirect=True)


@pytest.fixture
def cache(site, tmp_path):
    """nginx before the site."""
    with cache_before(site, tmp_path, is_stubborn=False) as cache:
        yield cache


@pytest.fixture(scope="module")
def cache_of_yesterday(running_site, tmp_path_factory):
    """nginx with a page that it got from the site 24 hours ago by the site's clock."""
    with cache_before(running_site, tmp_path_factory.mktemp("nginx"), is_stubborn=True) as cache:
        assert cache.get(PAGE)[0] == "MISS"
        running_site.restart(CLOCK_AHEAD_HOURS="24")
        yield cache
    running_site.change("restore")
    running_site.restart()


def send(cache, html: str, name: str) -> str:
    """Fill in the form of a page and send it; the reference."""
    fixed = {"name": name, "email": f"{name}@example.com", "message": f"cached {name}"}
    return cache.post(
        ACTION.search(html)[1], hidden_fields(html) | fixed | {QUESTION.search(html)[1]: f"area of {name}"}
    )


def stored(site, reference: str, column: str) -> list:
    """A column of every enquiry that is stored under the reference; what is JSON is read."""
    sql = (
        f"SELECT CAST({column} AS TEXT) FROM leads_enquiry e"
        f" JOIN leads_enquiryformversion v ON v.id = e.form_version_id WHERE e.reference = '{reference}'"
    )
    return [json.loads(text) if text[0] in "[{" else text for (text,) in site.database.rows(sql)]


def answers(site, reference: str) -> list[dict[str, str]]:
    """What was answered, by the label that the visitor saw."""
    return [{said["label"]: said["value"] for said in row} for row in stored(site, reference, "e.answers")]


def test_two_visitors_of_one_cached_page_are_both_stored(site, cache):
    cache.get(PAGE)
    seen = [cache.get(PAGE) for _visitor in range(2)]
    assert seen[0] == seen[1]
    assert seen[0][0] == "HIT"
    references = {name: send(cache, html, name) for name, (_status, html) in zip(("ada", "bea"), seen, strict=True)}
    for name, reference in references.items():
        assert stored(site, reference, "e.name") == [name]
        assert answers(site, reference) == [{LABEL: f"area of {name}"}]


@pytest.mark.parametrize(
    ("since", "flags"),
    [
        (["edit"], []),
        (["edit", "rename"], ["unknown_form"]),
        (["edit", "archive"], ["archived_form"]),
    ],
    ids=["edited", "renamed", "archived"],
)
def test_visitors_of_a_page_from_yesterday_are_stored_under_what_they_saw(
    running_site, cache_of_yesterday, since, flags
):
    running_site.change("restore", *since)
    assert LABEL not in running_site.get(PAGE)
    for visitor in ("ada", "bea"):
        name = f"{visitor}-{since[-1]}"
        status, html = cache_of_yesterday.get(PAGE)
        assert (status, LABEL in html) == ("HIT", True)
        reference = send(cache_of_yesterday, html, name)
        assert stored(running_site, reference, "e.name") == [name]
        assert answers(running_site, reference) == [{LABEL: f"area of {name}"}]
        [version] = stored(running_site, reference, "v.definition")
        assert [question["label"] for question in version["questions"]] == [LABEL]
        assert stored(running_site, reference, "e.flags") == [flags]
        assert hours_ahead(*stored(running_site, reference, "e.received_at")) > 23


def hours_ahead(text: str) -> float:
    """How far a stored moment, in UTC, is in the future."""
    return (datetime.fromisoformat(text[:19]).replace(tzinfo=UTC) - datetime.now(tz=UTC)) / timedelta(hours=1)
