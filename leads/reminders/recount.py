"""What new opening hours mean for those who are waiting."""

from leads.clock import due_at
from leads.models import ClinicSettings, Lead

BATCH = 500


def recount_waiting(clinic: ClinicSettings) -> int:
    """Fix by when the waiting people of a clinic's site are answered, by its hours as they are now; how many changed.

    A promise that is broken already stays broken.
    """
    waiting = Lead.objects.waiting().filter(
        site=clinic.site_id, breached_at=None, clock_started_at__isnull=False, target_minutes__isnull=False
    )
    moved = []
    for lead in waiting.iterator(BATCH):
        due = due_at(lead.clock_started_at, lead.target_minutes, clinic)
        if due != lead.response_due_at:
            lead.response_due_at = due
            moved.append(lead)
    Lead.objects.bulk_update(moved, ["response_due_at"], batch_size=BATCH)
    return len(moved)
