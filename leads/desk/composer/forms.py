"""What is typed on the page of a lead; moments are read by the clock in force, which is the clinic's there."""

from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.desk.composer.dates import OpeningTimes, is_near, moment
from leads.desk.forms import NOTE_LENGTH
from leads.models import CallOutcome, Lead, LeadStatus, LostReason
from leads.pipeline import PipelineError, check_date, check_lost_reason

NO_DATE, CLEARED, OTHER_DATE = "", "none", "other"
DATES = {"when", "date", "time"}
LONGEST_CONSULTATION = 8 * 60
LOST_REASONS = [choice for choice in LostReason.choices if choice[0] != LostReason.MOVED]
"""Reasons that people choose; an emptied lead is closed by the system."""

STEADY_STATUSES = (LeadStatus.NEW, LeadStatus.BOOKED)
"""Statuses that nobody chooses: one is where leads begin, the other needs a consultation."""


class StepForm(forms.Form):
    """A form of one tab; `name` keeps its ids apart from those of the other tabs."""

    name = ""

    def __init__(self, data=None, *, lead: Lead, times: OpeningTimes) -> None:
        self.lead = lead
        self.times = times
        super().__init__(data, auto_id=f"{self.name}_%s", initial=self.first_values())
        self.use_required_attribute = False

    def first_values(self) -> dict:
        """What stands in the form before anybody typed."""
        return {}


class DateInput(forms.DateInput):
    """The browser's own calendar, which no script has to bring."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own clock, without seconds."""

    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


def text_field(label: str) -> forms.CharField:
    """Something that may be said besides."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("There is room for %(limit_value)d characters; this has %(show_value)d.")},
    )


class DatedForm(StepForm):
    """A form with a quick date or any other; `until` in its cleaned data is the moment, or None."""

    when = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    date = forms.DateField(
        label=_("Date"), required=False, widget=DateInput, error_messages={"invalid": _("Enter a date.")}
    )
    time = forms.TimeField(
        label=_("Time"), required=False, widget=TimeInput, error_messages={"invalid": _("Enter a time such as 14:30.")}
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.quick_dates = self.times.quick_dates()
        keys = [NO_DATE, CLEARED, *self.times.moments, OTHER_DATE]
        self.fields["when"].choices = [(key, key) for key in keys]
        self.fields["when"].error_messages["invalid_choice"] = _("Choose one of the dates.")

    @property
    def chosen(self) -> str:
        """Which of the dates is chosen, while the form is shown."""
        return str(self["when"].value() or NO_DATE)

    def clean(self):
        cleaned = super().clean()
        when, day = cleaned.get("when", NO_DATE), cleaned.get("date")
        if when == CLEARED or "date" in self.errors or "time" in self.errors:
            return cleaned
        if when in self.times.moments:
            cleaned["until"] = self.times.moments[when]
        elif day:
            cleaned["until"] = self.read_moment(day)
        elif when == OTHER_DATE or cleaned.get("time"):
            self.add_error("date", _("Choose a date."))
        return cleaned

    def read_moment(self, day: date) -> datetime | None:
        """The day at the time that was typed, or when it begins; None and an error when it is not to come."""
        at = self.cleaned_data.get("time") or self.times.opening_on(day)
        return future(self, day, at)


def future(form: StepForm, day: date, at) -> datetime | None:
    """A moment to come by the clock in force; None, and an error at the form's date, for any other."""
    try:
        if not is_near(day, form.times.today):
            raise PipelineError(_("Choose a date that is still to come, within the next five years."))
        chosen = moment(day, at)
        check_date(chosen, now=timezone.now())
    except PipelineError as error:
        form.add_error("date", str(error))
    except forms.ValidationError as error:
        form.add_error("time", error)
    else:
        return chosen
    return None


class CallForm(DatedForm):
    """A call that was made, and when to call again."""

    name = "call"
    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=CallOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say how the call ended."),
            "invalid_choice": _("Say how the call ended."),
        },
    )
    text = text_field(_("What was said"))


class FollowUpForm(DatedForm):
    """When to turn to the person again."""

    name = "follow_up"

    def first_values(self):
        if not self.lead.follow_up_at:
            return {}
        local = timezone.localtime(self.lead.follow_up_at)
        return {"when": OTHER_DATE, "date": local.date(), "time": local.time()}

    def clean(self):
        cleaned = super().clean()
        is_cleared = cleaned.get("when") == CLEARED and self.lead.follow_up_at
        if not self.errors and not cleaned.get("until") and not is_cleared:
            self.add_error("when", _("Choose a date."))
        return cleaned


class BookingForm(StepForm):
    """A consultation at the clinic."""

    name = "book"
    date = forms.DateField(
        label=_("Date"),
        widget=DateInput,
        error_messages={"required": _("Choose the day of the consultation."), "invalid": _("Enter a date.")},
    )
    time = forms.TimeField(
        label=_("Time"),
        widget=TimeInput,
        error_messages={
            "required": _("Choose the time of the consultation."),
            "invalid": _("Enter a time such as 14:30."),
        },
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=5,
        max_value=LONGEST_CONSULTATION,
        widget=forms.NumberInput(attrs={"step": 5}),
        error_messages={
            "required": _("Say how many minutes it takes."),
            "invalid": _("Enter a whole number of minutes."),
            "min_value": _("A consultation takes at least %(limit_value)d minutes."),
            "max_value": _("A consultation takes at most %(limit_value)d minutes."),
        },
    )

    def first_values(self):
        minutes = {"minutes": self.lead.consultation_minutes}
        if self.lead.status != LeadStatus.BOOKED or not self.lead.consultation_at:
            return minutes
        local = timezone.localtime(self.lead.consultation_at)
        return minutes | {"date": local.date(), "time": local.time()}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("date") and cleaned.get("time") is not None:
            cleaned["at"] = future(self, cleaned["date"], cleaned["time"])
        return cleaned


class StatusForm(DatedForm):
    """Another status, with the reason or the date without which it cannot be taken."""

    name = "status"
    status = forms.ChoiceField(
        choices=[choice for choice in LeadStatus.choices if choice[0] not in STEADY_STATUSES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a status."), "invalid_choice": _("Choose a status.")},
    )
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *LOST_REASONS],
        required=False,
        error_messages={"invalid_choice": _("Say why the lead is lost: choose a reason.")},
    )
    text = text_field(_("Anything else"))

    def clean(self):
        status = self.cleaned_data.get("status")
        if status == LeadStatus.ON_HOLD:
            return self.clean_hold()
        for name in DATES:
            self.errors.pop(name, None)
        if status == LeadStatus.LOST and "reason" not in self.errors:
            self.clean_loss()
        return self.cleaned_data

    def clean_hold(self):
        cleaned = super().clean()
        if not cleaned.get("until") and not DATES & set(self.errors):
            self.add_error("when", _("Choose a date on which the lead comes back."))
        return cleaned

    def clean_loss(self):
        try:
            check_lost_reason(self.cleaned_data.get("reason", ""))
        except PipelineError as error:
            self.add_error("reason", str(error))
