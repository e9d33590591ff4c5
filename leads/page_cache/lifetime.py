"""Until when a page is true: the days of clinic and site end it, for consents lapse and reviews fall due by the day."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from leads import conf
from leads.clinics import clinic_for


def true_until(request) -> float:
    """The next midnight at the clinic or in TIME_ZONE, or PAGE_CACHE_SECONDS from now; in seconds since 1970."""
    now = datetime.fromtimestamp(time.time(), tz=UTC)
    zones = {timezone.get_default_timezone_name(), clinic_for(request).time_zone}
    longest = now.timestamp() + conf.get("PAGE_CACHE_SECONDS")
    return min(longest, *(next_midnight(now, ZoneInfo(name)) for name in zones))


def next_midnight(now: datetime, zone: ZoneInfo) -> float:
    """When the next day begins in a time zone."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone).timestamp()
