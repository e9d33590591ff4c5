"""Remakes `docs/screenshots/`: starts a fresh demo, photographs it in Chromium, keeps WebP files.

Run it with `make screenshots`; it takes a few minutes and needs Chromium.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
OUT = HERE / "screenshots"
QUALITY = 72
DESK, PHONE, ADMIN = (1280, 900), (390, 844), (1400, 900)

VISITOR_PAGES = {
    "home": "/",
    "index": "/treatments/",
    "concern": "/treatments/concern/uneven-texture/",
    "compare": "/treatments/compare/?t=microneedling&t=chemical-peel&t=led-light-therapy",
    "treatment": "/treatments/microneedling/",
    "treatment-german": "/de/behandlungen/microneedling/",
    "articles": "/treatments/articles/",
    "article": "/treatments/acne-scars-what-can-change/",
    "practitioner": "/about/miriam-wren/",
    "information": "/about/",
    "not-found": "/there-is-no-such-page/",
}
"""Every kind of page that visitors see, each taken at desk and phone width, in light and dark."""

STAFF_PAGES = {
    "inbox": ("reception", "/admin/leads/lead/"),
    "quarantine": ("reception", "/admin/leads/lead/quarantine/"),
    "desk": ("reception", "/admin/"),
    "report": ("reception", "/admin/reports/leads/"),
    "dashboard": ("editor", "/admin/"),
    "content-checks": ("editor", "/admin/reports/content-checks/"),
    "reviews": ("editor", "/admin/reports/medical-reviews/"),
    "reader-questions": ("editor", "/admin/reader-questions/"),
    "sources": ("editor", "/admin/snippets/treatment_pages/source/"),
}


TALL = {"report": 3300}
"""Pages that are taken down to their end: the height (px) in which the admin shows them without scrolling."""


def main() -> None:
    """Take every picture; one that answers with an error stops the run."""
    OUT.mkdir(exist_ok=True)
    with running_demo() as (address, logins), sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take_visitor_pages(browser, address)
        take_staff_pages(browser, address, logins)
        browser.close()


@contextmanager
def running_demo() -> Iterator[tuple[str, dict[str, str]]]:
    """A new demo on a free port with its logins, gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "VAR_DIR": folder, "PORT": str(port)}
        demo = subprocess.Popen(
            [sys.executable, "-m", "cms.demo.serve"], cwd=HERE.parent, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            wait_for(address, demo)
            yield address, read_logins(Path(folder) / "demo-logins.txt")
        finally:
            demo.terminate()
            demo.wait(timeout=30)


def wait_for(address: str, demo: subprocess.Popen, seconds: int = 600) -> None:
    """Return when the demo answers; an error when it has ended or takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and demo.poll() is None:
        try:
            urlopen(address, timeout=10).close()  # noqa: S310
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(1)
        else:
            return
    sys.exit("The demo did not start.")


def read_logins(file: Path) -> dict[str, str]:
    """Password by user name, from the file that the demo keeps."""
    words = (line.split() for line in file.read_text().splitlines())
    return {line[0]: line[1] for line in words if len(line) > 1}


def take_visitor_pages(browser: Browser, address: str) -> None:
    for name, path in VISITOR_PAGES.items():
        for width, size in (("desk", DESK), ("phone", PHONE)):
            for scheme in ("light", "dark"):
                page = new_page(browser, address, size, scheme)
                show(page, path, expect_error=name == "not-found")
                keep(page, f"{name}-{width}-{scheme}")
                page.context.close()
    page = new_page(browser, address, DESK, "light")
    show(page, VISITOR_PAGES["treatment"])
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(image => { image.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    keep(page, "treatment-whole", full_page=True)
    page.context.close()


def take_staff_pages(browser: Browser, address: str, logins: dict[str, str]) -> None:
    for user in ("reception", "editor"):
        page = new_page(browser, address, ADMIN, "light")
        log_in(page, user, logins[user])
        for name, (its_user, path) in STAFF_PAGES.items():
            if user == its_user:
                page.set_viewport_size({"width": ADMIN[0], "height": TALL.get(name, ADMIN[1])})
                show(page, path)
                keep(page, f"staff-{name}")
        page.set_viewport_size({"width": ADMIN[0], "height": ADMIN[1]})
        if user == "reception":
            take_lead(page)
        else:
            take_editor(page)
            take_checks(page)
        page.context.close()
    take_desk_otherwise(browser, address, logins["reception"])


def take_desk_otherwise(browser: Browser, address: str, password: str) -> None:
    """The desk on a phone, and its figures in the dark."""
    for suffix, size, scheme, names in (
        ("phone", PHONE, "light", ("inbox",)),
        ("dark", ADMIN, "dark", ("desk", "report")),
    ):
        page = new_page(browser, address, size, scheme)
        log_in(page, "reception", password)
        for name in names:
            page.set_viewport_size({"width": size[0], "height": TALL.get(name, size[1])})
            show(page, STAFF_PAGES[name][1])
            keep(page, f"staff-{name}-{suffix}")
        page.context.close()


def log_in(page: Page, user: str, password: str) -> None:
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(user)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state("networkidle")


def take_lead(page: Page) -> None:
    """The lead at the top of the inbox."""
    show(page, "/admin/leads/lead/")
    page.locator("main td a").first.click()
    page.wait_for_load_state("networkidle")
    keep(page, "staff-lead")


def take_editor(page: Page) -> None:
    """A treatment page in the editor: its top, a claim with its source, and the picker of blocks."""
    show(page, "/admin/treatment_pages/?locale=en-gb")
    page.get_by_role("link", name="Microneedling", exact=True).first.click()
    page.wait_for_load_state("networkidle")
    keep(page, "staff-editor")

    claim = page.locator(".tp-claim-entity").locator("visible=true").first
    claim.scroll_into_view_if_needed()
    claim.click()
    page.locator(".Tooltip").wait_for()
    keep(page, "staff-claim")
    page.keyboard.press("Escape")

    insert = page.get_by_title("Insert a block").locator("visible=true").nth(2)
    insert.evaluate("button => button.scrollIntoView({ block: 'start' })")
    insert.click()
    page.get_by_role("option", name="Risks").locator("xpath=following-sibling::button").click()
    page.wait_for_timeout(2500)
    keep(page, "staff-block-picker")


def take_checks(page: Page) -> None:
    """The draft that is still without sources, in the editor with what the checks found."""
    show(page, "/admin/reports/content-checks/?severity=error")
    page.locator(".tp-found-listing .title a").first.click()
    page.get_by_role("button", name="Toggle checks").click()
    page.locator(".tp-checks .tp-finding").first.wait_for()
    keep(page, "staff-checks")


def new_page(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(
        base_url=address, viewport=viewport, color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
    )
    return context.new_page()


def show(page: Page, path: str, *, expect_error: bool = False) -> None:
    """Open a page and wait for its pictures."""
    response = page.goto(path)
    if not (response and (response.ok or expect_error)):
        sys.exit(f"{path} answered {response.status if response else 'nothing'}.")
    page.wait_for_load_state("networkidle")


def keep(page: Page, name: str, *, full_page: bool = False) -> None:
    """Write what the page shows as WebP, a whole page at half its size; a file that is there is replaced."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=full_page)))
    if full_page:
        picture = picture.reduce(2)
    picture.save(OUT / f"{name}.webp", quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
