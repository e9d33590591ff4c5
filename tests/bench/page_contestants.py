"""Who gives a page: our site bare, from its cache, behind the edge; a plain Wagtail; nginx with the same bytes."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.bench.contestants import OurSite, PlainSite
from tests.bench.databases import Database, SQLite, databases
from tests.bench.readers import Answer, Page, ask
from tests.bench.same_bytes import OnePage, header_lines, page_headers
from tests.bench.servers import Redis, edge, plain_nginx
from tests.bench.sites import Site
from tests.faults.mail_server import MailServer
from tests.faults.waiting import listens, wait_until

COOKIES = "_ga=GA1.1.1234567890.1700000000; _ga_ABCDEF1234=GS1.1.1700000000.1.1; csrftoken=" + "x" * 32
"""What the browser of a visitor holds who was counted and once saw a form with a token; no session."""

COMPRESSED = {"Accept-Encoding": "gzip, deflate, br"}
OUR_MARKER, PLAIN_MARKER = "data-leads-form", "template-articlepage"

UNCACHED, UNCACHED_COMPRESSED = "ours, uncached", "ours, uncached, compressed"
APP_CACHED, EDGE_CACHED = "ours, app-cached", "ours, edge-cached"
BARE = "bare Django view, same bytes"
PLAIN, PLAIN_FORM = "plain Wagtail, article", "plain Wagtail, form page"
PROXY_CACHE, FILE = "nginx proxy_cache, same bytes", "nginx, file with the same bytes"


@dataclass(frozen=True)
class Contestant:
    """A page on something that serves it; `costs` are the seconds that each part of it has worked so far."""

    name: str
    page: Page
    costs: dict[str, Callable[[], float]]
    pace: int = 1
    """How many times as many requests as of the slowest are needed for a time that can be measured."""

    def with_cookies(self) -> "Contestant":
        """The same, asked by visitors who carry cookies."""
        headers = {**self.page.headers, "Cookie": COOKIES}
        return replace(self, name=f"{self.name}, with cookies", page=replace(self.page, headers=headers))


@dataclass
class Sites:
    """Everything that runs."""

    bare: OurSite
    cached: OurSite
    plain: PlainSite
    redis: Redis
    contestants: list[Contestant] = field(default_factory=list)


class FullSite(OurSite):
    """This project with its fullest treatment page."""

    content = "tests.bench.full_content"
    page = "/treatments/everything/"


class ArticleSite(PlainSite):
    """What `wagtail start` makes, with an article and the forms."""

    content = "tests.bench.article_content"
    page = "/article/"


class BareSite(Site):
    """Django with nothing but a view that has the page in memory."""

    settings, content, wsgi = "", "", "tests.bench.bare_view"
    page = OurSite.page

    def __init__(self, folder: Path, kept: Answer):
        super().__init__(folder, SQLite(folder), BENCH_PAGE=str(folder))
        (folder / "body").write_bytes(kept.body)
        headers = {**page_headers(kept), "content-length": str(len(kept.body))}
        (folder / "headers").write_text(json.dumps(headers))

    def wait_for(self, path: str) -> None:
        """Until it listens; what it gives is compressed whoever asks."""
        wait_until(lambda: self.web.check() or listens(self.port), f"the view is there (see {self.folder})")


@contextmanager
def sites(kind: str, folder: Path) -> Iterator[Sites]:
    """Everything, started, each site with its content, on a kind of database."""
    with ExitStack() as stack:
        mail_server = MailServer()
        mail_server.start()
        stack.callback(mail_server.stop)
        by_name = stack.enter_context(databases(kind, folder / "databases", ["ours", "plain"]))
        redis = Redis(folder)
        stack.callback(redis.stop)
        bare = FullSite(folder / "ours", by_name["ours"], BENCH_PAGE_CACHE="off")
        cached = FullSite(folder / "ours", by_name["ours"], REDIS_URL=redis.url, LEADS_TRUSTED_PROXIES="127.0.0.1")
        plain = ArticleSite(folder / "plain", by_name["plain"], mail_server)
        prepare(bare, plain)
        for site in (bare, cached, plain):
            site.start(site.page)
            stack.callback(site.stop)
        running = Sites(bare, cached, plain, redis)
        running.contestants = list(every_contestant(running, folder, stack))
        yield running


def prepare(*sites: OurSite | PlainSite) -> None:
    """Make tables and content of all at the same time."""
    with ThreadPoolExecutor() as preparing:
        list(preparing.map(lambda site: site.prepare(), sites))


def every_contestant(running: Sites, folder: Path, stack: ExitStack) -> Iterator[Contestant]:
    """All of them, first without cookies, then with."""
    form_page = Page(running.plain.port, "/stored/", "csrfmiddlewaretoken", is_for_everybody=False)
    rendered = [
        Contestant(UNCACHED, page_of(running.bare, OUR_MARKER), parts(running.bare)),
        Contestant(UNCACHED_COMPRESSED, page_of(running.bare, OUR_MARKER, COMPRESSED), parts(running.bare)),
        Contestant(PLAIN, page_of(running.plain, PLAIN_MARKER), parts(running.plain)),
        Contestant(PLAIN_FORM, form_page, parts(running.plain)),
    ]
    redis = {"Redis": running.redis.seconds}
    app = Contestant(
        APP_CACHED, page_of(running.cached, OUR_MARKER, COMPRESSED), {**parts(running.cached), **redis}, pace=20
    )
    kept = ask(app.page)
    view = BareSite(folder / "bare", kept)
    view.start(view.page)
    stack.callback(view.stop)
    bare = Contestant(BARE, page_of(view, OUR_MARKER, COMPRESSED), {"web": view.seconds}, pace=20)
    everybody = [*rendered, app, bare, *with_nginx(running, kept, folder, stack)]
    yield from everybody
    for contestant in everybody:
        if contestant.name not in (UNCACHED_COMPRESSED, PLAIN_FORM):
            yield contestant.with_cookies()


def with_nginx(running: Sites, kept: Answer, folder: Path, stack: ExitStack) -> Iterator[Contestant]:
    """Our site behind the edge, and nginx alone with the bytes that the site gives."""
    before = edge(folder / "edge", running.cached.port)
    stack.callback(before.stop)
    costs = {**parts(running.cached), "Redis": running.redis.seconds, "nginx": before.seconds}
    yield Contestant(EDGE_CACHED, served(before.port, running.cached.page), costs, pace=200)
    upstream = OnePage(kept)
    stack.callback(upstream.stop)
    cache = plain_nginx(folder / "proxy_cache", "proxy_cache", UPSTREAM=str(upstream.port))
    stack.callback(cache.stop)
    yield Contestant(PROXY_CACHE, served(cache.port, running.cached.page), {"nginx": cache.seconds}, pace=200)
    (folder / "file").mkdir()
    (folder / "file" / "page").write_bytes(kept.body)
    file = plain_nginx(folder / "file", "file", HEADER_LINES=header_lines(kept))
    stack.callback(file.stop)
    yield Contestant(FILE, served(file.port, running.cached.page), {"nginx": file.seconds}, pace=200)


def page_of(site: OurSite | PlainSite | BareSite, marker: str, headers: dict[str, str] | None = None) -> Page:
    """The page of a site."""
    return Page(site.port, site.page, marker, headers or {})


def served(port: int, path: str) -> Page:
    """Our page as nginx gives it to a browser."""
    return Page(port, path, OUR_MARKER, COMPRESSED)


def parts(site: OurSite | PlainSite) -> dict[str, Callable[[], float]]:
    """What works for a site."""
    database: Database = site.database
    return {"web": site.seconds, "database": database.seconds}
