"""Precision and recall of the rules on the annotated texts: `python -m tests.treatment_pages.editorial.measure`."""

from collections import Counter

import django

django.setup()

from django.test.runner import DiscoverRunner

from tests import factories
from tests.bench.report import table
from tests.treatment_pages.editorial.annotated import annotated_texts
from treatment_pages.editorial.engine import check_page


def main() -> None:
    """Prints a row for every rule that a person or the rules found in any sentence; needs a database of its own."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        found, expected = measured()
    finally:
        runner.teardown_databases(databases)
    print(table(["rule", "right", "extra", "missed", "precision", "recall"], list(rows(found, expected))))
    for name, rule, sentence in sorted(found - expected):
        print(f"extra: {rule} in {name}: {sentence}")


def measured() -> tuple[set, set]:
    """Text, rule and sentence of what the rules found, and of what a person found."""
    found, expected, source = set(), set(), factories.SourceFactory()
    for text in annotated_texts():
        report = check_page(text.page(source.pk), profile="base")
        found |= {(text.name, finding.rule, finding.sentence) for finding in report.findings if finding.sentence}
        expected |= {(text.name, rule, sentence) for sentence, rules in text.expected.items() for rule in rules}
    return found, expected


def rows(found: set, expected: set):
    counts = [Counter(rule for _name, rule, _sentence in part) for part in (found & expected, found - expected)]
    missed = Counter(rule for _name, rule, _sentence in expected - found)
    right, extra = counts
    for rule in sorted({*right, *extra, *missed}):
        precision = right[rule] / max(1, right[rule] + extra[rule])
        recall = right[rule] / max(1, right[rule] + missed[rule])
        yield [rule, *(str(part[rule]) for part in (right, extra, missed)), f"{precision:.2f}", f"{recall:.2f}"]


if __name__ == "__main__":
    main()
