"""What stands on which page, kept so that lists over all pages need not check any: one row a page."""

from datetime import timedelta
from operator import attrgetter

from django.apps import apps
from django.db import transaction
from django.db.models import F, Model, Q, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding, PageReport, Severity
from treatment_pages.editorial.profiles import Profile

BATCH = 50
"""Pages that one turn of the loop checks at most: a few seconds of work."""
KEPT_FOR = timedelta(days=1)
"""How long a check stands; afterwards time may have brought something, such as the end of a consent."""

RANK = attrgetter("rank")


@task()
def record_check(page_pk: int) -> None:
    """Check the latest version of a page and keep what was found; nothing for a page that is gone, or an alias."""
    page = Page.objects.filter(pk=page_pk, alias_of=None).specific().first()
    if isinstance(page, checked_models()):
        keep(check_page(page.get_latest_revision_as_object()))


def record_after_publishing(instance: Page, **kwargs) -> None:
    """What is published is looked at once more: a live page is judged by what visitors see already."""
    if isinstance(instance, checked_models()):
        transaction.on_commit(lambda: record_check.enqueue(instance.pk), robust=True)


@transaction.atomic
def keep(report: PageReport) -> None:
    """Replace what is known of a page's findings."""
    page_check_model = apps.get_model("treatment_pages.PageCheck")
    page_check, _made = page_check_model.objects.update_or_create(
        page_id=report.page.pk,
        defaults={
            "profile": report.profile,
            "checked_at": timezone.now(),
            "is_blocked": report.blocking,
            "unchecked_language": report.unchecked_language or "",
        },
    )
    page_check.findings.all().delete()
    rows = [row_of(finding, page_check) for finding in report.findings]
    if report.unchecked_language:
        rows.append(page_check.findings.model(check_of=page_check, **language_row(report.unchecked_language)))
    page_check.findings.bulk_create(rows)


def language_row(text: str) -> dict:
    """That rules could not read the page, as lists show it: a hint of no rule."""
    return {"severity": Severity.INFO, "rank": Severity.INFO.rank, "explanation": text}


def row_of(finding: Finding, page_check) -> Model:
    """A finding as the lists read it; what time brought is no error there, as it stops nothing."""
    severity = min(finding.severity, Severity.WARNING, key=RANK) if finding.time_driven else finding.severity
    return apps.get_model("treatment_pages.PageFinding")(
        check_of=page_check,
        rule=finding.rule,
        severity=severity,
        rank=severity.rank,
        explanation=finding.explanation,
        fix=finding.fix,
        sentence=finding.sentence,
        block_id=finding.block_id or "",
        path=finding.path[:200],
        is_time_driven=finding.time_driven,
    )


def refresh_checks(limit: int = BATCH) -> int:
    """Check the pages whose last check is out of date, the oldest first; returns how many there were to do."""
    keys = list(outdated_pages().values_list("pk", flat=True)[:limit])
    for key in keys:
        record_check.enqueue(key)
    return len(keys)


def outdated_pages() -> QuerySet[Page]:
    """Pages never checked, changed since, checked by another profile than their site's, or longer ago than a day."""
    checked = F("content_check__checked_at")
    is_outdated = (
        Q(content_check=None)
        | Q(latest_revision_created_at__gt=checked)
        | Q(last_published_at__gt=checked)
        | Q(content_check__checked_at__lt=timezone.now() - KEPT_FOR)
        | checked_by_another_profile()
    )
    pages = Page.objects.type(checked_models()).filter(alias_of=None)
    return pages.filter(is_outdated).order_by(checked.asc(nulls_first=True), "pk")


def checked_by_another_profile() -> Q:
    """The pages whose check is not by the profile of their site."""
    settings_model = apps.get_model("treatment_pages.ComplianceSettings")
    chosen = dict(settings_model.objects.values_list("site_id", "profile"))
    differs, elsewhere = Q(pk__in=[]), Q(pk__in=[])
    for path in Site.get_site_root_paths():
        here = Q(url_path__startswith=path.root_path)
        profile = chosen.get(path.site_id, Profile.BASE.value)
        differs |= here & ~elsewhere & ~Q(content_check__profile=profile)
        elsewhere |= here
    return differs


def findings_for(user) -> QuerySet:
    """What was found on the pages that a user may edit."""
    return apps.get_model("treatment_pages.PageFinding").objects.filter(check_of__page__in=editable_pages(user))


def count_blocked(user) -> int:
    """How many pages that the user may edit cannot be published as they are."""
    return (
        apps.get_model("treatment_pages.PageCheck")
        .objects.filter(is_blocked=True, page__in=editable_pages(user))
        .count()
    )


def editable_pages(user) -> QuerySet[Page]:
    """The pages that a user may edit."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change").order_by()


def checked_models() -> tuple[type[Page], ...]:
    """The page types that are checked; the host may have some of its own."""
    return tuple(model for model in apps.get_models() if getattr(model, "is_checked", False))
