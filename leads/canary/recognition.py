"""How capture knows the site's own enquiries; a visitor cannot make one, or hide one among them."""

from leads.canary.plan import Plan, plan
from leads.canary.tokens import read_name
from leads.models import CanaryRun
from leads.submission import Submission


def canary_of(submission: Submission) -> Plan | None:
    """The schedule that a submission belongs to: its name is signed, and its run is still open; None for a visitor's.

    No query for a visitor's.
    """
    key = read_name(submission.name)
    if not key or submission.client_key != key:
        return None
    return plan() if CanaryRun.objects.filter(key=key, purged_at=None).exists() else None
