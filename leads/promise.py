"""What the clinic promises about its answer, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTES_PER_HOUR = 60


def reply_promise(minutes: int | None) -> str:
    """“We answer within 4 opening hours.”; `minutes` are counted in opening hours, None or 0 promise no time."""
    if not minutes:
        return _("We answer as soon as we can.")
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if rest:
        text = ngettext(
            "We answer within %(count)d minute of our opening hours.",
            "We answer within %(count)d minutes of our opening hours.",
            minutes,
        )
        return text % {"count": minutes}
    text = ngettext("We answer within %(count)d opening hour.", "We answer within %(count)d opening hours.", hours)
    return text % {"count": hours}
