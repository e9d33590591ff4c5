"""Stylesheets that import others are collected as single files."""

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.storage import FileSystemStorage

from treatment_pages.bundled_stylesheets import BundledStylesheetsMixin


class Storage(BundledStylesheetsMixin, ManifestStaticFilesStorage):
    """What a host puts into STORAGES."""


@pytest.fixture
def collect(tmp_path, settings):
    """Collects files by name; their texts by the name that templates use."""
    settings.DEBUG = False

    def collect(files: dict[str, str], **options) -> dict[str, str]:
        for name, text in files.items():
            path = tmp_path / "apps" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            (tmp_path / "collected" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "collected" / name).write_text(text)
        storage = Storage(location=tmp_path / "collected", base_url="/static/")
        sources = FileSystemStorage(tmp_path / "apps")
        for _name, _hashed, processed in storage.post_process({name: (sources, name) for name in files}, **options):
            if isinstance(processed, Exception):
                raise processed
        return {name: storage.open(storage.stored_name(name)).read().decode() for name in storage.hashed_files}

    return collect


def test_what_a_stylesheet_imports_is_put_into_it(collect):
    collected = collect(
        {
            "site/all.css": '@layer low, high; @import url("own.css"); @import "../app/part.css";',
            "site/own.css": "@layer high { a { color: red } }",
            "app/part.css": "/* Said to whoever reads it. */ @layer low { a { color: blue } }",
        }
    )
    assert collected["site/all.css"] == "@layer low{a{color:#00f}}@layer high{a{color:red}}"
    assert collected["app/part.css"].startswith("/* Said")


def test_a_stylesheet_gets_another_name_when_a_part_of_it_changes(collect, tmp_path):
    files = {"all.css": '@import "part.css";', "part.css": "a { color: red }"}
    collect(files)
    collect(files | {"part.css": "a { color: blue }"})
    assert len(list((tmp_path / "collected").glob("all.*.css"))) == 2


def test_addresses_of_fonts_and_pictures_get_their_hashed_names(collect):
    font = {"fonts/f.woff2": "a font"}
    collected = collect({"css/all.css": '@import "f.css";', "css/f.css": "b { src: url(../fonts/f.woff2) }", **font})
    assert "../fonts/f." in collected["css/all.css"]
    assert "../fonts/f.woff2" not in collected["css/all.css"]


def test_a_missing_part_stops_the_collection(collect):
    with pytest.raises(OSError, match=r"all\.css"):
        collect({"all.css": '@import "nowhere.css";'})


def test_a_stylesheet_that_imports_from_another_server_stays_as_it_is(collect):
    text = '@import url("https://fonts.example/all.css");'
    assert collect({"all.css": text}) == {"all.css": text}


def test_a_dry_run_makes_nothing(collect, tmp_path):
    assert collect({"all.css": "a { color: red }"}, dry_run=True) == {}
    assert [path.name for path in (tmp_path / "collected").iterdir()] == ["all.css"]
