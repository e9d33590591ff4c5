"""The words that visitors read, collected from templates and modules, and their catalogues of translations.

Staff work in Wagtail admin, whose own texts stay English here; so the catalogues hold visitors' words, and beyond them
what the editorial checks say: they speak of texts in every language to the people who write them.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import template as template_words
from django.utils.translation import to_locale

PROJECT = "wagtail-treatment-pages"

STAFF_FOLDERS = {"desk", "reports", "email", "staff", "admin"}
"""Folders of templates that visitors never see."""

VISITOR_MAILS = {
    "leads": ["leads/email/acknowledgement.txt", "leads/email/opt_in.txt", "leads/email/reply.txt"],
    "treatment_pages": ["treatment_pages/staff/email/not_published.txt"],
}
"""Templates in those folders that visitors do read, or that speak of editorial checks, by app."""

VISITOR_MODULES = {
    "treatment_pages": [
        "trail.py",
        "citations.py",
        "listing/*.py",
        "discovery/*.py",
        "reader_questions/intake.py",
        "reader_questions/views.py",
        "templatetags/*.py",
        "editorial/*.py",
        "editorial/rules/*.py",
    ],
    "leads": [
        "acknowledgement_mail.py",
        "appointments.py",
        "consent_views.py",
        "opt_in_mail.py",
        "intake.py",
        "question_fields.py",
        "promise.py",
        "views.py",
    ],
    "cms": ["templatetags/*.py"],
}
"""Modules all of whose texts are translated: they hold texts for visitors and none for staff, or editorial checks."""

MIXED_MODULES = {"treatment_pages": ["blocks/*.py", "models/mixins.py"]}
"""Modules in which `_` marks what staff read; the functions under their own names mark what visitors read."""

VISITOR_CHOICES = {
    "treatment_pages": ["treatment_pages.models.evidence.SourceKind"],
    "leads": ["leads.models.enquiry.PreferredContact"],
}
"""Choices of models whose labels visitors read, by app; the days of the week come with Django."""

KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
"""What marks a text, with the place of its parts."""


def apps() -> list[str]:
    """The parts of the project that have a catalogue of their own."""
    return list(VISITOR_MODULES)


def catalogue_path(app: str, language: str) -> Path:
    """Where Django looks for an app's translations."""
    return settings.BASE_DIR / app / "locale" / to_locale(language) / "LC_MESSAGES" / "django.po"


def visitor_words(app: str) -> Catalog:
    """Every text of an app that visitors can read, without translations."""
    words = Catalog(project=PROJECT, charset="utf-8")
    for path, keywords in _files(app):
        name = path.relative_to(settings.BASE_DIR).as_posix()
        for line, message, _comments, context in extract("python", io.BytesIO(_source(path)), keywords=keywords):
            words.add(message, locations=[(name, line)], context=context)
    for choices in VISITOR_CHOICES.get(app, ()):
        with translation.override(None):
            for label in import_string(choices).labels:
                words.add(str(label), locations=[(choices, 1)])
    return words


def read(path: Path) -> Catalog:
    """A catalogue as it is kept; empty where there is none."""
    return pofile.read_po(io.BytesIO(path.read_bytes())) if path.exists() else Catalog()


def compiled(catalogue: Catalog) -> bytes:
    """What Django reads: the finished translations in the binary format of gettext."""
    target = io.BytesIO()
    mofile.write_mo(target, catalogue)
    return target.getvalue()


def update(app: str, language: str) -> list[str]:
    """Bring an app's catalogue in line with its texts and compile it; the texts that still lack a translation."""
    path = catalogue_path(app, language)
    catalogue = read(path) if path.exists() else _new_catalogue(language)
    made = catalogue.creation_date
    catalogue.update(visitor_words(app), no_fuzzy_matching=True)
    catalogue.creation_date = made
    catalogue.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pofile.write_po(file, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    return missing(catalogue)


def _new_catalogue(language: str) -> Catalog:
    """An empty catalogue whose header says nothing that the next run would change."""
    return Catalog(
        locale=to_locale(language),
        project=PROJECT,
        header_comment="# What visitors read in PROJECT.",
        last_translator=PROJECT,
        language_team=PROJECT,
        revision_date=datetime.now(UTC),
        charset="utf-8",
        fuzzy=False,
    )


def missing(catalogue: Catalog) -> list[str]:
    """The texts without a finished translation."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]


def _forms(text) -> tuple[str, ...]:
    """Singular and plurals of a text, or the one form it has."""
    return tuple(text) if isinstance(text, list | tuple) else (text or "",)


def _source(path: Path) -> bytes:
    """A module as it is, or the texts of a template in the shape of one."""
    source = path.read_text()
    if path.suffix != ".py":
        lines = template_words.templatize(source, origin=str(path)).splitlines()
        source = "\n".join(line.lstrip() for line in lines)
    return source.encode()


def _files(app: str) -> Iterator[tuple[Path, dict]]:
    """What visitors read of an app, with the marks that count in it; the theme counts as the demo site's."""
    root = settings.BASE_DIR / app
    folder = settings.BASE_DIR / "templates" if app == "cms" else root / "templates"
    mails = (folder / name for name in VISITOR_MAILS.get(app, ()))
    pages = (path for path in folder.rglob("*.html") if not STAFF_FOLDERS & set(path.relative_to(folder).parts))
    modules = (path for pattern in VISITOR_MODULES[app] for path in root.glob(pattern))
    mixed = (path for pattern in MIXED_MODULES.get(app, ()) for path in root.glob(pattern))
    yield from ((path, KEYWORDS) for path in sorted([*pages, *mails, *modules]))
    own_names = {name: place for name, place in KEYWORDS.items() if name != "_"}
    yield from ((path, own_names) for path in sorted(mixed))
