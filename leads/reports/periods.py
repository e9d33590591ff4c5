"""The stretch of time that a report is about, and the one before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

WEEK = timedelta(weeks=1)
LONGEST = timedelta(days=3 * 366)
"""What a report looks back at most; longer stretches say nothing about the desk of today."""

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""Days beyond which a date is a slip of the keyboard."""

LENGTHS = [("4", _("4 weeks")), ("12", _("12 weeks")), ("26", _("26 weeks")), ("52", _("52 weeks"))]
USUAL = "12"
"""Weeks of a report that nobody has chosen a time for."""


@dataclass(frozen=True)
class Period:
    """Local days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The same number of days just before it."""
        last = self.first - timedelta(days=1)
        return Period(last - (self.last - self.first), last)

    def weeks(self) -> list[date]:
        """The Mondays of the weeks that it touches."""
        monday = self.first - timedelta(days=self.first.weekday())
        return [monday + n * WEEK for n in range((self.last - monday).days // 7 + 1)]


class DayField(forms.DateField):
    """A day between EARLIEST and LATEST."""

    def __init__(self, label):
        super().__init__(
            label=label,
            required=False,
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
        )


class PeriodForm(forms.Form):
    """A number of weeks until today, or two dates; nonsense is explained, and the usual time is shown instead."""

    weeks = forms.ChoiceField(label=_("Weeks"), choices=LENGTHS, required=False)
    first = DayField(_("From"))
    last = DayField(_("Until"))

    def clean(self):
        values = super().clean()
        first, last = values.get("first"), values.get("last")
        if last and not first and not self.errors:
            self.add_error("first", _("Choose a first day, too."))
        if first and last and first > last:
            self.add_error("last", _("The last day must not be before the first."))
        if first and last and last - first > LONGEST:
            self.add_error("first", _("Choose three years at most."))
        return values

    def period(self, today: date) -> Period:
        """What was asked for, or the usual weeks; dates count before weeks."""
        values = self.cleaned_data if self.is_valid() else {}
        if first := values.get("first"):
            last = max(first, values.get("last") or today)
            return Period(max(first, last - LONGEST), last)
        return weeks_until(today, int(values.get("weeks") or USUAL))

    @property
    def chosen_weeks(self) -> str:
        """Which of LENGTHS is shown; "" for two dates."""
        values = self.cleaned_data if self.is_valid() else {}
        return "" if values.get("first") else values.get("weeks") or USUAL


def weeks_until(today: date, weeks: int) -> Period:
    """So many weeks, the last of which ends today."""
    return Period(today - weeks * WEEK + timedelta(days=1), today)
