"""Runs the rules of a profile over one page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from treatment_pages.editorial.findings import Finding, PageReport, Severity
from treatment_pages.editorial.page_text import Hit, PageText, read_page
from treatment_pages.editorial.recorded import dismissals_of, profile_of
from treatment_pages.editorial.registry import Rule, rules_for


def check_page(page, *, profile: str | None = None) -> PageReport:
    """Everything that the rules find on a page as it is in memory, saved or not.

    Without a profile that of the page's site is taken. Explanations come in the active language.
    """
    profile = profile or profile_of(page)
    page_text = read_page(page)
    rules = rules_for(profile, page_text.kind)
    found = [found for rule, severity in rules for found in _apply(rule, severity, page_text)]
    report = PageReport(page=page, profile=profile, unchecked_language=_unchecked(rules, page_text))
    by_fingerprint = {(dismissal.rule, dismissal.fingerprint): dismissal for dismissal in dismissals_of(page)}
    for finding in sorted(_without_repeats(found), key=lambda finding: -finding.severity.rank):
        dismissal = by_fingerprint.get((finding.rule, finding.fingerprint))
        if dismissal is None:
            report.findings.append(finding)
        else:
            report.dismissed.append((finding, dismissal))
    return report


def _apply(rule: Rule, severity: Severity, page_text: PageText) -> Iterator[Finding]:
    if rule.can_read(page_text.language):
        for hit in rule.check(page_text):
            yield _finding(rule, severity, hit)


def _finding(rule: Rule, severity: Severity, hit: Hit) -> Finding:
    sentence = hit.sentence
    return Finding(
        rule=rule.id,
        severity=severity,
        explanation=str(hit.explanation),
        fix=str(hit.fix),
        block_id=sentence.passage.block_id if sentence else hit.block_id,
        block_type=sentence.passage.block_type if sentence else hit.block_type,
        path=sentence.passage.path if sentence else hit.path,
        span=(sentence.start, sentence.end) if sentence else None,
        sentence=sentence.text if sentence else "",
        time_driven=hit.time_driven,
    )


def _without_repeats(findings: list[Finding]) -> Iterator[Finding]:
    """One finding of a rule for a sentence that stands in a block twice, such as in its text and among its claims."""
    seen = set()
    for finding in findings:
        key = finding.rule, finding.block_id, finding.fingerprint
        if key not in seen:
            seen.add(key)
            yield finding


def _unchecked(rules: list[tuple[Rule, Severity]], page_text: PageText) -> str | None:
    """What to tell where rules cannot read the page's language."""
    if all(rule.can_read(page_text.language) for rule, _severity in rules):
        return None
    return _("Text not checked in this language (%(language)s).") % {"language": page_text.language}
