"""Dismissing a finding with a reason, and taking that back."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page

from treatment_pages.editorial.engine import check_page
from treatment_pages.editorial.findings import Finding
from treatment_pages.editorial.page_checks import record_check
from treatment_pages.editorial.publishing import REFUSED
from treatment_pages.models import FindingDismissal

PERMISSION = "treatment_pages.dismiss_finding"
DISMISSED, WITHDRAWN = "treatment_pages.finding.dismiss", "treatment_pages.finding.withdraw"
LONGEST_REASON = 500


class DecisionFormatter(LogFormatter):
    """A sentence of a page's history with the rule and the reason."""

    def format_message(self, log_entry) -> str:
        return self.message % {"rule": log_entry.data.get("rule", ""), "reason": log_entry.data.get("reason", "")}


class DismissedFormatter(DecisionFormatter):
    label = gettext_lazy("Dismiss finding")
    message = gettext_lazy("Dismissed %(rule)s: %(reason)s")


class WithdrawnFormatter(DecisionFormatter):
    label = gettext_lazy("Withdraw dismissal")
    message = gettext_lazy("Withdrew the dismissal of %(rule)s: %(reason)s")


def register_log_actions(actions) -> None:
    """What a page's history tells of the content checks."""
    sentence = gettext_lazy("Not published as scheduled: the content checks found errors")
    actions.register_action(REFUSED, gettext_lazy("Not published"), sentence)
    actions.register_action(DISMISSED)(DismissedFormatter)
    actions.register_action(WITHDRAWN)(WithdrawnFormatter)


def permission() -> QuerySet[Permission]:
    """What administrators can give to groups."""
    return Permission.objects.filter(content_type__app_label="treatment_pages", codename="dismiss_finding")


def may_dismiss(user, page: Page) -> bool:
    """Whether a user may decide about the findings of a page."""
    return user.has_perm(PERMISSION) and page.permissions_for_user(user).can_edit()


@transaction.atomic
def dismiss(page: Page, finding: Finding, reason: str, *, by) -> FindingDismissal:
    """Keep that a finding need not be followed; a second decision about the same one takes the place of the first."""
    dismissal, _made = FindingDismissal.objects.update_or_create(
        page_id=page.pk,
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        defaults={"sentence": finding.sentence, "reason": reason, "dismissed_by": by},
    )
    log(instance=page, action=DISMISSED, user=by, data=said(dismissal))
    transaction.on_commit(lambda: record_check.enqueue(page.pk), robust=True)
    return dismissal


@transaction.atomic
def withdraw(page: Page, dismissal: FindingDismissal, *, by) -> None:
    """Take a dismissal back: the finding stands again."""
    log(instance=page, action=WITHDRAWN, user=by, data=said(dismissal))
    dismissal.delete()
    transaction.on_commit(lambda: record_check.enqueue(page.pk), robust=True)


def said(dismissal: FindingDismissal) -> dict[str, str]:
    """What the log keeps."""
    return {"rule": dismissal.rule, "reason": dismissal.reason, "sentence": dismissal.sentence}


@require_POST
def decide_to_dismiss(request: HttpRequest, page_id: int) -> JsonResponse:
    """Dismisses a finding by its rule and fingerprint, with a reason."""
    page = saved_page(request, page_id)
    reason = " ".join(request.POST.get("reason", "").replace("\x00", "").split())
    if not reason:
        return refused(_("Give a reason: others will read it."))
    if len(reason) > LONGEST_REASON:
        return refused(_("Give the reason in at most %(number)s characters.") % {"number": LONGEST_REASON})
    key = request.POST.get("rule"), request.POST.get("fingerprint")
    found = next((one for one in check_page(page).findings if (one.rule, one.fingerprint) == key), None)
    if found is None:
        return refused(_("This finding is not in the saved draft. Save the draft, then dismiss the finding."))
    dismiss(page, found, reason, by=request.user)
    return JsonResponse({"success": True})


@require_POST
def decide_to_withdraw(request: HttpRequest, page_id: int) -> JsonResponse:
    """Takes a dismissal of the page back; one that is gone already is as good as taken back."""
    page = saved_page(request, page_id)
    rule, fingerprint = request.POST.get("rule", ""), request.POST.get("fingerprint", "")
    if "\x00" in rule + fingerprint:
        return refused(_("There is no such dismissal."))
    dismissal = FindingDismissal.objects.filter(page_id=page.pk, rule=rule, fingerprint=fingerprint).first()
    if dismissal:
        withdraw(page, dismissal, by=request.user)
    return JsonResponse({"success": True})


def saved_page(request: HttpRequest, page_id: int) -> Page:
    """The page as it was saved last.

    Raises Http404 for a page that is not checked, PermissionDenied for a user who may not dismiss its findings.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not getattr(page, "is_checked", False):
        raise Http404
    if not may_dismiss(request.user, page):
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def refused(message: str) -> JsonResponse:
    """Why nothing was decided, for the panel to show."""
    return JsonResponse({"success": False, "message": message}, status=400)
