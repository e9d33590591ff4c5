"""Each kind of change that an editor makes in one process shows with the next request to every process.

Two web servers, each a process of its own, stand on one database. Every page that is to change lies in the cache of
both when the editor sends the form to the first.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
import requests
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.deploy.conftest import copied_database
from tests.deploy.edge import Web
from tests.deploy.editor import Editor
from tests.faults.clock import FILE as CLOCK
from tests.faults.renders import read_renders
from tests.faults.site import ROOT
from tests.faults.waiting import LOCAL
from tests.leads.page_cache.redis_server import RedisServer
from tests.treatment_pages.test_admin import section

pytestmark = pytest.mark.django_db

MICRONEEDLING, ARTICLE = "/treatments/microneedling/", "/treatments/article/"
MARKDOWN = "/treatments/microneedling.md"
EMPTY_BODY = nested_form_data({"body": streamfield([section()])})


@dataclass
class Kind:
    """A change, and what it brings to pages and takes from them, by address; a page that is gone loses everything."""

    change: Callable[["Twins"], None]
    gains: dict[str, str] = field(default_factory=dict)
    loses: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> list[str]:
        """The addresses that it is about."""
        return list(self.gains | self.loses)


class Twins:
    """Two servers for one site, and an editor who works with the first."""

    def __init__(self, webs: list[Web], keys: dict[str, int]):
        self.webs = webs
        self.folder = webs[0].folder
        self.editor = Editor(address_of(webs[0]), keys)
        self.visitors = {web: requests.Session() for web in webs}

    def shown(self, web: Web, path: str) -> str:
        """What a server shows a visitor; "" where there is no page."""
        answer = self.visitors[web].get(address_of(web) + path, allow_redirects=False)
        assert answer.status_code < 500
        return answer.text if answer.status_code == 200 else ""

    def warm(self, pages: list[str]) -> None:
        """Have every server keep the pages that there are."""
        for web in self.webs:
            there = [path for path in pages if self.shown(web, path)]
            rendered = len(read_renders(self.folder))
            for path in there:
                self.shown(web, path)
            assert len(read_renders(self.folder)) == rendered

    def let_a_day_pass(self) -> None:
        """By the clock of both servers."""
        (self.folder / CLOCK).write_text("24")


def address_of(web: Web) -> str:
    return f"http://{LOCAL}:{web.port}"


@pytest.fixture(scope="module", params=["local memory", "Redis"])
def twins(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """On one database; with Redis they have one cache, else each has its own."""
    folder = tmp_path_factory.mktemp("twins")
    with ExitStack() as running:
        environment = {"REDIS_URL": ""}
        if request.param == "Redis":
            server = RedisServer(folder)
            server.start()
            running.callback(server.kill)
            environment["REDIS_URL"] = server.url
        database_url = running.enter_context(copied_database("twins", folder, django_db_blocker))
        webs = [web_on(database_url, folder, **environment) for _number in range(2)]
        keys = make_content(webs[0])
        for web in webs:
            web.start()
            running.callback(web.stop)
        yield Twins(webs, keys)


def web_on(database_url: str, folder, **environment: str) -> Web:
    """A server that is one process and notes what it renders."""
    return Web(
        folder,
        database_url,
        DJANGO_SETTINGS_MODULE="tests.faults.settings",
        ALLOWED_HOSTS=LOCAL,
        BEHIND_TLS_PROXY="",
        DEMO_SITE="on",
        WEB_CONCURRENCY="1",
        NOTE_RENDERS="on",
        CLOCK_MAY_CHANGE="on",
        **environment,
    )


def make_content(web: Web) -> dict[str, int]:
    """The keys of what was made."""
    command = [sys.executable, "-m", "tests.deploy.changing_content", LOCAL]
    made = subprocess.run(command, cwd=ROOT, env=web.environment, check=True, capture_output=True, text=True)
    return json.loads(made.stdout)


def form_of_clinic(twins: Twins, **fields: str) -> None:
    twins.editor.change(f"settings/leads/clinicsettings/{twins.editor.key('site')}/", **fields)


def enquiry_form(twins: Twins, **fields: str) -> None:
    twins.editor.edit_snippet("leads/enquiryform", "form", **fields)


def page_action(name: str, action: str, **fields: str) -> Callable[[Twins], None]:
    """Something that is done with a page by a form of its own."""
    return lambda twins: twins.editor.change(f"pages/{twins.editor.key(name)}/{action}/", **fields)


def move(twins: Twins) -> None:
    editor = twins.editor
    editor.change(f"pages/{editor.key('Waxing')}/move/{editor.key('offers')}/confirm/")


def with_form(text: str) -> dict[str, str]:
    """Where the clinic's standard form shows."""
    return dict.fromkeys((MICRONEEDLING, ARTICLE, "/treatments/alex/", "/enquiries/consultation/"), text)


KINDS = {
    "publish": Kind(
        lambda twins: twins.editor.publish("Filler", **EMPTY_BODY, title="Filler, explained"),
        gains=dict.fromkeys(
            (
                "/treatments/filler/",
                "/treatments/",
                "/treatments/?q=filler",
                "/treatments/concern/scars/",
                "/",
                MICRONEEDLING,
                "/treatments/filler.md",
                "/llms.txt",
            ),
            "Filler, explained",
        ),
    ),
    "publish a practitioner": Kind(
        lambda twins: twins.editor.publish("person", title="Alex Sample"),
        gains=dict.fromkeys(
            ("/treatments/alex/", MICRONEEDLING, ARTICLE, "/treatments/articles/", MARKDOWN, "/llms.txt"), "Alex Sample"
        ),
    ),
    "publish a page of the menu": Kind(
        lambda twins: twins.editor.publish("about", title="About the house"),
        gains=dict.fromkeys(("/about/", "/", "/treatments/", ARTICLE), "About the house"),
    ),
    "unpublish": Kind(
        page_action("Peel", "unpublish"),
        loses={
            **dict.fromkeys(("/treatments/", "/treatments/?q=peel", "/", MICRONEEDLING, "/llms.txt"), "Peel"),
            **dict.fromkeys(("/treatments/peel/", "/treatments/peel.md"), "Peel"),
            "/sitemap.xml": "/treatments/peel/",
        },
    ),
    "move": Kind(
        move,
        gains=dict.fromkeys(("/offers/waxing/", "/offers/", "/", "/about/", "/sitemap.xml"), "/offers/waxing/"),
        loses={"/treatments/waxing/": "Waxing", "/treatments/": "Waxing"},
    ),
    "slug": Kind(
        lambda twins: twins.editor.publish("Toning", **EMPTY_BODY, slug="toned"),
        gains=dict.fromkeys(
            ("/treatments/toned/", "/treatments/", "/", "/about/", MICRONEEDLING, "/sitemap.xml"), "/treatments/toned/"
        ),
        loses={"/treatments/toning/": "Toning"},
    ),
    "snippet": Kind(
        lambda twins: twins.editor.edit_snippet("treatment_pages/concern", "concern", name="Old scars"),
        gains=dict.fromkeys(("/treatments/", "/treatments/concern/scars/", MICRONEEDLING, MARKDOWN), "Old scars"),
    ),
    "snippet that pages are sorted by": Kind(
        lambda twins: twins.editor.edit_snippet("treatment_pages/treatmentcategory", "category", name="For the head"),
        gains=dict.fromkeys(("/treatments/", "/treatments/?q=micro", MICRONEEDLING, MARKDOWN), "For the head"),
    ),
    "image": Kind(
        lambda twins: twins.editor.change(f"images/{twins.editor.key('picture')}/", description="A room with a plant"),
        gains=dict.fromkeys((MICRONEEDLING, ARTICLE, MARKDOWN), "A room with a plant"),
    ),
    "clinic setting": Kind(
        lambda twins: form_of_clinic(twins, phone="020 7946 0999"),
        gains=dict.fromkeys(("/", "/treatments/", "/about/", "/llms.txt"), "020 7946 0999")
        | with_form("020 7946 0999"),
    ),
    "opening hours": Kind(
        lambda twins: form_of_clinic(twins, **{"opening_hours-0-closes": "18:30"}),
        gains=dict.fromkeys(("/", "/treatments/", "/about/", MICRONEEDLING), "18:30"),
    ),
    "form": Kind(lambda twins: enquiry_form(twins, heading="Write to us"), gains=with_form("Write to us")),
    "question of the form": Kind(
        lambda twins: enquiry_form(twins, **{"questions-0-label": "Where is it?"}), gains=with_form("Where is it?")
    ),
    "consent text": Kind(
        lambda twins: enquiry_form(twins, **{"consent_statements-0-text": "We answer by letter."}),
        gains=with_form("We answer by letter."),
    ),
    "source": Kind(
        lambda twins: twins.editor.edit_snippet("treatment_pages/source", "source", title="A study of skin"),
        gains=dict.fromkeys((MICRONEEDLING, ARTICLE, MARKDOWN), "A study of skin"),
    ),
    "consent withdrawn": Kind(
        lambda twins: twins.editor.edit_snippet(
            "treatment_pages/imageconsent", "withdrawn", withdrawn_on=timezone.localdate().isoformat()
        ),
        loses=dict.fromkeys((MICRONEEDLING, ARTICLE, MARKDOWN, "/treatments/article.md"), "They took their time."),
    ),
    "delete": Kind(
        page_action("Laser", "delete"),
        loses={
            **dict.fromkeys(("/treatments/laser/", "/treatments/", "/treatments/?q=laser", "/llms.txt"), "Laser"),
            **dict.fromkeys(("/about/", "/sitemap.xml"), "/treatments/laser/"),
        },
    ),
    "password": Kind(
        page_action("article", "privacy", restriction_type="password", password="open sesame"),
        loses=dict.fromkeys((ARTICLE, "/treatments/articles/", MICRONEEDLING, "/llms.txt"), "An article"),
    ),
    "consent lapse": Kind(Twins.let_a_day_pass, loses=dict.fromkeys((MICRONEEDLING, MARKDOWN), "It was quiet there.")),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_change_shows_with_the_next_request_to_each_process(twins, kind):
    twins.warm(kind.pages)
    assert differing(twins, kind.loses, kind.gains) == []
    kind.change(twins)
    assert differing(twins, kind.gains, kind.loses) == []


def differing(twins: Twins, there: dict[str, str], away: dict[str, str]) -> list[tuple[int, str]]:
    """Servers and addresses that lack a text, or still show one; each is asked once."""
    shown = [(number, path, twins.shown(web, path)) for number, web in enumerate(twins.webs) for path in there | away]
    return [
        (number, path)
        for number, path, text in shown
        if (path in there and there[path] not in text) or (path in away and away[path] in text)
    ]
