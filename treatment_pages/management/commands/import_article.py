"""`manage.py import_article FILE...`: articles from files become drafts."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from treatment_pages.importing.building import draft_of
from treatment_pages.importing.limits import ImportRefusedError
from treatment_pages.importing.mapping import outline_of
from treatment_pages.importing.outline import Outline
from treatment_pages.importing.places import default_parent, page_model_named, parent_with_slug
from treatment_pages.importing.readers import read
from treatment_pages.importing.report import lines_of


class Command(BaseCommand):
    help = (
        "Reads articles (.txt, .md, .html, .docx, WordPress exports) and makes a draft of each, below a treatment "
        "index. Nothing is published, and what was left out is listed."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument(
            "--parent", metavar="SLUG", help="The page below which the drafts go. Default: the only treatment index."
        )
        parser.add_argument(
            "--type", default="TreatmentArticlePage", metavar="T", help="The page type. Default: TreatmentArticlePage."
        )
        parser.add_argument("--dry-run", action="store_true", help="Read and tell, create nothing.")
        parser.add_argument(
            "--json",
            action="store_true",
            dest="as_json",
            help="Print the outline as JSON, a list for several articles.",
        )

    def handle(self, *, files, parent, type, dry_run, as_json, **options):
        try:
            page_model = page_model_named(type)
            below = parent_with_slug(parent) if parent is not None else None
            if below is None and not dry_run:
                below = default_parent()
        except ImportRefusedError as error:
            if not (as_json and parent is None and "page_model" in locals()):
                raise CommandError(str(error)) from error
            self.stderr.write(f"{error} Nothing is created.")
        outlines: list[Outline] = []
        refused = []
        is_many = len(files) > 1
        for number, name in enumerate(files, start=1):
            try:
                for title, outline in self._articles(name):
                    outlines.append(outline)
                    progress = f"[{number}/{len(files)}] " if is_many else ""
                    self._tell(
                        f"{progress}{title}",
                        outline,
                        None if dry_run or below is None else (page_model, below),
                        as_json,
                    )
            except ImportRefusedError as error:
                refused.append(name)
                self.stderr.write(self.style.ERROR(f"{name}: {error}"))
        if as_json and outlines:
            values = [outline.as_json() for outline in outlines]
            self.stdout.write(json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False, indent=2))
        if refused:
            raise CommandError(f"{len(refused)} of {len(files)} files could not be imported: {', '.join(refused)}")
        if len(outlines) > 1:
            done = "read" if dry_run else "imported as drafts"
            self._say(f"{len(outlines)} articles {done}.", as_json)

    def _articles(self, name: str) -> Iterator[tuple[str, Outline]]:
        path = Path(name)
        try:
            if path.is_dir():
                raise ImportRefusedError("This is a folder: name the files in it.")
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ImportRefusedError(f"The file cannot be read: {reason}.") from error
        documents = read(path.name, data)
        for number, document in enumerate(documents, start=1):
            yield name if len(documents) == 1 else f"{name} ({number} of {len(documents)})", outline_of(document)

    def _tell(self, name: str, outline: Outline, target, as_json: bool) -> None:
        page = None
        if target:
            page_model, below = target
            try:
                page = draft_of(outline, page_model, below)
            except ValidationError as error:
                raise ImportRefusedError("; ".join(error.messages)) from error
        made = f"draft {page.pk}, /{page.slug}/" if page else "nothing created"
        self._say(f"{name}: “{outline.meta['title']}” ({made})", as_json)
        for line in lines_of(outline):
            self._say(f"  {line}", as_json)

    def _say(self, line: str, as_json: bool) -> None:
        """Tells beside the JSON, which may go into a file."""
        (self.stderr if as_json else self.stdout).write(line)
