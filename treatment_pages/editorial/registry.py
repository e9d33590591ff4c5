"""The rules that pages are checked by: each registered once, weighted per profile, re-weighted by the host."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from treatment_pages import conf
from treatment_pages.editorial.findings import Severity
from treatment_pages.editorial.page_text import Hit, PageText
from treatment_pages.editorial.words import words_for

RULE_MODULES = (
    "figures",
    "claims",
    "tone",
    "suitability",
    "structure",
    "images",
    "testimonials",
    "prices",
    "review",
    "facts",
    "profiles",
)

Check = Callable[[PageText], Iterable[Hit]]
_rules: dict[str, "Rule"] = {}


@dataclass(frozen=True)
class Rule:
    """One rule: an id, how severe its findings are, and the function that looks."""

    id: str
    check: Check
    severities: Mapping[str, Severity]
    """By profile; "base" stands for every profile that is not named."""
    kinds: Mapping[str, Severity] = field(default_factory=dict)
    """By kind of page ("treatment", "article") where that differs from the profile's severity."""
    reads_text: bool = False
    """Whether it needs words in the page's language."""

    def severity(self, profile: str, kind: str) -> Severity | None:
        """How severe a finding is on a page of that kind; None where the rule does not apply."""
        by_host = conf.get("EDITORIAL").get("SEVERITIES", {})
        if self.id in by_host:
            return None if by_host[self.id] is None else Severity(by_host[self.id])
        given = self.severities.get(profile, self.severities.get("base"))
        return given and self.kinds.get(kind, given)

    def can_read(self, language: str) -> bool:
        """Whether the rule understands the language, given as a code such as "en"."""
        return not self.reads_text or words_for(language) is not None


def register_rule(
    rule_id: str,
    severity: Severity | Mapping[str, Severity],
    *,
    kinds: Mapping[str, Severity] | None = None,
    reads_text: bool = False,
) -> Callable[[Check], Check]:
    """Registers a function `rule(page_text)` that yields hits; a second one of the same id takes its place.

    `severity` is one for every profile or a mapping by profile; without "base" the rule applies only to those named.
    A rule that `reads_text` is left out on pages in a language without words, and the report says so.
    """
    severities = {"base": severity} if isinstance(severity, Severity) else dict(severity)

    def register(check: Check) -> Check:
        _rules[rule_id] = Rule(rule_id, check, severities, kinds or {}, reads_text)
        return check

    return register


def all_rules() -> list[Rule]:
    """Every registered rule; ours are loaded when first asked for, and never replace a host's."""
    hosts = dict(_rules)
    for name in RULE_MODULES:
        import_module(f"treatment_pages.editorial.rules.{name}")
    _rules.update(hosts)
    return list(_rules.values())


def rules_for(profile: str, kind: str) -> list[tuple[Rule, Severity]]:
    """The rules that apply to a kind of page in a profile, each with its severity there."""
    weighted = ((rule, rule.severity(profile, kind)) for rule in all_rules())
    return [(rule, severity) for rule, severity in weighted if severity]
