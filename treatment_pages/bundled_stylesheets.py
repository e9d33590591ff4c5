"""Turns stylesheets that import others into single files when static files are collected.

`treatment_pages/page.css` names its parts with `@import`, which every browser understands as it stands. A visitor's
browser would have to read it before it asks for the parts, so a host puts the mixin before the storage that gives
its static files their hashed names.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import lightningcss
from django.core.files.storage import FileSystemStorage

IMPORT = re.compile(r"@import\b")
FOREIGN_IMPORT = re.compile(r"@import\b[^;]*//")
"""Of a stylesheet on another server, which cannot be put into one of ours."""


class BundledStylesheetsMixin:
    """For a storage such as `ManifestStaticFilesStorage`: what a stylesheet imports is put into it, and all minified.

    Addresses in `url()` stay as they are written, so a file with such addresses lies in the folder of the file that
    imports it; the storage refuses what it does not find.
    """

    def post_process(self, paths, dry_run=False, **options):
        if dry_run:
            return
        with TemporaryDirectory() as folder:
            yield from super().post_process(paths | bundles(paths, Path(folder)), dry_run=dry_run, **options)


def bundles(paths: dict, folder: Path) -> dict:
    """The stylesheets that import others, each as one file in `folder`; like `paths`, by name, as storage and path."""
    texts = {name: read(*place) for name, place in paths.items() if name.endswith(".css")}
    for name, text in texts.items():
        write(folder / "parts" / name, text)
    importing = [name for name, text in texts.items() if IMPORT.search(text) and not FOREIGN_IMPORT.search(text)]
    for name in importing:
        write(folder / "whole" / name, lightningcss.bundle_css(str(folder / "parts" / name)))
    whole = FileSystemStorage(folder / "whole")
    return {name: (whole, name) for name in importing}


def read(storage, path: str) -> str:
    """The text of a static file as its app has it."""
    with storage.open(path) as file:
        return file.read().decode()


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
