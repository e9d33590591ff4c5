"""What the demo's fullest page, with the form, makes a visitor's browser load."""

import gzip
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.usefixtures("demo_site")]

TEXT_BYTES = 60 * 1024
FONT_BYTES = 30 * 1024
THEME = Path(__file__).parents[2] / "static/css/theme.css"
OURS = ("css/", "fonts/", "img/", "leads/", "treatment_pages/")


@pytest.fixture
def static_root(tmp_path, settings) -> Path:
    """Our static files as production collects them, and templates that name those."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "cms.static_storage.SiteStaticFilesStorage"},
    }
    found = {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}
    ours = {path: place for path, place in found.items() if path.startswith(OURS)}
    for path, (storage, name) in ours.items():
        target = settings.STATIC_ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(storage.path(name), target)
    assert not [done for _name, _hashed, done in staticfiles_storage.post_process(ours) if isinstance(done, Exception)]
    return settings.STATIC_ROOT


@pytest.fixture
def page(static_root, microneedling, client) -> BeautifulSoup:
    cache.clear()
    return BeautifulSoup(client.get(microneedling.url).content, "html.parser")


def stylesheets(page) -> list[str]:
    return [link["href"] for link in page.select("link[rel=stylesheet]")]


def scripts(page) -> list[str]:
    return [script["src"] for script in page.select("script[src]")]


def compressed(static_root, url: str) -> int:
    """Bytes of what a browser gets that asks for gzip."""
    return (static_root / f"{url.removeprefix('/static/')}.gz").stat().st_size


def test_html_css_and_scripts_keep_to_their_budget(page, static_root, client, microneedling):
    html = len(gzip.compress(client.get(microneedling.url).content, 6))
    files = {url: compressed(static_root, url) for url in {*stylesheets(page), *scripts(page)}}
    assert page.select_one("[data-leads-form]")
    assert html + sum(files.values()) <= TEXT_BYTES, {"html": html, **files}


def test_nothing_is_waited_for_but_one_stylesheet(page, static_root):
    (stylesheet,) = stylesheets(page)
    assert "@import" not in (static_root / stylesheet.removeprefix("/static/")).read_text()
    assert all(script.has_attr("defer") or script.get("type") == "module" for script in page.select("script[src]"))


def test_static_files_have_the_name_of_their_content_and_lie_there_compressed(page, static_root):
    for url in {*stylesheets(page), *scripts(page)}:
        assert re.search(r"\.[0-9a-f]{12}\.(css|js)$", url)
        file = static_root / url.removeprefix("/static/")
        assert all(file.with_name(file.name + ending).exists() for ending in (".br", ".gz"))


def test_nothing_comes_from_another_site(page):
    asked = [tag["src"] for tag in page.select("[src]")]
    asked += [link["href"] for link in page.select("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload][href]")]
    offered = [tag["srcset"] for tag in page.select("[srcset]")]
    offered += [tag["imagesrcset"] for tag in page.select("[imagesrcset]")]
    asked += [candidate.split()[0] for candidates in offered for candidate in candidates.split(", ")]
    assert len(asked) > 20
    assert [url for url in asked if not re.match(r"/(?!/)", url)] == []


def test_pictures_come_in_sizes_with_their_room_reserved(page):
    pictures = page.select("img")
    assert len(pictures) > 4
    for picture in pictures:
        assert all(picture.get(name, "").isdigit() for name in ("width", "height"))
        assert [source["type"] for source in picture.parent.select("source")] == ["image/avif", "image/webp"]
        assert all(source["srcset"] for source in picture.parent.select("source"))
        assert picture.has_attr("alt")


def test_the_first_picture_is_asked_for_in_the_head_and_the_others_only_when_near(page):
    first, *others = page.select("img")
    preload = page.head.select_one("link[rel=preload][as=image]")
    assert (first["loading"], first["fetchpriority"]) == ("eager", "high")
    assert preload["imagesrcset"] == first.parent.select_one("source")["srcset"]
    assert preload["type"] == "image/avif"
    assert {picture["loading"] for picture in others} == {"lazy"}
    assert len(page.select("link[rel=preload][as=image]")) == 1


def test_fonts_keep_to_their_budget_and_swap(page, static_root):
    css = (static_root / stylesheets(page)[0].removeprefix("/static/")).read_text()
    fonts = set(re.findall(r'url\("?([^)"]*woff2)"?\)', css))
    sizes = [(static_root / "css" / name).resolve().stat().st_size for name in fonts]
    assert 0 < sum(sizes) <= FONT_BYTES
    assert css.count("font-display:swap") == len(fonts)
    preloads = [link["href"] for link in page.select("link[rel=preload][as=font]")]
    texts = [name.rsplit("/")[-1] for name in fonts if "-text." in name]
    assert [url.rsplit("/")[-1] for url in preloads] == texts != []


def test_the_font_does_not_come_before_the_stylesheet(page):
    links = [link["rel"] + [link.get("as")] for link in page.head.select("link[rel=stylesheet], link[rel=preload]")]
    assert links[0][0] == "stylesheet"
    assert ["preload", "font"] in links


def test_each_sign_of_the_font_is_in_one_file_only():
    with THEME.open() as file:
        ranges = re.findall(r"unicode-range:([^;]+);", file.read())
    assert len(ranges) == 2
    signs = [signs_of(text) for text in ranges]
    assert not signs[0] & signs[1]
    assert set("Ask us now: 2–6 weeks & £190? (“No”, don’t!)") <= {chr(sign) for sign in signs[0]}
    assert set("äöüßÄÖÜé→≥€") <= {chr(sign) for sign in signs[1]}


def signs_of(unicode_range: str) -> set[int]:
    bounds = [part.strip().removeprefix("U+").split("-") for part in unicode_range.split(",")]
    return {sign for bound in bounds for sign in range(int(bound[0], 16), int(bound[-1], 16) + 1)}


def test_stand_in_fonts_have_the_measures_of_the_real_one(page, static_root):
    css = (static_root / stylesheets(page)[0].removeprefix("/static/")).read_text()
    stand_ins = [face for face in re.findall(r"@font-face\{[^}]*\}", css) if "local(" in face]
    assert stand_ins
    for face in stand_ins:
        assert all(f"{what}:" in face for what in ("size-adjust", "ascent-override", "descent-override"))
