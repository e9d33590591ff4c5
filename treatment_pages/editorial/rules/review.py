"""Who answers for the text, and when it was written."""

import re
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.matching import shown
from treatment_pages.editorial.page_text import Hit, PageText
from treatment_pages.editorial.registry import register_rule
from treatment_pages.models.review import months_after
from treatment_pages.models.wording import content_digest

PERSON = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx)\.? )?[^\W\d_]\S*(?: [^\W\d_]\S*)+", re.UNICODE)
ORGANISATION = re.compile(
    r"\b(?:clinics?|spa|medspa|team|staff|admin|editor(?:ial)?|centre|center|aesthetics|beauty|skin ?care|studio|gmbh"
    r"|ltd|inc|llc|praxis|klinik|redaktion|institut)\b|\d|@",
    re.IGNORECASE,
)


@register_rule("REV-01", Severity.ERROR, kinds={"article": Severity.WARNING})
def no_reviewer(page_text: PageText) -> Iterator[Hit]:
    """A text that no clinician answers for.

    GMC, Guidance for doctors who offer cosmetic interventions (2016): information is factual and can be checked.
    """
    page = page_text.page
    if not page.is_reviewed:
        path = "reviewed_on" if page.medical_reviewer_id else "medical_reviewer"
        yield Hit(
            _("Nobody with medical training has reviewed the page."),
            _("Choose the reviewer and the day of the review under “People”."),
            path=path,
        )


@register_rule("REV-02", Severity.WARNING)
def review_overdue(page_text: PageText) -> Iterator[Hit]:
    """A review that has become too old.

    Good practice in health information.
    """
    page = page_text.page
    if not page.is_reviewed:
        return
    due_on = months_after(page.reviewed_on, page.review_interval_months)
    if due_on < timezone.localdate():
        yield Hit(
            _("The review was due again on %(day)s.") % {"day": date_format(due_on)},
            _("Ask the reviewer to read the page and enter the new day."),
            path="reviewed_on",
            time_driven=True,
        )


@register_rule("REV-03", Severity.WARNING)
def changed_since_review(page_text: PageText) -> Iterator[Hit]:
    """A text that is no longer what was reviewed.

    Good practice in health information; readers are told so, too.
    """
    page = page_text.page
    reviewed = page.review_stamp if page.is_reviewed else ""
    is_same_review = reviewed.startswith(f"{page.review_occasion} ")
    if is_same_review and reviewed != f"{page.review_occasion} {content_digest(page)}":
        yield Hit(
            _("The text has changed since it was reviewed."),
            _("Ask the reviewer to read what changed, then tick “Reviewed as it stands now”."),
            path="reviewed_on",
        )


@register_rule("REV-05", Severity.WARNING, reads_text=True)
def date_without_year(page_text: PageText) -> Iterator[Hit]:
    """A date that does not tell how old the text is; also an article by a named author without its date.

    Good practice in health information.
    """
    page = page_text.page
    for sentence in page_text.sentences:
        found = page_text.words.yearless_date.search(sentence.plain)
        if found:
            told = _("The date “%(words)s” has no year; readers cannot tell how old it is.")
            yield Hit(told % {"words": shown(sentence, found)}, _("Add the year."), sentence)
    if page_text.kind == "article" and page.author and not page.published_on and not page.first_published_at:
        yield Hit(
            _("The article names its author and not the day it was written."),
            _("Enter “Published on” with its year."),
            path="published_on",
        )


@register_rule("AUT-01", Severity.INFO)
def author_is_no_person(page_text: PageText) -> Iterator[Hit]:
    """An article that nobody signs with a name.

    Good practice in health information.
    """
    page = page_text.page
    if page_text.kind != "article" or page.author_page_id:
        return
    author = page.author.strip()
    if author and PERSON.fullmatch(author) and not ORGANISATION.search(author):
        return
    told = _("“%(author)s” does not look like a person's name.") % {"author": author} if author else ""
    yield Hit(
        told or _("The article names no author."),
        _("Choose somebody of the team, or enter the author's full name."),
        path="author",
    )
