"""Follows the site's own enquiries from step to step; any number of processes may, each step is done by one of them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from leads.canary.plan import Plan, plan
from leads.canary.tokens import sign_name
from leads.canary.visit import VisitError, read_form, send_form
from leads.models import CanaryRun, Delivery, DeliveryKind, DeliveryState, Enquiry, Verdict

VISIT_AGAIN = timedelta(minutes=1)
"""Wait between two visits of a run whose first one failed."""


def work() -> None:
    """Do what is due of the present run, or start one; a step that fails is noted and tried again, and never raises."""
    wanted = plan()
    run = CanaryRun.objects.filter(purged_at=None).order_by("due_at").first()
    if run and (wanted is None or run.due_at < due_at(wanted)):
        purge(run)
        run = None
    if wanted is None:
        return
    run = run or start(wanted)
    if run:
        advance(run, wanted)


def due_at(wanted: Plan) -> datetime:
    """When the present run is due: the start of the present stretch of the schedule, the same for every process."""
    seconds = wanted.every.total_seconds()
    return datetime.fromtimestamp(timezone.now().timestamp() // seconds * seconds, tz=timezone.get_default_timezone())


def start(wanted: Plan) -> CanaryRun | None:
    """A new run where one is due; None when this process or another has begun it before."""
    run, is_new = CanaryRun.objects.get_or_create(due_at=due_at(wanted))
    if not is_new:
        return None
    forgotten = CanaryRun.objects.filter(purged_at__isnull=False)[wanted.kept - 1 :]
    CanaryRun.objects.filter(pk__in=[old.pk for old in forgotten]).delete()
    return run


def advance(run: CanaryRun, wanted: Plan) -> None:
    """As many steps as can be done now."""
    is_in_time = timezone.now() < run.due_at + wanted.every - VISIT_AGAIN
    if not run.acknowledged_at and is_in_time and claim_visit(run):
        visit(run, wanted)
    if run.acknowledged_at and not run.sent_at:
        follow(run)
    if run.sent_at:
        purge(run)


def claim_visit(run: CanaryRun) -> bool:
    """Whether this process is to visit now."""
    now = timezone.now()
    waiting = Q(attempted_at=None) | Q(attempted_at__lt=now - VISIT_AGAIN)
    return bool(CanaryRun.objects.filter(waiting, pk=run.pk, acknowledged_at=None).update(attempted_at=now))


def visit(run: CanaryRun, wanted: Plan) -> None:
    """See the form and send it; sent again it is the same enquiry, if the first one was stored after all."""
    try:
        form = read_form(wanted.url)
        run.note(shown_at=timezone.now())
        name = sign_name(run.key, until=run.due_at + wanted.every)
        send_form(wanted.url, form, {"name": name, "email": wanted.recipient, "client_key": run.key})
    except VisitError as error:
        run.note(problem=str(error)[:300])
    else:
        run.note(acknowledged_at=timezone.now(), problem="")


def follow(run: CanaryRun) -> None:
    """Look for the enquiry and its message."""
    enquiry = Enquiry.objects.filter(verdict=Verdict.CANARY, client_key=run.key).first()
    if enquiry is None:
        return
    if not run.stored_at:
        run.note(stored_at=timezone.now())
    sent = Delivery.objects.filter(enquiry=enquiry, kind=DeliveryKind.CANARY, state=DeliveryState.SENT).first()
    if sent:
        run.note(sent_at=sent.sent_at)


@transaction.atomic
def purge(run: CanaryRun) -> None:
    """Remove the run's enquiry with its message, whatever became of it, and what an earlier run may have left."""
    Enquiry.objects.filter(verdict=Verdict.CANARY).delete()
    run.note(purged_at=timezone.now())


def is_failing() -> bool:
    """Whether a step of the last run that had enough time is missing."""
    return bool(failure())


def failure() -> str:
    """Which step is missing, as a sentence for staff; "" while all is well. One query, none where no plan is set."""
    wanted = plan()
    if wanted is None:
        return ""
    for run in CanaryRun.objects.order_by("-due_at")[:3]:
        if run.is_sound:
            return ""
        if (run.purged_at or timezone.now()) - run.started_at > wanted.within:
            return missing_step(run)
    return ""


def missing_step(run: CanaryRun) -> str:
    """What did not happen, and why as far as it is known."""
    steps = [
        (run.shown_at, _("The page of the enquiry form could not be read.")),
        (run.acknowledged_at, _("The website did not acknowledge an enquiry.")),
        (run.stored_at, _("The website acknowledged an enquiry that cannot be found.")),
        (run.sent_at, _("The mail server has not taken the message about an enquiry.")),
        (run.purged_at, _("A test enquiry could not be removed.")),
    ]
    sentence = next(text for moment, text in steps if moment is None)
    return f"{sentence} {run.problem}".strip()
