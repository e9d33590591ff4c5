"""What a monitor asks: whether enquiries can be taken and messages go out. No names, no addresses, no secrets."""

from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leads import conf
from leads.later import Later
from leads.models import Delivery, JobLoop

is_failing = Later("leads.canary.rounds.is_failing")


@dataclass
class Health:
    """The state of the parts; `status` is “ok”, “degraded” (someone should look) or “down” (nothing can be stored)."""

    status: str = "ok"
    database: str = "ok"
    oldest_due_delivery_seconds: int | None = None
    dead_deliveries: int | None = None
    loops: dict[str, dict] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict:
        """Plain data for JSON."""
        return asdict(self)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while all is well, else 503; a load balancer asks `?part=database`: late mail is no reason to go offline."""
    health = check_health(database_only=request.GET.get("part") == "database")
    return JsonResponse(health.as_dict(), status=200 if health.status == "ok" else 503)


def check_health(*, database_only: bool = False) -> Health:
    """Ask every part; four queries, five with a canary. A database that does not answer is an answer too."""
    health = Health()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not database_only:
            check_deliveries(health)
            check_loops(health)
            if is_failing():
                health.problems.append("canary")
    except (DatabaseError, InterfaceError):
        return Health(status="down", database="unavailable", problems=["database"])
    if health.problems:
        health.status = "degraded"
    return health


def check_deliveries(health: Health) -> None:
    """A message that should have gone long ago, and messages that were given up."""
    due = Delivery.objects.due().aggregate(oldest=Min("next_attempt_at"))["oldest"]
    health.dead_deliveries = Delivery.objects.dead().count()
    health.oldest_due_delivery_seconds = max(0, int((timezone.now() - due).total_seconds())) if due else 0
    if health.oldest_due_delivery_seconds > conf.get("HEALTH_LATE_SECONDS"):
        health.problems.append("late deliveries")
    if health.dead_deliveries:
        health.problems.append("dead deliveries")


def check_loops(health: Health) -> None:
    """Every loop that must run has run lately, whichever process ran it."""
    tolerance = timedelta(seconds=conf.get("HEALTH_LATE_SECONDS"))
    known = {loop.name: loop for loop in JobLoop.objects.filter(name__in=conf.get("HEALTH_LOOPS"))}
    for name in conf.get("HEALTH_LOOPS"):
        loop = known.get(name)
        health.loops[name] = {"last_run": _moment(loop and loop.last_run_at), "ok": False}
        if loop is None or loop.is_late(tolerance):
            health.problems.append(f"loop {name}")
        else:
            health.loops[name]["ok"] = True


def _moment(moment) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
