"""What stops a page with errors from being published, whichever way somebody or something tries."""

import logging

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from treatment_pages import conf
from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, PageReport
from treatment_pages.editorial.refusal_mail import tell_owner

logger = logging.getLogger(__name__)

SCHEDULED = "wagtail.publish.scheduled"
"""How Wagtail logs what it publishes by the clock."""
REFUSED = "treatment_pages.publish.refused"


class PublishingRefusedError(ValidationError):
    """A page that may not be published as it is; `report` says why.

    Its errors are a dict, because Wagtail's APIs ask for one.
    """

    def __init__(self, report: PageReport):
        self.report = report
        errors: dict[str, list[str]] = {}
        for finding in report.errors:
            errors.setdefault(field_of(finding, report.page), []).append(sentence_about(finding))
        super().__init__(errors)


def is_enforced() -> bool:
    """Whether errors stop publishing; a host can have them reported only."""
    return conf.get("EDITORIAL").get("ENFORCE", True)


def field_of(finding: Finding, page) -> str:
    """The page's field that a finding is about; the page as a whole has a name of its own."""
    if finding.block_id:
        return "body"
    name = finding.path.split(".")[0]
    return name if name in {field.name for field in page._meta.get_fields()} else NON_FIELD_ERRORS


def error_groups(report: PageReport) -> list[list[Finding]]:
    """The errors by what has to be corrected."""
    return groups_of(report.errors)


def groups_of(findings: list[Finding]) -> list[list[Finding]]:
    """Findings by sentence, the most serious first; those about no sentence stand each for itself."""
    groups: dict[tuple, list[Finding]] = {}
    for finding in sorted(findings, key=lambda found: -found.severity.rank):
        place = finding.place if finding.sentence else (finding.rule, *finding.place)
        groups.setdefault(place, []).append(finding)
    return list(groups.values())


def sentence_about(finding: Finding) -> str:
    """A finding in one line: where, what and what to do."""
    quoted = _("“%(sentence)s”: ") % {"sentence": finding.sentence} if finding.sentence else ""
    return f"{quoted}{finding.explanation} {finding.fix} ({finding.rule})"


def refuse_if_blocking(page, *, profile: str | None = None) -> None:
    """Raise PublishingRefusedError when the page as it is in memory has errors, unless the host only wants to know."""
    if not is_enforced():
        return
    report = check_page(page, profile=profile)
    if report.blocking:
        raise PublishingRefusedError(report)


def refuse_scheduled(page, revision: Revision, refusal: PublishingRefusedError) -> None:
    """Take a page off the clock that may not go live, keep that in its history, and tell somebody who can act.

    The schedule is cleared, so that this happens once and not again with every turn of the clock.
    """
    due_at, revision.approved_go_live_at = revision.approved_go_live_at, None
    revision.save(update_fields=["approved_go_live_at"])
    rules = sorted({finding.rule for finding in refusal.report.errors})
    log(
        instance=page,
        action=REFUSED,
        revision=revision,
        data={"rules": rules, "go_live_at": due_at and due_at.isoformat()},
    )
    logger.warning("Page %s was not published as scheduled: %s", page.pk, ", ".join(rules))
    tell_owner(page, revision, len(error_groups(refusal.report)))


def refuse_schedule(instance: Revision, update_fields=None, **kwargs) -> None:
    """Before a revision is put on the clock, see that its page may go live; connected to `pre_save`."""
    sets_schedule = update_fields is None or "approved_go_live_at" in update_fields
    if not (instance.approved_go_live_at and sets_schedule):
        return
    model = instance.content_type.model_class()
    if hasattr(model, "refuse_if_blocking"):
        instance.as_object().refuse_if_blocking()
