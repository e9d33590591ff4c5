"""Checks pages by the editorial rules and tells what they find."""

import json
from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, PageReport
from treatment_pages.editorial.profiles import Profile
from treatment_pages.models.mixins import TreatmentContentMixin

CHUNK = 100
"""Pages that are read at a time."""


class Command(BaseCommand):
    help = "Checks the published pages, or one page's latest draft, by the editorial rules; fails while errors stand."

    def add_arguments(self, parser):
        parser.add_argument("--page", metavar="ID", help="Check the latest draft of this page alone.")
        parser.add_argument("--profile", help=f"One of {', '.join(Profile.values)}; without it that of each site.")
        parser.add_argument("--json", action="store_true", help="Print a list of reports instead of lines.")

    def handle(self, *, page, profile, json: bool, **options):
        if profile is not None and profile not in Profile.values:
            raise CommandError(f"There is no profile “{profile}”. Choose one of {', '.join(Profile.values)}.")
        reports = (
            check_page(checked, profile=profile) for checked in (pages_to_check() if page is None else [one(page)])
        )
        failed = self.print_json(reports) if json else self.print_lines(reports)
        if failed:
            raise SystemExit(1)

    def print_lines(self, reports: Iterator[PageReport]) -> bool:
        """A line for every finding, below the page that it is on; whether any is an error."""
        checked = errors = 0
        for report in reports:
            checked += 1
            errors += len(report.errors)
            if report.findings or report.unchecked_language:
                self.stdout.write(f"{report.page.title} (page {report.page.pk}, {report.profile})")
            if report.unchecked_language:
                self.stdout.write(f"  {report.unchecked_language}")
            for found in report.findings:
                self.stdout.write(f"  {found.severity.value:8}{found.rule:8}{_told(found)}")
        self.stdout.write(f"{checked} pages checked, {errors} errors.")
        return errors > 0

    def print_json(self, reports: Iterator[PageReport]) -> bool:
        """One JSON document; whether any finding is an error."""
        rows = [as_json(report) for report in reports]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        return any(row["blocking"] for row in rows)


def pages_to_check() -> Iterator[TreatmentContentMixin]:
    """Every published page of treatment content, model by model."""
    for model in Page.__subclasses__():
        if issubclass(model, TreatmentContentMixin):
            fields = [name for name in model.read_with if name in ("locale", "hero_image")]
            yield from model.objects.live().select_related(*fields).order_by("path").iterator(chunk_size=CHUNK)


def one(key: str) -> TreatmentContentMixin:
    """The latest draft of a page."""
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise CommandError(f"“{key}” is not the number of a page.")
    page = Page.objects.filter(pk=int(key)).specific().first()
    if page is None:
        raise CommandError(f"There is no page {key}.")
    if not isinstance(page, TreatmentContentMixin):
        raise CommandError(f"Page {key}, “{page.title}”, is no treatment page or article.")
    return page.get_latest_revision_as_object()


def as_json(report: PageReport) -> dict:
    """A report in plain types."""
    return {
        "page": report.page.pk,
        "title": report.page.title,
        "profile": report.profile,
        "blocking": report.blocking,
        "unchecked_language": report.unchecked_language,
        "findings": [_finding_as_json(found) for found in report.findings],
        "dismissed": [_finding_as_json(found) for found, _dismissal in report.dismissed],
    }


def _finding_as_json(found: Finding) -> dict:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "explanation": found.explanation,
        "fix": found.fix,
        "block_id": found.block_id,
        "block_type": found.block_type,
        "path": found.path,
        "span": found.span,
        "sentence": found.sentence,
        "time_driven": found.time_driven,
        "fingerprint": found.fingerprint,
    }


def _told(found: Finding) -> str:
    place = " ".join(part for part in (found.block_type, found.path) if part)
    said = f"“{found.sentence}” " if found.sentence else ""
    return f"{said}{found.explanation}" + (f" [{place}]" if place else "")
