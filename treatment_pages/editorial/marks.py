"""The sentences that a preview marks."""

from treatment_pages.editorial.engine import check_page


def marks_of(page) -> list[dict[str, str]]:
    """Every sentence that something was found in, once, with the most serious severity and what was found.

    Only words and texts: they are handed to a script as JSON.
    """
    marks: dict[str, dict[str, str]] = {}
    for finding in check_page(page).findings:
        if finding.sentence:
            mark = {"sentence": finding.sentence, "severity": finding.severity.value, "text": finding.explanation}
            marks.setdefault(finding.sentence, mark)
    return list(marks.values())
