"""Figures as staff read them."""

from django.utils.translation import gettext as _

from leads.models import LeadSource, LeadStatus, LostReason, TallyDimension
from leads.reports.figures import Row

LABELS = {
    TallyDimension.SOURCE: LeadSource,
    TallyDimension.STATUS: LeadStatus,
    TallyDimension.LOST_REASON: LostReason,
}
"""Dimensions whose values have names of their own."""

NOTHING = "–"


def label_of(dimension: str, row: Row) -> str:
    """What a value of a dimension is called; a value that is not known any more by itself."""
    choices = LABELS.get(dimension)
    if choices and row.value in choices.values:
        return str(choices(row.value).label)
    if not row.value:
        return {TallyDimension.OWNER: _("Nobody"), TallyDimension.PAGE: _("No page")}.get(dimension) or _("Not known")
    return row.label or row.value


def percent(part: float | None) -> str:
    """A share as whole per cent; a dash where there is nothing to be a share of."""
    return NOTHING if part is None else f"{part * 100:.0f} %"


def span(minutes: int | None) -> str:
    """Minutes in words: 25 min, 3 h 20 min, 2 d 4 h."""
    if minutes is None:
        return NOTHING
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    if days:
        return _("%(days)d d %(hours)d h") % {"days": days, "hours": hours}
    if hours:
        return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": left} if left else _("%d h") % hours
    return _("%(minutes)d min") % {"minutes": left}


def more(now: int | None, before: int | None, say=str) -> str:
    """A difference with its sign, in the words of `say`; empty where one of the two is missing."""
    if now is None or before is None:
        return ""
    return f"{'+' if now > before else '−' if now < before else '±'}{say(abs(now - before))}"


def points(now: float | None, before: float | None) -> str:
    """A difference of shares in percentage points."""
    if now is None or before is None:
        return ""
    return more(round(now * 100), round(before * 100), lambda number: _("%(n)d points") % {"n": number})
