"""A phone opens a treatment page: little is loaded, nothing moves, and the next page is prepared."""

import gzip

import pytest
from playwright.sync_api import expect

from cms.demo import images
from tests import factories
from treatment_pages import pictures

PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "has_touch": True}
"""The phone that Lighthouse emulates."""

PAGE_BYTES = 200 * 1024
TEXTS = ("text/", "application/json", "application/speculationrules", "image/svg")


@pytest.fixture
def page_with_pictures(treatment_index, clinic, monkeypatch):
    """Drawn pictures on the first screen and further down, made already as after publishing."""
    monkeypatch.setattr(images, "SIZE", (960, 600))
    body = [
        ("section", {"heading": f"Part {number}", "text": f"<p>{'Words that explain it. ' * 60}</p>", "claims": []})
        for number in range(6)
    ]
    picture = {"image": images.load_image("about", "A wren"), "alt": "A wren"}
    body.insert(5, ("image", {**picture, "caption": "A wren"}))
    page = factories.TreatmentPageFactory(
        parent=treatment_index,
        title="Peel",
        slug="peel",
        hero_image=images.load_image("hydration", "A drop"),
        body=body,
    )
    for image, role in page.pictures():
        pictures.renditions(image, role)
    return page


def test_a_phone_loads_little_and_the_first_picture_in_its_size(open_browser, page_with_pictures):
    page = open_browser(**PHONE)
    loaded = {}

    def weigh(response):
        if response.ok:
            body = response.body()
            is_text = response.headers.get("content-type", "").startswith(TEXTS)
            loaded[response.url] = len(gzip.compress(body) if is_text else body)

    page.on("requestfinished", lambda request: weigh(request.response()))
    page.goto(page_with_pictures.url)
    page.wait_for_load_state("networkidle")

    pictures = [url for url in loaded if "/media/" in url]
    assert sum(loaded.values()) <= PAGE_BYTES, loaded
    assert [url.split("/")[-1].split(".")[-1] for url in pictures] == ["avif"]
    hero = page.locator(".tp-hero img")
    assert "fill-800x" in hero.evaluate("image => image.currentSrc")
    names = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert all(name.startswith(page.evaluate("location.origin")) for name in names)


def test_nothing_moves_on_a_phone_while_the_page_loads(open_browser, page_with_pictures):
    page = open_browser(**PHONE)
    page.add_init_script(
        """
        window.shifts = 0;
        const add = (list) => list.getEntries().forEach((shift) => { window.shifts += shift.value; });
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        """
    )
    page.goto(page_with_pictures.url)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")

    assert page.evaluate("window.shifts") == 0


IS_LAID_OUT = "heading => heading.checkVisibility({ contentVisibilityAuto: true })"


def test_what_is_far_below_is_laid_out_after_the_page_has_loaded(open_browser, page_with_pictures):
    page = open_browser(**PHONE)
    page.add_init_script(
        """
        addEventListener("load", () => {
            const isLaidOut = (section) => section.checkVisibility({ contentVisibilityAuto: true });
            window.atFirst = [...document.querySelectorAll(".tp-section h2")].map(isLaidOut);
        });
        """
    )
    page.goto(page_with_pictures.url)

    page.wait_for_function(IS_LAID_OUT, arg=page.get_by_role("heading", name="Part 5").element_handle())
    at_first = page.evaluate("window.atFirst")
    assert at_first[0] is True
    assert at_first[-1] is False


def test_without_scripts_nothing_waits(open_browser, page_with_pictures):
    page = open_browser(**PHONE, java_script_enabled=False)
    page.goto(page_with_pictures.url)
    style = "section => getComputedStyle(section).contentVisibility"

    assert set(page.locator(".tp-section").evaluate_all(f"all => all.map({style})")) == {"visible"}


@pytest.mark.parametrize("how", ["a click", "an address"])
def test_a_link_into_the_page_leads_to_what_it_names_however_far_below(open_browser, page_with_pictures, how):
    page = open_browser(**PHONE, reduced_motion="no-preference")
    page.goto(page_with_pictures.url if how == "a click" else f"{page_with_pictures.url}#part-5")
    if how == "a click":
        page.evaluate("document.querySelector('a[href=\"#part-5\"]').click()")

    page.wait_for_function(
        """() => {
            const [top, before] = [document.querySelector("#part-5 h2").getBoundingClientRect().top, window.before];
            window.before = top;
            return top === before && top >= 0 && top < 120;
        }""",
        polling=200,
    )


def test_the_page_under_the_pointer_is_prepared_and_nothing_that_acts(open_browser, page_with_pictures):
    page = open_browser()
    prepared = []

    def note(request):
        if "prefetch" in request.all_headers().get("sec-purpose", ""):
            prepared.append(request.url.split("/", 3)[3])

    page.goto("/treatments/")
    page.wait_for_load_state("networkidle")
    page.context.on("request", note)
    page.evaluate(
        """
        for (const href of ["/treatments/?q=peel", "/admin/", "/enquiries/thanks/", "/treatments/peel.md"]) {
          const link = Object.assign(document.createElement("a"), { href, textContent: `To ${href}` });
          document.querySelector("main").prepend(link);
        }
        """
    )
    for link in page.get_by_role("link", name="To /").all():
        link.hover()
        page.wait_for_timeout(500)

    with page.context.expect_event("request", lambda request: request.url.endswith("/peel/"), timeout=15_000):
        page.locator(".tp-treatment a[href='/treatments/peel/']").hover()
    assert prepared == ["treatments/peel/"]


def test_a_page_that_was_only_prepared_is_no_visit(open_browser, page_with_pictures, settings):
    settings.LEADS = {**settings.LEADS, "ATTRIBUTION_STORAGE": "local"}
    page = open_browser()
    page.add_init_script(
        "Object.defineProperty(document, 'prerendering', { get: () => !window.isSeen, configurable: true });"
    )
    page.goto("/treatments/?utm_source=news")
    kept = "() => localStorage.getItem('leads:touches')"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(kept) is None

    page.evaluate("window.isSeen = true; document.dispatchEvent(new Event('prerenderingchange'));")

    assert "news" in page.evaluate(kept)
