"""How often each reason for suspicion was wrong: the share of what was released, by signal."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from leads.desk.permissions import lead_policy, visible_enquiries
from leads.desk.quarantine.reasons import label_of, read_reason
from leads.models import Tombstone, TombstoneKind, Verdict
from leads.models.tombstone import RELEASED

PERIODS = {"30": _("30 days"), "90": _("90 days"), "365": _("12 months")}
DEFAULT_PERIOD = "90"

UNDECIDED = "undecided"
"""What is counted of those that were removed before anybody had decided about them."""

OUTCOMES = {
    Verdict.QUARANTINED.value: UNDECIDED,
    Verdict.SPAM.value: Verdict.SPAM.value,
    RELEASED: Verdict.ACCEPTED.value,
}
"""What became of a removed enquiry, by the verdict on its tombstone; others were never held back."""


@dataclass(frozen=True)
class SignalCount:
    """What became of the enquiries that were held back with a signal."""

    label: str
    quarantined: int
    released: int
    confirmed: int
    undecided: int

    @property
    def waiting(self) -> int:
        return self.quarantined - self.released - self.confirmed - self.undecided

    @property
    def share(self) -> int:
        """Per cent of those held back that were released."""
        return round(100 * self.released / self.quarantined) if self.quarantined else 0


def count_signals(since: date, user) -> list[SignalCount]:
    """The signals of enquiries received since that day, the most often wrong first; all together last.

    What the user may not see does not count. The database counts equal sets of reasons, of which there are few, however
    many enquiries there are. What was erased or purged goes on being counted.
    """
    verdicts: dict[str, Counter] = defaultdict(Counter)
    everything: Counter = Counter()
    for signals, verdict, number in (*stored(since, user), *removed(since, user)):
        everything[verdict] += number
        for signal in signals:
            verdicts[signal][verdict] += number
    counts = [as_count(label_of(signal), verdict) for signal, verdict in verdicts.items()]
    counts.sort(key=lambda count: (-count.share, -count.quarantined, count.label))
    return [*counts, as_count(str(_("All together")), everything)] if counts else []


def stored(since: date, user) -> Iterator[tuple[set[str], str, int]]:
    """Signals, verdict and number of enquiries that were ever held back."""
    start = timezone.make_aware(datetime.combine(since, time.min))
    held = visible_enquiries(user).ever_quarantined().filter(received_at__gte=start).order_by()
    for reasons, verdict, number in held.values_list("spam_reasons", "verdict").annotate(number=Count("pk")):
        yield {read_reason(entry).signal for entry in reasons}, verdict, number


def removed(since: date, user) -> Iterator[tuple[set[str], str, int]]:
    """The same of those that are gone, from their tombstones."""
    stones = Tombstone.objects.filter(kind=TombstoneKind.ENQUIRY, received_on__gte=since, verdict__in=OUTCOMES)
    reach = lead_policy.reach(user)
    stones = stones if reach.sites is None else stones.filter(site__in=reach.sites)
    rows = stones.order_by().values_list("signals", "verdict").annotate(number=Count("pk"))
    for signals, verdict, number in rows:
        yield set(signals), OUTCOMES[verdict], number


def as_count(label: str, verdicts: Counter) -> SignalCount:
    released, confirmed = verdicts[Verdict.ACCEPTED], verdicts[Verdict.SPAM]
    return SignalCount(label, verdicts.total(), released, confirmed, verdicts[UNDECIDED])


class SignalReport(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A small table for a period."""

    template_name = "leads/desk/quarantine/signals.html"
    page_title = _("How reliable are the reasons?")
    header_icon = "table"
    permission_policy = lead_policy
    permission_required = "view"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("leads_lead_modeladmin_index"), "label": _("Leads")},
            {"url": reverse("leads_lead_modeladmin_quarantine"), "label": _("Quarantine")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("days")
        period = asked if asked in PERIODS else DEFAULT_PERIOD
        return super().get_context_data(**kwargs) | {
            "periods": PERIODS.items(),
            "period": period,
            "counts": count_signals(timezone.localdate() - timedelta(days=int(period)), self.request.user),
        }
