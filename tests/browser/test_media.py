"""A visitor compares two pictures and plays a video, with a keyboard, a pointer, and without JavaScript."""

import re

import pytest
import wagtail_factories
from playwright.sync_api import expect

from tests import factories


@pytest.fixture
def page_with_media(treatment_index, clinic):
    image = wagtail_factories.ImageFactory(file__width=640, file__height=480)
    consent = factories.ImageConsentFactory()
    return factories.TreatmentPageFactory(
        parent=treatment_index,
        hero_image=image,
        body=[
            (
                "before_after",
                {
                    "heading": "What changed",
                    "before": {"image": image, "alt": "Cheek before"},
                    "after": {"image": image, "alt": "Cheek after"},
                    "consent": consent,
                    "note": "Results differ.",
                },
            ),
            ("video", {"title": "A session", "url": "https://youtu.be/a1B2-c3_D4e", "poster": {"image": image}}),
        ],
    )


@pytest.fixture
def foreign_requests(page, live_server):
    """What the browser asks of other sites, none of which is reached."""
    asked = []

    def refuse(route):
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Player</title>", content_type="text/html")

    page.route(lambda address: not address.startswith(live_server.url), refuse)
    return asked


def width_of(locator) -> float:
    return locator.bounding_box()["width"]


def test_pictures_are_compared_by_keyboard(page, page_with_media):
    page.goto(page_with_media.url)
    slider = page.get_by_role("slider", name="Show more of before or after")
    slider.focus()

    for _press in range(10):
        page.keyboard.press("ArrowRight")

    expect(slider).to_have_js_property("value", "60")
    expect(slider).to_have_attribute("aria-valuetext", "Before 60 %, after 40 %")
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", "Before 100 %, after 0 %")
    outline = page.locator(".tp-compare__handle").evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"


def test_pictures_are_compared_by_pointer_where_the_line_is(page, page_with_media):
    page.goto(page_with_media.url)
    frame = page.locator(".tp-compare__side--before")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()

    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()

    handle = page.locator(".tp-compare__handle").bounding_box()
    assert abs(handle["x"] + handle["width"] / 2 - (box["x"] + box["width"] / 4)) < 3


def test_both_pictures_stand_side_by_side_without_javascript(open_browser, page_with_media):
    page = open_browser(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.goto(page_with_media.url)

    before, after = page.get_by_alt_text("Cheek before"), page.get_by_alt_text("Cheek after")
    expect(before).to_be_visible()
    expect(after).to_be_visible()
    assert before.bounding_box()["x"] + width_of(before) <= after.bounding_box()["x"]
    expect(page.get_by_role("slider")).to_be_hidden()
    expect(page.get_by_role("link", name="Watch the video")).to_be_visible()


def test_video_asks_no_other_site_before_it_is_played(page, page_with_media, foreign_requests):
    page.goto(page_with_media.url)
    play = page.get_by_role("button", name="Play the video Plays from YouTube; it may set cookies.")
    play.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert foreign_requests == []

    play.press("Enter")

    expect(page.frame_locator("iframe").locator("body")).to_be_attached()
    assert page.locator("iframe").get_attribute("title") == "A session"
    assert [address.split("?")[0] for address in foreign_requests] == [
        "https://www.youtube-nocookie.com/embed/a1B2-c3_D4e"
    ]


def test_nothing_moves_while_pictures_load(page, page_with_media):
    page.add_init_script(
        """
        window.shifts = 0;
        const add = (list) => list.getEntries().forEach((shift) => { window.shifts += shift.value; });
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
        """
    )
    page.goto(page_with_media.url)
    page.locator(".tp-video").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.shifts") < 0.01


def test_a_film_of_the_site_shows_its_poster_once_it_is_near(page, treatment_index, clinic):
    picture = {"image": wagtail_factories.ImageFactory(file__width=640, file__height=480), "alt": ""}
    film = {"title": "A session", "file": factories.VideoFileFactory(), "poster": picture}
    text = ("section", {"heading": "Before it", "text": f"<p>{'Words that explain it. ' * 900}</p>", "claims": []})
    treatment = factories.TreatmentPageFactory(parent=treatment_index, body=[text, text, text, ("video", film)])
    page.goto(treatment.url)
    video = page.locator("video")
    assert video.get_attribute("poster") is None

    video.scroll_into_view_if_needed()

    expect(video).to_have_attribute("poster", re.compile(r"\.avif$"))
    expect(page.locator(".tp-video picture")).to_have_count(0)
