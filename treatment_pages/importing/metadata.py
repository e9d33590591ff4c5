"""What lines beside the title tell: author, dates, reading time. What they leave open stays open."""

import re

from django.utils.translation import gettext as _

from treatment_pages.importing.boilerplate import (
    BYLINE,
    DATE,
    MONTHS,
    READ_PART,
    READ_TIME,
    REVIEWER,
    UPDATED,
    date_line,
    signature,
)

STATED, NEEDS_YEAR, NEEDS_DAY = "stated", "needs_year", "needs_day"
LANGUAGE_WORDS = {
    "en": frozenset(
        ["the", "and", "of", "to", "is", "are", "your", "with", "for", "this", "that", "skin", "you", "can"]
    ),
    "de": frozenset(
        ["der", "die", "das", "und", "ist", "sind", "mit", "für", "nicht", "ihre", "eine", "haut", "sie", "werden"]
    ),
    "fr": frozenset(["le", "la", "les", "et", "est", "des", "une", "pour", "dans", "peau", "vous"]),
    "es": frozenset(["el", "los", "las", "y", "es", "una", "para", "con", "piel", "que", "del"]),
}
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)


def note_metadata(meta: dict, line: str) -> str:
    """Takes what a line tells into `meta`; the reason why the line itself is not kept."""
    if match := REVIEWER.match(line):
        meta.setdefault("reviewer_display", (match["name"] or match["name2"]).strip())
        return _("reviewer")
    if match := READ_TIME.match(line):
        meta.setdefault("reading_time_minutes_stated", int(next(filter(None, match.groups()))))
        return _("reading time, counted anew by the site")
    if (name := signature(line)) and not BYLINE.match(line):
        meta.setdefault("author_display", name)
        if minutes := READ_PART.search(line):
            meta.setdefault("reading_time_minutes_stated", int(re.search(r"\d+", minutes[0] + " 0")[0]))
        if date := DATE.search(line):
            meta.setdefault("published", date_of(date))
        return _("author and date")
    if (found := date_line(line)) or (DATE.search(line) and not BYLINE.match(line)):
        name = "updated" if UPDATED.match(line) else "published"
        meta.setdefault(name, date_of(found or DATE.search(line)))
        return _("date")
    if match := BYLINE.match(line):
        name = match["name"] or match["name2"]
        if date := DATE.search(name):
            meta.setdefault("published", date_of(date))
            name = name[: date.start()].rstrip(" ,|-–—·on")
        meta.setdefault("author_display", name.strip(" ,|"))
        return _("author")
    return _("date")


def date_of(match: re.Match) -> dict:
    """Day, month and year of a date; what is not written is None, and `confidence` says so."""
    groups = match.groupdict()
    day, month, year = (
        next((groups[f"{part}{n}"] for n in range(1, 6) if groups.get(f"{part}{n}")), None) for part in "dmy"
    )
    number = int(month) if month and month.isdigit() else MONTHS[month.lower()] if month else None
    confidence = NEEDS_YEAR if year is None else STATED if day else NEEDS_DAY
    return {
        "month": number,
        "day": int(day) if day else None,
        "year": int(year) if year else None,
        "confidence": confidence,
    }


def date_in(text: str) -> dict | None:
    """The first date of a text; None without one."""
    match = DATE.search(text)
    return date_of(match) if match else None


def language_of(text: str) -> str:
    """The language whose small words stand in a text most often; "" when none does."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    counts = {language: sum(word in known for word in words) for language, known in LANGUAGE_WORDS.items()}
    best = max(counts, key=counts.get)
    return best if counts[best] > max(len(words) * 0.03, 1) else ""


def script_hint(texts: list[str]) -> str | None:
    """The language of the old site's own buttons, told by their script."""
    for text in texts:
        for language, pattern in SCRIPTS:
            if pattern.search(text):
                return language
    return None
